"""How it travels."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import DeliveryMethodNotApplicable, ShippingAddressNotSet, ShippingNotRequired
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.delivery_method_update import delivery_method_update
from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, from_global_id
from market.core.graphql.mutations import BaseMutation, InvalidId

LONGEST_KEY = 18


class CheckoutDeliveryMethodUpdate(BaseMutation):
    class Meta:
        description = "Choose how a checkout is delivered; nothing: choose none."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        delivery_method_id = graphene.ID(description="ID of an offered delivery or of a shipping method.")

    raises = (NotFound, InvalidId, DeliveryMethodNotApplicable, ShippingAddressNotSet, ShippingNotRequired)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, delivery_method_id: str | None = None, **ids: Any) -> CheckoutDeliveryMethodUpdate:
        key = checkout_key(ids)
        method_id = _method_key(delivery_method_id, str(key)) if delivery_method_id else None
        return cls(checkout=delivery_method_update(checkout_id=key, method_id=method_id, actor=info.context.actor))


class CheckoutShippingMethodUpdate(BaseMutation):
    class Meta:
        description = "Choose how a checkout is delivered; older name of `checkoutDeliveryMethodUpdate`."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        shipping_method_id = graphene.ID(description="ID of a shipping method or of an offered delivery.")

    raises = CheckoutDeliveryMethodUpdate.raises
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, shipping_method_id: str | None = None, **ids: Any) -> CheckoutShippingMethodUpdate:
        chosen = CheckoutDeliveryMethodUpdate.perform(info, shipping_method_id, **ids)
        return cls(checkout=chosen.checkout)


def _method_key(global_id: str, checkout_id: str) -> int:
    """The shipping method's key; an offer made for another checkout is none of ours."""
    try:
        kind, key = from_global_id(global_id, "Delivery", "ShippingMethod")
    except BadGlobalId as error:
        raise InvalidId("deliveryMethodId") from error
    if kind == "Delivery":
        offered_for, _, key = key.partition("_")
        if offered_for != checkout_id:
            raise DeliveryMethodNotApplicable("deliveryMethodId")
    if not key.isascii() or not key.isdigit() or len(key) > LONGEST_KEY:
        raise InvalidId("deliveryMethodId")
    return int(key)
