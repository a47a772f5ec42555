"""Everything at the same moment: the browser comes back, the provider's message arrives, the buyer clicks again, staff cancel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import CARD, STRIPE, StripeShop
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM
from market.inventory.models import Allocation
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import TransactionAction, TransactionEventType
from market.payments.errors import AmountInvalid
from market.payments.flows.actions_send import actions_send
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.flows.payment_begin import payment_begin, payment_process
from market.payments.flows.provider_messages import message_receive, messages_process
from market.payments.models import ProviderAction, TransactionEvent, TransactionItem
from market.payments.services.action_ask import action_ask
from market.payments.services.funds_settle import funds_settle
from market.payments.services.order_mark_as_paid import order_mark_as_paid

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
T = TransactionEventType


@pytest.fixture
def checkout(transactional_db: None) -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=11_000, stock=5): 1})


def unexpected(answers: list[Any], *allowed: type[Exception]) -> list[Any]:
    return [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, allowed)]


def hears(shop: StripeShop) -> Callable[[], Any]:
    def hear() -> int:
        for event in shop.emulator.events():
            body, signature = shop.emulator.signed(event, "whsec_of_this_test")
            message_receive(gateway=STRIPE, body=body, headers={"Stripe-Signature": signature})
        return messages_process()

    return hear


def test_return_message_and_worker_at_once_give_one_order_and_one_capture(
    race: Race, stripe_shop: StripeShop, checkout: Checkout
) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    Checkout.objects.update(updated_at=clock.now() - dt.timedelta(minutes=5))

    def comes_back() -> Order:
        anew(payment_process, token=item.pk, data={}, actor=ANONYMOUS)
        return anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)

    answers = race([comes_back, hears(stripe_shop), comes_back, checkouts_finish, hears(stripe_shop), comes_back] * 2)
    assert not unexpected(answers)
    order = Order.objects.get()
    assert {answer.pk for answer in answers if isinstance(answer, Order)} == {order.pk}
    assert (order.total_charged, order.charge_status) == (order.total_gross, "full")
    assert TransactionEvent.objects.filter(type=T.CHARGE_SUCCESS).count() == 1
    assert sum(Allocation.objects.values_list("quantity", flat=True)) == 1
    stripe_shop.assert_books_agree()


def test_many_clicks_at_once_leave_one_attempt_that_can_be_paid(
    race: Race, stripe_shop: StripeShop, checkout: Checkout
) -> None:
    def click(key: str) -> Callable[[], Any]:
        return lambda: anew(
            payment_begin,
            type_name="Checkout",
            pk=checkout.pk,
            gateway=STRIPE,
            data=CARD,
            actor=ANONYMOUS,
            idempotency_key=key,
        )[0]

    answers = race([click("same")] * 6 + [click(f"tab {number}") for number in range(3)])
    assert not unexpected(answers)
    assert TransactionItem.objects.filter(is_open=True).count() == 1
    ProviderAction.objects.update(due_at=clock.now())
    actions_send()
    payable = [row for row in stripe_shop.emulator.books()["payment_intents"] if row["status"] != "canceled"]
    assert [row["id"] for row in payable] == [TransactionItem.objects.get(is_open=True).psp_reference]


def test_refunds_asked_for_at_once_never_exceed_what_was_charged(
    race: Race, stripe_shop: StripeShop, checkout: Checkout
) -> None:
    item = stripe_shop.paid(checkout)
    anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    part = (item.amount / 3).quantize(Decimal(1))

    def refund() -> Any:
        return anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=part, actor=SYSTEM)

    answers = race([refund] * 8 + [actions_send] * 4)
    assert not unexpected(answers, AmountInvalid)
    granted = sum(1 for answer in answers if isinstance(answer, tuple))
    assert granted == item.amount // part
    ProviderAction.objects.filter(status="waiting").update(due_at=clock.now())
    actions_send()
    item.refresh_from_db()
    assert item.refunded_value == part * granted
    assert item.refund_pending_value == 0
    stripe_shop.assert_books_agree()


def test_a_cancelled_order_settled_by_many_gives_back_once(
    race: Race, stripe_shop: StripeShop, checkout: Checkout
) -> None:
    item = stripe_shop.paid(checkout)
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    answers = race([lambda: anew(funds_settle, order_id=order.pk, actor=SYSTEM)] * 6 + [actions_send] * 6)
    assert not unexpected(answers)
    ProviderAction.objects.filter(status="waiting").update(due_at=clock.now())
    actions_send()
    assert [row["amount"] for row in stripe_shop.emulator.books()["refunds"]] == [int(item.amount)]
    stripe_shop.assert_books_agree()


def test_paid_and_cancelled_at_once_ends_without_money_held(
    race: Race, stripe_shop: StripeShop, checkout: Checkout
) -> None:
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    item = stripe_shop.begin(order)
    stripe_shop.confirm(item)
    answers = race(
        [
            lambda: anew(payment_process, token=item.pk, data={}, actor=ANONYMOUS),
            lambda: anew(order_cancel, order_id=order.pk, actor=SYSTEM),
            hears(stripe_shop),
        ]
    )
    assert not unexpected(answers)
    anew(funds_settle, order_id=order.pk, actor=SYSTEM)
    for _ in range(2):
        ProviderAction.objects.filter(status="waiting").update(due_at=clock.now())
        actions_send()
    item.refresh_from_db()
    assert (item.charged_value, item.refunded_value) == (0, item.amount)
    stripe_shop.assert_books_agree()


def test_a_transfer_marked_by_many_counts_once(race: Race, checkout: Checkout) -> None:
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    answers = race([lambda: anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM, reference="입금")] * 6)
    assert [type(answer).__name__ for answer in answers if not isinstance(answer, Order)] == ["OrderNotPayable"] * 5
    order.refresh_from_db()
    assert order.total_charged == order.total_gross
    assert TransactionEvent.objects.filter(type=T.CHARGE_SUCCESS).count() == 1
