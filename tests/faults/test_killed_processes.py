"""The API and the worker are killed between any two steps of paying and completing. Started again, all ends as if nothing had happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import CARD, STRIPE, StripeShop
from faults.crashing import run_killed, steps_of
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock, outbox
from market.core.actor import ANONYMOUS, SYSTEM
from market.core.locks import reset_lock_order
from market.core.models import OutboxDelivery
from market.inventory.models import Allocation
from market.orders.enums import ChargeStatus
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.flows.actions_send import actions_send
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.flows.payment_begin import payment_begin, payment_process
from market.payments.flows.provider_messages import message_receive, messages_process
from market.payments.models import ProviderAction, ProviderEvent, TransactionItem
from market.payments.services.action_ask import action_ask

pytestmark = pytest.mark.django_db(transaction=True)
SAMPLES = 12  # of the steps of one piece of work, spread evenly; the first and the last among them


@pytest.fixture
def sell() -> Callable[[], Checkout]:
    """A checkout that only has to be paid."""

    def make() -> Checkout:
        channel = ChannelFactory()
        return ready_checkout(channel, {variant_on_sale(channel, price=7_000, stock=9): 2})

    return make


def sampled(steps: int) -> list[int]:
    """At which steps to kill."""
    count = min(SAMPLES, steps)
    return sorted({1 + round(place * (steps - 1) / max(count - 1, 1)) for place in range(count)})


def begin(checkout: Checkout) -> TransactionItem:
    item, _ = anew(
        payment_begin,
        type_name="Checkout",
        pk=checkout.pk,
        gateway=STRIPE,
        data=CARD,
        actor=ANONYMOUS,
        idempotency_key="one",
    )
    return item


def process(item: TransactionItem) -> TransactionItem:
    return anew(payment_process, token=item.pk, data={}, actor=ANONYMOUS)[0]


def complete(checkout: Checkout) -> Order:
    return anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)


def relay() -> None:
    """What the worker does again and again; nothing waits longer than it must."""
    OutboxDelivery.objects.update(due_at=clock.now())
    while outbox.fan_out() + outbox.deliver_due():
        reset_lock_order()


def catch_up() -> None:
    """Everything the worker does by the clock, with all waiting times over."""
    for _ in range(3):
        relay()
        ProviderAction.objects.filter(status=ActionStatus.WAITING).update(due_at=clock.now())
        ProviderEvent.objects.filter(status="waiting").update(due_at=clock.now())
        reset_lock_order()
        messages_process()
        reset_lock_order()
        actions_send()
        Checkout.objects.update(updated_at=clock.now() - dt.timedelta(minutes=5))
        checkouts_finish()


def assert_paid_once(stripe_shop: StripeShop, checkout: Checkout) -> None:
    """One order, one capture, pieces promised once, nothing under way, and both books the same."""
    order = Order.objects.get(checkout_token=checkout.pk)
    assert (order.total_charged, order.charge_status) == (order.total_gross, ChargeStatus.FULL)
    taken = [row for row in stripe_shop.emulator.books()["payment_intents"] if row["amount_received"]]
    assert [row["amount_received"] for row in taken] == [int(order.total_gross)]
    assert sum(Allocation.objects.values_list("quantity", flat=True)) == 2
    assert not Checkout.objects.filter(pk=checkout.pk).exists()
    assert not ProviderAction.objects.exclude(status__in=[ActionStatus.DONE, ActionStatus.FAILED]).exists()
    stripe_shop.assert_books_agree()


def clear(stripe_shop: StripeShop) -> None:
    """An empty market and empty books for the next try."""
    from django.core.management import call_command

    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    stripe_shop.emulator.reset()


def killed_everywhere(
    stripe_shop: StripeShop,
    sell: Callable[[], Checkout],
    prepare: Callable[[Checkout], Any],
    work: Callable[[Checkout, Any], object],
    recover: Callable[[Checkout, Any], object],
    check: Callable[[Checkout], None],
) -> None:
    """Prepare, do the work in a process that is killed at a step, recover, check: for steps from the first to the last."""
    checkout = sell()
    prepared = prepare(checkout)
    steps = steps_of(lambda: work(checkout, prepared))
    recover(checkout, prepared)
    check(checkout)
    killed = 0
    for step in sampled(steps):
        clear(stripe_shop)
        checkout = sell()
        prepared = prepare(checkout)
        killed += run_killed(lambda c=checkout, p=prepared: work(c, p), step)
        recover(checkout, prepared)
        check(checkout)
    assert killed >= min(SAMPLES, steps) - 2


def test_the_api_is_killed_while_a_payment_begins(stripe_shop: StripeShop, sell: Callable[[], Checkout]) -> None:
    def recover(checkout: Checkout, _: Any) -> None:
        item = begin(checkout)  # the client asks again, with the same key
        stripe_shop.confirm(item)
        process(item)
        complete(checkout)
        catch_up()

    killed_everywhere(
        stripe_shop, sell, lambda _: None, lambda checkout, _: begin(checkout), recover,
        lambda checkout: assert_paid_once(stripe_shop, checkout),
    )  # fmt: skip


def test_the_api_is_killed_while_it_looks_what_became_of_a_payment(
    stripe_shop: StripeShop, sell: Callable[[], Checkout]
) -> None:
    def pay(checkout: Checkout) -> TransactionItem:
        item = begin(checkout)
        stripe_shop.confirm(item)
        return item

    def recover(checkout: Checkout, _: Any) -> None:
        """The buyer gives up; the provider's message and the worker do the rest."""
        stripe_shop.hear_all()
        catch_up()

    killed_everywhere(
        stripe_shop, sell, pay, lambda _, item: process(item), recover,
        lambda checkout: assert_paid_once(stripe_shop, checkout),
    )  # fmt: skip


