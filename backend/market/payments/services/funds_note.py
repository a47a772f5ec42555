"""What a payable holds, told to the room it belongs to; and what is too much, given back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from market.checkout.services.checkout_funds_set import checkout_funds_set
from market.core.actor import Actor
from market.orders.enums import OrderStatus, PaymentMeans
from market.orders.models import Order
from market.orders.services.order_funds_set import order_funds_set
from market.payments.enums import BY_HAND, ActionStatus, TransactionAction, TransactionEventType
from market.payments.models import ProviderAction, TransactionEvent, TransactionItem
from market.payments.rules import Held, refunds_due, releases_due
from market.payments.services.action_request import action_request

ENDED = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
LIVING = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)
T = TransactionEventType
REFUSALS = (T.REFUND_FAILURE, T.REFUND_REVERSE, T.CANCEL_FAILURE)
OUTCOMES = {
    TransactionAction.REFUND: (T.REFUND_SUCCESS, T.REFUND_FAILURE, T.REFUND_REVERSE),
    TransactionAction.CANCEL: (T.CANCEL_SUCCESS, T.CANCEL_FAILURE),
}
ZERO = Decimal(0)


def funds_note(*, items: Sequence[TransactionItem], actor: Actor, means: PaymentMeans | None = None) -> None:
    """Add up all (locked) transactions of one payable and tell its checkout or order.

    What an order holds above what is owed is asked back of the providers; so is everything that was paid for a checkout that is gone
    without an order.
    """
    order = _order(items)
    if order is None:
        if checkout_note(items=items, means=means):
            return  # a paid checkout becomes an order, by its buyer's browser or by flows/checkout_finish.py
        order = _order(items)  # it became one while we waited for its lock
    if order is not None:
        charged = sum((item.charged_value for item in items), ZERO)
        authorized = sum((item.authorized_value for item in items), ZERO)
        order = order_funds_set(order_id=order.pk, charged=charged, authorized=authorized, actor=actor)
    excess_return(items=items, owed=owed_of(order), actor=actor)


def checkout_note(*, items: Sequence[TransactionItem], means: PaymentMeans | None = None) -> bool:
    """Tell the checkout of these (locked) transactions what it holds; False where there is none (any more). The checkout is locked.

    What is on its way back is held no more: no order may be placed on it.
    """
    checkout_id = next((item.checkout_token for item in items if item.checkout_token), None)
    if checkout_id is None:
        return False
    charged = sum((max(item.charged_value - item.refund_pending_value, ZERO) for item in items), ZERO)
    authorized = sum((max(item.authorized_value - item.cancel_pending_value, ZERO) for item in items), ZERO)
    noted = checkout_funds_set(checkout_id=checkout_id, charged=charged, authorized=authorized, means=means)
    return noted is not None


def owed_of(order: Order | None) -> Decimal:
    """What may be kept for an order; nothing for one that ended, or that never was."""
    if order is None or order.status in ENDED:
        return ZERO
    return order.total_gross - order.total_granted


def excess_return(*, items: Sequence[TransactionItem], owed: Decimal, actor: Actor, reason: str = "") -> None:
    """Ask the providers to give back, or let go of, whatever these (locked) transactions hold above ``owed``. Safe to repeat.

    What a provider has just refused, or a bank has sent back, is not asked again by itself: it waits for staff among what was given up.
    """
    under_way = _under_way(items)
    held = [
        Held(
            token=item.pk,
            charged=max(
                item.charged_value
                - max(under_way.get((item.pk, TransactionAction.REFUND), ZERO), item.refund_pending_value),
                ZERO,
            ),
            authorized=max(item.authorized_value - under_way.get((item.pk, TransactionAction.CANCEL), ZERO), ZERO),
        )
        for item in sorted(items, key=lambda row: (row.created_at, row.pk))
    ]
    by_token = {item.pk: item for item in items}
    wanted = [(by_token[token], TransactionAction.REFUND, part) for token, part in refunds_due(held, owed).items()]
    released = [by_token[token] for token in releases_due(held, owed)]
    wanted += [(item, TransactionAction.CANCEL, item.authorized_value) for item in released]
    for item, kind, amount in wanted:
        action_request(
            item=item, kind=kind, amount=amount, actor=actor, reason=reason, is_given_up=_was_refused(item, kind)
        )


def _was_refused(item: TransactionItem, kind: TransactionAction) -> bool:
    """Whether the last thing heard of such a request is that it came to nothing. Transfers by hand go to staff anyway."""
    if item.gateway in BY_HAND:
        return False
    outcomes = TransactionEvent.objects.filter(transaction=item, type__in=OUTCOMES[kind]).order_by("-pk")
    return outcomes.values_list("type", flat=True).first() in REFUSALS


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
