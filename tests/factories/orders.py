"""Orders for tests, placed as a shopper places them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import F

from factories.checkout import anew, ready_checkout
from market.accounts.models import User
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS, SYSTEM, Actor
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.order_funds_set import order_funds_set


def placed_order(
    channel: Channel,
    quantities: Mapping[ProductVariant, int],
    *,
    user: User | None = None,
    codes: Sequence[str] = (),
) -> Order:
    """An order of a guest's, or of this member's, with these promo codes."""
    actor = Actor(user_id=user.pk, email=user.email) if user else ANONYMOUS
    checkout = ready_checkout(channel, quantities, actor=actor)
    for code in codes:
        anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=actor)
    return anew(checkout_complete, checkout_id=checkout.pk, actor=actor)


def receive_money(order: Order, amount: object = None) -> Order:
    """The payment side tells that so much is held now; None: all that is to be paid."""
    order.refresh_from_db()
    held = order.total_gross - order.total_granted if amount is None else amount
    return anew(order_funds_set, order_id=order.pk, charged=held, authorized=0, actor=SYSTEM)


def send(order: Order, *, days_ago: int = 0, part: VendorOrder | None = None) -> list[Fulfillment]:
    """Dispatch all that is open of the order, or of one part, so many days ago."""
    living = OrderLine.objects.exclude(vendor_order__status="canceled")
    lines = living.filter(order=order, quantity__gt=F("quantity_fulfilled"))
    open_lines = lines.filter(vendor_order=part) if part else lines
    quantities = {line.pk: line.quantity - line.quantity_fulfilled for line in open_lines}
    _, made = anew(order_fulfill, order_id=order.pk, quantities=quantities, actor=SYSTEM)
    for fulfillment in made:
        fulfillment.created_at -= dt.timedelta(days=days_ago)
        fulfillment.save(update_fields=["created_at"])
    return made


def sent_order(
    channel: Channel,
    quantities: Mapping[ProductVariant, int],
    *,
    user: User | None = None,
    codes: Sequence[str] = (),
    days_ago: int = 0,
) -> Order:
    """An order that was paid and dispatched whole."""
    order = receive_money(placed_order(channel, quantities, user=user, codes=codes))
    send(order, days_ago=days_ago)
    order.refresh_from_db()
    return order
