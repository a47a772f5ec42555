"""Closing a channel for good."""

from __future__ import annotations

from django.db import transaction

from market.channels.errors import CurrencyDiffers
from market.channels.models import Channel
from market.channels.ports import channel_users
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound


def channel_delete(*, channel_id: int, to_channel_id: int | None, actor: Actor) -> Channel:
    """Delete a channel with its listings and checkouts; its orders move to another channel of the same currency.

    Returns the channel as it was. Raises NotFound, InvalidInput, CurrencyDiffers, and what the rooms that hold something raise
    (ChannelWithOrders, ChannelHoldsMoney). It locks no row of its own: the rooms that hand over stand above this one, and the foreign keys
    of orders keep a channel that gets a new one in between.
    """
    with transaction.atomic():
        channel = Channel.objects.filter(pk=channel_id).first()
        if channel is None:
            raise NotFound("id")
        if to_channel_id is not None:
            _check_target(channel, to_channel_id)
        for user in channel_users():
            user.hand_over(channel_id=channel_id, to_channel_id=to_channel_id)
        Channel.objects.filter(pk=channel_id).delete()
        audit.record(
            actor=actor,
            action="channels.channel_delete",
            subject_type="Channel",
            subject_id=channel_id,
            slug=channel.slug,
            orders_to=to_channel_id,
        )
        catalogue_version.bump()
    return channel


def _check_target(channel: Channel, to_channel_id: int) -> None:
    if to_channel_id == channel.pk:
        raise InvalidInput("channelId", "다른 채널을 골라 주세요.", "Choose another channel than the deleted one.")
    target = Channel.objects.filter(pk=to_channel_id).first()
    if target is None:
        raise NotFound("channelId")
    if target.currency_code != channel.currency_code:
        raise CurrencyDiffers("channelId", currency=channel.currency_code)
