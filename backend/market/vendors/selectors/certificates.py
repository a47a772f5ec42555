"""Which certificates count on a day. Every badge, facet and legal route asks here and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from market.core import clock
from market.vendors.models import Certificate, CertificateStatus, Vendor, VendorStatus

EXPIRING_WITHIN = dt.timedelta(days=60)  # the first reminder goes out then


def counting_on(day: dt.date, prefix: str = "") -> Q:
    """Verified, issued by the day and not ended before it."""
    return Q(**{f"{prefix}status": CertificateStatus.VERIFIED, f"{prefix}issued_on__lte": day}) & (
        Q(**{f"{prefix}valid_until__isnull": True}) | Q(**{f"{prefix}valid_until__gte": day})
    )


def certificates_of(vendor_ids: Iterable[int], *, include_expired: bool = False) -> QuerySet[Certificate]:
    """The verified certificates of these vendors that count today; with ``include_expired`` also those that have ended."""
    rows = (
        Certificate.objects.filter(vendor_id__in=vendor_ids)
        .select_related("kind")
        .order_by("kind__sort_order", "kind__code", "id")
    )
    if include_expired:
        return rows.filter(status=CertificateStatus.VERIFIED)
    return rows.filter(counting_on(clock.today()))


def vendors_certified(kind_codes: Iterable[str]) -> QuerySet[Vendor, int]:
    """Ids of the selling vendors that hold one of these kinds today."""
    holders = Certificate.objects.filter(counting_on(clock.today()), kind__code__in=list(kind_codes)).values(
        "vendor_id"
    )
    return Vendor.objects.filter(pk__in=holders, status=VendorStatus.ACTIVE).values_list("pk", flat=True)


def state_on(certificate: Certificate, day: dt.date) -> str:
    """valid, expiring (within 60 days) or expired."""
    if certificate.valid_until is None:
        return "valid"
    if certificate.valid_until < day:
        return "expired"
    return "expiring" if certificate.valid_until <= day + EXPIRING_WITHIN else "valid"
