"""Money of a checkout that does not become an order."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.orders.models import Order
from market.payments.locks import transactions_for_update
from market.payments.models import TransactionItem
from market.payments.services.funds_note import checkout_note, excess_return


@transaction.atomic
def checkout_refund(*, checkout_id: UUID, reason: str, actor: Actor) -> None:
    """Ask the providers to give back everything that was paid for a checkout, unless it became an order. Safe to repeat."""
    items = list(transactions_for_update(TransactionItem.objects.filter(checkout_token=checkout_id)))
    is_there = checkout_note(items=items)  # locked: it cannot become an order now
    if not is_there and Order.objects.filter(checkout_token=checkout_id).exists():
        return
    excess_return(items=items, owed=Decimal(0), actor=actor, reason=reason)
    if is_there:
        checkout_note(items=items)
    audit.record(actor=actor, action="payments.checkout_refund", subject_type="checkout", subject_id=checkout_id)
