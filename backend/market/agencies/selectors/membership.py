"""Who may act for which agency. Every door of the agency desk asks here and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from market.agencies.models import AgencyMember, Deputy
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied

AUTHENTICATED_AGENCY_MEMBER = (
    "AUTHENTICATED_AGENCY_MEMBER"  # what PermissionDenied names, as AUTHENTICATED_USER elsewhere
)


def memberships_for(viewer: Actor) -> QuerySet[AgencyMember]:
    """The viewer's active memberships in active agencies; none for who is not signed in."""
    if viewer.user_id is None:
        return AgencyMember.objects.none()
    return AgencyMember.objects.filter(user_id=viewer.user_id, is_active=True, agency__is_active=True)


def membership_in(agency_id: int | None, viewer: Actor) -> AgencyMember | None:
    """The viewer's membership in this agency, with agency and department."""
    if agency_id is None:
        return None
    return memberships_for(viewer).filter(agency_id=agency_id).select_related("agency", "department").first()


def agency_ids_with(viewer: Actor, ability: AgencyAbility | None = None) -> list[int]:
    """The agencies the viewer may do this for (None: is a member of)."""
    rows = memberships_for(viewer)
    if ability is not None:
        rows = rows.filter(abilities__contains=[ability.value])
    return list(rows.order_by("agency_id").values_list("agency_id", flat=True))


def ensure_agency_member_or(viewer: Actor, *permissions: str) -> None:
    """The door of operations for members and staff: raises PermissionDenied for everybody else, before any id is looked at."""
    if permissions and viewer.has_permission(*permissions):
        return
    if memberships_for(viewer).exists():
        return
    raise PermissionDenied(*permissions, AUTHENTICATED_AGENCY_MEMBER)


def ensure_acts_for_agency(
    agency_id: int | None, viewer: Actor, ability: AgencyAbility | None, *permissions: str, field: str = "id"
) -> AgencyMember | None:
    """The viewer's membership (None for staff). Raises NotFound for another agency's, as if it did not exist, and PermissionDenied for a
    member who does not hold the ability (None: any member may)."""
    if permissions and viewer.has_permission(*permissions):
        return None
    member = membership_in(agency_id, viewer)
    if member is None:
        raise NotFound(field)
    if ability is not None and ability.value not in member.abilities:
        raise PermissionDenied(AUTHENTICATED_AGENCY_MEMBER)
    return member


def member_ids_acted_for(member: AgencyMember, on: dt.date | None = None) -> list[int]:
    """The member's own id, and of those whose deputy the member is that day (대결)."""
    return [member.pk, *_absent(member.pk, on or clock.today())]


def deputies_of(member_ids: Iterable[int], on: dt.date | None = None) -> dict[int, list[int]]:
    """For each member who is away that day the ids of the active members who act instead."""
    found: dict[int, list[int]] = {}
    day = on or clock.today()
    rows = Deputy.objects.filter(
        member_id__in=list(member_ids),
        starts_on__lte=day,
        ends_on__gte=day,
        revoked_at__isnull=True,
        deputy__is_active=True,
    )
    for member_id, deputy_id in rows.order_by("id").values_list("member_id", "deputy_id"):
        found.setdefault(member_id, []).append(deputy_id)
    return found


def _absent(deputy_id: int, day: dt.date) -> list[int]:
    rows = Deputy.objects.filter(
        deputy_id=deputy_id, starts_on__lte=day, ends_on__gte=day, revoked_at__isnull=True, member__is_active=True
    )
    return list(rows.order_by("member_id").values_list("member_id", flat=True).distinct())
