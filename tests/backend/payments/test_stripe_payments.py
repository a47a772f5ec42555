"""Paying by card, from the first click to the last refund: every story ends with the provider's books and ours equal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import StripeShop, event_of, held
from market.checkout.models import Checkout
from market.checkout.rules import LineRequest
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.lines_add import lines_add
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM, Actor
from market.core.errors import ManyErrors, NotFound
from market.core.locks import reset_lock_order
from market.core.permissions import HANDLE_PAYMENTS
from market.orders.enums import ChargeStatus, OrderStatus, PaymentMeans
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.orders.services.order_fulfill import order_fulfill
from market.payments.enums import ActionStatus, FlowStrategy, TransactionAction, TransactionEventType
from market.payments.errors import (
    AmountInvalid,
    GatewayDataInvalid,
    GatewayUnknown,
    IdempotencyKeyReused,
    NothingToPay,
    PaymentOutdated,
    ProviderUnavailable,
)
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.flows.payment_begin import payment_begin, payment_process
from market.payments.models import ProviderAction, ProviderEvent, TransactionItem
from market.payments.services.action_ask import action_ask
from market.payments.services.action_send import action_claim
from stripe_emulator.testing import DECLINED, DISPUTED, NEEDS_3DS, NEEDS_3DS_THEN_DECLINED

pytestmark = pytest.mark.django_db(transaction=True)
T = TransactionEventType
PRICE = 12_000


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def variant(channel: Any) -> Any:
    return variant_on_sale(channel, price=PRICE, stock=20)


@pytest.fixture
def checkout(channel: Any, variant: Any) -> Checkout:
    return ready_checkout(channel, {variant: 2})


def total_of(checkout: Checkout) -> int:
    checkout.refresh_from_db()
    assert checkout.shown_total is not None
    return int(checkout.shown_total)


def complete(checkout: Checkout, actor: Actor = ANONYMOUS) -> Order:
    return anew(checkout_complete, checkout_id=checkout.pk, actor=actor)


def types_of(item: TransactionItem) -> list[str]:
    return list(item.events.order_by("pk").values_list("type", flat=True))


def test_a_paid_order(stripe_shop: StripeShop, checkout: Checkout) -> None:
    total = total_of(checkout)
    item = stripe_shop.begin(checkout)
    assert (item.amount, item.charged_value, item.is_open) == (total, 0, True)
    stripe_shop.confirm(item)
    item = stripe_shop.process(item)
    checkout.refresh_from_db()
    assert (checkout.charged_amount, checkout.payment_means) == (total, PaymentMeans.CARD)
    order = complete(checkout)
    assert held(order) == (total, 0, ChargeStatus.FULL)
    assert (order.payment_means, order.pay_by, order.status) == (PaymentMeans.CARD, None, OrderStatus.UNFULFILLED)
    assert types_of(item) == [T.CHARGE_ACTION_REQUIRED, T.CHARGE_SUCCESS]
    assert item.method_details["last4"] == "4242"
    stripe_shop.assert_books_agree()


def test_a_declined_card_leaves_no_order_and_may_be_tried_again(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item, card=DECLINED)
    item = stripe_shop.process(item)
    assert types_of(item)[-1] == T.CHARGE_FAILURE
    assert (item.charged_value, item.is_open) == (0, True)
    with pytest.raises(ManyErrors) as refused:
        complete(checkout)
    assert [error.code for error in refused.value.errors] == ["checkout_not_fully_paid"]
    assert not Order.objects.exists()
    stripe_shop.assert_books_agree()
    stripe_shop.confirm(item)
    stripe_shop.process(item)
    assert complete(checkout).charge_status == ChargeStatus.FULL
    stripe_shop.assert_books_agree()


@pytest.mark.parametrize(("card", "approve", "charged"), [(NEEDS_3DS, True, True), (NEEDS_3DS, False, False),
                                                          (NEEDS_3DS_THEN_DECLINED, True, False)])  # fmt: skip
def test_three_d_secure(stripe_shop: StripeShop, checkout: Checkout, card: str, approve: bool, charged: bool) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item, card=card)
    assert types_of(stripe_shop.process(item)) == [T.CHARGE_ACTION_REQUIRED]
    act = stripe_shop.emulator.approve if approve else stripe_shop.emulator.deny
    act(item.psp_reference)
    item = stripe_shop.process(item)
    assert (item.charged_value > 0) is charged
    assert (T.CHARGE_FAILURE in types_of(item)) is not charged
    stripe_shop.assert_books_agree()


@pytest.mark.parametrize("method", ["kakao_pay", "naver_pay", "kr_card"])
def test_a_wallet_that_was_left_and_never_returned_from(
    stripe_shop: StripeShop, checkout: Checkout, method: str
) -> None:
    item = stripe_shop.begin(checkout, data={"paymentIntent": {"paymentMethod": method}})
    stripe_shop.confirm(item, method=method, card=None)
    assert stripe_shop.process(item).charged_value == 0
    stripe_shop.assert_books_agree()
    # The buyer approves there, and closes the window before it leads back: the message alone makes the order.
    stripe_shop.emulator.approve(item.psp_reference)
    stripe_shop.hear(event_of(stripe_shop.emulator, "payment_intent.succeeded"))
    assert not Order.objects.exists()
    Checkout.objects.update(updated_at=clock.now() - dt.timedelta(minutes=5))
    assert checkouts_finish() == 1
    order = Order.objects.get()
    assert held(order) == (item.amount, 0, ChargeStatus.FULL)
    expected = PaymentMeans.CARD if method == "kr_card" else PaymentMeans.EASY_PAY
    assert order.payment_means == expected
    assert checkouts_finish() == 0
    stripe_shop.assert_books_agree()


def test_a_double_click_begins_one_payment(stripe_shop: StripeShop, checkout: Checkout) -> None:
    first, second = stripe_shop.begin(checkout), stripe_shop.begin(checkout)
    assert first.pk == second.pk
    keyed = [stripe_shop.begin(checkout, idempotency_key="the-same") for _ in range(2)]
    assert keyed[0].pk == keyed[1].pk != first.pk
    open_items = TransactionItem.objects.filter(is_open=True)
    assert [item.pk for item in open_items] == [keyed[0].pk]
    stripe_shop.confirm(keyed[0])
    stripe_shop.process(keyed[0])
    orders = {complete(checkout).pk for _ in range(2)}
    assert len(orders) == 1
    statuses = {row["id"]: row["status"] for row in stripe_shop.emulator.books()["payment_intents"]}
    assert sorted(statuses.values()) == ["canceled", "succeeded"]
    stripe_shop.assert_books_agree()


def test_a_key_belongs_to_one_payment(stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.begin(checkout, idempotency_key="mine")
    with pytest.raises(IdempotencyKeyReused):
        stripe_shop.begin(checkout, idempotency_key="mine", amount=Decimal(100))


def test_partial_and_full_refunds(stripe_shop: StripeShop, checkout: Checkout) -> None:
    total = total_of(checkout)
    item = stripe_shop.paid(checkout)
    order = complete(checkout)
    staff = Actor(user_id=UserFactory(is_staff=True).pk, is_staff=True, permissions=frozenset({HANDLE_PAYMENTS}))
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(5_000), actor=staff, reason="흠집")
    item.refresh_from_db()
    assert (item.refund_pending_value, item.charged_value) == (5_000, total)
    assert stripe_shop.send() == 1
    item.refresh_from_db()
    assert (item.refund_pending_value, item.charged_value, item.refunded_value) == (0, total - 5_000, 5_000)
    assert held(order) == (total - 5_000, 0, ChargeStatus.PARTIAL)
    stripe_shop.assert_books_agree()
    with pytest.raises(AmountInvalid):
        anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(total), actor=staff)
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=None, actor=staff)
    assert stripe_shop.send() == 1
    item.refresh_from_db()
    assert (item.charged_value, item.refunded_value) == (0, total)
    assert set(ProviderAction.objects.values_list("status", flat=True)) == {ActionStatus.DONE}
    stripe_shop.assert_books_agree()


def test_a_cancelled_order_gives_everything_back_once(
    stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any
) -> None:
    total = total_of(checkout)
    item = stripe_shop.paid(checkout)
    order = complete(checkout)
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    assert stripe_shop.send() == 1
    run_outbox()
    assert stripe_shop.send() == 0
    item.refresh_from_db()
    assert (item.charged_value, item.refunded_value) == (0, total)
    stripe_shop.assert_books_agree()


def test_replayed_late_and_reordered_messages_change_nothing_twice(stripe_shop: StripeShop, checkout: Checkout) -> None:
    total = total_of(checkout)
    item = stripe_shop.paid(checkout)
    order = complete(checkout)
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(3_000), actor=SYSTEM)
    stripe_shop.send()
    before = types_of(item)
    stripe_shop.hear_all(newest_first=True)
    stripe_shop.hear_all()
    assert types_of(item) == before
    assert held(order)[0] == total - 3_000
    ids = list(ProviderEvent.objects.values_list("event_id", flat=True))
    assert len(ids) == len(set(ids)) > 0
    stripe_shop.assert_books_agree()


def test_a_message_before_the_answer_of_our_own_call(stripe_shop: StripeShop, checkout: Checkout) -> None:
    """The answer to opening was lost, so our side does not know the reference; the provider's message brings it."""
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    TransactionItem.objects.filter(pk=item.pk).update(psp_reference="", data={})
    item.events.model.objects.filter(transaction=item).count()
    stripe_shop.hear(event_of(stripe_shop.emulator, "payment_intent.succeeded"))
    item.refresh_from_db()
    assert (item.charged_value, bool(item.psp_reference)) == (item.amount, True)
    stripe_shop.assert_books_agree()


