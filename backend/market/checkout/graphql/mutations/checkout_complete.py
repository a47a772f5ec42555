"""Turn a checkout into an order."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import (
    ApprovalRequired,
    BillingAddressNotSet,
    ChannelInactive,
    EmailNotSet,
    HeldPriceLapsed,
    NoLines,
    NotFullyPaid,
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    PurchaserRefused,
    RequestAbilityNeeded,
    ShippingAddressNotSet,
    ShippingMethodInvalid,
    ShippingMethodNotSet,
    TotalChanged,
    UnavailableVariant,
)
from market.checkout.graphql.inputs import clean_metadata
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import CheckoutError
from market.checkout.services.checkout_complete import checkout_complete
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import MetadataInput, non_null_list
from market.inventory.errors import InsufficientStock
from market.orders.graphql.types import Order
from market.promotions.errors import GiftCardNotApplicable, VoucherNotApplicable


class CheckoutComplete(BaseMutation):
    class Meta:
        description = "Place the order. Asking again for the same checkout gives the same order."
        error_type = CheckoutError
        idempotent = True

    class Arguments(id_arguments()):  # type: ignore[misc]
        metadata = graphene.Argument(non_null_list(MetadataInput), description="More metadata for the order.")

    raises = (
        NotFound, InvalidId, InvalidInput, PurchaserRefused, ChannelInactive, NotFullyPaid, NoLines, EmailNotSet, BillingAddressNotSet,
        ShippingAddressNotSet, ShippingMethodNotSet, ShippingMethodInvalid, ProductNotPublished, ProductUnavailable, ProductQuoteOnly,
        UnavailableVariant, HeldPriceLapsed, InsufficientStock, TotalChanged, VoucherNotApplicable, GiftCardNotApplicable,
        ApprovalRequired, RequestAbilityNeeded,
    )  # fmt: skip
    order = graphene.Field(Order, description="The order.")
    confirmation_needed = graphene.Boolean(
        required=True, default_value=False, description="Whether the buyer must confirm a payment; never for transfers."
    )
    confirmation_data = JSONString(description="What a confirmation would need.")

    @classmethod
    def perform(cls, info: Any, metadata: Any = None, **ids: Any) -> CheckoutComplete:
        order = checkout_complete(
            checkout_id=checkout_key(ids), actor=info.context.actor, metadata=clean_metadata(metadata)
        )
        return cls(order=order, confirmation_needed=False)
