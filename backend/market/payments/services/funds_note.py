"""What a payable holds, told to the room it belongs to; and what is too much, given back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from market.checkout.services.checkout_funds_set import checkout_funds_set
from market.core.actor import Actor
from market.orders.enums import OrderStatus, PaymentMeans
from market.orders.models import Order
from market.orders.services.order_funds_set import order_funds_set
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.models import ProviderAction, TransactionItem
from market.payments.rules import Held, refunds_due, releases_due
from market.payments.services.action_request import action_request

ENDED = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
LIVING = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)
ZERO = Decimal(0)


def funds_note(*, items: Sequence[TransactionItem], actor: Actor, means: PaymentMeans | None = None) -> None:
    """Add up all (locked) transactions of one payable and tell its checkout or order.

    What an order holds above what is owed is asked back of the providers; so is everything that was paid for a checkout that is gone
    without an order.
    """
    charged = sum((item.charged_value for item in items), ZERO)
    authorized = sum((item.authorized_value for item in items), ZERO)
    order = _order(items)
    checkout_id = next((item.checkout_token for item in items if item.checkout_token), None)
    if order is None and checkout_id is not None:
        noted = checkout_funds_set(checkout_id=checkout_id, charged=charged, authorized=authorized, means=means)
        if noted is not None:
            return  # a paid checkout becomes an order, by its buyer's browser or by flows/checkout_finish.py
        order = _order(items)  # it became one while we waited for its lock
    if order is not None:
        order = order_funds_set(order_id=order.pk, charged=charged, authorized=authorized, actor=actor)
    excess_return(items=items, owed=owed_of(order), actor=actor)


def owed_of(order: Order | None) -> Decimal:
    """What may be kept for an order; nothing for one that ended, or that never was."""
    if order is None or order.status in ENDED:
        return ZERO
    return order.total_gross - order.total_granted


def excess_return(*, items: Sequence[TransactionItem], owed: Decimal, actor: Actor, reason: str = "") -> None:
    """Ask the providers to give back, or let go of, whatever these (locked) transactions hold above ``owed``. Safe to repeat."""
    under_way = _under_way(items)
    held = [
        Held(
            token=item.pk,
            charged=item.charged_value - under_way.get((item.pk, TransactionAction.REFUND), ZERO),
            authorized=item.authorized_value - under_way.get((item.pk, TransactionAction.CANCEL), ZERO),
        )
        for item in sorted(items, key=lambda row: (row.created_at, row.pk))
    ]
    by_token = {item.pk: item for item in items}
    for token, amount in refunds_due(held, owed).items():
        action_request(item=by_token[token], kind=TransactionAction.REFUND, amount=amount, actor=actor, reason=reason)
    for token in releases_due(held, owed):
        amount = by_token[token].authorized_value
        action_request(item=by_token[token], kind=TransactionAction.CANCEL, amount=amount, actor=actor, reason=reason)


def _under_way(items: Sequence[TransactionItem]) -> dict[tuple[object, str], Decimal]:
    sums: dict[tuple[object, str], Decimal] = {}
    for action in ProviderAction.objects.filter(transaction__in=items, status__in=LIVING):
        key = (action.transaction_id, action.kind)
        sums[key] = sums.get(key, ZERO) + action.amount
    return sums


def _order(items: Sequence[TransactionItem]) -> Order | None:
    for item in items:
        if item.order_id is not None:
            return Order.objects.filter(pk=item.order_id).first()
    tokens = [item.checkout_token for item in items if item.checkout_token]
    return Order.objects.filter(checkout_token__in=tokens).first()
