"""Open a checkout."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import (
    ChannelInactive,
    ChannelMissing,
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
from market.checkout.graphql.inputs import (
    CheckoutCreateInput,
    address_checks,
    address_values,
    clean_metadata,
    line_requests,
)
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.permissions import MANAGE_CHECKOUTS
from market.inventory.errors import InsufficientStock


class CheckoutCreate(BaseMutation):
    class Meta:
        description = "Open a checkout, with or without lines."
        error_type = CheckoutError

    class Arguments:
        input = CheckoutCreateInput(required=True, description="What it starts with.")

    raises = (
        ChannelInactive, ChannelMissing, NotFound, InvalidId, InvalidInput, Required, TooManyLines, ZeroQuantity, UnknownVariant,
        UnavailableVariant, ProductNotPublished, ProductUnavailable, ProductQuoteOnly, QuantityAboveLimit, QuantityBelowMinimum,
        InsufficientStock,
    )  # fmt: skip
    checkout = graphene.Field(Checkout, description="The new checkout.")
    created = graphene.Boolean(description="Whether one was opened; it always is.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> CheckoutCreate:
        actor = info.context.actor
        return cls(checkout=checkout_create(wish=_wish(input, actor), actor=actor), created=True)


def _wish(given: Any, actor: Actor) -> CheckoutWish:
    if given.get("private_metadata") and not actor.has_permission(MANAGE_CHECKOUTS):
        raise PermissionDenied(MANAGE_CHECKOUTS)
    rules, language = given.get("validation_rules") or {}, given.get("language_code")
    shipping, billing = given.get("shipping_address"), given.get("billing_address")
    return CheckoutWish(
        channel_slug=(given.get("channel") or "").replace("\x00", "\ufffd"),
        lines=line_requests(given.get("lines") or []),
        email=given.get("email"),
        language_code=getattr(language, "value", language) or actor.language,
        shipping_address=address_values(shipping, actor),
        billing_address=address_values(billing, actor),
        save_shipping_address=given.get("save_shipping_address") is not False,
        save_billing_address=given.get("save_billing_address") is not False,
        shipping_checks=address_checks(rules.get("shipping_address"), shipping),
        billing_checks=address_checks(rules.get("billing_address"), billing),
        metadata=clean_metadata(given.get("metadata")),
        private_metadata=clean_metadata(given.get("private_metadata")),
    )
