"""Turn a checkout into an order."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, transaction

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
    TotalChanged,
)
from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.ports import PurchaserGate, is_for_agencies, purchaser_gate
from market.checkout.rules import is_covered
from market.checkout.selectors.checkout_get import reachable
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.services.addresses_remember import addresses_remember
from market.checkout.services.order_draft import order_draft
from market.checkout.services.promotions_use import promotion_faults, promotions_use
from market.checkout.services.vendors_hold import ensure_still_selling
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, NotFound
from market.core.permissions import MANAGE_ORDERS
from market.inventory.errors import InsufficientStock
from market.inventory.rules import Wanted
from market.inventory.services.stock_allocate import stock_allocate
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.orders.services.order_create import order_create


def checkout_complete(*, checkout_id: UUID, actor: Actor, metadata: Mapping[str, str] | None = None) -> Order:
    """Place the order: stock promised, vendor orders made, the checkout gone, all in one transaction. It keeps the checkout's metadata
    and what is given here.

    Repeating it gives the same order. Raises NotFound, ManyErrors with everything that is missing or no longer sold, TotalChanged when
    the total is not what the last answer showed, InsufficientStock when somebody else was quicker, PurchaserRefused by channel rule.
    """
    outcome = _complete(checkout_id, actor, metadata or {})
    if isinstance(outcome, TotalChanged):
        raise outcome  # after the commit that noted the new total
    return outcome


@transaction.atomic
def _complete(checkout_id: UUID, actor: Actor, metadata: Mapping[str, str]) -> Order | TotalChanged:
    checkout = checkouts_for_update().filter(reachable(actor), pk=checkout_id).first()
    if checkout is None:
        return _placed_before(checkout_id, actor)
    gate = _gate(checkout.channel)
    organisation = gate.may_purchase(actor, checkout.channel) if gate else ""
    pricing = pricing_get(checkout=checkout)
    faults = [
        *_faults(checkout),
        *_payment_faults(checkout, pricing),
        *_delivery_faults(checkout, pricing),
        *_line_faults(pricing),
        *promotion_faults(pricing),
    ]
    if faults:
        raise ManyErrors(faults)
    changed = _changed_total(checkout, pricing)
    if changed is not None:
        return changed
    checkout.metadata = {**checkout.metadata, **metadata}
    draft = order_draft(checkout=checkout, pricing=pricing, actor=actor, organisation=organisation)
    order = order_create(draft=draft, actor=actor)
    if gate:
        gate.on_order_created(order, actor)
    _delete(checkout)
    promotions_use(draft=draft)
    stock_allocate(
        lines=[Wanted(line.id, line.variant_id, line.quantity) for line in draft.lines], channel_id=checkout.channel_id
    )
    ensure_still_selling(pricing)
    addresses_remember(checkout=checkout)
    _carry_over(order, checkout)
    return order


def _gate(channel: Channel) -> PurchaserGate | None:
    """Who decides whether the actor may buy here; None where everybody may."""
    if not is_for_agencies(channel):
        return None
    gate = purchaser_gate()
    if gate is None:
        raise PurchaserRefused("channel")
    return gate


def _placed_before(checkout_id: UUID, actor: Actor) -> Order:
    """The order this checkout became, for those who could have completed it."""
    related = ("channel", "user", "billing_address", "shipping_address", "shipping_method")
    order = Order.objects.select_related(*related).filter(checkout_token=checkout_id).first()
    if order is None or (order.user_id not in (None, actor.user_id) and not actor.has_permission(MANAGE_ORDERS)):
        raise NotFound("id")
    return order


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


def _changed_total(checkout: Checkout, pricing: Pricing) -> TotalChanged | None:
    total = pricing.total.gross
    if checkout.shown_total is None or checkout.shown_total == total.amount:
        return None
    checkout.shown_total = total.amount
    checkout.save(update_fields=["shown_total", "updated_at"])
    return TotalChanged("totalPrice", total=f"{total.amount:,}")


def _delete(checkout: Checkout) -> None:
    """Two statements; the ORM's own cascade would first read what it deletes."""
    CheckoutLine.objects.filter(checkout_id=checkout.pk)._raw_delete(DEFAULT_DB_ALIAS)
    Checkout.objects.filter(pk=checkout.pk)._raw_delete(DEFAULT_DB_ALIAS)


def _carry_over(order: Order, checkout: Checkout) -> None:
    """Hand on what is loaded already, so that the answer need not read it again."""
    order.channel, order.shipping_method = checkout.channel, checkout.shipping_method
    order.shipping_address, order.billing_address = checkout.shipping_address, checkout.billing_address
