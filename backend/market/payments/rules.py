"""What follows from what in payments. Pure: events from a provider's state, amounts from events, refunds from what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from market.payments.enums import (
    DisputeStatus,
    FlowStrategy,
    PaymentStatus,
    RefundStatus,
    TransactionAction,
    TransactionEventType,
)
from market.payments.ports import PaymentState, RefundState

T = TransactionEventType
ZERO = Decimal(0)
OPEN_STATUSES = frozenset({PaymentStatus.ACTION_REQUIRED, PaymentStatus.PENDING})
REQUESTS = {
    T.AUTHORIZATION_REQUEST: frozenset({T.AUTHORIZATION_SUCCESS, T.AUTHORIZATION_FAILURE, T.CANCEL_SUCCESS}),
    T.CHARGE_REQUEST: frozenset({T.CHARGE_SUCCESS, T.CHARGE_FAILURE, T.CANCEL_SUCCESS}),
    T.REFUND_REQUEST: frozenset({T.REFUND_SUCCESS, T.REFUND_FAILURE}),
    T.CANCEL_REQUEST: frozenset({T.CANCEL_SUCCESS, T.CANCEL_FAILURE}),
}
REQUEST_OF = {
    TransactionAction.CHARGE: T.CHARGE_REQUEST,
    TransactionAction.REFUND: T.REFUND_REQUEST,
    TransactionAction.CANCEL: T.CANCEL_REQUEST,
}
FAILURE_OF = {
    TransactionAction.CHARGE: T.CHARGE_FAILURE,
    TransactionAction.REFUND: T.REFUND_FAILURE,
    TransactionAction.CANCEL: T.CANCEL_FAILURE,
}


class EventFacts(Protocol):
    """What the arithmetic reads of an event."""

    type: str
    amount: Decimal
    psp_reference: str
    request_key: UUID | None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event that should stand."""

    type: TransactionEventType
    amount: Decimal
    psp_reference: str = ""
    request_key: UUID | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a transaction; ``charged_value`` is net of refunds."""

    authorized_value: Decimal
    charged_value: Decimal
    refunded_value: Decimal
    canceled_value: Decimal
    authorize_pending_value: Decimal
    charge_pending_value: Decimal
    refund_pending_value: Decimal
    cancel_pending_value: Decimal


def events_expected(state: PaymentState, strategy: str) -> list[EventDraft]:
    """Every event that a payment in this state must have behind it, whatever was heard of it so far."""
    own = state.psp_reference
    authorizes = strategy == FlowStrategy.AUTHORIZATION
    drafts: list[EventDraft] = []
    if state.failure is not None:
        kind = T.AUTHORIZATION_FAILURE if authorizes else T.CHARGE_FAILURE
        drafts.append(EventDraft(kind, state.amount, state.failure.psp_reference, message=state.failure.message_en))
    if state.status == PaymentStatus.ACTION_REQUIRED:
        kind = T.AUTHORIZATION_ACTION_REQUIRED if authorizes else T.CHARGE_ACTION_REQUIRED
        drafts.append(EventDraft(kind, state.amount, own))
    if state.status == PaymentStatus.PENDING:
        drafts.append(EventDraft(T.AUTHORIZATION_REQUEST if authorizes else T.CHARGE_REQUEST, state.amount, own))
    if state.authorized > 0:
        drafts.append(EventDraft(T.AUTHORIZATION_SUCCESS, state.authorized, own))
    if state.charged > 0:
        drafts.append(EventDraft(T.CHARGE_SUCCESS, state.charged, own))
    if state.canceled > 0 or state.status == PaymentStatus.CANCELED:
        drafts.append(EventDraft(T.CANCEL_SUCCESS, state.canceled, own))
    drafts += [_refund(row) for row in state.refunds]
    return drafts + _dispute_events(state)


def _refund(row: RefundState) -> EventDraft:
    kinds = {
        RefundStatus.PENDING: T.REFUND_REQUEST,
        RefundStatus.SUCCEEDED: T.REFUND_SUCCESS,
        RefundStatus.FAILED: T.REFUND_FAILURE,
    }
    return EventDraft(kinds[row.status], row.amount, row.psp_reference, row.request_key, row.message)


def _dispute_events(state: PaymentState) -> list[EventDraft]:
    drafts: list[EventDraft] = []
    for dispute in state.disputes:
        drafts.append(EventDraft(T.INFO, dispute.amount, dispute.psp_reference, message=f"disputed {dispute.message}"))
        if dispute.status == DisputeStatus.LOST:
            drafts.append(EventDraft(T.CHARGE_BACK, dispute.amount, dispute.psp_reference))
        if dispute.status == DisputeStatus.WON:
            drafts.append(EventDraft(T.INFO, dispute.amount, f"{dispute.psp_reference}:won", message="dispute won"))
    return drafts


def events_missing(expected: Iterable[EventDraft], existing: Sequence[EventFacts]) -> list[EventDraft]:
    """What is expected and not there yet. A refund that had succeeded and now failed is reversed instead."""
    by_reference = {(event.type, event.psp_reference) for event in existing if event.psp_reference}
    by_key = {(event.type, event.request_key) for event in existing if event.request_key}
    missing: list[EventDraft] = []
    for draft in expected:
        known = (draft.type, draft.psp_reference) in by_reference or (
            draft.request_key is not None and (draft.type, draft.request_key) in by_key
        )
        reference = draft.psp_reference
        if draft.type == T.REFUND_FAILURE and (T.REFUND_SUCCESS, reference) in by_reference:
            reversed_ = EventDraft(T.REFUND_REVERSE, draft.amount, reference, message=draft.message)
            if (T.REFUND_REVERSE, reference) not in by_reference:
                missing.append(reversed_)
        elif not known:
            missing.append(draft)
    return missing


def amounts_of(events: Sequence[EventFacts]) -> Amounts:
    """The amounts that follow from the events, never below zero."""
    sums: dict[str, Decimal] = {}
    for event in events:
        sums[event.type] = sums.get(event.type, ZERO) + event.amount
    authorized = sums.get(T.AUTHORIZATION_SUCCESS, ZERO)
    adjusted = [event.amount for event in events if event.type == T.AUTHORIZATION_ADJUSTMENT]
    if adjusted:
        authorized = adjusted[-1]
    charged, canceled = sums.get(T.CHARGE_SUCCESS, ZERO), sums.get(T.CANCEL_SUCCESS, ZERO)
    refunded = sums.get(T.REFUND_SUCCESS, ZERO) - sums.get(T.REFUND_REVERSE, ZERO)
    pending = pending_of(events)
    return Amounts(
        authorized_value=max(authorized - charged - canceled, ZERO),
        charged_value=max(charged - refunded - sums.get(T.CHARGE_BACK, ZERO), ZERO),
        refunded_value=max(refunded, ZERO),
        canceled_value=canceled,
        authorize_pending_value=pending.get(T.AUTHORIZATION_REQUEST, ZERO),
        charge_pending_value=pending.get(T.CHARGE_REQUEST, ZERO),
        refund_pending_value=pending.get(T.REFUND_REQUEST, ZERO),
        cancel_pending_value=pending.get(T.CANCEL_REQUEST, ZERO),
    )


def pending_of(events: Sequence[EventFacts]) -> dict[str, Decimal]:
    """By kind of request, what was asked for and has no answer yet. Events stand in the order in which they came.

    A request of ours is answered by its key. What a provider began itself is answered by its reference (a refund), or by what came
    later (a payment): a transfer that brought less than was asked for leaves the rest pending.
    """
    sums: dict[str, Decimal] = {}
    for position, event in enumerate(events):
        kind = TransactionEventType(event.type)
        if kind not in REQUESTS:
            continue
        open_part = _open_part(event, kind, events, events[position + 1 :])
        if open_part > 0:
            sums[event.type] = sums.get(event.type, ZERO) + open_part
    return sums


def _open_part(
    request: EventFacts, kind: TransactionEventType, events: Sequence[EventFacts], later: Sequence[EventFacts]
) -> Decimal:
    answers = REQUESTS[kind]
    if request.request_key is not None:
        answered = any(other.request_key == request.request_key for other in events if other.type in answers)
        return ZERO if answered else request.amount
    if kind == T.REFUND_REQUEST:
        answered = any(other.psp_reference == request.psp_reference for other in events if other.type in answers)
        return ZERO if answered else request.amount
    follows = [other for other in later if other.type in answers]
    if any(other.type != T.CHARGE_SUCCESS for other in follows):
        return ZERO
    return max(request.amount - sum((other.amount for other in follows), ZERO), ZERO)


@dataclass(frozen=True, slots=True)
class Held:
    """What one transaction holds of a payable; refunds under way are taken off already. Later ones stand later in a list."""

    token: UUID
    charged: Decimal
    authorized: Decimal


def refunds_due(held: Sequence[Held], owed: Decimal) -> dict[UUID, Decimal]:
    """What to give back of each transaction so that no more than ``owed`` is kept; the latest payment first."""
    excess = sum((row.charged for row in held), ZERO) - owed
    due: dict[UUID, Decimal] = {}
    for row in reversed(held):
        part = min(row.charged, excess)
        if part > 0:
            due[row.token] = part
            excess -= part
    return due


def releases_due(held: Sequence[Held], owed: Decimal) -> list[UUID]:
    """Which promised amounts to let go, because what is charged and promised elsewhere covers what is owed."""
    kept = sum((row.charged for row in held), ZERO)
    released: list[UUID] = []
    for row in held:
        if row.authorized <= 0:
            continue
        if kept >= owed:
            released.append(row.token)
        else:
            kept += row.authorized
    return released


def actions_available(authorized: Decimal, charged: Decimal) -> list[TransactionAction]:
    """What can be asked of a transaction now."""
    actions: list[TransactionAction] = []
    if authorized > 0:
        actions += [TransactionAction.CHARGE, TransactionAction.CANCEL]
    if charged > 0:
        actions.append(TransactionAction.REFUND)
    return actions


def retry_seconds(attempts: int) -> int:
    """How long to wait before the next try: 10 s, doubling to an hour."""
    return min(10 * 2 ** max(attempts - 1, 0), 3600)


def clean_client_data(data: object) -> Mapping[str, object]:
    """What a client sent for the gateway, if it is an object at all."""
    return data if isinstance(data, dict) else {}