def test_a_changed_cart_invalidates_the_payment(
    stripe_shop: StripeShop, checkout: Checkout, channel: Any, variant: Any, run_outbox: Any
) -> None:
    item = stripe_shop.begin(checkout)
    anew(lines_add, checkout_id=checkout.pk, lines=[LineRequest(variant.pk, 1)], actor=ANONYMOUS)
    with pytest.raises(PaymentOutdated):
        stripe_shop.process(item)
    run_outbox()
    stripe_shop.send()
    assert stripe_shop.emulator.intent(item.psp_reference)["status"] == "canceled"
    again = stripe_shop.paid(checkout)
    assert again.pk != item.pk
    assert again.charged_value == total_of(checkout) > item.amount
    assert complete(checkout).charge_status == ChargeStatus.FULL
    stripe_shop.assert_books_agree()


def test_a_cart_changed_after_paying_asks_for_the_rest(
    stripe_shop: StripeShop, checkout: Checkout, variant: Any
) -> None:
    first = stripe_shop.paid(checkout)
    anew(lines_add, checkout_id=checkout.pk, lines=[LineRequest(variant.pk, 1)], actor=ANONYMOUS)
    with pytest.raises(ManyErrors):
        complete(checkout)
    rest = stripe_shop.paid(checkout)
    assert rest.amount == total_of(checkout) - first.amount == PRICE
    assert held(complete(checkout)) == (first.amount + rest.amount, 0, ChargeStatus.FULL)
    stripe_shop.assert_books_agree()


