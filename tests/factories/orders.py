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
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import WithdrawalReason
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder, Withdrawal
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.order_funds_set import order_funds_set
from market.orders.services.withdrawal_accept import withdrawal_accept
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create
from market.orders.services.withdrawal_receive import withdrawal_receive

CLERK = Actor(is_staff=True, permissions=frozenset({MANAGE_ORDERS}))


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
    lines = living.filter(order=order, quantity__gt=F("quantity_fulfilled") + F("quantity_canceled"))
    open_lines = lines.filter(vendor_order=part) if part else lines
    quantities = {line.pk: line.quantity_open for line in open_lines}
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


def ask_back(
    order: Order, quantity: int, reason_kind: WithdrawalReason = WithdrawalReason.CHANGE_OF_MIND
) -> Withdrawal:
    """So many pieces of the order's first line are to go back."""
    line = order.lines.order_by("sort_order")[0]
    wish = WithdrawalWish(quantities={line.pk: quantity}, reason_kind=reason_kind)
    return anew(withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=CLERK)


def take_back(
    withdrawal: Withdrawal, *, is_resellable: bool = False, goods_back_on: dt.date | None = None
) -> Withdrawal:
    """The goods of a wish are accepted and come back."""
    anew(withdrawal_accept, withdrawal_id=withdrawal.pk, actor=CLERK)
    return anew(
        withdrawal_receive,
        withdrawal_id=withdrawal.pk,
        actor=CLERK,
        is_resellable=is_resellable,
        goods_back_on=goods_back_on,
    )
