"""Stories as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.models import ValueTheme
from market.content.graphql.story_products import products_of_stories
from market.content.models import Story as StoryModel
from market.content.models import StoryKind
from market.core.graphql.batch import batch, by_key
from market.core.graphql.enums import LanguageCodeEnum, enum_from_choices
from market.core.graphql.images import image_url
from market.core.graphql.scalars import DateTime, JSONString
from market.core.graphql.types import Image, ModelObjectType, non_null_list
from market.vendors.graphql.types import batch_vendors

StoryKindEnum = enum_from_choices(
    "StoryKindEnum", StoryKind, "What a story is for: HYGIENE informs, HUB gathers, HERO is planned and shared."
)
MOST_PRODUCTS, USUAL_PRODUCTS = 24, 4


class StoryTranslation(graphene.ObjectType):
    """A story in another language."""

    title = graphene.String(description="Its title.")
    lead = graphene.String(description="What it is about.")
    body = graphene.Field(JSONString, description="Its text (EditorJS).")


class Story(ModelObjectType):
    """A story of a maker, a material or a value."""

    slug = graphene.String(required=True, description="Slug of the story.")
    title = graphene.String(required=True, description="Its title.")
    lead = graphene.String(required=True, description="What it is about.")
    body = graphene.Field(JSONString, required=True, description="Its text (EditorJS).")
    kind = graphene.Field(StoryKindEnum, required=True, description="What it is for.")
    theme = graphene.Field("market.catalog.graphql.types.ValueTheme", description="The value it is about.")
    vendor = graphene.Field("market.vendors.graphql.types.Vendor", description="The enterprise it is about.")
    author_name = graphene.String(required=True, description="Who wrote it.")
    published_at = graphene.Field(DateTime, required=True, description="When it appeared.")
    artwork = graphene.Field(
        Image, size=graphene.Int(description="Wanted width in pixels."), required=True, description="Its picture."
    )
    reading_minutes = graphene.Int(required=True, description="How long it takes to read.")
    products = graphene.Field(
        non_null_list("market.catalog.graphql.types.Product"),
        first=graphene.Int(default_value=USUAL_PRODUCTS, description="How many at most."),
        channel=graphene.String(required=True, description="Slug of the channel."),
        required=True,
        description="Goods of the story that the channel sells.",
    )
    translation = graphene.Field(
        StoryTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="Language."),
        description="The story in another language, as far as there is one.",
    )

    @staticmethod
    def resolve_artwork(root: StoryModel, info: Any, size: int | None = None) -> dict[str, str]:
        return {"url": image_url(root.artwork, size, "webp"), "alt": root.title}

    @staticmethod
    def resolve_translation(root: StoryModel, info: Any, language_code: Any) -> dict[str, Any] | None:
        if getattr(language_code, "value", language_code) != "en" or not root.title_en:
            return None
        return {"title": root.title_en, "lead": root.lead_en or None, "body": root.body_en}

    @batch
    def resolve_theme(parents: list[StoryModel], info: Any) -> list[ValueTheme | None]:
        ids = [story.theme_id for story in parents]
        return by_key(ValueTheme.objects.filter(pk__in={pk for pk in ids if pk}), lambda row: row.pk, ids)

    @batch
    def resolve_vendor(parents: list[StoryModel], info: Any) -> list[Any]:
        ids = [story.vendor_id for story in parents if story.vendor_id]
        found: dict[int | None, Any] = dict(zip(ids, batch_vendors(ids, info), strict=True))
        return [found.get(story.vendor_id) for story in parents]

    @batch
    def resolve_products(
        parents: list[StoryModel], info: Any, channel: str, first: int | None = None
    ) -> list[list[Any]]:
        first = USUAL_PRODUCTS if first is None else first
        return products_of_stories([story.pk for story in parents], info, channel, min(max(first, 0), MOST_PRODUCTS))