def test_money_for_an_order_that_ended_goes_back(stripe_shop: StripeShop, checkout: Checkout) -> None:
    """The buyer pays in one window while staff cancel the order in another."""
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    item = stripe_shop.begin(order)
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    stripe_shop.confirm(item)
    stripe_shop.process(item)
    assert stripe_shop.send() == 1
    item.refresh_from_db()
    assert (item.charged_value, item.refunded_value) == (0, item.amount)
    stripe_shop.assert_books_agree()


def test_a_paid_checkout_that_cannot_become_an_order_is_refunded(
    stripe_shop: StripeShop, checkout: Checkout, variant: Any
) -> None:
    item = stripe_shop.paid(checkout)
    variant.stocks.update(quantity=0)
    Checkout.objects.update(updated_at=clock.now() - dt.timedelta(minutes=10))
    assert checkouts_finish() == 0
    assert stripe_shop.send() == 0  # the buyer may still mend the cart
    Checkout.objects.update(updated_at=clock.now() - dt.timedelta(hours=1))
    checkouts_finish()
    assert stripe_shop.send() == 1
    item.refresh_from_db()
    assert (item.charged_value, item.refunded_value) == (0, item.amount)
    assert not Order.objects.exists()
    stripe_shop.assert_books_agree()


def test_capture_later(stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any) -> None:
    item = stripe_shop.begin(checkout, strategy=FlowStrategy.AUTHORIZATION)
    stripe_shop.confirm(item)
    item = stripe_shop.process(item)
    assert (item.authorized_value, item.charged_value) == (item.amount, 0)
    order = complete(checkout)
    assert (order.total_authorized, order.charge_status) == (item.amount, ChargeStatus.NONE)
    line = order.lines.get()
    anew(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=SYSTEM)
    run_outbox()
    assert stripe_shop.send() == 1
    item.refresh_from_db()
    assert (item.authorized_value, item.charged_value, item.canceled_value) == (0, item.amount, 0)
    assert held(order)[2] == ChargeStatus.FULL
    stripe_shop.assert_books_agree()


def test_a_promise_of_a_cancelled_order_is_let_go(stripe_shop: StripeShop, checkout: Checkout, run_outbox: Any) -> None:
    item = stripe_shop.begin(checkout, strategy=FlowStrategy.AUTHORIZATION)
    stripe_shop.confirm(item)
    stripe_shop.process(item)
    order = complete(checkout)
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    stripe_shop.send()
    item.refresh_from_db()
    assert (item.authorized_value, item.canceled_value, item.charged_value) == (0, item.amount, 0)
    stripe_shop.assert_books_agree()


