"""Toss Payments and the moments between: an answer that is lost, a process that dies between two steps, two at once.

Each story is told to its end, and the end is the same as if nothing had happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

import pytest
from django.db import connections

from emulators.toss import VIRTUAL_ACCOUNT
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.toss import TOSS, TossShop, events_of
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM
from market.orders.models import Order
from market.payments.enums import TransactionAction
from market.payments.errors import ProviderUnavailable
from market.payments.flows import actions_send as sending
from market.payments.flows import payment_begin as beginning
from market.payments.flows import provider_messages as hearing
from market.payments.flows.books_compare import books_compare
from market.payments.gateways.registry import providers
from market.payments.models import BookDifference, ProviderAction, ProviderEvent, TransactionItem
from market.payments.services.action_ask import action_ask
from market.payments.services.attempts_call_off import attempt_abandon

pytestmark = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """The process is gone: nothing of ours catches it."""


@pytest.fixture(autouse=True)
def _equal_in_the_end(toss_shop: TossShop) -> Iterator[None]:
    yield
    toss_shop.assert_books_agree()


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000): 2})


@pytest.fixture
def dies_before(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``dies_before(module, "name", story)``: run the story; the process dies where it would call that function."""

    def run(module: Any, name: str, story: Callable[[], Any]) -> None:
        def die(**arguments: Any) -> None:
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(module, name, die)
            with pytest.raises(Killed):
                story()

    return run


def ask_back(item: TransactionItem, amount: int) -> ProviderAction:
    return anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=amount, actor=SYSTEM)[1]


def assert_paid_once(toss_shop: TossShop, item: TransactionItem) -> None:
    item.refresh_from_db()
    assert (item.charged_value, events_of(item).count("charge_success")) == (item.amount, 1)
    assert [row["taken"] for row in toss_shop.stub.books().values()] == [int(item.amount)]


def test_a_confirmation_whose_answer_is_lost_is_read_from_the_books(
    toss_shop: TossShop,
    checkout: Checkout,
) -> None:
    """Lost three times, the repetitions under the same key among them; the books answer."""
    item = toss_shop.begin(checkout)
    toss_shop.stub.drop_answers("confirm", times=3)
    assert toss_shop.process(item, toss_shop.approve()).is_open is False
    assert len(toss_shop.stub.asked("confirm")) == 3
    assert_paid_once(toss_shop, item)


def test_when_nothing_can_be_read_either_the_shopper_tries_again(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.drop_answers("/v1/payments", times=6)
    with pytest.raises(ProviderUnavailable):
        toss_shop.process(item, redirect)
    item.refresh_from_db()
    assert (item.charged_value, item.is_open) == (0, True)
    toss_shop.process(item, redirect)
    assert_paid_once(toss_shop, item)


def test_an_answer_that_comes_too_late_is_not_waited_for(
    toss_shop: TossShop, checkout: Checkout, settings: Any
) -> None:
    settings.PAYMENT_TIMEOUT_SECONDS = 0.5
    providers.cache_clear()
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    with toss_shop.stub.held("confirm"):
        toss_shop.process(item, redirect)
    assert_paid_once(toss_shop, item)


@pytest.mark.parametrize("then", ["the browser again", "a message", "the sweep", "the comparison of books"])
def test_killed_between_the_confirmation_and_its_saving(
    toss_shop: TossShop,
    checkout: Checkout,
    dies_before: Callable[..., None],
    then: str,
) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    dies_before(beginning, "transaction_sync", lambda: toss_shop.process(item, redirect))
    item.refresh_from_db()
    assert (item.charged_value, item.psp_reference) == (0, str(item.pk))
    if then == "the browser again":
        toss_shop.process(item, redirect)
    elif then == "a message":
        toss_shop.hear(toss_shop.stub.outgoing.messages[0])
    elif then == "the comparison of books":
        books_compare(gateways=[TOSS], until=clock.now() + dt.timedelta(hours=1))
        assert not BookDifference.objects.exists()
    else:
        anew(attempt_abandon, token=item.pk)
        toss_shop.send()
    assert_paid_once(toss_shop, item)
    assert anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS).total_charged == item.amount


def test_killed_before_the_window_was_told_anything(
    toss_shop: TossShop,
    checkout: Checkout,
    dies_before: Callable[..., None],
) -> None:
    dies_before(beginning, "transaction_sync", lambda: toss_shop.begin(checkout))
    assert TransactionItem.objects.get().psp_reference == ""
    assert_paid_once(toss_shop, toss_shop.paid(checkout))
    assert TransactionItem.objects.count() == 1


def test_killed_between_a_refund_and_its_saving(
    toss_shop: TossShop,
    checkout: Checkout,
    dies_before: Callable[..., None],
) -> None:
    """Fifteen days pass, so that the idempotency key does not help; the mark in the books does."""
    item = toss_shop.paid(checkout)
    anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    first, second = ask_back(item, 5_000), ask_back(item, 5_000)
    dies_before(sending, "transaction_sync", toss_shop.send)
    toss_shop.stub.forget_keys()
    toss_shop.send()
    item.refresh_from_db()
    assert (item.refunded_value, item.refund_pending_value) == (10_000, 0)
    assert set(ProviderAction.objects.values_list("pk", "status")) == {(first.pk, "done"), (second.pk, "done")}
    assert len(toss_shop.stub.payment(item.psp_reference)["cancels"]) == 2


def test_killed_before_a_message_was_acted_on(
    toss_shop: TossShop,
    checkout: Checkout,
    dies_before: Callable[..., None],
) -> None:
    item = toss_shop.begin(checkout, data={"method": "VIRTUAL_ACCOUNT"})
    item = toss_shop.process(item, toss_shop.approve(method=VIRTUAL_ACCOUNT))
    toss_shop.stub.deposit(item.psp_reference)
    deposit = toss_shop.stub.outgoing.messages[-1]
    dies_before(hearing, "transaction_sync", lambda: toss_shop.hear(deposit))
    assert toss_shop.hear(deposit) is None  # Toss sends it again: it is known, and acted on now
    assert ProviderEvent.objects.get().status == "done"
    assert_paid_once(toss_shop, item)


def test_a_double_click_takes_the_money_once(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()

    def click() -> Any:
        try:
            return Context().run(beginning.payment_process, token=item.pk, data=redirect, actor=ANONYMOUS)
        except ProviderUnavailable as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(lambda _: click(), range(4)))
    assert_paid_once(toss_shop, item)


def test_browser_and_message_at_once_make_one_order(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.merchant.books.confirm(redirect)
    (message,) = toss_shop.stub.outgoing.messages

    def alone(story: Callable[[], Any]) -> None:
        try:
            Context().run(story)
        finally:
            connections.close_all()

    def browser() -> None:
        toss_shop.process(item, redirect)
        anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)

    with ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(alone, [browser, lambda: toss_shop.hear(message)]))
    toss_shop.act()
    assert_paid_once(toss_shop, item)
    assert Order.objects.get().total_charged == item.amount
