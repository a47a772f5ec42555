"""A leaver's lists go to the successor."""

from __future__ import annotations

from collections.abc import Sequence

from market.agencies.permissions import AgencyAbility
from market.agencies.ports import Blocked, Work
from market.baskets.locks import lists_for_update
from market.baskets.models import SharedList
from market.core.actor import Actor


class ListKeeper:
    """Fills agencies' ``WorkKeeper``. A list that only its owner saw stays one that only the new owner sees."""

    def work_of(self, member_id: int) -> Sequence[Work]:
        count = SharedList.objects.filter(owner_id=member_id).count()
        return [Work(kind="lists", count=count, needs=AgencyAbility.REQUEST)] if count else []

    def blocked_for(self, from_id: int, to_id: int) -> Sequence[Blocked]:
        return []

    def hand_over(self, from_id: int, to_id: int, actor: Actor) -> int:
        ids = [row.pk for row in lists_for_update().filter(owner_id=from_id)]
        return SharedList.objects.filter(pk__in=ids).update(owner_id=to_id)
