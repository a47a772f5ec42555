"""Bring a transaction to what its provider's books say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.payments.enums import ActionStatus, PaymentStatus, TransactionEventType
from market.payments.errors import ProviderRefused
from market.payments.events import PaymentDisputed, PaymentReceived, RefundFailed, RefundSucceeded, TransactionFact
from market.payments.locks import siblings, transactions_for_update
from market.payments.models import ProviderAction, TransactionEvent, TransactionItem
from market.payments.ports import PaymentState
from market.payments.rules import OPEN_STATUSES, events_expected, events_missing
from market.payments.selectors.transaction_get import order_of
from market.payments.services.attempts_call_off import cancel_once
from market.payments.services.funds_note import funds_note
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate

T = TransactionEventType
ANNOUNCED: dict[str, type[TransactionFact]] = {
    T.CHARGE_SUCCESS: PaymentReceived,
    T.REFUND_SUCCESS: RefundSucceeded,
    T.REFUND_FAILURE: RefundFailed,
    T.REFUND_REVERSE: RefundFailed,
    T.CHARGE_BACK: PaymentDisputed,
}
DONE = (T.REFUND_SUCCESS, T.CHARGE_SUCCESS, T.CANCEL_SUCCESS)
REFUSED = (T.REFUND_FAILURE, T.REFUND_REVERSE, T.CHARGE_FAILURE, T.CANCEL_FAILURE)


@transaction.atomic
def transaction_sync(
    *, token: UUID, state: PaymentState, actor: Actor, keep: Mapping[str, Any] | None = None
) -> TransactionItem:
    """Add the events that the provider's state implies and that are not there yet; amounts, order and checkout follow.

    It does not matter which message brought the state, how often or in which order: the second time nothing is missing. Raises NotFound,
    and ProviderRefused for a state that is not this transaction's.
    """
    items = _locked_group(token)
    item = next(row for row in items if row.pk == token)
    _ensure_its_own(item, state)
    _note_state(item, state, keep or {})
    existing = list(item.events.order_by("pk"))
    missing = events_missing(events_expected(state, item.strategy), existing)
    missing = _with_request_keys(item, missing)
    added = events_add(item=item, drafts=missing, actor=actor)
    close_actions(item, added)
    transaction_recalculate(item=item)
    if not item.is_open and state.status == PaymentStatus.ACTION_REQUIRED:
        cancel_once(item, "called off while it was being opened")
    funds_note(items=items, actor=actor)
    announce(item, added)
    return item


def _locked_group(token: UUID) -> list[TransactionItem]:
    known = TransactionItem.objects.filter(pk=token).first()
    if known is None:
        raise NotFound("id")
    return list(transactions_for_update(siblings(known)))


def _ensure_its_own(item: TransactionItem, state: PaymentState) -> None:
    """Whatever a message named: a payment that its provider keeps under another transaction of ours, or in another currency, pays nothing here."""
    if state.currency != item.currency or state.transaction_token not in (None, item.pk):
        raise ProviderRefused(None, detail="this payment is of another transaction or currency")


def _note_state(item: TransactionItem, state: PaymentState, keep: Mapping[str, Any]) -> None:
    if item.psp_reference in ("", str(item.pk)):  # our token stands in until the provider gives a reference of its own
        item.psp_reference = state.psp_reference
    item.external_url = state.external_url or item.external_url
    item.is_open = item.is_open and state.status in OPEN_STATUSES  # what was called off stays so
    item.is_disputed = bool(state.disputes) or item.is_disputed
    item.message = (state.failure.message_en if state.failure else "")[:512]
    item.data = {**item.data, **keep}
    if state.method_details:
        item.method_details = dict(state.method_details)
    if state.means is not None:
        item.means = state.means
    item.save(
        update_fields=[
            "psp_reference", "external_url", "is_open", "is_disputed", "message", "data", "method_details", "means", "modified_at",
        ]
    )  # fmt: skip


def _with_request_keys(item: TransactionItem, drafts: Sequence[Any]) -> list[Any]:
    """Join captures and releases with the request of ours that they answer; refunds bring the key along."""
    kinds = {T.CHARGE_SUCCESS: "charge", T.CANCEL_SUCCESS: "cancel"}
    joined = []
    for draft in drafts:
        kind = kinds.get(draft.type)
        if kind and draft.request_key is None:
            action = item.actions.filter(kind=kind, status__in=[ActionStatus.WAITING, ActionStatus.SENT]).first()
            draft = _keyed(draft, action)
        joined.append(draft)
    return joined


def _keyed(draft: Any, action: ProviderAction | None) -> Any:
    return type(draft)(draft.type, draft.amount, draft.psp_reference, action.pk if action else None, draft.message)


def close_actions(item: TransactionItem, added: Sequence[TransactionEvent]) -> None:
    """End the actions of a locked transaction that these events answer."""
    for event in added:
        if event.request_key is None:
            continue
        living = item.actions.filter(pk=event.request_key).exclude(status=ActionStatus.DONE)
        if event.type in DONE:
            living.update(status=ActionStatus.DONE, ended_at=clock.now(), last_error="")
        elif event.type in REFUSED:
            living.update(status=ActionStatus.FAILED, ended_at=clock.now(), last_error=event.message)


def announce(item: TransactionItem, added: Sequence[TransactionEvent]) -> None:
    """Tell the other rooms what came of a transaction."""
    announced = [event for event in added if event.type in ANNOUNCED]
    if not announced:
        return
    order = order_of(item)
    for event in announced:
        event_type = ANNOUNCED[event.type]
        facts: dict[str, Any] = {
            "transaction_token": item.pk,
            "order_id": order.pk if order else None,
            "amount": str(event.amount),
            "currency": event.currency,
        }
        if event_type in (RefundSucceeded, RefundFailed):
            facts["psp_reference"] = event.psp_reference
        outbox.publish(event_type(**facts))
