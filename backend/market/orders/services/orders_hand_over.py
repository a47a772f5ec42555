"""Orders of a channel that is deleted."""

from __future__ import annotations

from market.channels.errors import ChannelWithOrders
from market.orders.models import Order


class OrdersOfChannel:
    """``channels.ports.ChannelUser``: orders move to another channel as they are; nothing in them changes but where they belong."""

    def hand_over(self, *, channel_id: int, to_channel_id: int | None) -> None:
        rows = Order.objects.filter(channel_id=channel_id)
        if to_channel_id is not None:
            rows.update(channel_id=to_channel_id)
        elif rows.exists():
            raise ChannelWithOrders("id")
