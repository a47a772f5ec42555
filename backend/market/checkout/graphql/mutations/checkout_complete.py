"""Turn a checkout into an order."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import (
    BillingAddressNotSet,
    ChannelInactive,
    EmailNotSet,
    NoLines,
    NotFullyPaid,
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    PurchaserRefused,
    ShippingAddressNotSet,
    ShippingMethodInvalid,
    ShippingMethodNotSet,
    TotalChanged,
    UnavailableVariant,
)
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import CheckoutError
from market.checkout.services.checkout_complete import checkout_complete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import JSONString
from market.inventory.errors import InsufficientStock
from market.orders.graphql.types import Order
from market.promotions.errors import GiftCardNotApplicable, VoucherNotApplicable


class CheckoutComplete(BaseMutation):
    class Meta:
        description = "Place the order. Asking again for the same checkout gives the same order."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        pass

    raises = (
        NotFound, InvalidId, PurchaserRefused, ChannelInactive, NotFullyPaid, NoLines, EmailNotSet, BillingAddressNotSet,
        ShippingAddressNotSet, ShippingMethodNotSet, ShippingMethodInvalid, ProductNotPublished, ProductUnavailable, ProductQuoteOnly,
        UnavailableVariant, InsufficientStock, TotalChanged, VoucherNotApplicable, GiftCardNotApplicable,
    )  # fmt: skip
    order = graphene.Field(Order, description="The order.")
    confirmation_needed = graphene.Boolean(
        required=True, default_value=False, description="Whether the buyer must confirm a payment; never for transfers."
    )
    confirmation_data = JSONString(description="What a confirmation would need.")

    @classmethod
    def perform(cls, info: Any, **ids: Any) -> CheckoutComplete:
        return cls(
            order=checkout_complete(checkout_id=checkout_key(ids), actor=info.context.actor), confirmation_needed=False
        )
