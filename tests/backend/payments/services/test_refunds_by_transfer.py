"""Refunds that people send: where to, until when, and that they were sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.deposits import applied, order_by_transfer
from factories.payments import BANK, held
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM, Actor
from market.core.banks import Bank
from market.core.clock import SEOUL
from market.core.errors import NotFound, Required
from market.core.locks import reset_lock_order
from market.core.models import OutboxEvent
from market.core.sealing import seal, unseal
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import ActionStatus
from market.payments.errors import AccountNumberInvalid, ActionNotAvailable, RefundAccountNotNeeded
from market.payments.flows.actions_send import actions_send
from market.payments.models import ProviderAction, RefundAccount, TransactionItem
from market.payments.selectors.refunds_to_send import send_by
from market.payments.services.refund_account_set import refund_account_set, refund_accounts_forget
from market.payments.services.refund_mark_sent import refund_mark_sent

pytestmark = pytest.mark.django_db(transaction=True)


def refund_of(channel: Any, run_outbox: Any, **options: Any) -> tuple[Order, ProviderAction]:
    """A paid order that was cancelled: its money waits to be sent back."""
    order, item = order_by_transfer(channel, run_outbox, **options)
    applied((item.reference, int(order.total_gross)))
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    reset_lock_order()
    actions_send()
    return order, ProviderAction.objects.get(transaction=item, kind="refund")


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def put(order: Order, *, actor: Actor = ANONYMOUS, **changes: Any) -> RefundAccount:
    wish: dict[str, Any] = {
        "bank": Bank.KAKAO, "number": "3333-01-0000000", "holder": "한지우", "email": order.user_email, "gateways": [BANK]
    }  # fmt: skip
    return anew(refund_account_set, order_id=order.pk, actor=actor, **(wish | changes))


def test_a_refund_by_transfer_waits_for_people_until_they_sent_it(channel: Any, run_outbox: Any) -> None:
    order, action = refund_of(channel, run_outbox)
    assert (action.status, action.amount) == (ActionStatus.SENT, order.total_gross)
    for _ in range(2):  # a double click
        done = anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM, reference="은행 20261120-1")
        assert done.status == ActionStatus.DONE
    item = TransactionItem.objects.get()
    assert (item.refunded_value, item.refund_pending_value, item.charged_value) == (order.total_gross, 0, 0)
    assert held(order)[0] == 0
    assert OutboxEvent.objects.filter(topic="payments.refund_succeeded").count() == 1
    assert item.events.filter(type="refund_success", message="은행 20261120-1").count() == 1


def test_of_two_equal_refunds_the_one_that_was_sent_is_done(channel: Any, run_outbox: Any) -> None:
    _, action = refund_of(channel, run_outbox)
    half = action.amount / 2
    ProviderAction.objects.filter(pk=action.pk).update(amount=half)
    other = ProviderAction.objects.create(
        transaction=action.transaction, kind="refund", amount=half, status=ActionStatus.SENT,
        due_at=clock.now(), created_at=clock.now() + dt.timedelta(minutes=1),
    )  # fmt: skip
    anew(refund_mark_sent, action_id=other.pk, actor=SYSTEM)
    action.refresh_from_db()
    other.refresh_from_db()
    assert (action.status, other.status) == (ActionStatus.SENT, ActionStatus.DONE)


def test_what_cannot_be_marked_as_sent(channel: Any, run_outbox: Any) -> None:
    _, action = refund_of(channel, run_outbox)
    with pytest.raises(NotFound):
        anew(refund_mark_sent, action_id=action.transaction_id, actor=SYSTEM)
    ProviderAction.objects.update(status=ActionStatus.FAILED)
    with pytest.raises(ActionNotAvailable):
        anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM)
    ProviderAction.objects.update(status=ActionStatus.SENT, kind="charge")
    with pytest.raises(NotFound):
        anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM)


def test_who_may_name_the_account(channel: Any, run_outbox: Any) -> None:
    order, _ = refund_of(channel, run_outbox)
    for email in ("", "someone@else.example"):
        with pytest.raises(NotFound):
            put(order, email=email)
    put(order, email=order.user_email.upper())
    owner = UserFactory()
    mine, _ = refund_of(channel, run_outbox, user=owner)
    for actor, email in ((ANONYMOUS, owner.email), (Actor(user_id=UserFactory().pk), owner.email)):
        with pytest.raises(NotFound):
            put(mine, actor=actor, email=email)
    put(mine, actor=Actor(user_id=owner.pk), email="")
    assert RefundAccount.objects.count() == 2
    keeper = Actor(user_id=UserFactory().pk, permissions=frozenset({"HANDLE_PAYMENTS"}))
    assert put(mine, actor=keeper, number="1234567890", email="").last_digits == "7890"


def test_the_account_is_not_readable_in_the_database_and_can_be_replaced(
    channel: Any, run_outbox: Any, settings: Any
) -> None:
    order, _ = refund_of(channel, run_outbox)
    first = put(order)
    row = RefundAccount.objects.filter(pk=first.pk).values().get()
    assert "3333" not in str(row)
    assert "한지우" not in str(row)
    assert (unseal(first.sealed_number), unseal(first.sealed_holder), first.last_digits) == (
        "3333010000000",
        "한지우",
        "0000",
    )
    second = put(order, bank=Bank.IBK, number="012 345678 01 011", holder="한지우 ")
    assert (second.pk, second.bank, unseal(second.sealed_number)) == (first.pk, "003", "01234567801011")


def test_a_replaced_secret_key_still_opens_and_a_lost_one_does_not(settings: Any) -> None:
    sealed = seal("123")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    assert unseal(sealed) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert unseal(sealed) == "123"
    assert unseal("nonsense") is None
    assert seal("123") != seal("123")


@pytest.mark.parametrize("number", ["", "123456789", "12345678901234567", "12345abcde", "１２３４５６７８９０", "=1+1"])
def test_account_numbers_are_checked(channel: Any, run_outbox: Any, number: str) -> None:
    order, _ = refund_of(channel, run_outbox)
    with pytest.raises(AccountNumberInvalid):
        put(order, number=number)
    with pytest.raises(Required):
        put(order, holder=" ")
    assert not RefundAccount.objects.exists()


def test_an_account_is_wanted_only_while_money_waits_to_be_sent(channel: Any, run_outbox: Any) -> None:
    order, action = refund_of(channel, run_outbox)
    anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM)
    with pytest.raises(RefundAccountNotNeeded):
        put(order)
    with pytest.raises(NotFound):
        put(Order(pk=action.pk, user_email="x@y.example"))


def test_accounts_are_deleted_some_time_after_the_refund(channel: Any, run_outbox: Any, settings: Any) -> None:
    order, action = refund_of(channel, run_outbox)
    put(order)
    long_ago = clock.now() - dt.timedelta(days=settings.REFUND_ACCOUNT_KEEP_DAYS, minutes=1)
    RefundAccount.objects.update(set_at=long_ago)
    assert refund_accounts_forget() == 0  # it is still to be sent
    anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM)
    assert refund_accounts_forget() == 0  # it was sent just now
    ProviderAction.objects.update(ended_at=long_ago)
    assert refund_accounts_forget() == 1
    assert not RefundAccount.objects.exists()


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ("2026-11-16", "2026-11-19"),
        ("2026-11-19", "2026-11-24"),
        ("2026-11-20", "2026-11-25"),
        ("2026-11-21", "2026-11-25"),
        ("2026-12-23", "2026-12-29"),
    ],
)
def test_three_working_days(asked: str, last: str) -> None:
    day = dt.date.fromisoformat(asked)
    for hour in (0, 23):
        assert send_by(dt.datetime.combine(day, dt.time(hour), tzinfo=SEOUL)) == dt.date.fromisoformat(last)
