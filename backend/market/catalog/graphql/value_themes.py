"""Values that people shop by, checked claims to them, and the legal product notice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.translations import in_language
from market.catalog.graphql.views import view_of_slug
from market.catalog.selectors.product_counts import product_counts_by_value
from market.core.graphql.batch import batch
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.scalars import Date
from market.core.graphql.types import ModelObjectType, Node, non_null_list


def _language() -> dict[str, Any]:
    return {"language_code": LanguageCodeEnum(description="The wanted language; Korean unless it is English.")}


class ValueTheme(ModelObjectType):
    """A value that people shop by."""

    class Meta:
        interfaces = (Node,)

    code = graphene.String(required=True, description="Code for filters.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    name = graphene.String(required=True, description="Its name.", **_language())
    tagline = graphene.String(required=True, description="It in a few words.", **_language())
    description = graphene.String(required=True, description="What it means and what it takes.", **_language())
    cloth = graphene.String(required=True, description="Its cloth in the patchwork: ssuk, chija, jjok, salgu or gaji.")
    product_count = graphene.Int(
        required=True,
        description="How many products claim it in a channel.",
        channel=graphene.String(required=True, description="Slug of the channel."),
    )

    @staticmethod
    def resolve_name(root: Any, info: Any, language_code: Any = None) -> str:
        return in_language(root, "name", language_code)

    @staticmethod
    def resolve_tagline(root: Any, info: Any, language_code: Any = None) -> str:
        return in_language(root, "tagline", language_code)

    @staticmethod
    def resolve_description(root: Any, info: Any, language_code: Any = None) -> str:
        return in_language(root, "description", language_code)

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
    statement = graphene.String(required=True, description="What is claimed.")
    evidence = graphene.String(required=True, description="What proves it.")
    issued_on = Date(description="When the evidence was issued.")
    checked_on = Date(required=True, description="When the market checked it.")


class ProductNoticeItem(graphene.ObjectType):
    """One fact of the legal product notice."""

    code = graphene.String(required=True, description="Code of the fact.")
    label = graphene.String(required=True, description="Its name in the notice.")
    value = graphene.String(required=True, description="What the vendor states.")


class ProductNotice(graphene.ObjectType):
    """The facts that the law wants stated about goods of this kind (상품정보제공고시)."""

    type = graphene.String(required=True, description="Code of the kind of goods.")
    type_name = graphene.String(required=True, description="The kind of goods.")
    items = graphene.Field(non_null_list(ProductNoticeItem), required=True, description="The facts in printing order.")


def notice_of(product: Any, notice_type: Any, language: str) -> dict[str, Any] | None:
    """The notice of a product in the request's language; facts that the vendor left out refer to the description."""
    if notice_type is None:
        return None
    english = language == "en"
    label = "label_en" if english else "label"
    missing = "See the product description" if english else "상품 상세설명 참조"
    stated = product.notice or {}
    return {
        "type": notice_type.code,
        "type_name": notice_type.name_en if english else notice_type.name,
        "items": [
            {
                "code": item["code"],
                "label": item.get(label) or item["label"],
                "value": str(stated.get(item["code"]) or missing),
            }
            for item in notice_type.fields
        ],
    }
