"""Which campaigns a viewer may see, and which one stood before it in the same season."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from market.campaigns.models import Campaign
from market.core import clock
from market.core.actor import Actor

UPCOMING, RUNNING, ENDED = "upcoming", "running", "ended"


def state_at(campaign: Campaign, moment: dt.datetime) -> str:
    """upcoming, running (from the start up to, not including, the end) or ended."""
    if moment < campaign.starts_at:
        return UPCOMING
    return RUNNING if moment < campaign.ends_at else ENDED


def campaign_list(*, viewer: Actor, channel_slug: str | None = None, state: str | None = None) -> QuerySet[Campaign]:
    """Campaigns, latest first; those to come are announced with their dates, as a shop window does."""
    now = clock.now()
    campaigns = Campaign.objects.order_by("-starts_at", "-id")
    if channel_slug is not None:
        campaigns = campaigns.filter(channels__slug=channel_slug)
    if state == UPCOMING:
        return campaigns.filter(starts_at__gt=now)
    if state == RUNNING:
        return campaigns.filter(starts_at__lte=now, ends_at__gt=now)
    if state == ENDED:
        return campaigns.filter(ends_at__lte=now)
    return campaigns


def season_before(campaign: Campaign) -> Campaign | None:
    """The last campaign of the same season that began earlier."""
    if not campaign.season:
        return None
    return (
        Campaign.objects.filter(season=campaign.season, starts_at__lt=campaign.starts_at).order_by("-starts_at").first()
    )
