"""People report what a provider without an interface did: a transfer arrived, a refund was sent."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.payments.enums import ActionStatus, TransactionAction, TransactionEventType
from market.payments.errors import AmountInvalid, DuplicatedReport
from market.payments.locks import siblings, transactions_for_update
from market.payments.models import TransactionEvent, TransactionItem
from market.payments.rules import EventDraft
from market.payments.services.funds_note import funds_note
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate
from market.payments.services.transaction_sync import announce, close_actions

T = TransactionEventType
GIVEN_BACK = (T.REFUND_SUCCESS, T.CHARGE_BACK)
MOST = Decimal(10**12)  # in one report, in the currency's unit: more is a slip of the hand
ANSWERED_KIND = {
    T.REFUND_SUCCESS: TransactionAction.REFUND,
    T.REFUND_FAILURE: TransactionAction.REFUND,
    T.CHARGE_SUCCESS: TransactionAction.CHARGE,
    T.CANCEL_SUCCESS: TransactionAction.CANCEL,
}


@transaction.atomic
def transaction_report(
    *,
    token: UUID,
    type: TransactionEventType,
    amount: Decimal,
    psp_reference: str,
    actor: Actor,
    message: str = "",
    action_id: UUID | None = None,
) -> tuple[TransactionItem, TransactionEvent, bool]:
    """Add an event that somebody saw; amounts, order and refunds follow. Returns also whether it was known before.

    ``amount`` in the transaction's currency; ``action_id`` the request it answers, where that is known. Raises NotFound, AmountInvalid
    (also where more would have gone back than is held), and DuplicatedReport for a reference that stands with another amount.
    """
    known = TransactionItem.objects.filter(pk=token).first()
    if known is None:
        raise NotFound("id")
    items = list(transactions_for_update(siblings(known)))
    item = next(row for row in items if row.pk == token)
    if not 0 < amount <= MOST or Money.of(amount, item.currency).amount != amount:
        raise AmountInvalid("amount", remaining=f"{item.amount:,}")
    before = item.events.filter(type=type, psp_reference=psp_reference).first() if psp_reference else None
    if before is not None:
        if before.amount != amount:
            raise DuplicatedReport("pspReference")
        return item, before, True
    if type in GIVEN_BACK and amount > item.charged_value:
        raise AmountInvalid("amount", remaining=f"{item.charged_value:,}")
    (event,) = events_add(
        item=item, drafts=[_draft(item, type, amount, psp_reference, message, action_id)], actor=actor
    )
    close_actions(item, [event])
    transaction_recalculate(item=item)
    if item.is_open and (type == T.CANCEL_SUCCESS or item.charged_value >= item.amount):
        item.is_open = False
        item.save(update_fields=["is_open", "modified_at"])
    funds_note(items=items, actor=actor)
    announce(item, [event])
    audit.record(
        actor=actor,
        action="payments.report",
        subject_type="transaction",
        subject_id=item.pk,
        type=type,
        amount=str(amount),
    )
    return item, event, False


def _draft(
    item: TransactionItem,
    type: TransactionEventType,
    amount: Decimal,
    psp_reference: str,
    message: str,
    action_id: UUID | None,
) -> EventDraft:
    """The event; it answers the oldest request of its kind and amount that people were asked to carry out."""
    kind = ANSWERED_KIND.get(type)
    action = None
    if kind is not None and action_id is None:
        living = item.actions.filter(kind=kind, amount=amount, status__in=[ActionStatus.WAITING, ActionStatus.SENT])
        action = living.order_by("created_at").first()
    return EventDraft(type, amount, psp_reference, action_id or (action.pk if action else None), message)
