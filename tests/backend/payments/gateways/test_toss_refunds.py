"""Giving money back through Toss Payments, virtual accounts among it; every story ends with Toss's books and ours equal."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from emulators.toss import VIRTUAL_ACCOUNT
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.toss import TOSS, TossShop, events_of
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM
from market.core.errors import ManyErrors
from market.core.locks import reset_lock_order
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.enums import DifferenceKind, TransactionAction
from market.payments.errors import AmountInvalid, GatewayDataInvalid
from market.payments.flows.attempts_sweep import attempts_sweep
from market.payments.flows.books_compare import books_compare
from market.payments.gateways.registry import provider_named
from market.payments.models import BookDifference, TransactionItem
from market.payments.services.action_ask import action_ask
from market.payments.services.attempts_call_off import attempt_abandon

pytestmark = pytest.mark.django_db(transaction=True)
ACCOUNT = {"bank": "88", "accountNumber": "110123456789", "holderName": "한지우"}


@pytest.fixture(autouse=True)
def _equal_in_the_end(toss_shop: TossShop) -> Iterator[None]:
    yield
    toss_shop.assert_books_agree()


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000): 2})


@pytest.fixture
def paid(toss_shop: TossShop, checkout: Checkout) -> TransactionItem:
    """The transaction of an order that was paid by card."""
    item = toss_shop.paid(checkout)
    anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    return item


def ask_back(item: TransactionItem, amount: int | None = None, reason: str = "") -> None:
    wanted = Decimal(amount) if amount else None
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=wanted, actor=SYSTEM, reason=reason)


def waiting_account(toss_shop: TossShop, checkout: Checkout, **extra: Any) -> TransactionItem:
    item = toss_shop.begin(checkout, data={"method": "VIRTUAL_ACCOUNT"})
    return toss_shop.process(item, toss_shop.approve(method=VIRTUAL_ACCOUNT) | extra)


def test_partial_refunds_and_then_the_rest(toss_shop: TossShop, paid: TransactionItem) -> None:
    ask_back(paid, 3_000, "사과가 물렀어요")
    ask_back(paid, 4_000)
    assert toss_shop.send() == 2
    paid.refresh_from_db()
    assert (paid.refunded_value, paid.refund_pending_value, paid.charged_value) == (7_000, 0, paid.amount - 7_000)
    with pytest.raises(AmountInvalid):
        ask_back(paid, int(paid.charged_value) + 1)
    ask_back(paid)
    toss_shop.send()
    paid.refresh_from_db()
    assert (paid.charged_value, toss_shop.stub.payment(paid.psp_reference)["status"]) == (0, "CANCELED")
    order = Order.objects.get()
    assert order.total_charged == 0
    assert set(paid.actions.values_list("status", flat=True)) == {"done"}


def test_the_reason_goes_along_and_never_too_long(toss_shop: TossShop, paid: TransactionItem) -> None:
    ask_back(paid, 1_000, "가" * 500)
    toss_shop.send()
    action = paid.actions.get()
    (row,) = toss_shop.stub.payment(paid.psp_reference)["cancels"]
    assert row["cancelReason"] == "가" * 161 + f" [{action.pk}]"
    assert (action.status, len(row["cancelReason"])) == ("done", 200)


def test_a_refund_whose_answer_was_lost_is_not_given_twice(toss_shop: TossShop, paid: TransactionItem) -> None:
    """Not even when Toss has forgotten the idempotency key in the meantime."""
    ask_back(paid, 5_000)
    toss_shop.stub.drop_answers("/cancel")
    toss_shop.send()
    paid.refresh_from_db()
    assert (paid.refunded_value, paid.refund_pending_value, paid.actions.get().status) == (0, 5_000, "waiting")
    toss_shop.stub.forget_keys()
    toss_shop.send()
    paid.refresh_from_db()
    assert (paid.refunded_value, paid.refund_pending_value, paid.actions.get().status) == (5_000, 0, "done")
    assert len(toss_shop.stub.payment(paid.psp_reference)["cancels"]) == 1


def test_a_refund_waits_until_toss_is_there_again(toss_shop: TossShop, paid: TransactionItem) -> None:
    ask_back(paid, 5_000)
    toss_shop.stub.go_down()
    toss_shop.send()
    toss_shop.stub.come_up()
    toss_shop.stub.fail_next("/cancel", "FORBIDDEN_CONSECUTIVE_REQUEST")
    toss_shop.send()
    assert paid.actions.get().status == "waiting"
    toss_shop.stub.forget_keys()
    toss_shop.send()
    paid.refresh_from_db()
    assert (paid.refunded_value, paid.actions.get().status) == (5_000, "done")


def test_what_was_cancelled_at_toss_itself_is_taken_over(toss_shop: TossShop, paid: TransactionItem) -> None:
    """Somebody pressed the button in the merchant's console; our refund of the whole is refused, and the books are read."""
    ask_back(paid)
    toss_shop.stub.merchant.books.cancel(paid.psp_reference, {"cancelReason": "콘솔에서 취소"})
    toss_shop.send()
    paid.refresh_from_db()
    assert (paid.charged_value, paid.refunded_value, paid.refund_pending_value) == (0, paid.amount, 0)
    assert (paid.actions.get().status, "ALREADY_CANCELED_PAYMENT" in paid.actions.get().last_error) == ("failed", True)