def test_a_silent_provider_loses_nothing(stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.emulator.go_down(mode="hangup")
    with pytest.raises(ProviderUnavailable):
        stripe_shop.begin(checkout)
    stripe_shop.emulator.come_up()
    item = stripe_shop.paid(checkout)
    assert TransactionItem.objects.count() == 1
    assert complete(checkout).charge_status == ChargeStatus.FULL
    assert item.charged_value == item.amount
    stripe_shop.assert_books_agree()


def test_an_answer_that_is_lost_after_the_refund_was_made(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    order = complete(checkout)
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(4_000), actor=SYSTEM)
    stripe_shop.emulator.go_down(mode="hangup", stage="after", path="POST /v1/refunds")
    stripe_shop.send()
    action = ProviderAction.objects.get()
    assert (action.status, action.attempts) == (ActionStatus.WAITING, 1)
    stripe_shop.emulator.come_up()
    ProviderAction.objects.update(due_at=clock.now())
    stripe_shop.send()
    item.refresh_from_db()
    assert item.refunded_value == 4_000
    assert held(order)[0] == item.amount - 4_000
    assert len(stripe_shop.emulator.books()["refunds"]) == 1
    stripe_shop.assert_books_agree()


def test_an_action_that_every_worker_dies_over_is_left_to_staff(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    complete(checkout)
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(4_000), actor=SYSTEM)
    for _ in range(20):  # taken, and never heard of again
        ProviderAction.objects.update(due_at=clock.now())
        reset_lock_order()
        action_claim(action_id=ProviderAction.objects.get().pk)
    action = ProviderAction.objects.get()
    assert (action.status, bool(action.last_error)) == (ActionStatus.DEAD, True)
    assert stripe_shop.emulator.books()["refunds"] == []


def test_a_lost_dispute_takes_the_money_away(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item, card=DISPUTED)
    stripe_shop.process(item)
    order = complete(checkout)
    stripe_shop.hear_all()
    item.refresh_from_db()
    assert (item.is_disputed, item.charged_value) == (True, item.amount)
    dispute = stripe_shop.emulator.books()["disputes"][0]
    stripe_shop.emulator.dispute_close(dispute["id"], "lost")
    stripe_shop.hear(event_of(stripe_shop.emulator, "charge.dispute.closed"))
    item.refresh_from_db()
    assert (item.charged_value, types_of(item)[-1]) == (0, T.CHARGE_BACK)
    assert held(order)[2] == ChargeStatus.NONE


def test_what_cannot_be_paid(stripe_shop: StripeShop, channel: Any, checkout: Checkout) -> None:
    total = total_of(checkout)
    for amount in (Decimal(0), Decimal(-1), Decimal(total + 1), Decimal("0.5")):
        with pytest.raises(AmountInvalid):
            stripe_shop.begin(checkout, amount=amount)
    with pytest.raises(GatewayUnknown):
        anew(payment_begin, type_name="Checkout", pk=checkout.pk, gateway="nobody", data={}, actor=ANONYMOUS)
    with pytest.raises(GatewayUnknown):  # payment after inspection is for agencies
        anew(
            payment_begin,
            type_name="Checkout",
            pk=checkout.pk,
            gateway="ieum.payment.deferred",
            data={},
            actor=ANONYMOUS,
        )
    with pytest.raises(GatewayDataInvalid):
        stripe_shop.begin(checkout, data={"paymentIntent": {"paymentMethod": "cowrie"}})
    with pytest.raises(NothingToPay):
        stripe_shop.begin(open_checkout(channel, {}))
    assert not TransactionItem.objects.exists()
    assert stripe_shop.emulator.books()["payment_intents"] == []


def test_a_members_payment_is_not_there_for_others(stripe_shop: StripeShop, channel: Any, variant: Any) -> None:
    user = UserFactory()
    owner, stranger = Actor(user_id=user.pk, email=user.email), Actor(user_id=UserFactory().pk)
    checkout = ready_checkout(channel, {variant: 1}, actor=owner)
    item = stripe_shop.begin(checkout, actor=owner)
    for nosy in (stranger, ANONYMOUS):
        with pytest.raises(NotFound):
            stripe_shop.begin(checkout, actor=nosy)
        with pytest.raises(NotFound):
            anew(payment_process, token=item.pk, data={}, actor=nosy)
    assert TransactionItem.objects.count() == 1
