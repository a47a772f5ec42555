"""Deposits: taken over from statements once, matched for certain by themselves, and by people where it is not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.deposits import applied, deposited, order_by_transfer, statement, uploaded
from factories.payments import held
from market.core import clock
from market.core.actor import SYSTEM, Actor
from market.core.errors import NotFound, Required
from market.core.locks import reset_lock_order
from market.core.models import AuditEntry, OutboxEvent
from market.orders.enums import ChargeStatus, OrderStatus, RefundKind
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.orders.services.refund_grant import refund_grant
from market.payments.enums import ActionStatus, BatchStatus, DepositMatchKind, DepositStatus, TransactionEventType
from market.payments.errors import BatchNotReady, DepositNotOpen, DepositNotReversible
from market.payments.models import BankDeposit, DepositBatch, ProviderAction, TransactionEvent, TransactionItem
from market.payments.services.deposit_batch import (
    deposit_batch_create,
    deposit_batch_run,
    deposit_batch_start,
    deposit_previews_forget,
)
from market.payments.services.deposit_match import deposit_ignore, deposit_match, deposit_reopen, deposit_unmatch

pytestmark = pytest.mark.django_db(transaction=True)
T, S = TransactionEventType, DepositStatus


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def order_and_item(channel: Any, run_outbox: Any) -> tuple[Order, TransactionItem]:
    return order_by_transfer(channel, run_outbox)


@pytest.fixture
def staff() -> Actor:
    user = staff_with("HANDLE_PAYMENTS")
    return Actor(user_id=user.pk, email=user.email, is_staff=True, permissions=frozenset({"HANDLE_PAYMENTS"}))


def types_of(item: TransactionItem) -> list[str]:
    return list(item.events.order_by("pk").values_list("type", flat=True))


def total(order: Order) -> int:
    return int(order.total_gross)


def test_a_preview_changes_nothing(order_and_item: tuple[Order, TransactionItem]) -> None:
    order, item = order_and_item
    batch = uploaded((f"한지우{item.reference}", total(order)))
    assert (batch.status, batch.row_count) == (BatchStatus.PREVIEW, 1)
    assert deposit_batch_run(batch_id=batch.pk, limit=10) == 0
    assert not BankDeposit.objects.exists()
    assert held(order)[2] == ChargeStatus.NONE


@pytest.mark.parametrize("by", ["reference", "order number", "memo"])
def test_a_certain_deposit_pays_the_order(
    order_and_item: tuple[Order, TransactionItem], by: str, run_outbox: Any
) -> None:
    order, item = order_and_item
    names = {"reference": f"한지우 {item.reference.lower()}", "order number": f"이음{order.number}", "memo": "한*우"}
    memo = item.reference if by == "memo" else ""
    batch = applied((names[by], total(order), memo), ("모르는 사람", 1))
    assert (batch.status, batch.added_count, batch.matched_count) == (BatchStatus.DONE, 2, 1)
    assert held(order) == (total(order), 0, ChargeStatus.FULL)
    deposit = BankDeposit.objects.get(transaction=item)
    assert (deposit.status, deposit.found, deposit.decided_by_id) == (S.MATCHED, DepositMatchKind.CERTAIN, None)
    assert deposit.event is not None
    assert deposit.event.psp_reference == f"deposit:{deposit.fingerprint}:1"
    item.refresh_from_db()
    assert (item.is_open, item.charged_value, item.charge_pending_value) == (False, total(order), 0)
    assert OutboxEvent.objects.filter(topic="payments.payment_received").count() == 1


def test_the_same_statement_twice_adds_nothing(order_and_item: tuple[Order, TransactionItem]) -> None:
    order, item = order_and_item
    lines = ((item.reference, total(order)), ("같은 사람", 500), ("같은 사람", 500))
    applied(*lines)
    again = applied(*lines)
    assert (again.status, again.added_count, again.matched_count) == (BatchStatus.DONE, 0, 0)
    longer = applied(*lines, ("새 사람", 700))
    assert longer.added_count == 1
    assert BankDeposit.objects.count() == 4
    assert held(order)[0] == total(order)
    assert types_of(item).count(T.CHARGE_SUCCESS) == 1


def test_a_batch_goes_on_where_it_stopped_and_ends_once(channel: Any, run_outbox: Any) -> None:
    pairs = [order_by_transfer(channel, run_outbox) for _ in range(3)]
    batch = uploaded(*((item.reference, total(order)) for order, item in pairs))
    for _ in range(2):  # started twice: a double click
        anew(deposit_batch_start, batch_id=batch.pk, actor=SYSTEM)
    assert deposit_batch_run(batch_id=batch.pk, limit=1) == 1
    batch.refresh_from_db()
    assert (batch.status, batch.position, batch.matched_count) == (BatchStatus.APPLYING, 1, 1)
    deposit_batch_run(batch_id=batch.pk, limit=100)
    deposit_batch_run(batch_id=batch.pk, limit=100)
    batch.refresh_from_db()
    assert (batch.status, batch.position, batch.matched_count) == (BatchStatus.DONE, 3, 3)
    with pytest.raises(BatchNotReady):
        anew(deposit_batch_start, batch_id=batch.pk, actor=SYSTEM)


def test_previews_lapse_and_done_batches_forget_their_lines() -> None:
    old, done, young = uploaded(("하나", 1)), applied(("둘", 2)), uploaded(("셋", 3))
    DepositBatch.objects.filter(pk=old.pk).update(created_at=clock.now() - dt.timedelta(days=1, minutes=1))
    with pytest.raises(BatchNotReady):
        anew(deposit_batch_start, batch_id=old.pk, actor=SYSTEM)
    assert anew(deposit_previews_forget) == 2
    assert set(DepositBatch.objects.values_list("pk", flat=True)) == {done.pk, young.pk}
    done.refresh_from_db()
    young.refresh_from_db()
    assert (done.rows, len(young.rows)) == ([], 1)
    assert BankDeposit.objects.get().batch_id == done.pk


@pytest.mark.parametrize(("difference", "found"), [(-1, "partial"), (1, "over")])
def test_another_amount_waits_for_people(
    order_and_item: tuple[Order, TransactionItem], staff: Actor, difference: int, found: str
) -> None:
    order, item = order_and_item
    applied((item.reference, total(order) + difference))
    deposit = BankDeposit.objects.get()
    assert (deposit.status, deposit.found) == (S.UNMATCHED, found)
    assert held(order)[0] == 0
    anew(deposit_match, deposit_id=deposit.pk, token=item.pk, actor=staff)
    item.refresh_from_db()
    refund = ProviderAction.objects.filter(kind="refund").first()
    if difference < 0:
        assert held(order)[2] == ChargeStatus.PARTIAL
        assert (item.is_open, item.charge_pending_value, refund) == (True, 1, None)
        # What is missing comes later, under the same reference.
        applied(("first", 5), (item.reference, 1))
        assert held(order)[2] == ChargeStatus.FULL
    else:
        assert refund is not None
        assert (refund.amount, item.refund_pending_value) == (1, 1)


def test_a_name_and_an_amount_alone_are_a_suggestion(order_and_item: tuple[Order, TransactionItem]) -> None:
    order, _ = order_and_item
    applied(("한지우", total(order)))
    deposit = BankDeposit.objects.get()
    assert (deposit.status, deposit.found) == (S.UNMATCHED, "suggested")
    assert held(order)[0] == 0


def test_money_for_an_ended_order_goes_back(order_and_item: tuple[Order, TransactionItem], run_outbox: Any) -> None:
    order, item = order_and_item
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    reset_lock_order()
    applied((item.reference, total(order)))
    order.refresh_from_db()
    assert order.status == OrderStatus.CANCELED
    item.refresh_from_db()
    assert (item.charged_value, item.refund_pending_value) == (total(order), total(order))
    action = ProviderAction.objects.get(kind="refund")
    assert (action.amount, action.status) == (total(order), ActionStatus.WAITING)


def test_staff_match_by_order_even_one_that_was_to_be_paid_otherwise(
    order_and_item: tuple[Order, TransactionItem], channel: Any, run_outbox: Any, staff: Actor
) -> None:
    order, item = order_and_item
    first = deposited("대리 입금", total(order))
    anew(deposit_match, deposit_id=first.pk, order_id=order.pk, actor=staff)
    first.refresh_from_db()
    assert (first.transaction_id, first.decided_by_id) == (item.pk, staff.user_id)
    assert held(order)[2] == ChargeStatus.FULL
    TransactionItem.objects.filter(pk=order_by_transfer(channel, run_outbox)[1].pk).update(means="card")
    other = Order.objects.exclude(pk=order.pk).get()
    second = deposited("카드 대신", total(other))
    anew(deposit_match, deposit_id=second.pk, order_id=other.pk, actor=staff)
    assert held(other)[2] == ChargeStatus.FULL
    assert AuditEntry.objects.filter(action="payments.deposit_match").count() == 2


def test_a_wrong_match_is_undone_by_the_opposite_and_may_be_made_again(
    channel: Any, run_outbox: Any, staff: Actor
) -> None:
    (wrong, wrong_item), (right, right_item) = (order_by_transfer(channel, run_outbox) for _ in range(2))
    deposit = deposited("한씨", total(right))
    anew(deposit_match, deposit_id=deposit.pk, token=wrong_item.pk, actor=staff)
    before = list(TransactionEvent.objects.filter(transaction=wrong_item).order_by("pk").values())
    with pytest.raises(Required):
        anew(deposit_unmatch, deposit_id=deposit.pk, actor=staff, reason=" ")
    anew(deposit_unmatch, deposit_id=deposit.pk, actor=staff, reason="다른 주문의 돈")
    assert held(wrong)[2] == ChargeStatus.NONE
    wrong_item.refresh_from_db()
    assert (wrong_item.charge_pending_value, wrong_item.refunded_value, wrong_item.is_open) == (total(wrong), 0, True)
    events = TransactionEvent.objects.filter(transaction=wrong_item).order_by("pk")
    assert list(events.values())[: len(before)] == before
    assert types_of(wrong_item)[len(before) :] == [T.CHARGE_BACK, T.CHARGE_REQUEST]
    assert not OutboxEvent.objects.filter(topic__in=["payments.payment_disputed", "payments.refund_succeeded"]).exists()
    anew(deposit_match, deposit_id=deposit.pk, token=right_item.pk, actor=staff)
    assert held(right)[2] == ChargeStatus.FULL
    # And once more to and fro, on the same transaction: each match counts.
    anew(deposit_unmatch, deposit_id=deposit.pk, actor=staff, reason="doch")
    anew(deposit_match, deposit_id=deposit.pk, token=wrong_item.pk, actor=staff)
    assert (held(wrong)[0], held(right)[0]) == (total(wrong), 0)
    wrong_item.refresh_from_db()
    assert (wrong_item.charge_pending_value, wrong_item.is_open) == (0, False)


def test_what_goes_back_to_the_buyer_cannot_be_unmatched(
    order_and_item: tuple[Order, TransactionItem], staff: Actor, run_outbox: Any
) -> None:
    order, item = order_and_item
    applied((item.reference, total(order)))
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    deposit = BankDeposit.objects.get()
    with pytest.raises(DepositNotReversible):
        anew(deposit_unmatch, deposit_id=deposit.pk, actor=staff, reason="falsch")
    deposit.refresh_from_db()
    assert deposit.status == S.MATCHED


def test_ignored_and_looked_at_again(staff: Actor, order_and_item: tuple[Order, TransactionItem]) -> None:
    deposit = deposited("이자", 12)
    with pytest.raises(Required):
        anew(deposit_ignore, deposit_id=deposit.pk, actor=staff, reason="")
    anew(deposit_ignore, deposit_id=deposit.pk, actor=staff, reason="예금 이자")
    for refused in (deposit_ignore, deposit_match):
        extra: dict[str, Any] = {"reason": "x"} if refused is deposit_ignore else {"token": order_and_item[1].pk}
        with pytest.raises(DepositNotOpen):
            anew(refused, deposit_id=deposit.pk, actor=staff, **extra)
    with pytest.raises(DepositNotOpen):
        anew(deposit_unmatch, deposit_id=deposit.pk, actor=staff, reason="x")
    anew(deposit_reopen, deposit_id=deposit.pk, actor=staff)
    deposit.refresh_from_db()
    assert (deposit.status, deposit.ignored_reason) == (S.UNMATCHED, "")
    with pytest.raises(DepositNotOpen):
        anew(deposit_reopen, deposit_id=deposit.pk, actor=staff)


def test_nothing_there(staff: Actor) -> None:
    deposit = deposited("누구", 1)
    for call in (
        lambda: deposit_match(deposit_id=0, token=None, actor=staff),
        lambda: deposit_match(deposit_id=deposit.pk, actor=staff),
        lambda: deposit_match(deposit_id=deposit.pk, order_id=deposit_batch().pk, actor=staff),
        lambda: deposit_match(deposit_id=deposit.pk, token=deposit_batch().pk, actor=staff),
        lambda: deposit_unmatch(deposit_id=0, actor=staff, reason="x"),
        lambda: deposit_ignore(deposit_id=0, actor=staff, reason="x"),
        lambda: deposit_reopen(deposit_id=0, actor=staff),
        lambda: deposit_batch_start(batch_id=ProviderAction().pk, actor=staff),
    ):
        with pytest.raises(NotFound):
            anew(call)
    deposit.refresh_from_db()
    assert (deposit.status, deposit.times_matched) == (S.UNMATCHED, 0)


def deposit_batch() -> DepositBatch:
    return DepositBatch.objects.get()


def test_problems_and_counts_of_a_file() -> None:
    content = statement(("하나", 1)) + "\n어제,둘,1000,,\n2026.01.01,셋,,500,\n".encode()
    batch = deposit_batch_create(content=content, file_name="x" * 300, actor=SYSTEM, account="11-22")
    assert (batch.row_count, batch.withdrawal_count, batch.account, len(batch.file_name)) == (1, 1, "11-22", 200)
    assert [row[:2] for row in batch.problems] == [[3, "거래일시"]]


def test_amounts_are_exact(order_and_item: tuple[Order, TransactionItem]) -> None:
    applied(("큰돈", 999_999_999_999))
    assert BankDeposit.objects.get().amount == Decimal(999_999_999_999)


def test_after_a_part_was_cancelled_the_rest_is_what_is_awaited(
    order_and_item: tuple[Order, TransactionItem], run_outbox: Any
) -> None:
    order, item = order_and_item
    with transaction.atomic():
        refund_grant(
            order=Order.objects.select_for_update().get(pk=order.pk),
            kind=RefundKind.CANCELLATION,
            key="a part",
            amount=Decimal(2_000),
            actor=SYSTEM,
        )
    run_outbox()
    batch = applied((item.reference, total(order) - 2_000))
    assert batch.matched_count == 1
    assert held(order) == (total(order) - 2_000, 2_000, ChargeStatus.FULL)
