"""Orders that are paid later have their transaction from the first day."""

from __future__ import annotations

import secrets
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from market.core import clock
from market.core.actor import SYSTEM
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.enums import BANK_TRANSFER, DEFERRED, TransactionEventType
from market.payments.locks import take_turn
from market.payments.models import TransactionItem
from market.payments.rules import EventDraft
from market.payments.selectors.transaction_get import transactions_of_orders
from market.payments.services.transaction_open import LETTERS
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate

GATEWAYS = {PaymentMeans.BANK_TRANSFER: BANK_TRANSFER, PaymentMeans.DEFERRED: DEFERRED}
FIRST_KEY = "order"


@transaction.atomic
def transaction_for_order(*, order_id: UUID) -> TransactionItem | None:
    """Open the transaction of an order that was placed unpaid: a transfer, or payment after inspection (후불). Safe to repeat.

    None where there is nothing to open: paid already, another transaction stands, or nothing is owed.
    """
    order = Order.objects.filter(pk=order_id).first()
    gateway = GATEWAYS.get(PaymentMeans(order.payment_means)) if order else None
    if order is None or gateway is None:
        return None
    take_turn(checkout_token=order.checkout_token, order_id=order_id)
    owed = order.total_gross - order.total_granted - order.total_charged
    if owed <= 0 or _is_attended(order):
        return None
    return _open(order, gateway, owed)


def _is_attended(order: Order) -> bool:
    """Whether a transaction waits for the money, or brought some."""
    living = Q(is_open=True) | Q(charged_value__gt=0) | Q(authorized_value__gt=0)
    return transactions_of_orders([order]).filter(living).exists()


def _open(order: Order, gateway: str, owed: Decimal) -> TransactionItem:
    is_transfer = gateway == BANK_TRANSFER
    item = TransactionItem.objects.create(
        gateway=gateway,
        name=PaymentMeans(order.payment_means).label,
        checkout_token=order.checkout_token,
        order=order,
        user_id=order.user_id,
        idempotency_key=FIRST_KEY,
        means=order.payment_means,
        reference="".join(secrets.choice(LETTERS) for _ in range(6)) if is_transfer else "",
        currency=order.currency,
        amount=owed,
        created_at=clock.now(),
    )
    events_add(item=item, drafts=[EventDraft(TransactionEventType.CHARGE_REQUEST, owed, str(item.pk))], actor=SYSTEM)
    transaction_recalculate(item=item)
    return item
