"""Which stories a viewer may read."""

from __future__ import annotations

from django.db.models import QuerySet

from market.content.models import Story
from market.core import clock
from market.core.actor import Actor


def story_list(*, viewer: Actor, kind: str | None = None, theme: str | None = None) -> QuerySet[Story]:
    """Published stories, newest first; for staff also those that are yet to come."""
    stories = Story.objects.order_by("-published_at", "-id")
    if not viewer.is_staff:
        stories = stories.filter(published_at__lte=clock.now())
    if kind is not None:
        stories = stories.filter(kind=kind)
    if theme is not None:
        stories = stories.filter(theme__code=theme)
    return stories
