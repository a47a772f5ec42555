"""Staff saw the money arrive."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.orders.rules import ensure_payable
from market.payments.enums import BANK_TRANSFER, TransactionEventType
from market.payments.locks import attempts_at, take_turn, transactions_for_update
from market.payments.models import TransactionItem
from market.payments.services.transaction_report import transaction_report


@transaction.atomic
def order_mark_as_paid(*, order_id: UUID, actor: Actor, reference: str = "") -> Order:
    """Record that all that was still owed was received, on the transaction that waits for it or on a new one.

    Raises NotFound, and OrderNotPayable for a paid or ended order.
    """
    known = Order.objects.filter(pk=order_id).first()
    if known is None:
        raise NotFound("id")
    take_turn(checkout_token=known.checkout_token, order_id=order_id)
    items = list(transactions_for_update(attempts_at(checkout_token=known.checkout_token, order_id=order_id)))
    order = Order.objects.get(pk=order_id)  # read after the lock
    ensure_payable(order.status, order.charge_status)
    owed = order.total_gross - order.total_granted - order.total_charged
    item = next((row for row in items if row.is_open and row.charge_pending_value > 0), None)
    item = item or TransactionItem.objects.create(
        gateway=BANK_TRANSFER,
        name=PaymentMeans.BANK_TRANSFER.label,
        order=order,
        checkout_token=order.checkout_token,
        user_id=order.user_id,
        idempotency_key=str(uuid4()),
        means=PaymentMeans.BANK_TRANSFER,
        currency=order.currency,
        amount=owed,
        created_at=clock.now(),
    )
    transaction_report(
        token=item.pk,
        type=TransactionEventType.CHARGE_SUCCESS,
        amount=owed,
        psp_reference=reference.strip()[:255] or str(item.pk),
        actor=actor,
        message=reference,
    )
    audit.record(
        actor=actor, action="orders.mark_as_paid", subject_type="order", subject_id=order.pk, reference=reference
    )
    return Order.objects.get(pk=order_id)
