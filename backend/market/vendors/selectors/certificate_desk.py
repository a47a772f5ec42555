"""What the own enterprise and staff who check read of certificates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from market.accounts.models import User
from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import Certificate, CertificateStatus, Vendor, VendorMember
from market.vendors.permissions import Ability
from market.vendors.selectors.certificates import EXPIRING_WITHIN, state_on
from market.vendors.selectors.membership import ensure_acts_for

# Where one stands on a day: what was decided, and for what is verified what the day says.
STANDINGS = ("draft", "waiting", "valid", "expiring", "expired", "returned", "revoked", "withdrawn")
_OF_STATUS = {
    CertificateStatus.DRAFT: "draft",
    CertificateStatus.SUBMITTED: "waiting",
    CertificateStatus.REJECTED: "returned",
    CertificateStatus.REVOKED: "revoked",
    CertificateStatus.WITHDRAWN: "withdrawn",
}


def standing_on(certificate: Certificate, day: dt.date) -> str:
    """One of STANDINGS."""
    known = _OF_STATUS.get(CertificateStatus(certificate.status))
    return known or state_on(certificate, day)


def certificates_of_vendor(*, vendor_id: int, viewer: Actor) -> QuerySet[Certificate]:
    """All of an enterprise, by kind, the newest first. Raises NotFound for another's, PermissionDenied by role."""
    ensure_acts_for(vendor_id, viewer, Ability.MANAGE_CERTIFICATES, MANAGE_VENDORS, field="vendor")
    return _whole().filter(vendor_id=vendor_id).order_by("kind__sort_order", "kind__code", "-issued_on", "-pk")


def certificate_get(*, certificate_id: int, viewer: Actor) -> Certificate | None:
    """One of an enterprise the viewer acts for, or any for staff. Raises NotFound for all others, PermissionDenied by role."""
    certificate = _whole().filter(pk=certificate_id).first()
    ensure_acts_for(certificate.vendor_id if certificate else None, viewer, Ability.MANAGE_CERTIFICATES, MANAGE_VENDORS)
    return certificate


def certificates_to_check(
    *, standing: str = "waiting", kinds: Iterable[str] | None = None, search: str = ""
) -> QuerySet[Certificate]:
    """For staff: those that stand like this today, of these kinds, with these words in number or name of the enterprise."""
    rows = _whole().filter(_standing(standing, clock.today()))
    if kinds is not None:
        rows = rows.filter(kind__code__in=[_text(code) for code in kinds])
    for word in _text(search).split()[:10]:
        rows = rows.filter(
            Q(number__icontains=word)
            | Q(vendor__name__icontains=word)
            | Q(vendor__business_number=word.replace("-", ""))
        )
    return rows


def renewals_waiting(certificate_ids: Iterable[int]) -> QuerySet[Certificate]:
    """Renewals of these that are being checked."""
    return _whole().filter(replaces_id__in=list(certificate_ids), status=CertificateStatus.SUBMITTED)


def elsewhere_with_number(certificates: Sequence[Certificate]) -> list[list[Vendor]]:
    """For each: other enterprises that hold the same kind under the same number, in play."""
    pairs = Q(pk__in=[])
    for row in certificates:
        pairs |= Q(kind_id=row.kind_id, number=row.number)
    others = (
        Certificate.objects.filter(pairs, status__in=[CertificateStatus.SUBMITTED, CertificateStatus.VERIFIED])
        .select_related("vendor")
        .order_by("vendor_id", "pk")
    )
    found: dict[tuple[int, str], dict[int, Vendor]] = {}
    for other in others:
        found.setdefault((other.kind_id, other.number), {})[other.vendor_id] = other.vendor
    return [
        [vendor for key, vendor in found.get((row.kind_id, row.number), {}).items() if key != row.vendor_id]
        for row in certificates
    ]


def own_of(certificates: Sequence[Certificate], viewer: Actor) -> list[bool]:
    """For each: whether the viewer handed it in or works for its enterprise."""
    if viewer.user_id is None:
        return [False] * len(certificates)
    owners = {row.vendor_id for row in certificates}
    mine = set(
        VendorMember.objects.filter(user_id=viewer.user_id, vendor_id__in=owners).values_list("vendor_id", flat=True)
    )
    return [row.submitted_by_id == viewer.user_id or row.vendor_id in mine for row in certificates]


def people_named(user_ids: Iterable[int]) -> dict[int, str]:
    """Names of people, family name first; the address's first part where there is none."""
    rows = User.objects.filter(pk__in=list(user_ids)).values_list("pk", "last_name", "first_name", "email")
    return {pk: f"{last}{first}" or email.partition("@")[0] for pk, last, first, email in rows}


def _whole() -> QuerySet[Certificate]:
    return Certificate.objects.select_related("kind", "file")


def _standing(standing: str, day: dt.date) -> Q:
    verified = Q(status=CertificateStatus.VERIFIED)
    soon = day + EXPIRING_WITHIN
    by_day = {
        "valid": verified & (Q(valid_until__isnull=True) | Q(valid_until__gt=soon)),
        "expiring": verified & Q(valid_until__gte=day, valid_until__lte=soon),
        "expired": verified & Q(valid_until__lt=day),
    }
    if standing in by_day:
        return by_day[standing]
    return Q(status=next(status for status, name in _OF_STATUS.items() if name == standing))


def _text(given: str) -> str:
    """PostgreSQL keeps no NUL: what holds one matches nothing."""
    return given.replace("\x00", "\ufffd")
