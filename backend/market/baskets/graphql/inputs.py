"""What is put on lists and into baskets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import graphene

from market.baskets.errors import TooManyItems
from market.baskets.rules import MOST_CODES
from market.baskets.selectors.buyables import Wish
from market.core.graphql.mutations import pk_from_id


class BasketItemInput(graphene.InputObjectType):
    """So many of a variant."""

    variant = graphene.InputField(graphene.ID, required=True, description="ID of the variant.")
    quantity = graphene.InputField(graphene.Int, default_value=1, description="How many, 1 to 9,999.")


class SharedListItemChangeInput(graphene.InputObjectType):
    """A change of one thing on a list; what is not given stays."""

    variant = graphene.InputField(graphene.ID, required=True, description="ID of the variant.")
    quantity = graphene.InputField(graphene.Int, description="How many; 0 takes it off the list.")
    note = graphene.InputField(graphene.String, description="What to know about it, 200 letters.")


def bounded(items: Iterable[Any], field: str = "items") -> list[Any]:
    found = list(items)
    if len(found) > MOST_CODES:
        raise TooManyItems(field, limit=MOST_CODES)
    return found


def wishes_of(items: Iterable[Any], field: str = "items") -> list[Wish]:
    """Raises InvalidId, TooManyItems."""
    return [
        Wish(
            pk_from_id(item.variant, "ProductVariant", field=field),
            1 if item.get("quantity") is None else item.quantity,
        )
        for item in bounded(items, field)
    ]


def quantities_of(items: Iterable[Any] | None, field: str = "items") -> dict[int, int] | None:
    """Pieces by variant; None where none are named."""
    return None if items is None else {wish.variant_id: wish.quantity for wish in wishes_of(items, field)}
