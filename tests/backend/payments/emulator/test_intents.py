"""PaymentIntents through their states, asked by Stripe's own library."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import stripe

from stripe_emulator.testing import DECLINED, DISPUTED, NEEDS_3DS, NEEDS_3DS_THEN_DECLINED, NO_FUNDS, Emulator

IntentOf = Callable[..., stripe.PaymentIntent]
WALLETS = ["kr_card", "kakao_pay", "naver_pay", "samsung_pay", "payco"]


def event_types(emulator: Emulator) -> list[str]:
    return [event["type"] for event in emulator.events()]


def test_card_is_charged_at_once(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of(
        metadata={"order": "1"}, description="주문", receipt_email="citizen@ieum.example",
        shipping={"name": "김이음", "address": {"country": "KR", "line1": "한빛로 1"}},
    )  # fmt: skip
    assert (made.status, made.payment_method_types) == (
        "requires_payment_method",
        ["card", "kakao_pay", "naver_pay", "kr_card", "samsung_pay", "payco"],
    )
    stripe_emulator.confirm(made.id)
    paid = stripe_client.v1.payment_intents.retrieve(made.id, {"expand": ["latest_charge.balance_transaction"]})
    charge = paid.latest_charge
    assert isinstance(charge, stripe.Charge)
    assert (paid.status, paid.amount_received, charge.amount_captured, charge.captured) == (
        "succeeded", 15_000, 15_000, True,
    )  # fmt: skip
    assert paid.metadata["order"] == "1"
    assert charge.payment_method_details.card.last4 == "4242"  # type: ignore[union-attr]
    assert charge.balance_transaction.net == 15_000  # type: ignore[union-attr]
    assert event_types(stripe_emulator) == ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]


@pytest.mark.parametrize(("card", "reason"), [(DECLINED, "generic_decline"), (NO_FUNDS, "insufficient_funds")])
def test_declined_card_leaves_the_intent_open(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf, card: str, reason: str
) -> None:
    made = intent_of()
    error = stripe_emulator.confirm(made.id, card=card)["error"]
    assert (error["type"], error["code"], error["decline_code"]) == ("card_error", "card_declined", reason)
    assert error["payment_intent"]["status"] == "requires_payment_method"
    now = stripe_client.v1.payment_intents.retrieve(made.id)
    assert (now.status, now.payment_method, now.last_payment_error.decline_code) == (  # type: ignore[union-attr]
        "requires_payment_method", None, reason,
    )  # fmt: skip
    assert event_types(stripe_emulator)[-2:] == ["charge.failed", "payment_intent.payment_failed"]
    assert stripe_emulator.confirm(made.id)["status"] == "succeeded"
    assert stripe_emulator.books()["sums"]["krw"]["captured"] == 15_000


def test_a_decline_is_the_library_s_card_error(stripe_client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.CardError) as declined:
        stripe_client.v1.payment_intents.create({
            "amount": 1_000, "currency": "krw", "payment_method_types": ["card"], "confirm": True,
            "payment_method": "pm_card_visa_chargeDeclinedInsufficientFunds",
        })  # fmt: skip
    assert (declined.value.code, declined.value.http_status) == ("card_declined", 402)


@pytest.mark.parametrize(
    ("card", "choice", "status", "code"),
    [
        (NEEDS_3DS, "approve", "succeeded", None),
        ("4000000000003220", "approve", "succeeded", None),
        (NEEDS_3DS, "deny", "requires_payment_method", "payment_intent_authentication_failure"),
        (NEEDS_3DS_THEN_DECLINED, "approve", "requires_payment_method", "card_declined"),
    ],
)
def test_3d_secure(
    stripe_emulator: Emulator, intent_of: IntentOf, card: str, choice: str, status: str, code: str | None
) -> None:
    made = intent_of()
    asked = stripe_emulator.confirm(made.id, card=card)
    assert (asked["status"], asked["next_action"]["type"]) == ("requires_action", "use_stripe_sdk")
    assert event_types(stripe_emulator)[-1] == "payment_intent.requires_action"
    after = getattr(stripe_emulator, choice)(made.id)
    assert (after["status"], (after["last_payment_error"] or {}).get("code")) == (status, code)
    assert after["next_action"] is None


def test_server_confirm_with_a_return_address_sends_to_the_bank_s_page(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of()
    asked = stripe_client.v1.payment_intents.confirm(
        made.id, {"payment_method": "pm_card_authenticationRequired", "return_url": "https://shop.example/back?a=1"}
    )
    address = asked.next_action.redirect_to_url.url  # type: ignore[union-attr]
    assert address is not None
    for language, word in (("ko-KR", "테스트 모드 · Stripe 에뮬레이터"), ("en", "Test mode · Stripe emulator")):
        page = httpx.get(address, headers={"Accept-Language": language}, trust_env=False)
        assert word in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    back = parse_qs(urlsplit(stripe_emulator.browser_returns(made.id)).query)
    assert back == {
        "a": ["1"], "payment_intent": [made.id], "payment_intent_client_secret": [made.client_secret],
        "redirect_status": ["succeeded"],
    }  # fmt: skip


@pytest.mark.parametrize("method", WALLETS)
@pytest.mark.parametrize(
    ("choice", "redirect", "status"),
    [("approve", "succeeded", "succeeded"), ("deny", "failed", "requires_payment_method")],
)
def test_korean_methods_redirect(
    stripe_emulator: Emulator, intent_of: IntentOf, method: str, choice: str, redirect: str, status: str
) -> None:
    made = intent_of(payment_method_types=[method])
    asked = stripe_emulator.confirm(made.id, method=method, return_url="https://shop.example/back")
    assert asked["next_action"]["type"] == "redirect_to_url"
    back = stripe_emulator.browser_returns(made.id, choice)
    assert parse_qs(urlsplit(back).query)["redirect_status"] == [redirect]
    assert stripe_emulator.intent(made.id)["status"] == status


def test_korean_methods_need_won_and_somewhere_to_return(
    stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="supports only krw"):
        stripe_client.v1.payment_intents.create(
            {"amount": 1_000, "currency": "usd", "payment_method_types": ["kakao_pay"]}
        )
    with pytest.raises(stripe.InvalidRequestError, match="return_url"):
        stripe_client.v1.payment_intents.confirm(intent_of().id, {"payment_method_data": {"type": "kakao_pay"}})
    made = intent_of(2_000_001)
    data = {"payment_method_data": {"type": "samsung_pay"}, "return_url": "https://shop.example/"}
    with pytest.raises(stripe.InvalidRequestError, match="2,000,000"):
        stripe_client.v1.payment_intents.confirm(made.id, data)  # type: ignore[arg-type]


def test_a_wallet_may_settle_later(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    paid, failed = intent_of(), intent_of()
    for made in (paid, failed):
        stripe_emulator.confirm(made.id, method="naver_pay")
        assert stripe_emulator.approve_later(made.id)["status"] == "processing"
    assert stripe_emulator.settle(paid.id)["status"] == "succeeded"
    assert stripe_emulator.settle(failed.id, fail=True)["status"] == "requires_payment_method"
    assert event_types(stripe_emulator).count("payment_intent.processing") == 2


@pytest.mark.parametrize(("amount", "code"), [(99, "amount_too_small"), (100_000_000, "amount_too_large")])
def test_amounts_out_of_bounds(intent_of: IntentOf, amount: int, code: str) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        intent_of(amount)
    assert (refused.value.code, refused.value.http_status) == (code, 400)
    assert intent_of(100).amount == 100


def test_parameters_stripe_does_not_know_are_refused(stripe_client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="Received unknown parameter: colour") as refused:
        stripe_client.v1.payment_intents.create({"amount": 1_000, "currency": "krw", "colour": "red"})  # type: ignore[typeddict-unknown-key]
    assert refused.value.code == "parameter_unknown"


def test_amount_changes_until_it_is_paid(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of()
    stripe_emulator.confirm(made.id, card=NEEDS_3DS)
    changed = stripe_client.v1.payment_intents.update(made.id, {"amount": 20_000, "metadata": {"cart": "2"}})
    assert (changed.amount, changed.status, changed.next_action) == (20_000, "requires_confirmation", None)
    stripe_emulator.confirm(made.id)
    with pytest.raises(stripe.InvalidRequestError, match="status of succeeded") as refused:
        stripe_client.v1.payment_intents.update(made.id, {"amount": 1_000})
    assert refused.value.code == "payment_intent_unexpected_state"
    assert stripe_emulator.books()["sums"]["krw"]["captured"] == 20_000


def test_capture_later_and_in_part(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of(capture_method="manual")
    assert stripe_emulator.confirm(made.id)["status"] == "requires_capture"
    assert stripe_emulator.books()["sums"]["krw"] == {
        "captured": 0, "refunded": 0, "disputed": 0, "authorized": 15_000,
    }  # fmt: skip
    assert "payment_intent.amount_capturable_updated" in event_types(stripe_emulator)
    with pytest.raises(stripe.InvalidRequestError):
        stripe_client.v1.payment_intents.capture(made.id, {"amount_to_capture": 15_001})
    taken = stripe_client.v1.payment_intents.capture(made.id, {"amount_to_capture": 9_000})
    assert (taken.status, taken.amount_received, taken.amount_capturable) == ("succeeded", 9_000, 0)
    with pytest.raises(stripe.InvalidRequestError, match="greater than"):
        stripe_client.v1.refunds.create({"payment_intent": made.id, "amount": 9_001})
    assert stripe_client.v1.refunds.create({"payment_intent": made.id}).amount == 9_000
    assert stripe_emulator.books()["sums"]["krw"] == {
        "captured": 9_000, "refunded": 9_000, "disputed": 0, "authorized": 0,
    }  # fmt: skip


def test_cancel_lets_go_and_ends(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    held, paid = intent_of(capture_method="manual"), intent_of()
    stripe_emulator.confirm(held.id)
    stripe_emulator.confirm(paid.id)
    ended = stripe_client.v1.payment_intents.cancel(held.id, {"cancellation_reason": "abandoned"})
    assert (ended.status, ended.cancellation_reason, ended.amount_capturable) == ("canceled", "abandoned", 0)
    with pytest.raises(stripe.InvalidRequestError, match="status of canceled"):
        stripe_client.v1.payment_intents.confirm(held.id, {"payment_method": "pm_card_visa"})
    with pytest.raises(stripe.InvalidRequestError, match="You cannot cancel"):
        stripe_client.v1.payment_intents.cancel(paid.id)
    assert stripe_emulator.books()["sums"]["krw"] == {
        "captured": 15_000, "refunded": 0, "disputed": 0, "authorized": 0,
    }  # fmt: skip


def test_a_disputed_card(stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf) -> None:
    made = intent_of()
    assert stripe_emulator.confirm(made.id, card=DISPUTED)["status"] == "succeeded"
    dispute = stripe_client.v1.disputes.list({"payment_intent": made.id}).data[0]
    assert (dispute.status, dispute.amount, dispute.reason) == ("needs_response", 15_000, "fraudulent")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        stripe_client.v1.refunds.create({"payment_intent": made.id})
    assert refused.value.code == "charge_disputed"
    assert stripe_emulator.dispute_close(dispute.id, "lost")["status"] == "lost"
    disputes = [name for name in event_types(stripe_emulator) if name.startswith("charge.dispute")]
    assert disputes == ["charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed"]
    assert stripe_emulator.books()["sums"]["krw"]["disputed"] == 15_000


def test_lists_are_filtered_and_paged(stripe_client: stripe.StripeClient, intent_of: IntentOf) -> None:
    customer = stripe_client.v1.customers.create({"email": "citizen@ieum.example", "name": "김이음"})
    made = [intent_of(1_000 + number, customer=customer.id).id for number in range(5)]
    intent_of()
    listed = stripe_client.v1.payment_intents.list({"customer": customer.id, "limit": 2})
    assert ([one.id for one in listed.data], listed.has_more) == ([made[4], made[3]], True)
    assert [one.id for one in listed.auto_paging_iter()] == made[::-1]
    tomorrow = int(time.time()) + 86_400
    assert stripe_client.v1.payment_intents.list({"created": {"gte": tomorrow}}).data == []
    assert len(stripe_client.v1.payment_intents.list({"created": {"lt": tomorrow}}).data) == 6
    assert len(stripe_client.v1.events.list({"type": "payment_intent.created", "limit": 100}).data) == 6


def test_the_browser_sees_only_the_intent_whose_secret_it_has(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    made, other = intent_of(metadata={"cost": "secret"}), intent_of()
    address = f"{stripe_emulator.url}/v1/payment_intents/{made.id}"

    def ask(secret: str | None) -> httpx.Response:
        fields = {"key": stripe_emulator.publishable_key, **({"client_secret": secret} if secret else {})}
        return httpx.get(address, params=fields, trust_env=False)

    seen = ask(made.client_secret)
    assert seen.json()["amount"] == 15_000
    assert "metadata" not in seen.json()
    assert seen.headers["Access-Control-Allow-Origin"] == "*"
    assert [ask(other.client_secret).status_code, ask(None).status_code] == [404, 400]
    lists = httpx.get(f"{stripe_emulator.url}/v1/charges", params={"key": "pk_test_emulator"}, trust_env=False)
    books = httpx.get(f"{stripe_emulator.url}/_config/state", params={"key": "pk_test_emulator"}, trust_env=False)
    assert [lists.status_code, books.status_code] == [403, 403]


def test_no_number_but_a_test_card_is_taken(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    made = intent_of()
    assert stripe_emulator.confirm(made.id, card="4111111111111111")["error"]["decline_code"] == "test_mode_live_card"
    assert stripe_emulator.confirm(made.id, card="4242424242424241")["error"]["code"] == "incorrect_number"
    assert "4111111111111111" not in str(stripe_emulator.books())


def test_what_is_missing_is_said_as_stripe_says_it(stripe_client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as absent:
        stripe_client.v1.payment_intents.retrieve("pi_nothing")
    assert (absent.value.http_status, absent.value.code) == (404, "resource_missing")
    assert absent.value.user_message == "No such payment_intent: 'pi_nothing'"
