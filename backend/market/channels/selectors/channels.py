"""Which channels there are, and which a viewer may see."""

from __future__ import annotations

from market.channels.models import Channel
from market.core.actor import Actor
from market.core.memo import kept_briefly


def channel_list(*, viewer: Actor) -> list[Channel]:
    """Every channel for staff; the active ones for everybody else."""
    channels = Channel.objects.order_by("slug")
    return list(channels if viewer.is_staff else channels.filter(is_active=True))


def only_channel_slug() -> str | None:
    """The slug of the one active channel; None where there are several, or none."""
    slugs = list(Channel.objects.filter(is_active=True).values_list("slug", flat=True)[:2])
    return slugs[0] if len(slugs) == 1 else None


def channel_by_slug(slug: str, *, viewer: Actor) -> Channel | None:
    """The channel, if it is active or the viewer is of the staff."""
    channel = kept_briefly(("channel", slug), Channel.objects.filter(slug=slug).first)
    return channel if channel is not None and (channel.is_active or viewer.is_staff) else None
