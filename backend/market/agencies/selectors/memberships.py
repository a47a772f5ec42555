"""For which agencies a person buys."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from market.agencies.models import AgencyMember


def memberships_of(user_ids: Iterable[int]) -> QuerySet[AgencyMember]:
    """The active memberships of these people in active agencies, oldest first."""
    rows = AgencyMember.objects.filter(user_id__in=user_ids, is_active=True, agency__is_active=True)
    return rows.select_related("agency", "department").order_by("id")


def membership_to_buy_with(user_id: int | None) -> AgencyMember | None:
    """The membership an order of this person is placed under: the oldest active one."""
    return memberships_of([user_id]).first() if user_id is not None else None
