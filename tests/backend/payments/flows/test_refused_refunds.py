"""A refund that its provider will not make is asked for once; then people decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import STRIPE, StripeShop
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS, SYSTEM
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import ActionStatus
from market.payments.gateways.registry import provider_named
from market.payments.models import ProviderAction, TransactionItem
from market.payments.services.action_send import handle_of
from market.payments.services.dead_retry import action_retry
from market.payments.services.transaction_sync import transaction_sync
from stripe_emulator.testing import DISPUTED

pytestmark = pytest.mark.django_db(transaction=True)
REFUND_FAILS, REFUND_PENDING = "4000000000005126", "4000000000007726"


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000, stock=20): 2})


def bought(shop: StripeShop, checkout: Checkout, card: str) -> Order:
    item = shop.begin(checkout)
    shop.confirm(item, card=card)
    shop.process(item)
    return anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)


def cancelled(order: Order, run_outbox: Any) -> None:
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()


def sent_again_and_again(shop: StripeShop, run_outbox: Any) -> int:
    """How many requests to the provider come of twenty rounds of the periodic task and of every message so far."""
    tries = 0
    for _ in range(20):
        tries += shop.send()
        run_outbox()
    shop.hear_all()
    return tries + shop.send()


def test_a_disputed_payment_is_not_asked_back_for_ever(
    stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any
) -> None:
    order = bought(stripe_shop, checkout, DISPUTED)
    stripe_shop.hear_all()
    cancelled(order, run_outbox)
    assert sent_again_and_again(stripe_shop, run_outbox) == 1
    refused, waiting = ProviderAction.objects.all()
    assert (refused.status, waiting.status) == (ActionStatus.FAILED, ActionStatus.DEAD)
    item = TransactionItem.objects.get()
    # The buyer is still told that it is coming.
    assert item.refund_pending_value == item.charged_value == waiting.amount
    anew(action_retry, action_id=waiting.pk, actor=SYSTEM)
    assert sent_again_and_again(stripe_shop, run_outbox) == 1
    assert [action.status for action in ProviderAction.objects.all()] == [
        ActionStatus.FAILED,
        ActionStatus.FAILED,
        ActionStatus.DEAD,
    ]
    stripe_shop.assert_books_agree()


def test_a_refund_that_the_bank_sends_back_waits_for_staff(
    stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any
) -> None:
    cancelled(bought(stripe_shop, checkout, REFUND_FAILS), run_outbox)
    assert stripe_shop.send() == 1
    refund = stripe_shop.emulator.books()["refunds"][0]
    if refund["status"] != "failed":
        stripe_shop.emulator.refund_settle(refund["id"], "failed")
    stripe_shop.hear_all()
    assert sent_again_and_again(stripe_shop, run_outbox) == 0
    assert ProviderAction.objects.filter(status=ActionStatus.DEAD).count() == 1
    stripe_shop.assert_books_agree()


def test_a_refund_begun_at_the_provider_is_not_asked_for_twice(
    stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any
) -> None:
    """Staff gave the money back in the provider's own desk; it is still on its way when the order is cancelled."""
    order = bought(stripe_shop, checkout, REFUND_PENDING)
    item = TransactionItem.objects.get()
    key = uuid4()
    provider_named(STRIPE).refund(handle_of(item), amount=item.amount, key=key, reason="")
    state = provider_named(STRIPE).read(handle_of(item))
    theirs = [replace(row, request_key=None) for row in state.refunds]
    anew(transaction_sync, token=item.pk, state=replace(state, refunds=tuple(theirs)), actor=SYSTEM)
    cancelled(order, run_outbox)
    assert not ProviderAction.objects.exists()
    item.refresh_from_db()
    assert item.refund_pending_value == item.amount
