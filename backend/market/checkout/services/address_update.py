"""Where it goes and whom it is billed to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from market.accounts.models import Address
from market.accounts.services.address_clean import AddressChecks
from market.checkout.errors import ShippingNotRequired
from market.checkout.models import Checkout
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.shopper_address import shopper_address
from market.core.actor import Actor


def shipping_address_update(
    *,
    checkout_id: UUID,
    values: Mapping[str, Any],
    actor: Actor,
    checks: AddressChecks | None = None,
    save: bool = True,
) -> Checkout:
    """Set where it goes; a delivery method that does not go there is dropped.

    Raises NotFound, ShippingNotRequired, and ManyErrors for a faulty address.
    """
    address = shopper_address("SHIPPING", values, checks or AddressChecks())
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        checkout.shipping_address = _stored(address, checkout.shipping_address_id)
        checkout.save_shipping_address = save
        pricing = pricing_get(checkout=checkout)
        if checkout.shipping_method_id is not None and not _goes_there(checkout, pricing):
            checkout.shipping_method = None
            pricing = pricing_get(checkout=checkout)
        if pricing.lines and not pricing.is_shipping_required:
            raise ShippingNotRequired("shippingAddress")
        fields = ("shipping_address", "save_shipping_address", "shipping_method")
        return checkout_saved(checkout=checkout, fields=fields, pricing=pricing)


def billing_address_update(
    *,
    checkout_id: UUID,
    values: Mapping[str, Any],
    actor: Actor,
    checks: AddressChecks | None = None,
    save: bool = True,
) -> Checkout:
    """Set whom the papers are made out to. Raises NotFound, and ManyErrors for a faulty address."""
    address = shopper_address("BILLING", values, checks or AddressChecks())
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        checkout.billing_address = _stored(address, checkout.billing_address_id)
        checkout.save_billing_address = save
        return checkout_saved(checkout=checkout, fields=("billing_address", "save_billing_address"))


def _goes_there(checkout: Checkout, pricing: Pricing) -> bool:
    options = delivery_options(checkout=checkout, pricing=pricing)
    return checkout.shipping_method_id in {option.method.pk for option in options}


def _stored(address: Address | None, replaces: int | None) -> Address:
    """The address saved, in the row of the one it replaces: a checkout's addresses are its own."""
    if address is None:
        raise ValueError("an address update without an address")
    address.pk = replaces
    address.save(force_update=replaces is not None, force_insert=replaces is None)
    return address
