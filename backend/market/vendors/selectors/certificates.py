"""Which certificates count on a day. Every badge, facet and legal route asks here and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from market.core import clock
from market.vendors.models import Certificate, CertificateStatus, Vendor, VendorStatus

EXPIRING_WITHIN = dt.timedelta(days=60)  # the first reminder goes out then


def counting_on(day: dt.date, prefix: str = "") -> Q:
    """Verified, issued by the day and not ended before it. On a day that is past also what was revoked after it."""
    standing = Q(**{f"{prefix}status": CertificateStatus.VERIFIED})
    if day < clock.today():
        standing |= Q(**{f"{prefix}status": CertificateStatus.REVOKED, f"{prefix}revoked_on__gt": day})
    return (
        standing
        & Q(**{f"{prefix}issued_on__lte": day})
        & (Q(**{f"{prefix}valid_until__isnull": True}) | Q(**{f"{prefix}valid_until__gte": day}))
    )


def counts_on(certificate: Certificate, day: dt.date) -> bool:
    """Whether a certificate at hand counts on the day: as ``counting_on`` says."""
    if certificate.status == CertificateStatus.REVOKED:
        return _spans(certificate, day) and certificate.revoked_on is not None and day < certificate.revoked_on
    return certificate.status == CertificateStatus.VERIFIED and _spans(certificate, day)


def _spans(certificate: Certificate, day: dt.date) -> bool:
    return certificate.issued_on <= day and (certificate.valid_until is None or certificate.valid_until >= day)


def certificates_of(vendor_ids: Iterable[int], *, include_expired: bool = False) -> QuerySet[Certificate]:
    """The verified certificates of these vendors that count today; with ``include_expired`` also those that have ended."""
    if include_expired:
        return _in_order(vendor_ids).filter(status=CertificateStatus.VERIFIED)
    return certificates_counting(vendor_ids, clock.today())


def certificates_counting(vendor_ids: Iterable[int], day: dt.date) -> QuerySet[Certificate]:
    """The certificates of these vendors that count on a day, past or to come."""
    return _in_order(vendor_ids).filter(counting_on(day))


def _in_order(vendor_ids: Iterable[int]) -> QuerySet[Certificate]:
    return (
        Certificate.objects.filter(vendor_id__in=vendor_ids)
        .select_related("kind")
        .order_by("kind__sort_order", "kind__code", "id")
    )


def without_outrun(certificates: Iterable[Certificate], day: dt.date) -> list[Certificate]:
    """One badge for each proof: of two of an enterprise that count for the same kind and item, the one that ends first is not shown."""
    rows = list(certificates)
    longest: dict[tuple[int, int, str], Certificate] = {}
    for row in rows:
        best = longest.get(_proof(row))
        if counts_on(row, day) and (best is None or _end(row) >= _end(best)):
            longest[_proof(row)] = row
    return [row for row in rows if not counts_on(row, day) or longest[_proof(row)] is row]


def _proof(certificate: Certificate) -> tuple[int, int, str]:
    return (certificate.vendor_id, certificate.kind_id, certificate.item)


def _end(certificate: Certificate) -> dt.date:
    return certificate.valid_until or dt.date.max


def vendors_certified(kind_codes: Iterable[str]) -> QuerySet[Vendor, int]:
    """Ids of the selling vendors that hold one of these kinds today."""
    holders = Certificate.objects.filter(counting_on(clock.today()), kind__code__in=list(kind_codes)).values(
        "vendor_id"
    )
    return Vendor.objects.filter(pk__in=holders, status=VendorStatus.ACTIVE).values_list("pk", flat=True)


def state_on(certificate: Certificate, day: dt.date) -> str:
    """valid, expiring (within 60 days) or expired, which a revoked one is as well."""
    if certificate.status == CertificateStatus.REVOKED:
        return "expired"
    if certificate.valid_until is None:
        return "valid"
    if certificate.valid_until < day:
        return "expired"
    return "expiring" if certificate.valid_until <= day + EXPIRING_WITHIN else "valid"
