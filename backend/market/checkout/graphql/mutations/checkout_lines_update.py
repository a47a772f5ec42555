"""Change quantities in a checkout."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import (
    ForeignLine,
    HeldLineFixed,
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    QuantityAboveLimit,
    QuantityBelowMinimum,
    UnavailableVariant,
    ZeroQuantity,
)
from market.checkout.graphql.inputs import CheckoutLineUpdateInput, line_changes
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.lines_update import lines_update
from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.types import non_null_list
from market.inventory.errors import InsufficientStock


class CheckoutLinesUpdate(BaseMutation):
    class Meta:
        description = "Set the quantities of lines; 0 removes a line."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        lines = graphene.Argument(non_null_list(CheckoutLineUpdateInput), required=True, description="What to change.")

    raises = (
        NotFound, InvalidId, Required, ForeignLine, HeldLineFixed, ZeroQuantity, UnavailableVariant, ProductNotPublished, ProductUnavailable,
        ProductQuoteOnly, QuantityAboveLimit, QuantityBelowMinimum, InsufficientStock,
    )  # fmt: skip
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, lines: Any, **ids: Any) -> CheckoutLinesUpdate:
        checkout = lines_update(checkout_id=checkout_key(ids), changes=line_changes(lines), actor=info.context.actor)
        return cls(checkout=checkout)