def test_a_virtual_account_waits_for_its_deposit(toss_shop: TossShop, checkout: Checkout) -> None:
    item = waiting_account(toss_shop, checkout)
    assert (item.is_open, item.charge_pending_value, item.charged_value) == (True, item.amount, 0)
    assert item.means == PaymentMeans.VIRTUAL_ACCOUNT
    told = toss_shop.told["virtualAccount"]
    assert (told["bankName"], told["accountNumber"], told["bankCode"]) == ("우리은행", "X6505636518308", "20")
    with pytest.raises(ManyErrors):  # the order is placed when the money is there
        anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    toss_shop.stub.deposit(item.psp_reference)
    for message in toss_shop.stub.outgoing.messages:
        toss_shop.hear(message)
    item.refresh_from_db()
    assert (item.is_open, item.charge_pending_value, item.charged_value) == (False, 0, item.amount)
    assert anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS).total_charged == item.amount


def test_a_virtual_account_is_refunded_to_the_account_that_its_buyer_named(
    toss_shop: TossShop, checkout: Checkout
) -> None:
    item = waiting_account(toss_shop, checkout)
    toss_shop.stub.deposit(item.psp_reference)
    item = toss_shop.process(item, {})
    ask_back(item, 2_000)
    toss_shop.send()
    first = item.actions.get()
    assert (first.status, first.last_error) == ("failed", "a virtual account needs the buyer's refundReceiveAccount")
    for wrong in ({"bank": "88"}, ACCOUNT | {"accountNumber": "110-123"}, ACCOUNT | {"holderName": ""}, "88"):
        with pytest.raises(GatewayDataInvalid):
            toss_shop.process(item, {"refundReceiveAccount": wrong})
    toss_shop.process(item, {"refundReceiveAccount": ACCOUNT})
    ask_back(item, 2_000)
    toss_shop.send()
    item.refresh_from_db()
    assert (item.refunded_value, item.refund_pending_value) == (2_000, 0)
    assert "110123456789" not in json.dumps(item.data)  # what is kept of it is sealed
    assert toss_shop.stub.merchant.books.refunded_to == [ACCOUNT]


def test_a_refund_that_the_bank_sent_back_is_taken_back(toss_shop: TossShop, checkout: Checkout) -> None:
    item = waiting_account(toss_shop, checkout, refundReceiveAccount=ACCOUNT)
    toss_shop.stub.deposit(item.psp_reference)
    item = toss_shop.process(item, {})
    ask_back(item, 2_000)
    toss_shop.send()
    toss_shop.stub.refund_bounces(item.psp_reference)
    item = toss_shop.process(item, {})
    assert (item.refunded_value, item.charged_value, events_of(item)[-1]) == (0, item.amount, "refund_reverse")


