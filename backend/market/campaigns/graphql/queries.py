"""Reading campaigns."""

from __future__ import annotations

from typing import Any

import graphene

from market.campaigns.graphql.types import Campaign, CampaignStateEnum
from market.campaigns.models import Campaign as CampaignModel
from market.campaigns.selectors.campaigns import campaign_list
from market.core.graphql.types import non_null_list


class CampaignQueries:
    campaigns = graphene.Field(
        non_null_list(Campaign),
        channel=graphene.String(required=True, description="Slug of the channel."),
        state=graphene.Argument(CampaignStateEnum, description="Only campaigns in this state."),
        required=True,
        description="Campaigns of a channel, latest first.",
    )
    campaign = graphene.Field(
        Campaign, slug=graphene.String(required=True, description="Slug of the campaign."), description="One campaign."
    )

    @staticmethod
    def resolve_campaigns(root: Any, info: Any, channel: str, state: Any = None) -> list[CampaignModel]:
        return list(
            campaign_list(viewer=info.context.actor, channel_slug=_text(channel), state=getattr(state, "value", state))
        )

    @staticmethod
    def resolve_campaign(root: Any, info: Any, slug: str) -> CampaignModel | None:
        return campaign_list(viewer=info.context.actor).filter(slug=_text(slug)).first()


def _text(given: str) -> str:
    """PostgreSQL keeps no NUL: what holds one matches nothing."""
    return given.replace("\x00", "\ufffd")
