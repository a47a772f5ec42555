"""Campaigns as clients see them."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Count

from market.campaigns.models import Campaign as CampaignModel
from market.campaigns.models import CampaignProduct
from market.campaigns.selectors.campaigns import state_at
from market.core import clock
from market.core.graphql.batch import batch
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.images import image_url
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import Image, ModelObjectType


class CampaignStateEnum(graphene.Enum):
    """Where a campaign stands in time."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"


class CampaignTranslation(graphene.ObjectType):
    """A campaign in another language."""

    title = graphene.String(description="Its title.")
    subtitle = graphene.String(description="The line below the title.")
    description = graphene.String(description="What it is about.")


class Campaign(ModelObjectType):
    """A seasonal exhibition (기획전)."""

    slug = graphene.String(required=True, description="Slug of the campaign.")
    title = graphene.String(required=True, description="Its title.")
    subtitle = graphene.String(required=True, description="The line below the title.")
    description = graphene.String(required=True, description="What it is about.")
    starts_at = graphene.Field(DateTime, required=True, description="When it opens.")
    ends_at = graphene.Field(DateTime, required=True, description="First instant after its end.")
    state = graphene.Field(CampaignStateEnum, required=True, description="Where it stands in time.")
    artwork = graphene.Field(
        Image, size=graphene.Int(description="Wanted width in pixels."), description="Its picture."
    )
    season = graphene.String(description="Season it belongs to; results are compared within it.")
    product_count = graphene.Int(required=True, description="How many goods it shows.")
    translation = graphene.Field(
        CampaignTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="Language."),
        description="The campaign in another language, as far as there is one.",
    )

    @staticmethod
    def resolve_state(root: CampaignModel, info: Any) -> str:
        return state_at(root, info.context.remember("now", clock.now))

    @staticmethod
    def resolve_artwork(root: CampaignModel, info: Any, size: int | None = None) -> dict[str, str] | None:
        return {"url": image_url(root.artwork, size, "webp"), "alt": root.title} if root.artwork else None

    @staticmethod
    def resolve_season(root: CampaignModel, info: Any) -> str | None:
        return root.season or None

    @batch
    def resolve_product_count(parents: list[CampaignModel], info: Any) -> list[int]:
        rows = CampaignProduct.objects.filter(campaign__in=parents).values_list("campaign_id").annotate(n=Count("id"))
        counts = dict(rows.order_by())
        return [counts.get(campaign.pk, 0) for campaign in parents]

    @staticmethod
    def resolve_translation(root: CampaignModel, info: Any, language_code: Any) -> dict[str, Any] | None:
        if getattr(language_code, "value", language_code) != "en" or not root.title_en:
            return None
        return {
            "title": root.title_en,
            "subtitle": root.subtitle_en or None,
            "description": root.description_en or None,
        }
