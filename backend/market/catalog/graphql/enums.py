"""Enums of the catalogue's API."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.models import AttributeInputType, MediaType
from market.core.graphql.enums import enum_from_choices
from market.core.tax import TaxKind

AttributeInputTypeEnum = enum_from_choices(
    "AttributeInputTypeEnum", AttributeInputType, "What kind of values an attribute takes."
)
ProductMediaType = enum_from_choices("ProductMediaType", MediaType, "Kinds of media.")
TaxKindEnum = enum_from_choices("TaxKindEnum", TaxKind, "How VAT applies: 과세, 영세율, 면세.")

_ORDER_FIELDS = """NAME RANK PRICE MINIMAL_PRICE LAST_MODIFIED DATE TYPE PUBLISHED PUBLICATION_DATE PUBLISHED_AT
    LAST_MODIFIED_AT COLLECTION RATING CREATED_AT"""
_ORDER_WORDS = {
    "NAME": "By name.",
    "RANK": "By how well the searched words fit.",
    "PRICE": "By the price before discounts.",
    "MINIMAL_PRICE": "By the price now.",
    "COLLECTION": "In the order of the collection.",
}


def _order_words(member: Any) -> str:
    if member is None:
        return "What products can be sorted by."
    return _ORDER_WORDS.get(member.name, f"By {member.name.replace('_', ' ').lower()}.")


ProductOrderField = graphene.Enum(
    "ProductOrderField", [(name, name.lower()) for name in _ORDER_FIELDS.split()], description=_order_words
)


class CollectionSortField(graphene.Enum):
    """What collections can be sorted by."""

    NAME = "name"


class VariantAttributeScope(graphene.Enum):
    """Which attributes of a variant: all, those a buyer chooses by, or the others."""

    ALL = "all"
    VARIANT_SELECTION = "variant_selection"
    NOT_VARIANT_SELECTION = "not_variant_selection"