def test_a_virtual_account_is_called_off_with_its_attempt(toss_shop: TossShop, checkout: Checkout) -> None:
    item = waiting_account(toss_shop, checkout)
    by_card = toss_shop.begin(checkout)
    item.refresh_from_db()
    assert (item.is_open, item.charge_pending_value, item.cancel_pending_value) == (False, 0, 0)
    assert toss_shop.stub.payment(item.psp_reference)["status"] == "CANCELED"
    assert toss_shop.process(by_card, toss_shop.approve()).charged_value == by_card.amount


def test_a_deposit_in_the_moment_of_calling_off_counts(toss_shop: TossShop, checkout: Checkout) -> None:
    item = waiting_account(toss_shop, checkout)
    anew(attempt_abandon, token=item.pk)
    toss_shop.stub.deposit(item.psp_reference)
    toss_shop.send()
    item.refresh_from_db()
    assert (item.charged_value, item.actions.get().status) == (item.amount, "failed")


def test_a_virtual_account_has_days_and_then_lapses(toss_shop: TossShop, checkout: Checkout) -> None:
    """Toss sends no message when nobody paid in; the sweep finds it."""
    item = waiting_account(toss_shop, checkout)
    TransactionItem.objects.update(modified_at=clock.now() - dt.timedelta(days=2))
    reset_lock_order()
    attempts_sweep()
    item.refresh_from_db()
    assert (item.is_open, item.charge_pending_value) == (True, item.amount)
    toss_shop.stub.expire(item.psp_reference)
    TransactionItem.objects.update(modified_at=clock.now() - dt.timedelta(days=1))
    attempts_sweep()
    item.refresh_from_db()
    assert (item.is_open, item.charge_pending_value) == (False, 0)
    assert toss_shop.stub.asked("/cancel") == []


def test_an_abandoned_window_is_called_off(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    TransactionItem.objects.update(modified_at=clock.now() - dt.timedelta(days=1))
    reset_lock_order()
    assert attempts_sweep() == 1
    late = toss_shop.process(item, redirect)
    assert (late.is_open, late.charged_value, late.cancel_pending_value) == (False, 0, 0)


def test_what_toss_does_not_know_any_more_is_a_difference(toss_shop: TossShop, paid: TransactionItem) -> None:
    books = toss_shop.stub.merchant.books
    known, books.payments, books.transactions = books.payments, {}, []
    reset_lock_order()
    books_compare(gateways=[TOSS], until=clock.now() + dt.timedelta(hours=1))
    books.payments = known
    difference = BookDifference.objects.get()
    assert (difference.kind, difference.transaction_id) == (DifferenceKind.MISSING_THERE, paid.pk)
    paid.refresh_from_db()
    assert (paid.charged_value, paid.is_open) == (paid.amount, False)


def test_the_books_list_every_payment_that_began_in_a_time(
    toss_shop: TossShop, paid: TransactionItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page, each payment once however often it moved, and none that began before or after."""
    monkeypatch.setattr("market.payments.gateways.toss_api.PAGE", 2)
    for amount in (1_000, 2_000, 3_000):
        ask_back(paid, amount)
    toss_shop.send()
    waiting = waiting_account(toss_shop, ready_checkout(ChannelFactory(), {variant_on_sale(ChannelFactory()): 1}))
    toss, now = provider_named(TOSS), clock.now()
    day, second = dt.timedelta(days=1), dt.timedelta(seconds=2)
    states = {state.transaction_token: state for state in toss.list_since(now - day, now + second)}
    assert set(states) == {paid.pk, waiting.pk}
    assert (states[paid.pk].charged, states[paid.pk].refunded) == (paid.amount, 6_000)
    assert states[paid.pk].psp_reference == paid.psp_reference
    assert (states[waiting.pk].status, states[waiting.pk].charged) == ("pending", 0)
    assert len(toss_shop.stub.asked("/v1/transactions")) == 3
    assert list(toss.list_since(now - day, now - day / 2)) == []
    assert list(toss.list_since(now + second, now + day)) == []
