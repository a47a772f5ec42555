"""An attempt that its provider turned down at once."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.payments.enums import FlowStrategy, TransactionEventType
from market.payments.locks import siblings, transactions_for_update
from market.payments.models import TransactionItem
from market.payments.rules import EventDraft
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate


@transaction.atomic
def transaction_fail(*, token: UUID, detail: str, actor: Actor) -> TransactionItem:
    """Note a refusal that leaves nothing behind in the provider's books. Raises NotFound."""
    known = TransactionItem.objects.filter(pk=token).first()
    if known is None:
        raise NotFound("id")
    item = next(row for row in transactions_for_update(siblings(known)) if row.pk == token)
    authorizes = item.strategy == FlowStrategy.AUTHORIZATION
    kind = TransactionEventType.AUTHORIZATION_FAILURE if authorizes else TransactionEventType.CHARGE_FAILURE
    item.message = detail[:512]
    item.save(update_fields=["message", "modified_at"])
    events_add(item=item, drafts=[EventDraft(kind, item.amount, message=detail)], actor=actor)
    transaction_recalculate(item=item)
    return item
