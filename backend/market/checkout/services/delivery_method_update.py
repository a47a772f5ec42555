"""How it travels."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.errors import DeliveryMethodNotApplicable, ShippingAddressNotSet, ShippingNotRequired
from market.checkout.models import Checkout
from market.checkout.selectors.pricing import pricing_get
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor
from market.shipping.selectors.shipping_method_list import shipping_method_list


def delivery_method_update(*, checkout_id: UUID, method_id: int | None, actor: Actor) -> Checkout:
    """Choose a way of delivery, or none.

    Raises NotFound, ShippingNotRequired, ShippingAddressNotSet, and DeliveryMethodNotApplicable for a method that is unknown or not
    offered in this channel to this address.
    """
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if method_id is None:
            checkout.shipping_method = None
            return checkout_saved(checkout=checkout, fields=("shipping_method",))
        if checkout.shipping_address is None:
            raise ShippingAddressNotSet("shippingAddress")
        methods = shipping_method_list(channel_id=checkout.channel_id, country=checkout.shipping_address.country)
        method = methods.filter(pk=method_id).first()
        if method is None:
            raise DeliveryMethodNotApplicable("deliveryMethodId")
        checkout.shipping_method = method
        pricing = pricing_get(checkout=checkout)
        if not pricing.is_shipping_required:
            raise ShippingNotRequired("deliveryMethodId")
        return checkout_saved(checkout=checkout, fields=("shipping_method",), pricing=pricing)
