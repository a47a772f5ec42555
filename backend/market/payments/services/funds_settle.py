"""Give back what is held for an order above what is owed."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.orders.models import Order
from market.payments.locks import attempts_at, transactions_for_update
from market.payments.services.funds_note import excess_return, owed_of


@transaction.atomic
def funds_settle(*, order_id: UUID, actor: Actor, reason: str = "") -> None:
    """After a cancellation, an expiry or a granted refund: ask the providers for the difference, and only for it. Safe to repeat."""
    known = Order.objects.filter(pk=order_id).first()
    if known is None:
        return
    items = list(transactions_for_update(attempts_at(checkout_token=known.checkout_token, order_id=order_id)))
    order = Order.objects.get(pk=order_id)  # read after the lock
    excess_return(items=items, owed=owed_of(order), actor=actor, reason=reason)
