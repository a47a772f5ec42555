"""What a checkout and an order have in common at the moment when one becomes the other."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS

from market.channels.models import Channel
from market.checkout.errors import (
    BillingAddressNotSet,
    ChannelInactive,
    EmailNotSet,
    NoLines,
    NotFullyPaid,
    PurchaserRefused,
    ShippingAddressNotSet,
    ShippingMethodInvalid,
    ShippingMethodNotSet,
)
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.ports import PurchaserGate, is_for_agencies, purchaser_gate
from market.checkout.rules import is_covered
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import Pricing
from market.checkout.services.order_draft import order_draft
from market.checkout.services.promotions_use import promotion_faults, promotions_use
from market.checkout.services.vendors_hold import ensure_still_selling
from market.core.actor import Actor
from market.core.errors import DomainError
from market.inventory.errors import InsufficientStock
from market.inventory.rules import Wanted
from market.inventory.services.stock_allocate import stock_allocate
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.orders.services.order_create import order_create


def checkout_faults(checkout: Checkout, pricing: Pricing) -> list[DomainError]:
    """Everything that is missing, short or no longer sold."""
    return [
        *_faults(checkout),
        *_payment_faults(checkout, pricing),
        *_delivery_faults(checkout, pricing),
        *_line_faults(pricing),
        *promotion_faults(pricing),
    ]


def order_from_checkout(
    *, checkout: Checkout, pricing: Pricing, actor: Actor, organisation: str, is_held: bool = False
) -> Order:
    """The order of a locked checkout without faults: codes used, stock promised, the checkout gone. In the caller's transaction.

    Raises InsufficientStock, VoucherNotApplicable, GiftCardNotApplicable and ManyErrors where somebody else was quicker.
    """
    draft = order_draft(checkout=checkout, pricing=pricing, actor=actor, organisation=organisation, is_held=is_held)
    order = order_create(draft=draft, actor=actor)
    _delete(checkout)
    promotions_use(draft=draft)
    stock_allocate(
        lines=[Wanted(line.id, line.variant_id, line.quantity) for line in draft.lines], channel_id=checkout.channel_id
    )
    ensure_still_selling(pricing)
    _carry_over(order, checkout)
    return order


def gate_of(channel: Channel) -> PurchaserGate | None:
    """Who decides whether the actor may buy here; None where everybody may."""
    if not is_for_agencies(channel):
        return None
    gate = purchaser_gate()
    if gate is None:
        raise PurchaserRefused("channel")
    return gate


def _faults(checkout: Checkout) -> list[DomainError]:
    faults: list[DomainError] = []
    if not checkout.channel.is_active:
        faults.append(ChannelInactive("channel"))
    if not checkout.email:
        faults.append(EmailNotSet("email"))
    if checkout.billing_address_id is None:
        faults.append(BillingAddressNotSet("billingAddress"))
    return faults


def _payment_faults(checkout: Checkout, pricing: Pricing) -> list[DomainError]:
    """Whoever began to pay by card is not given an unpaid order by accident; a transfer may come after the order."""
    if is_covered(checkout, pricing.total.gross):
        return []
    transfer_follows = checkout.payment_means in ("", PaymentMeans.BANK_TRANSFER, PaymentMeans.DEFERRED)
    allowed = checkout.channel.allow_unpaid_orders or checkout.payment_means == PaymentMeans.BANK_TRANSFER
    return [] if transfer_follows and allowed else [NotFullyPaid("id")]


def _delivery_faults(checkout: Checkout, pricing: Pricing) -> list[DomainError]:
    if not pricing.is_shipping_required:
        return []
    if checkout.shipping_address is None:
        return [ShippingAddressNotSet("shippingAddress")]
    if checkout.shipping_method_id is None:
        return [ShippingMethodNotSet("shippingMethod")]
    options = delivery_options(checkout=checkout, pricing=pricing)
    if checkout.shipping_method_id not in {option.method.pk for option in options}:
        return [ShippingMethodInvalid("shippingMethod")]
    return []


def _line_faults(pricing: Pricing) -> list[DomainError]:
    """What is gone or short; read without a lock to spare the losers the work. Stock is promised under its own lock later."""
    if not pricing.lines:
        return [NoLines("lines")]
    faults: list[DomainError] = []
    asked: dict[int, int] = {}
    for line in pricing.lines:
        asked[line.line.variant_id] = asked.get(line.line.variant_id, 0) + line.line.quantity
    for line in {(line.line.variant_id, line.refusal): line for line in pricing.lines}.values():
        free = line.offer.free
        if line.refusal is not None:
            faults.append(line.refusal([line.line.variant_id]))
        elif free is not None and asked[line.line.variant_id] > free:
            faults.append(InsufficientStock([line.line.variant_id], "lines"))
    return faults


def _delete(checkout: Checkout) -> None:
    """Two statements; the ORM's own cascade would first read what it deletes."""
    CheckoutLine.objects.filter(checkout_id=checkout.pk)._raw_delete(DEFAULT_DB_ALIAS)
    Checkout.objects.filter(pk=checkout.pk)._raw_delete(DEFAULT_DB_ALIAS)


def _carry_over(order: Order, checkout: Checkout) -> None:
    """Hand on what is loaded already, so that the answer need not read it again."""
    order.channel, order.shipping_method = checkout.channel, checkout.shipping_method
    order.shipping_address, order.billing_address = checkout.shipping_address, checkout.billing_address
