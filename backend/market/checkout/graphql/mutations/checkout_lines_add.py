"""Put things into a checkout."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import (
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    QuantityAboveLimit,
    QuantityBelowMinimum,
    TooManyLines,
    UnavailableVariant,
    UnknownVariant,
    ZeroQuantity,
)
from market.checkout.graphql.inputs import CheckoutLineInput, line_requests
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.lines_add import lines_add
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.types import non_null_list
from market.inventory.errors import InsufficientStock


class CheckoutLinesAdd(BaseMutation):
    class Meta:
        description = "Add pieces to a checkout; a variant that is there already grows."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        lines = graphene.Argument(non_null_list(CheckoutLineInput), required=True, description="What to add.")

    raises = (
        NotFound, InvalidId, TooManyLines, ZeroQuantity, UnknownVariant, UnavailableVariant, ProductNotPublished, ProductUnavailable,
        ProductQuoteOnly, QuantityAboveLimit, QuantityBelowMinimum, InsufficientStock,
    )  # fmt: skip
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, lines: Any, **ids: Any) -> CheckoutLinesAdd:
        checkout = lines_add(checkout_id=checkout_key(ids), lines=line_requests(lines), actor=info.context.actor)
        return cls(checkout=checkout)
