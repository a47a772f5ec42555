"""Lists that a member may see, and who may change them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import memberships_for
from market.baskets.models import SharedList, SharedListItem
from market.core.actor import Actor


def lists_for(viewer: Actor) -> QuerySet[SharedList]:
    """The viewer's own lists, and shared ones of the own department and of the whole agency; administrators see every shared one."""
    visible = Q(pk__in=[])
    for member in memberships_for(viewer):
        shared = Q(agency_id=member.agency_id, is_shared=True)
        if not administers(member):
            shared &= Q(department__isnull=True) | Q(department_id=member.department_id or 0)
        visible |= shared | Q(owner_id=member.pk)
    return SharedList.objects.filter(visible).select_related("department", "owner__user")


def list_get(*, list_id: UUID, viewer: Actor) -> SharedList | None:
    return lists_for(viewer).filter(pk=list_id).first()


def items_of(list_ids: Iterable[UUID]) -> QuerySet[SharedListItem]:
    """In the order of their lists."""
    rows = SharedListItem.objects.filter(list_id__in=list(list_ids)).select_related("added_by__user")
    return rows.order_by("position", "pk")


def item_counts(list_ids: Iterable[UUID]) -> dict[UUID, int]:
    rows = SharedListItem.objects.filter(list_id__in=list(list_ids)).order_by()
    return dict(rows.values_list("list_id").annotate(n=Count("pk")))


def administers(member: AgencyMember) -> bool:
    return AgencyAbility.ADMINISTER.value in member.abilities


def may_fill(member: AgencyMember | None, row: SharedList) -> bool:
    """Add, remove and order things: the owner, and for a shared list everybody it is shared with who asks for purchases."""
    if member is None or AgencyAbility.REQUEST.value not in member.abilities:
        return False
    is_theirs = row.department_id is None or row.department_id == member.department_id or administers(member)
    return row.owner_id == member.pk or (row.is_shared and is_theirs)


def may_govern(member: AgencyMember | None, row: SharedList) -> bool:
    """Rename, share, delete: the owner, and administrators for shared ones."""
    if member is None:
        return False
    return row.owner_id == member.pk or (row.is_shared and administers(member))
