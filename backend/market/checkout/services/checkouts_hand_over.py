"""Checkouts of a channel that is deleted."""

from __future__ import annotations

from django.db.models import Q

from market.channels.errors import ChannelHoldsMoney
from market.checkout.models import Checkout


class CheckoutsOfChannel:
    """``channels.ports.ChannelUser``: checkouts go with their channel, unless somebody has paid for one."""

    def hand_over(self, *, channel_id: int, to_channel_id: int | None) -> None:
        paid = Q(charged_amount__gt=0) | Q(authorized_amount__gt=0)
        if Checkout.objects.filter(paid, channel_id=channel_id).exists():
            raise ChannelHoldsMoney("id")
