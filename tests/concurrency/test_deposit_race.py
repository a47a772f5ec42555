"""Several hands at one statement, one deposit, one refund: each is dealt with once, on real connections."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.deposits import applied, deposited, order_by_transfer, uploaded
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import DepositStatus, TransactionEventType
from market.payments.errors import DepositNotOpen
from market.payments.flows.actions_send import actions_send
from market.payments.models import BankDeposit, DepositBatch, ProviderAction, TransactionEvent, TransactionItem
from market.payments.services import deposit_match as matching
from market.payments.services.deposit_batch import deposit_batch_run, deposit_batch_start
from market.payments.services.deposit_match import deposit_match
from market.payments.services.refund_mark_sent import refund_mark_sent

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
T = TransactionEventType


def charges() -> int:
    return TransactionEvent.objects.filter(type=T.CHARGE_SUCCESS).count()


def test_several_workers_take_a_statement_over_once(race: Race, run_outbox: Any) -> None:
    channel = ChannelFactory()
    pairs = [order_by_transfer(channel, run_outbox) for _ in range(6)]
    batches = [uploaded(*((item.reference, int(order.total_gross)) for order, item in pairs)) for _ in range(2)]
    for batch in batches:  # the same file, uploaded twice at the same time
        anew(deposit_batch_start, batch_id=batch.pk, actor=SYSTEM)
    race([functools.partial(deposit_batch_run, batch_id=batch.pk, limit=100) for batch in batches for _ in range(4)])
    done = list(DepositBatch.objects.order_by("created_at"))
    assert [(batch.status, batch.position) for batch in done] == [("done", 6), ("done", 6)]
    assert sum(batch.added_count for batch in done) == sum(batch.matched_count for batch in done) == 6
    assert (BankDeposit.objects.count(), charges()) == (6, 6)
    assert all(order.total_charged == order.total_gross for order in Order.objects.all())


def match_by_two(race: Race, run_outbox: Any) -> tuple[list[Any], BankDeposit]:
    channel = ChannelFactory()
    items = [order_by_transfer(channel, run_outbox)[1] for _ in range(2)]
    deposit = deposited("누구", int(items[0].amount))
    answers = race(
        [functools.partial(deposit_match, deposit_id=deposit.pk, token=item.pk, actor=SYSTEM) for item in items * 3]
    )
    deposit.refresh_from_db()
    return answers, deposit


def test_a_deposit_is_matched_by_one_of_many(race: Race, run_outbox: Any) -> None:
    answers, deposit = match_by_two(race, run_outbox)
    assert sum(isinstance(answer, BankDeposit) for answer in answers) == 1
    assert sum(isinstance(answer, DepositNotOpen) for answer in answers) == 5
    assert (deposit.status, deposit.times_matched, charges()) == (DepositStatus.MATCHED, 1, 1)


def test_without_the_lock_it_would_be_matched_twice(
    race: Race, run_outbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same race with the row read unlocked."""
    barrier = threading.Barrier(6)

    def unlocked(deposit_id: int) -> BankDeposit:
        deposit = BankDeposit.objects.get(pk=deposit_id)
        barrier.wait(timeout=30)
        return deposit

    monkeypatch.setattr(matching, "_open_deposit", unlocked)
    match_by_two(race, run_outbox)
    assert charges() > 1


def test_a_refund_that_two_people_mark_is_sent_once(race: Race, run_outbox: Any) -> None:
    order, item = order_by_transfer(ChannelFactory(), run_outbox)
    applied((item.reference, int(order.total_gross)))
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    reset_lock_order()
    actions_send()
    action = ProviderAction.objects.get(kind="refund")
    answers = race([functools.partial(refund_mark_sent, action_id=action.pk, actor=SYSTEM) for _ in range(6)])
    assert all(isinstance(answer, ProviderAction) for answer in answers), answers
    assert TransactionEvent.objects.filter(type=T.REFUND_SUCCESS).count() == 1
    assert TransactionItem.objects.get().refunded_value == order.total_gross
