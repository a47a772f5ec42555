"""Which channels have orders."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from market.channels.models import Channel
from market.orders.models import Order


def channels_with_orders(channel_ids: Iterable[int]) -> set[int]:
    """Those of the channels in which anything was ordered, in one statement."""
    ordered = Exists(Order.objects.filter(channel_id=OuterRef("pk")))
    return set(Channel.objects.filter(ordered, pk__in=list(channel_ids)).values_list("pk", flat=True))
