"""A deposit pays for something: by the rule, or because staff say so; and the way back.

A match is a CHARGE_SUCCESS on the transaction, under a reference of the deposit's. A wrong match is undone by its opposite: a CHARGE_BACK of
the same amount (Saleor's word for money that leaves a transaction without being given back to the buyer) and a CHARGE_REQUEST, because the
money is awaited again. Not a REFUND: nothing went to the buyer, and the buyer must not be told so.
"""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.enums import BANK_TRANSFER, ActionStatus, DepositStatus, TransactionAction, TransactionEventType
from market.payments.errors import DepositNotOpen, DepositNotReversible
from market.payments.locks import deposits_for_update, siblings, transactions_for_update
from market.payments.models import BankDeposit, TransactionItem
from market.payments.rules import EventDraft
from market.payments.selectors.transaction_get import transactions_of_orders
from market.payments.services.funds_note import funds_note
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate
from market.payments.services.transaction_report import transaction_report

T = TransactionEventType
LIVING = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)


@transaction.atomic
def deposit_match(
    *, deposit_id: int, actor: Actor, token: UUID | None = None, order_id: UUID | None = None
) -> BankDeposit:
    """Staff say which transaction, or which order, a deposit is for. What is too much is asked back at once (``funds_note``).

    Raises NotFound, DepositNotOpen.
    """
    deposit = _open_deposit(deposit_id)
    wanted = token or _transaction_of_order(order_id)
    deposit_link(deposit=deposit, token=wanted, actor=actor)
    audit.record(
        actor=actor,
        action="payments.deposit_match",
        subject_type="deposit",
        subject_id=deposit.pk,
        transaction=str(wanted),
    )
    return deposit


def deposit_link(*, deposit: BankDeposit, token: UUID, actor: Actor) -> None:
    """Report a locked (or new) deposit on a transaction. Raises what ``transaction_report`` does."""
    deposit.times_matched += 1
    _, event, _ = transaction_report(
        token=token,
        type=T.CHARGE_SUCCESS,
        amount=deposit.amount,
        psp_reference=reference_of(deposit),
        actor=actor,
        message=f"{deposit.booked_at.astimezone(clock.SEOUL).date()} {deposit.depositor}".strip(),
    )
    deposit.transaction_id, deposit.event, deposit.status = token, event, DepositStatus.MATCHED
    _decided(deposit, actor)


def reference_of(deposit: BankDeposit) -> str:
    """One for each match of the deposit: matched anew after a match was undone, it counts anew."""
    return f"deposit:{deposit.fingerprint}:{deposit.times_matched}"


@transaction.atomic
def deposit_unmatch(*, deposit_id: int, actor: Actor, reason: str) -> BankDeposit:
    """Undo a wrong match: the transaction gets the opposite event and waits for its money again; the deposit is open again.

    Raises NotFound, Required (no reason), DepositNotOpen (not matched), DepositNotReversible (the money went back to the buyer).
    """
    deposit = deposits_for_update().filter(pk=deposit_id).first()
    if deposit is None:
        raise NotFound("id")
    if not reason.strip():
        raise Required("reason")
    if deposit.status != DepositStatus.MATCHED or deposit.transaction is None:
        raise DepositNotOpen("id")
    items = list(transactions_for_update(siblings(deposit.transaction)))
    item = next(row for row in items if row.pk == deposit.transaction_id)
    if item.charged_value - _being_refunded(item) < deposit.amount:
        raise DepositNotReversible("id")
    reference = reference_of(deposit)
    drafts = [
        EventDraft(T.CHARGE_BACK, deposit.amount, reference, message="matched wrongly"),
        EventDraft(T.CHARGE_REQUEST, deposit.amount, f"{reference}:again"),
    ]
    events_add(item=item, drafts=drafts, actor=actor, reason=reason)
    transaction_recalculate(item=item)
    item.is_open = True
    item.save(update_fields=["is_open", "modified_at"])
    funds_note(items=items, actor=actor)
    audit.record(
        actor=actor, action="payments.deposit_unmatch", subject_type="deposit", subject_id=deposit.pk,
        transaction=str(item.pk), reason=reason[:200],
    )  # fmt: skip
    deposit.status, deposit.transaction, deposit.event = DepositStatus.UNMATCHED, None, None
    _decided(deposit, actor)
    return deposit


@transaction.atomic
def deposit_ignore(*, deposit_id: int, actor: Actor, reason: str) -> BankDeposit:
    """A deposit that pays for nothing here, e.g. interest. Raises NotFound, Required, DepositNotOpen."""
    deposit = _open_deposit(deposit_id)
    if not reason.strip():
        raise Required("reason")
    deposit.status, deposit.ignored_reason = DepositStatus.IGNORED, reason.strip()[:200]
    _decided(deposit, actor)
    audit.record(actor=actor, action="payments.deposit_ignore", subject_type="deposit", subject_id=deposit.pk)
    return deposit


@transaction.atomic
def deposit_reopen(*, deposit_id: int, actor: Actor) -> BankDeposit:
    """An ignored deposit is looked at again. Raises NotFound, DepositNotOpen."""
    deposit = deposits_for_update().filter(pk=deposit_id).first()
    if deposit is None:
        raise NotFound("id")
    if deposit.status != DepositStatus.IGNORED:
        raise DepositNotOpen("id")
    deposit.status, deposit.ignored_reason = DepositStatus.UNMATCHED, ""
    _decided(deposit, actor)
    audit.record(actor=actor, action="payments.deposit_reopen", subject_type="deposit", subject_id=deposit.pk)
    return deposit


def _open_deposit(deposit_id: int) -> BankDeposit:
    deposit = deposits_for_update().filter(pk=deposit_id).first()
    if deposit is None:
        raise NotFound("id")
    if deposit.status != DepositStatus.UNMATCHED:
        raise DepositNotOpen("id")
    return deposit


def _decided(deposit: BankDeposit, actor: Actor) -> None:
    deposit.decided_by_id, deposit.decided_at = actor.user_id, clock.now()
    deposit.save(
        update_fields=[
            "status",
            "transaction",
            "event",
            "times_matched",
            "ignored_reason",
            "decided_by_id",
            "decided_at",
        ]
    )


def _being_refunded(item: TransactionItem) -> Decimal:
    living = item.actions.filter(kind=TransactionAction.REFUND, status__in=LIVING)
    return sum((action.amount for action in living), Decimal(0))


def _transaction_of_order(order_id: UUID | None) -> UUID:
    """The order's transfer: the one that is open, or the latest, or a new one for an order that was to be paid otherwise."""
    order = Order.objects.filter(pk=order_id).first() if order_id else None
    if order is None:
        raise NotFound("orderId" if order_id else "transactionId")
    transfers = transactions_of_orders([order]).filter(means=PaymentMeans.BANK_TRANSFER)
    known = transfers.order_by("-is_open", "-created_at").first()
    if known is not None:
        return known.pk
    item = TransactionItem.objects.create(
        gateway=BANK_TRANSFER,
        name=PaymentMeans.BANK_TRANSFER.label,
        order=order,
        checkout_token=order.checkout_token,
        user_id=order.user_id,
        idempotency_key=str(uuid4()),
        means=PaymentMeans.BANK_TRANSFER,
        currency=order.currency,
        amount=max(order.total_gross - order.total_granted - order.total_charged, Decimal(1)),
        is_open=False,
        created_at=clock.now(),
    )
    return item.pk
