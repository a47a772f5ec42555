"""A basket becomes an order that waits for approval: its terms are held, and nobody is told."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.checkout.errors import ForAgenciesOnly, PromoCodesNotHeld, TotalChanged
from market.checkout.models import Checkout
from market.checkout.ports import is_for_agencies
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.services.checkout_change import checkout_locked
from market.checkout.services.checkout_to_order import checkout_faults, gate_of, order_from_checkout
from market.core.actor import Actor
from market.core.errors import ManyErrors, NotFound
from market.orders.models import Order


def checkout_hold(*, checkout_id: UUID, actor: Actor, expected_total: Decimal | None = None) -> Order:
    """The order (UNCONFIRMED) of a basket in a channel for agencies: prices and campaigns copied, stock promised, the basket gone.

    The bill goes to where the goods go unless another address stands in it; of several ways of delivery the cheapest is taken where none
    was chosen. ``expected_total``: what the buyer was shown, VAT and delivery included; another one is refused. For rooms above only, in
    their transaction: it neither notes the order for the agency nor asks whether the agency may order so much.

    Raises NotFound, PurchaserRefused, ForAgenciesOnly, PromoCodesNotHeld, TotalChanged, InsufficientStock, and ManyErrors with what is
    missing or no longer sold.
    """
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if checkout.user_id not in (None, actor.user_id):
            raise NotFound("checkoutId")  # staff reach it, but it is not theirs
        gate = gate_of(checkout.channel)
        if gate is None or not is_for_agencies(checkout.channel):
            raise ForAgenciesOnly("checkoutId")
        organisation = gate.may_purchase(actor, checkout.channel)
        if checkout.voucher_code or checkout.gift_card_ids:
            raise PromoCodesNotHeld("checkoutId")
        pricing = _completed(checkout)
        faults = checkout_faults(checkout, pricing)
        if faults:
            raise ManyErrors(faults)
        total = pricing.total.gross.amount
        if expected_total is not None and total != expected_total:
            raise TotalChanged("expectedTotal", total=f"{total:,}")
        return order_from_checkout(
            checkout=checkout, pricing=pricing, actor=actor, organisation=organisation, is_held=True
        )


def _completed(checkout: Checkout) -> Pricing:
    """The prices, with what can be taken for granted filled in."""
    if checkout.billing_address_id is None:
        checkout.billing_address = checkout.shipping_address
    pricing = pricing_get(checkout=checkout)
    if checkout.shipping_method_id is None and pricing.is_shipping_required and checkout.shipping_address is not None:
        options = delivery_options(checkout=checkout, pricing=pricing)
        if options:
            cheapest = min(options, key=lambda option: (option.price.amount, option.method.pk))
            checkout.shipping_method = cheapest.method
            pricing = pricing_get(checkout=checkout)
    return pricing
