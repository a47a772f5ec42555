"""A leaver's quote requests and standing quotes go to the successor."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from market.agencies.permissions import AgencyAbility
from market.agencies.ports import Blocked, Work
from market.core import clock
from market.core.actor import Actor
from market.quotes.locks import request_for_update
from market.quotes.models import Quote, QuoteRequest, QuoteRequestStatus

UNDER_WAY = (QuoteRequestStatus.DRAFT, QuoteRequestStatus.OPEN, QuoteRequestStatus.CLOSED)


class QuoteKeeper:
    """Fills agencies' ``WorkKeeper``: requests that nobody has chosen from yet, and quotes whose prices still stand."""

    def work_of(self, member_id: int) -> Sequence[Work]:
        found = {"quote_requests": _requests(member_id).count(), "quotes": _quotes(member_id).count()}
        return [Work(kind=kind, count=count, needs=AgencyAbility.REQUEST) for kind, count in found.items() if count]

    def blocked_for(self, from_id: int, to_id: int) -> Sequence[Blocked]:
        return []

    def hand_over(self, from_id: int, to_id: int, actor: Actor) -> int:
        for pk in _requests(from_id).order_by("pk").values_list("pk", flat=True):
            request_for_update(pk)
        moved = _requests(from_id).update(requester_id=to_id)
        return moved + _quotes(from_id).update(member_id=to_id)


def _requests(member_id: int) -> QuerySet[QuoteRequest]:
    return QuoteRequest.objects.filter(requester_id=member_id, status__in=UNDER_WAY)


def _quotes(member_id: int) -> QuerySet[Quote]:
    return Quote.objects.filter(
        member_id=member_id, valid_until__gte=clock.today(), replaced_at__isnull=True, withdrawn_at__isnull=True
    )
