"""Values that people shop by, and checked claims to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.views import view_of_slug
from market.catalog.selectors.product_counts import product_counts_by_value
from market.core.graphql.batch import batch
from market.core.graphql.enums import ThumbnailFormatEnum
from market.core.graphql.images import artwork_url
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date
from market.core.graphql.types import Image, ModelObjectType, Node


class ValueTheme(ModelObjectType):
    """A value that people shop by."""

    class Meta:
        interfaces = (Node,)

    code = graphene.String(required=True, description="Code for filters.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    name = graphene.String(required=True, description="Its name.", language_code=language_argument())
    tagline = graphene.String(required=True, description="It in a few words.", language_code=language_argument())
    description = graphene.String(
        required=True, description="What it means and what it takes.", language_code=language_argument()
    )
    cloth = graphene.String(required=True, description="Its cloth in the patchwork: ssuk, chija, jjok, salgu or gaji.")
    artwork = graphene.Field(
        Image,
        size=graphene.Int(description="Wanted width in pixels."),
        format=ThumbnailFormatEnum(description="Wanted format."),
        description="A drawing that stands for it.",
    )
    product_count = graphene.Int(
        required=True,
        description="How many products claim it in a channel.",
        channel=graphene.String(required=True, description="Slug of the channel."),
    )

    @staticmethod
    def resolve_name(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)

    @staticmethod
    def resolve_tagline(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root.tagline, root.tagline_en, info, language_code)

    @staticmethod
    def resolve_description(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root.description, root.description_en, info, language_code)

    @staticmethod
    def resolve_artwork(root: Any, info: Any, size: int | None = None, format: Any = None) -> dict[str, str] | None:
        chosen = getattr(format, "value", format) or "webp"
        return {"url": artwork_url(root.artwork, size, chosen), "alt": root.name} if root.artwork else None

    @batch
    def resolve_product_count(parents: Sequence[Any], info: Any, channel: str) -> list[int]:
        view = view_of_slug(info, channel)
        counts = product_counts_by_value(view) if view is not None else {}
        return [counts.get(theme.code, 0) for theme in parents]


class ValueClaim(ModelObjectType):
    """A statement about a product that the market has checked against evidence."""

    class Meta:
        interfaces = (Node,)

    theme = graphene.Field(ValueTheme, required=True, description="The value that it speaks of.")
    statement = graphene.String(required=True, language_code=language_argument(), description="What is claimed.")
    evidence = graphene.String(required=True, language_code=language_argument(), description="What proves it.")
    issued_on = Date(description="When the evidence was issued.")
    checked_on = Date(required=True, description="When the market checked it.")

    @staticmethod
    def resolve_statement(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root.statement, root.statement_en, info, language_code)

    @staticmethod
    def resolve_evidence(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root.evidence, root.evidence_en, info, language_code)
