"""The only row locks of this room."""

from __future__ import annotations

from django.db.models import QuerySet

from market.channels.models import Channel
from market.core.locks import locked


def channels_for_update() -> QuerySet[Channel]:
    return locked(Channel.objects.all())
