"""Idempotency keys, and what goes wrong on command."""

from __future__ import annotations

import threading
from collections.abc import Callable

import httpx
import pytest
import stripe

from stripe_emulator.testing import Emulator

IntentOf = Callable[..., stripe.PaymentIntent]


def post(emulator: Emulator, path: str, key: str, **fields: object) -> httpx.Response:
    headers = {"Authorization": f"Bearer {emulator.secret_key}", "Idempotency-Key": key}
    return httpx.post(emulator.url + path, data=fields, headers=headers, trust_env=False, timeout=20)


def test_the_same_key_gets_the_stored_answer(stripe_emulator: Emulator) -> None:
    first = post(stripe_emulator, "/v1/payment_intents", "one", amount=1_000, currency="krw")
    again = post(stripe_emulator, "/v1/payment_intents", "one", amount=1_000, currency="krw")
    assert again.json() == first.json()
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(stripe_emulator.books()["payment_intents"]) == 1
    assert stripe_emulator.events()[0]["request"]["idempotency_key"] == "one"


def test_the_same_key_with_another_body(stripe_emulator: Emulator) -> None:
    post(stripe_emulator, "/v1/payment_intents", "one", amount=1_000, currency="krw")
    other = post(stripe_emulator, "/v1/payment_intents", "one", amount=2_000, currency="krw")
    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")


def test_a_decline_is_remembered_and_a_mistyped_request_is_not(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    path = f"/v1/payment_intents/{intent_of().id}/confirm"
    first = post(stripe_emulator, path, "pay", payment_method="pm_card_chargeDeclined")
    again = post(stripe_emulator, path, "pay", payment_method="pm_card_chargeDeclined")
    assert (first.status_code, again.status_code) == (402, 402)
    assert again.json() == first.json()
    assert len(stripe_emulator.books()["charges"]) == 1
    assert post(stripe_emulator, "/v1/payment_intents", "new", amount=1_000).status_code == 400
    assert post(stripe_emulator, "/v1/payment_intents", "new", amount=1_000, currency="krw").status_code == 200


def test_the_same_key_while_the_first_is_in_flight(stripe_emulator: Emulator) -> None:
    stripe_emulator.slow_down(60_000, requests=1, path="^POST")
    answers: list[httpx.Response] = []

    def slow() -> None:
        answers.append(post(stripe_emulator, "/v1/payment_intents", "twice", amount=1_000, currency="krw"))

    thread = threading.Thread(target=slow)
    thread.start()
    while not stripe_emulator.books()["in_flight"]:
        assert thread.is_alive()
    second = post(stripe_emulator, "/v1/payment_intents", "twice", amount=1_000, currency="krw")
    assert (second.status_code, second.json()["error"]["code"]) == (409, "idempotency_key_in_use")
    stripe_emulator.come_up()
    thread.join()
    assert [answer.status_code for answer in answers] == [200]
    assert len(stripe_emulator.books()["payment_intents"]) == 1


def test_down_for_a_number_of_requests(stripe_emulator: Emulator, stripe_client: stripe.StripeClient) -> None:
    stripe_emulator.go_down(requests=2)
    for _ in range(2):
        with pytest.raises(stripe.APIError) as down:
            stripe_client.v1.balance.retrieve()
        assert down.value.http_status == 503
    assert stripe_client.v1.balance.retrieve().object == "balance"


def test_hanging_up_until_told(stripe_emulator: Emulator, stripe_client: stripe.StripeClient) -> None:
    stripe_emulator.go_down(mode="hangup", path="^POST /v1/payment_intents$")
    with pytest.raises(stripe.APIConnectionError):
        stripe_client.v1.payment_intents.create({"amount": 1_000, "currency": "krw"})
    assert stripe_client.v1.payment_intents.list().data == []
    stripe_emulator.come_up()
    assert stripe_client.v1.payment_intents.create({"amount": 1_000, "currency": "krw"}).amount == 1_000


def test_a_lost_answer_is_found_again_by_its_key(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of()
    stripe_emulator.confirm(made.id)
    stripe_emulator.go_down(mode="hangup", stage="after", requests=1)
    refund = {"payment_intent": made.id, "amount": 5_000}
    with pytest.raises(stripe.APIConnectionError):
        stripe_client.v1.refunds.create(refund, {"idempotency_key": "refund-1"})  # type: ignore[arg-type]
    found = stripe_client.v1.refunds.create(refund, {"idempotency_key": "refund-1"})  # type: ignore[arg-type]
    assert [one["id"] for one in stripe_emulator.books()["refunds"]] == [found.id]


def test_books_survive_a_power_cut(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    made = intent_of()
    stripe_emulator.confirm(made.id)
    post(stripe_emulator, "/v1/refunds", "back", payment_intent=made.id, amount=100)
    before = stripe_emulator.books()
    stripe_emulator.kill()
    stripe_emulator.start()
    after = stripe_emulator.books()
    assert {name: after[name] for name in ("payment_intents", "charges", "refunds", "events", "sums")} == {
        name: before[name] for name in ("payment_intents", "charges", "refunds", "events", "sums")
    }
    again = post(stripe_emulator, "/v1/refunds", "back", payment_intent=made.id, amount=100)
    assert again.headers["Idempotent-Replayed"] == "true"
