"""Who may act for which enterprise. Every door of the vendor centre asks here and nowhere else."""

from __future__ import annotations

from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.vendors.models import VendorMember, VendorStatus
from market.vendors.permissions import ABILITIES, ABILITIES_WHEN_CLOSED, Ability, roles_with

AUTHENTICATED_VENDOR_MEMBER = (
    "AUTHENTICATED_VENDOR_MEMBER"  # what PermissionDenied names, as AUTHENTICATED_USER elsewhere
)


def vendor_ids_with(viewer: Actor, ability: Ability) -> list[int]:
    """The enterprises the viewer may do this for, by membership alone; none for who is not signed in."""
    if viewer.user_id is None:
        return []
    rows = VendorMember.objects.filter(user_id=viewer.user_id, role__in=roles_with(ability))
    if ability not in ABILITIES_WHEN_CLOSED:
        rows = rows.exclude(vendor__status=VendorStatus.CLOSED)
    return list(rows.order_by("vendor_id").values_list("vendor_id", flat=True))


def may_act_for(vendor_id: int, viewer: Actor, ability: Ability, *permissions: str) -> bool:
    """Whether the viewer is a member whose role carries the ability, or staff with one of the permissions."""
    if permissions and viewer.has_permission(*permissions):
        return True
    if viewer.user_id is None:
        return False
    return ability in abilities_in(vendor_id, viewer)


def ensure_acts_for(
    vendor_id: int | None, viewer: Actor, ability: Ability, *permissions: str, field: str = "id"
) -> None:
    """Raises NotFound for what is another's, as if it did not exist, and PermissionDenied for a member whose role does not carry it."""
    if vendor_id is not None and may_act_for(vendor_id, viewer, ability, *permissions):
        return
    if vendor_id is not None and role_in(vendor_id, viewer) is not None:
        raise PermissionDenied(AUTHENTICATED_VENDOR_MEMBER)
    raise NotFound(field)


def ensure_member_or(viewer: Actor, *permissions: str) -> None:
    """The door of operations for members and staff: raises PermissionDenied for everybody else, before any id is looked at."""
    if viewer.has_permission(*permissions):
        return
    if viewer.user_id is not None and VendorMember.objects.filter(user_id=viewer.user_id).exists():
        return
    raise PermissionDenied(*permissions, AUTHENTICATED_VENDOR_MEMBER)


def role_in(vendor_id: int, viewer: Actor) -> str | None:
    """The viewer's role in the enterprise, if any."""
    if viewer.user_id is None:
        return None
    return (
        VendorMember.objects.filter(vendor_id=vendor_id, user_id=viewer.user_id).values_list("role", flat=True).first()
    )


def abilities_in(vendor_id: int, viewer: Actor) -> frozenset[Ability]:
    """What the viewer may do for the enterprise by membership. One that has left the market only winds up."""
    if viewer.user_id is None:
        return frozenset()
    found = (
        VendorMember.objects.filter(vendor_id=vendor_id, user_id=viewer.user_id)
        .values_list("role", "vendor__status")
        .first()
    )
    return frozenset() if found is None else abilities_of(*found)


def abilities_of(role: str, vendor_status: str) -> frozenset[Ability]:
    """What a role may do while the enterprise stands like this."""
    return ABILITIES[role] & ABILITIES_WHEN_CLOSED if vendor_status == VendorStatus.CLOSED else ABILITIES[role]
