"""What was promised is taken when the goods leave."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.orders.models import Order
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.locks import attempts_at, transactions_for_update
from market.payments.models import ProviderAction
from market.payments.services.action_request import action_request
from market.payments.services.funds_note import owed_of

UNDER_WAY = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)


@transaction.atomic
def funds_capture(*, order_id: UUID, actor: Actor) -> None:
    """Ask to capture promised amounts of an order, as far as they are still owed. Safe to repeat."""
    known = Order.objects.filter(pk=order_id).first()
    if known is None or known.total_authorized <= 0:
        return
    items = list(transactions_for_update(attempts_at(checkout_token=known.checkout_token, order_id=order_id)))
    owed = owed_of(Order.objects.get(pk=order_id)) - sum((item.charged_value for item in items), Decimal(0))
    busy = set(
        ProviderAction.objects.filter(transaction__in=items, status__in=UNDER_WAY).values_list(
            "transaction_id", flat=True
        )
    )
    for item in items:
        amount = min(item.authorized_value, owed)
        if amount <= 0:
            continue
        owed -= amount
        if item.pk not in busy:
            action_request(item=item, kind=TransactionAction.CHARGE, amount=amount, actor=actor, reason="dispatched")
