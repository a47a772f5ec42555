"""What members and staff read of an enterprise beyond what shoppers see. The door is the caller's; each part has its own ability."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import (
    RecheckStatus,
    Vendor,
    VendorBankAccount,
    VendorInvitation,
    VendorMember,
    VendorRecheck,
    VendorStatusChange,
)
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import may_act_for, role_in


def desk_vendor(vendor_id: int, *, viewer: Actor) -> Vendor | None:
    """The enterprise for its own people and for staff who manage vendors; for everybody else there is none."""
    vendor = Vendor.objects.select_related("district").filter(pk=vendor_id).first()
    if vendor is None or viewer.has_permission(MANAGE_VENDORS):
        return vendor
    return vendor if role_in(vendor_id, viewer) is not None else None


def may_see(vendor: Vendor, ability: Ability, *, viewer: Actor) -> bool:
    """Whether the part of the desk that the ability opens may be shown."""
    return may_act_for(vendor.pk, viewer, ability, MANAGE_VENDORS)


def members_of(vendor_id: int) -> QuerySet[VendorMember]:
    """Those who work there, longest first."""
    return VendorMember.objects.filter(vendor_id=vendor_id).select_related("user").order_by("joined_at", "id")


def invitations_of(vendor_id: int) -> QuerySet[VendorInvitation]:
    """Invitations that wait or have run out, newest first; taken and revoked ones are history."""
    rows = VendorInvitation.objects.filter(vendor_id=vendor_id, accepted_at__isnull=True, revoked_at__isnull=True)
    return rows.order_by("-id")


def bank_accounts_of(vendor_id: int) -> QuerySet[VendorBankAccount]:
    """The account in use first, then those before it."""
    return VendorBankAccount.objects.filter(vendor_id=vendor_id).select_related("bankbook_copy").order_by("-id")


def status_changes_of(vendor_id: int) -> QuerySet[VendorStatusChange]:
    return VendorStatusChange.objects.filter(vendor_id=vendor_id).select_related("actor").order_by("-id")


def rechecks_of(vendor_id: int) -> QuerySet[VendorRecheck]:
    return VendorRecheck.objects.filter(vendor_id=vendor_id).select_related("vendor").order_by("-id")


def recheck_list(*, viewer: Actor, status: str | None = None) -> QuerySet[VendorRecheck]:
    """All re-checks, for staff who manage vendors; nobody else gets a list."""
    rows = VendorRecheck.objects.select_related("vendor")
    if not viewer.has_permission(MANAGE_VENDORS):
        return rows.none()
    return rows.filter(status=status) if status else rows


def vendors_being_rechecked(vendor_ids: Iterable[int]) -> set[int]:
    """Those of the enterprises whose certificates are being looked at again."""
    rows = VendorRecheck.objects.filter(vendor_id__in=list(vendor_ids), status=RecheckStatus.OPEN)
    return set(rows.values_list("vendor_id", flat=True))


def staff_search(vendors: QuerySet[Vendor], search: str) -> QuerySet[Vendor]:
    """Enterprises by what staff know of them: names, representative, address, business number with or without hyphens."""
    for word in search.replace("\x00", "\ufffd").split()[:10]:
        digits = word.replace("-", "")
        by_number = Q(business_number__contains=digits) if digits.isdecimal() and len(digits) >= 3 else Q()
        vendors = vendors.filter(
            Q(name__icontains=word)
            | Q(name_en__icontains=word)
            | Q(legal_name__icontains=word)
            | Q(representative__icontains=word)
            | Q(address__icontains=word)
            | Q(email__icontains=word)
            | by_number
        )
    return vendors
