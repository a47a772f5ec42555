"""Turn a checkout into an order."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from market.checkout.errors import TotalChanged
from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import reachable
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.services.addresses_remember import addresses_remember
from market.checkout.services.checkout_to_order import checkout_faults, gate_of, order_from_checkout
from market.core.actor import Actor
from market.core.errors import ManyErrors, NotFound
from market.core.permissions import MANAGE_ORDERS
from market.orders.models import Order


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
    gate = gate_of(checkout.channel)
    organisation = gate.may_purchase(actor, checkout.channel) if gate else ""
    pricing = pricing_get(checkout=checkout)
    faults = checkout_faults(checkout, pricing)
    if faults:
        raise ManyErrors(faults)
    changed = _changed_total(checkout, pricing)
    if changed is not None:
        return changed
    checkout.metadata = {**checkout.metadata, **metadata}
    order = order_from_checkout(checkout=checkout, pricing=pricing, actor=actor, organisation=organisation)
    if gate:
        gate.on_order_created(order, actor)
    addresses_remember(checkout=checkout)
    return order


def _placed_before(checkout_id: UUID, actor: Actor) -> Order:
    """The order this checkout became, for those who could have completed it."""
    related = ("channel", "user", "billing_address", "shipping_address", "shipping_method")
    order = Order.objects.select_related(*related).filter(checkout_token=checkout_id).first()
    if order is None or (order.user_id not in (None, actor.user_id) and not actor.has_permission(MANAGE_ORDERS)):
        raise NotFound("id")
    return order


def _changed_total(checkout: Checkout, pricing: Pricing) -> TotalChanged | None:
    total = pricing.total.gross
    if checkout.shown_total is None or checkout.shown_total == total.amount:
        return None
    checkout.shown_total = total.amount
    checkout.save(update_fields=["shown_total", "updated_at"])
    return TotalChanged("totalPrice", total=f"{total.amount:,}")
