"""The life of a saved action: claimed for a while, then done, refused, or tried again later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import clock
from market.core.actor import SYSTEM, Actor
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.locks import actions_for_update, siblings, transactions_for_update
from market.payments.models import ProviderAction, TransactionItem
from market.payments.ports import Handle
from market.payments.rules import FAILURE_OF, EventDraft, retry_seconds
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate

MAX_ATTEMPTS = 12
LEASE_SECONDS = 60  # longer than any call may take


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is needed to send an action, read in the transaction that claimed it."""

    id: UUID
    kind: TransactionAction
    amount: Decimal
    reason: str
    gateway: str
    handle: Handle


def handle_of(item: TransactionItem) -> Handle:
    return Handle(item.pk, item.psp_reference, item.amount, item.currency, item.data, item.is_open)


def actions_due(*, limit: int = 100) -> list[UUID]:
    """The actions that wait to be sent, the oldest first."""
    due = ProviderAction.objects.filter(status=ActionStatus.WAITING, due_at__lte=clock.now()).order_by("due_at")
    return list(due.values_list("pk", flat=True)[:limit])


@transaction.atomic
def action_claim(*, action_id: UUID) -> Claimed | None:
    """Take an action for a minute; None when it is not waiting, not due, or somebody else has it.

    One that was taken too often without ever coming back (each worker died over it) is left to staff.
    """
    action = actions_for_update().filter(pk=action_id, status=ActionStatus.WAITING, due_at__lte=clock.now()).first()
    if action is None:
        return None
    if action.attempts > MAX_ATTEMPTS:
        action.status, action.last_error = ActionStatus.DEAD, action.last_error or "no worker came back from it"
        action.save(update_fields=["status", "last_error"])
        return None
    action.attempts += 1
    action.due_at = clock.now() + dt.timedelta(seconds=LEASE_SECONDS)
    action.save(update_fields=["attempts", "due_at"])
    item = action.transaction
    return Claimed(
        action.pk, TransactionAction(action.kind), action.amount, action.reason, item.gateway, handle_of(item)
    )


@transaction.atomic
def action_hand_to_staff(*, action_id: UUID) -> None:
    """A provider without an interface: people carry it out and report it."""
    actions_for_update().filter(pk=action_id, status=ActionStatus.WAITING).update(status=ActionStatus.SENT)


@transaction.atomic
def action_sent(*, action_id: UUID) -> None:
    """The provider has it and is not ready yet; its message, or the comparison of books, ends it."""
    actions_for_update().filter(pk=action_id, status=ActionStatus.WAITING).update(
        status=ActionStatus.SENT, last_error=""
    )


@transaction.atomic
def action_postpone(*, action_id: UUID, error: str) -> None:
    """The provider cannot be reached: again later, under the same key; after many tries staff must look."""
    action = actions_for_update().filter(pk=action_id, status=ActionStatus.WAITING).first()
    if action is None:
        return
    action.due_at = clock.now() + dt.timedelta(seconds=retry_seconds(action.attempts))
    action.last_error = error[:512]
    if action.attempts >= MAX_ATTEMPTS:
        action.status = ActionStatus.DEAD
    action.save(update_fields=["due_at", "last_error", "status"])


@transaction.atomic
def action_refuse(*, action_id: UUID, detail: str, actor: Actor = SYSTEM) -> None:
    """The provider said no: the failure stands beside the request, and what was asked is no longer under way."""
    known = ProviderAction.objects.select_related("transaction").filter(pk=action_id).first()
    if known is None:
        return
    items = list(transactions_for_update(siblings(known.transaction)))
    item = next(row for row in items if row.pk == known.transaction_id)
    action = (
        actions_for_update().filter(pk=action_id).exclude(status__in=[ActionStatus.DONE, ActionStatus.FAILED]).first()
    )
    if action is None:
        return
    action.status, action.last_error, action.ended_at = ActionStatus.FAILED, detail[:512], clock.now()
    action.save(update_fields=["status", "last_error", "ended_at"])
    draft = EventDraft(FAILURE_OF[TransactionAction(action.kind)], action.amount, request_key=action.pk, message=detail)
    events_add(item=item, drafts=[draft], actor=actor)
    transaction_recalculate(item=item)
