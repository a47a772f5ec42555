"""Letting a channel sell, or not."""

from __future__ import annotations

from django.db import transaction

from market.channels.errors import AlreadySwitched
from market.channels.locks import channels_for_update
from market.channels.models import Channel
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound


def channel_switch(*, channel_id: int, is_active: bool, actor: Actor) -> Channel:
    """Activate or deactivate a channel. Raises NotFound, AlreadySwitched."""
    with transaction.atomic():
        channel = channels_for_update().filter(pk=channel_id).first()
        if channel is None:
            raise NotFound("id")
        if channel.is_active == is_active:
            raise AlreadySwitched("id", state="activated" if is_active else "deactivated")
        channel.is_active = is_active
        channel.save(update_fields=["is_active"])
        action = "channels.channel_activate" if is_active else "channels.channel_deactivate"
        audit.record(actor=actor, action=action, subject_type="Channel", subject_id=channel.pk)
        catalogue_version.bump()
    return channel
