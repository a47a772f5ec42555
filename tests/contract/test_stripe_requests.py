"""Requests against Stripe's own mock, and the emulator's answers beside those of the mock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import stripe

from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process  # noqa: F401
from factories.stripe_mock import stripe_mock  # noqa: F401
from stripe_emulator.testing import DISPUTED, Emulator

ADDRESS = {"country": "KR", "line1": "한빛로 1", "postal_code": "03187", "city": "종로구", "state": "서울특별시"}
NEW = {"amount": 15_000, "currency": "krw"}
AUTOMATIC = {"automatic_payment_methods": {"enabled": True}}
KOREAN = ["card", "kr_card", "kakao_pay", "naver_pay", "samsung_pay", "payco"]


@pytest.fixture(scope="module")
def mock(stripe_mock: str) -> stripe.StripeClient:  # noqa: F811
    """The official library against Stripe's mock, which refuses what Stripe's description does not allow."""
    return stripe.StripeClient("sk_test_mock", base_addresses={"api": stripe_mock}, max_network_retries=0)


CREATES: dict[str, dict[str, Any]] = {
    "every method": {**NEW, **AUTOMATIC},
    "Korean methods by name": {**NEW, "payment_method_types": KOREAN},
    "capture later": {**NEW, **AUTOMATIC, "capture_method": "manual"},
    "with the order": {
        **NEW, **AUTOMATIC, "description": "이음 주문", "metadata": {"checkout": "1"}, "receipt_email": "citizen@ieum.example",
        "shipping": {"name": "김이음", "phone": "010-0000-0000", "address": ADDRESS}, "statement_descriptor_suffix": "IEUM",
    },
    "kept for later": {**NEW, **AUTOMATIC, "setup_future_usage": "off_session"},
    "confirmed at once": {**NEW, **AUTOMATIC, "confirm": True, "payment_method": "pm_card_visa", "return_url": "https://shop.example/"},
}  # fmt: skip


@pytest.mark.parametrize("name", CREATES)
def test_both_take_what_creates_an_intent(
    mock: stripe.StripeClient,
    stripe_client: stripe.StripeClient,  # noqa: F811
    name: str,
) -> None:
    fields: Any = CREATES[name]
    assert mock.v1.payment_intents.create(fields).object == "payment_intent"
    assert stripe_client.v1.payment_intents.create(fields).amount == 15_000


CALLS: dict[str, Callable[[stripe.StripeClient, str], Any]] = {
    "retrieve": lambda client, intent: client.v1.payment_intents.retrieve(intent, {"expand": ["latest_charge"]}),
    "update": lambda client, intent: client.v1.payment_intents.update(intent, {"amount": 20_000, "metadata": {"a": "1"}}),
    "confirm": lambda client, intent: client.v1.payment_intents.confirm(
        intent, {"payment_method_data": {"type": "kakao_pay"}, "return_url": "https://shop.example/"}
    ),
    "cancel": lambda client, intent: client.v1.payment_intents.cancel(intent, {"cancellation_reason": "abandoned"}),
    "list": lambda client, intent: client.v1.payment_intents.list({"created": {"gte": 1}, "limit": 100}),
    "refunds": lambda client, intent: client.v1.refunds.list({"payment_intent": intent, "limit": 100}),
    "charges": lambda client, intent: client.v1.charges.list({"payment_intent": intent}),
    "disputes": lambda client, intent: client.v1.disputes.list({"payment_intent": intent}),
    "events": lambda client, intent: client.v1.events.list({"types": ["payment_intent.succeeded"], "created": {"gte": 1}}),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_both_take_what_is_asked_of_an_intent(
    mock: stripe.StripeClient,
    stripe_client: stripe.StripeClient,  # noqa: F811
    name: str,
) -> None:
    theirs = CALLS[name](mock, "pi_of_the_mock")
    intent = stripe_client.v1.payment_intents.create({**NEW, **AUTOMATIC}).id  # type: ignore[typeddict-item]
    ours = CALLS[name](stripe_client, intent)
    assert ours["object"] == theirs["object"]


@pytest.mark.parametrize("which", ["mock", "emulator"])
@pytest.mark.parametrize("more", [{"colour": "red"}, {"currency": "krw", "amount": "many"}])
def test_both_refuse_what_stripe_does_not_know(
    mock: stripe.StripeClient,
    stripe_client: stripe.StripeClient,  # noqa: F811
    which: str,
    more: dict[str, str],
) -> None:
    client = mock if which == "mock" else stripe_client
    fields: Any = {**NEW, **more}
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.create(fields)


def test_the_emulator_s_objects_have_the_fields_of_stripe_s(
    mock: stripe.StripeClient,
    stripe_client: stripe.StripeClient,  # noqa: F811
    stripe_emulator: Emulator,  # noqa: F811
) -> None:
    made = [stripe_client.v1.payment_intents.create({**NEW, **AUTOMATIC}) for _ in range(2)]  # type: ignore[typeddict-item]
    stripe_emulator.confirm(made[0].id)
    stripe_client.v1.refunds.create({"payment_intent": made[0].id, "amount": 1_000})
    stripe_emulator.confirm(made[1].id, card=DISPUTED)
    books = stripe_emulator.books()
    theirs = {
        "payment_intents": mock.v1.payment_intents.retrieve("pi_1"),
        "charges": mock.v1.charges.retrieve("ch_1"),
        "refunds": mock.v1.refunds.retrieve("re_1"),
        "disputes": mock.v1.disputes.retrieve("du_1"),
        "events": mock.v1.events.retrieve("evt_1"),
        "balance_transactions": mock.v1.balance_transactions.retrieve("txn_1"),
    }
    only_on_request = {"refunds", "managed_payments"}
    absent = {kind: set(one.to_dict()) - set(books[kind][0]) - only_on_request for kind, one in theirs.items()}
    assert absent == {kind: set() for kind in theirs}