@pytest.mark.parametrize("again", ["the buyer", "the worker"])
def test_the_api_is_killed_while_the_order_is_placed(
    stripe_shop: StripeShop, sell: Callable[[], Checkout], again: str
) -> None:
    def recover(checkout: Checkout, _: Any) -> None:
        if again == "the buyer":
            assert complete(checkout).pk == complete(checkout).pk
        catch_up()

    killed_everywhere(
        stripe_shop, sell, stripe_shop.paid, lambda checkout, _: complete(checkout), recover,
        lambda checkout: assert_paid_once(stripe_shop, checkout),
    )  # fmt: skip


def test_the_worker_is_killed_while_it_acts_on_a_message(stripe_shop: StripeShop, sell: Callable[[], Checkout]) -> None:
    def pay(checkout: Checkout) -> None:
        item = begin(checkout)
        stripe_shop.confirm(item)
        for event in stripe_shop.emulator.events():
            body, signature = stripe_shop.emulator.signed(event, "whsec_of_this_test")
            message_receive(gateway=STRIPE, body=body, headers={"Stripe-Signature": signature})

    def work(checkout: Checkout, _: Any) -> None:
        messages_process()
        Checkout.objects.update(updated_at=clock.now() - dt.timedelta(minutes=5))
        checkouts_finish()

    killed_everywhere(
        stripe_shop, sell, pay, work, lambda *_: catch_up(), lambda checkout: assert_paid_once(stripe_shop, checkout)
    )


def test_the_worker_is_killed_while_it_gives_money_back(stripe_shop: StripeShop, sell: Callable[[], Checkout]) -> None:
    def refund_asked(checkout: Checkout) -> TransactionItem:
        item = stripe_shop.paid(checkout)
        complete(checkout)
        anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(5_000), actor=SYSTEM)
        return item

    def check(checkout: Checkout) -> None:
        item = TransactionItem.objects.get()
        assert (item.refunded_value, item.refund_pending_value) == (5_000, 0)
        assert [row["amount"] for row in stripe_shop.emulator.books()["refunds"]] == [5_000]
        assert Order.objects.get().total_charged == item.amount - 5_000
        stripe_shop.assert_books_agree()

    killed_everywhere(stripe_shop, sell, refund_asked, lambda *_: actions_send(), lambda *_: catch_up(), check)


def test_the_worker_is_killed_while_a_cancelled_order_is_settled(
    stripe_shop: StripeShop, sell: Callable[[], Checkout]
) -> None:
    def cancelled(checkout: Checkout) -> None:
        stripe_shop.paid(checkout)
        anew(order_cancel, order_id=complete(checkout).pk, actor=SYSTEM)

    def work(*_: Any) -> None:
        relay()
        actions_send()

    def check(checkout: Checkout) -> None:
        item = TransactionItem.objects.get()
        assert (item.charged_value, item.refunded_value) == (0, item.amount)
        assert [row["amount"] for row in stripe_shop.emulator.books()["refunds"]] == [int(item.amount)]
        stripe_shop.assert_books_agree()

    killed_everywhere(stripe_shop, sell, cancelled, work, lambda *_: catch_up(), check)
