"""Paying with Toss Payments through our own flows: every story ends with Toss's books and ours equal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from emulators.toss import EASY_PAY, TossStub
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.toss import TossShop, events_of
from market.checkout.models import Checkout
from market.checkout.rules import LineRequest
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.lines_add import lines_add
from market.core.actor import ANONYMOUS
from market.orders.enums import ChargeStatus, PaymentMeans
from market.payments.enums import FlowStrategy
from market.payments.errors import GatewayDataInvalid, PaymentOutdated, ProviderRefused, ProviderUnavailable
from market.payments.flows.checkout_finish import checkout_finish
from market.payments.services.attempts_call_off import attempts_call_off

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _equal_in_the_end(toss_shop: TossShop) -> Iterator[None]:
    yield
    toss_shop.assert_books_agree()


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000): 2})


def total(checkout: Checkout) -> int:
    return int(checkout.pricing.total.gross.amount)  # type: ignore[attr-defined]


def more_of_it(checkout: Checkout) -> None:
    variant = checkout.lines.get().variant
    anew(lines_add, checkout_id=checkout.pk, lines=[LineRequest(variant.pk, 1)], actor=ANONYMOUS)


def test_the_window_is_told_what_it_needs_and_toss_hears_nothing_yet(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    assert toss_shop.told == {
        "clientKey": TossStub.client_key,
        "orderId": str(item.pk),
        "orderName": checkout.lines.get().variant.product.name,
        "amount": total(checkout),
        "currency": "KRW",
        "method": "CARD",
        "validHours": 72,
        "customerEmail": checkout.email,
    }
    assert (item.psp_reference, item.is_open) == (str(item.pk), True)
    assert toss_shop.stub.merchant.asked == []


def test_a_paid_checkout_becomes_an_order(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.paid(checkout)
    (payment_key,) = toss_shop.stub.books()
    assert (item.psp_reference, item.charged_value, item.is_open) == (payment_key, total(checkout), False)
    assert item.method_details == {"kind": "CARD", "issuer": "신한", "last4": "123*"}
    assert item.external_url == f"https://receipts.toss.example/{payment_key}"
    assert toss_shop.told["status"] == "DONE"
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    assert order.charge_status == ChargeStatus.FULL


def test_the_confirmation_has_an_idempotency_key_that_names_order_and_payment(
    toss_shop: TossShop, checkout: Checkout
) -> None:
    item = toss_shop.paid(checkout)
    key = f"confirm:{item.pk}:{item.psp_reference}"
    assert toss_shop.stub.asked("confirm") == [("POST", "/v1/payments/confirm", key)]


def test_a_wallet_is_noted_as_what_it_is(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.paid(checkout, method=EASY_PAY, data={"method": "EASY_PAY"})
    assert (item.means, item.method_details) == (PaymentMeans.EASY_PAY, {"kind": "EASY_PAY", "brand": "토스페이"})


def test_a_declined_card_may_be_followed_by_another(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    window = toss_shop.told
    for code, english in (
        ("REJECT_CARD_PAYMENT", "There is not enough balance or credit."),
        ("REJECT_CARD_COMPANY", "Your card was declined. Try another one."),
    ):
        toss_shop.stub.decline_next(code)
        declined = toss_shop.process(item, toss_shop.stub.approve(window))
        assert (declined.is_open, declined.charged_value, declined.message) == (True, 0, english)
        assert toss_shop.told["errors"][0]["code"] == code
    assert events_of(declined) == ["charge_action_required", "charge_failure", "charge_failure"]
    paid = toss_shop.process(item, toss_shop.stub.approve(window))
    assert (paid.pk, paid.charged_value, paid.message) == (item.pk, total(checkout), "")


def test_a_closed_window_is_noted_in_both_languages(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    left = toss_shop.process(item, toss_shop.stub.leave(toss_shop.told))
    assert (left.is_open, events_of(left)) == (True, ["charge_action_required", "charge_failure"])
    assert toss_shop.told["errors"] == [
        {
            "code": "PAY_PROCESS_CANCELED",
            "message": "You cancelled the payment. You can pay again.",
            "messageKo": "결제를 취소했어요. 다시 결제할 수 있어요.",
        }
    ]


def test_a_browser_cannot_put_words_into_our_mouth(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    left = toss_shop.process(item, {"code": "<b>free!</b>", "message": "<script>"})
    assert left.events.last().psp_reference == f"{item.pk}:OTHER"  # type: ignore[union-attr]
    assert "<" not in left.message


WRONG: list[dict[str, Any]] = [
    {"amount": 100},
    {"amount": None},
    {"amount": "NaN"},
    {"amount": True},
    {"orderId": "00000000-0000-0000-0000-000000000000"},
    {"orderId": None},
    {"paymentKey": "../orders/x"},
    {"paymentKey": ["x"]},
    {"paymentKey": ""},
]


def test_what_the_browser_brings_must_be_ours(toss_shop: TossShop, checkout: Checkout) -> None:
    """Always the same refusal, and Toss is not even asked."""
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    for changed in WRONG:
        with pytest.raises(GatewayDataInvalid) as refused:
            toss_shop.process(item, redirect | changed)
        assert refused.value.params == {"detail": "paymentKey, orderId and amount are not of this payment"}
    assert toss_shop.stub.merchant.asked == []
    assert toss_shop.process(item, redirect).charged_value == total(checkout)


def test_a_window_that_was_opened_with_another_amount_is_refused_by_toss(
    toss_shop: TossShop, checkout: Checkout
) -> None:
    item = toss_shop.begin(checkout)
    cheaper = toss_shop.stub.approve({**toss_shop.told, "amount": 100})
    with pytest.raises(ProviderRefused):
        toss_shop.process(item, cheaper | {"amount": total(checkout)})
    item.refresh_from_db()
    assert (item.charged_value, item.is_open) == (0, True)


def test_the_payment_of_another_transaction_pays_nothing_here(toss_shop: TossShop, checkout: Checkout) -> None:
    """Toss refuses it; and should its answer be lost, its books tell us whose payment it is."""
    paid = toss_shop.paid(ready_checkout(checkout.channel, {checkout.lines.get().variant: 2}))
    item = toss_shop.begin(checkout)
    stolen = {"paymentKey": paid.psp_reference, "orderId": str(item.pk), "amount": total(checkout)}
    toss_shop.process(item, stolen)
    assert toss_shop.told["errors"][0]["code"] == "NOT_FOUND_PAYMENT_SESSION"
    toss_shop.stub.drop_answers("confirm")
    with pytest.raises(GatewayDataInvalid):
        toss_shop.process(item, stolen)
    item.refresh_from_db()
    assert (item.charged_value, item.is_open, item.psp_reference) == (0, True, str(item.pk))


def test_confirming_twice_takes_the_money_once(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    first = toss_shop.process(item, redirect)
    again = toss_shop.process(item, redirect)
    assert events_of(again) == events_of(first) == ["charge_action_required", "charge_success"]
    assert len(toss_shop.stub.asked("confirm")) == 1


def test_a_payment_that_was_confirmed_already_is_read(toss_shop: TossShop, checkout: Checkout) -> None:
    """Our process died after Toss took the money, and the idempotency key has been forgotten since."""
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.merchant.books.confirm(redirect)
    assert toss_shop.process(item, redirect).charged_value == total(checkout)


def test_an_expired_approval_may_be_followed_by_another(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    window, redirect = toss_shop.told, toss_shop.approve()
    toss_shop.stub.expire(redirect["paymentKey"])
    late = toss_shop.process(item, redirect)
    assert (late.is_open, toss_shop.told["errors"][0]["code"]) == (True, "NOT_FOUND_PAYMENT_SESSION")
    assert toss_shop.process(item, toss_shop.stub.approve(window)).charged_value == total(checkout)


def test_there_is_no_capture_at_a_later_time(toss_shop: TossShop, checkout: Checkout) -> None:
    with pytest.raises(GatewayDataInvalid):
        toss_shop.begin(checkout, strategy=FlowStrategy.AUTHORIZATION)


def test_only_known_ways_to_pay_are_taken(toss_shop: TossShop, checkout: Checkout) -> None:
    for method in ("BITCOIN", 7, None, ["CARD"]):
        with pytest.raises(GatewayDataInvalid):
            toss_shop.begin(checkout, data={"method": method})


def test_beginning_again_goes_on_with_the_same_attempt(toss_shop: TossShop, checkout: Checkout) -> None:
    first = toss_shop.begin(checkout, idempotency_key="once")
    redirect = toss_shop.approve()
    again = toss_shop.begin(checkout, idempotency_key="once")
    assert (again.pk, toss_shop.told["orderId"]) == (first.pk, redirect["orderId"])
    toss_shop.process(first, redirect)
    ended = toss_shop.begin(checkout, idempotency_key="once")
    assert (ended.is_open, ended.charged_value, toss_shop.told["status"]) == (False, total(checkout), "DONE")


def test_a_late_confirmation_after_the_cart_changed_takes_no_money(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    more_of_it(checkout)
    with pytest.raises(PaymentOutdated):
        toss_shop.process(item, redirect)
    item.refresh_from_db()
    assert (item.is_open, item.charged_value, toss_shop.stub.asked("confirm")) == (False, 0, [])
    assert toss_shop.paid(checkout).charged_value > total(checkout)


def test_an_attempt_that_was_called_off_is_never_confirmed(toss_shop: TossShop, checkout: Checkout) -> None:
    """The total is what it was once more, but another attempt may be on its way."""
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    more_of_it(checkout)
    anew(attempts_call_off, checkout_id=checkout.pk)
    toss_shop.send()
    late = toss_shop.process(item, redirect)
    assert (late.is_open, late.charged_value, late.cancel_pending_value) == (False, 0, 0)
    assert "cancel_success" in events_of(late)
    assert toss_shop.stub.asked("confirm") == []


def test_money_that_came_in_the_moment_of_calling_off_counts(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.merchant.books.confirm(redirect)  # our answer is on its way
    paid = total(checkout)
    more_of_it(checkout)
    anew(attempts_call_off, checkout_id=checkout.pk)
    toss_shop.send()
    item.refresh_from_db()
    assert (item.charged_value, item.is_open) == (paid, False)
    assert item.actions.get().status == "failed"


def test_while_toss_is_away_nothing_is_lost_and_the_shopper_may_try_again(
    toss_shop: TossShop, checkout: Checkout
) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.go_down()
    with pytest.raises(ProviderUnavailable):
        toss_shop.process(item, redirect)
    item.refresh_from_db()
    assert (item.is_open, events_of(item)) == (True, ["charge_action_required"])
    toss_shop.stub.come_up()
    assert toss_shop.process(item, redirect).charged_value == total(checkout)
    assert checkout_finish(checkout.pk)


def test_a_wrong_key_is_not_the_shoppers_fault(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.merchant.secret_key = "another"
    with pytest.raises(ProviderUnavailable):
        toss_shop.process(item, redirect)
    toss_shop.stub.merchant.secret_key = TossStub.secret_key
    assert toss_shop.process(item, redirect).charged_value == total(checkout)
