"""How it travels."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.errors import DeliveryMethodNotApplicable, ShippingAddressNotSet, ShippingNotRequired
from market.checkout.models import Checkout
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import pricing_get
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor


def delivery_method_update(*, checkout_id: UUID, method_id: int | None, actor: Actor) -> Checkout:
    """Choose a way of delivery, or none.

    Raises NotFound, ShippingNotRequired, ShippingAddressNotSet, and DeliveryMethodNotApplicable for a method that is unknown or not
    offered in this channel, to this address, for these goods.
    """
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if method_id is None:
            checkout.shipping_method = None
            return checkout_saved(checkout=checkout, fields=("shipping_method",))
        if checkout.shipping_address is None:
            raise ShippingAddressNotSet("shippingAddress")
        checkout.shipping_method_id = method_id  # the price of the checkout depends on it
        pricing = pricing_get(checkout=checkout)
        if not pricing.is_shipping_required:
            raise ShippingNotRequired("deliveryMethodId")
        options = {option.method.pk: option.method for option in delivery_options(checkout=checkout, pricing=pricing)}
        if method_id not in options:
            raise DeliveryMethodNotApplicable("deliveryMethodId")
        checkout.shipping_method = options[method_id]
        return checkout_saved(checkout=checkout, fields=("shipping_method",), pricing=pricing)
