"""What is given back, and the limits of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import stripe

from stripe_emulator.testing import Emulator

IntentOf = Callable[..., stripe.PaymentIntent]


@pytest.fixture
def paid(stripe_emulator: Emulator, intent_of: IntentOf) -> stripe.PaymentIntent:
    made = intent_of()
    stripe_emulator.confirm(made.id)
    return made


def test_in_parts_until_nothing_is_left(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, paid: stripe.PaymentIntent
) -> None:
    parts = [
        stripe_client.v1.refunds.create(
            {"payment_intent": paid.id, "amount": 4_000, "reason": "requested_by_customer"}
        ),
        stripe_client.v1.refunds.create({"payment_intent": paid.id, "metadata": {"return": "2"}}),
    ]
    assert [part.amount for part in parts] == [4_000, 11_000]
    with pytest.raises(stripe.InvalidRequestError, match="has already been refunded") as refused:
        stripe_client.v1.refunds.create({"payment_intent": paid.id, "amount": 1})
    assert refused.value.code == "charge_already_refunded"
    listed = stripe_client.v1.refunds.list({"payment_intent": paid.id})
    assert [one.id for one in listed.data] == [part.id for part in parts[::-1]]
    charge = stripe_client.v1.payment_intents.retrieve(paid.id, {"expand": ["latest_charge"]}).latest_charge
    assert isinstance(charge, stripe.Charge)
    assert (charge.amount_refunded, charge.refunded) == (15_000, True)
    events = [event["type"] for event in stripe_emulator.events()]
    assert [events.count(name) for name in ("refund.created", "refund.updated", "charge.refunded")] == [2, 2, 2]


def test_never_more_than_is_left(stripe_client: stripe.StripeClient, paid: stripe.PaymentIntent) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        stripe_client.v1.refunds.create({"payment_intent": paid.id, "amount": 15_001})
    assert refused.value.user_message == "Refund amount (₩15,001) is greater than charge amount (₩15,000)"
    stripe_client.v1.refunds.create({"payment_intent": paid.id, "amount": 14_000})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        stripe_client.v1.refunds.create({"payment_intent": paid.id, "amount": 1_001})
    assert refused.value.user_message == "Refund amount (₩1,001) is greater than unrefunded amount on charge (₩1,000)"


def test_nothing_was_paid(stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf) -> None:
    authorised = intent_of(capture_method="manual")
    stripe_emulator.confirm(authorised.id)
    for made in (intent_of(), authorised):
        with pytest.raises(stripe.InvalidRequestError, match="does not have a successful charge to refund"):
            stripe_client.v1.refunds.create({"payment_intent": made.id})


def test_a_refund_that_fails_afterwards(
    stripe_emulator: Emulator, stripe_client: stripe.StripeClient, intent_of: IntentOf
) -> None:
    made = intent_of()
    stripe_emulator.confirm(made.id, card="4000000000007726")
    refund = stripe_client.v1.refunds.create({"payment_intent": made.id, "amount": 5_000})
    assert refund.status == "pending"
    assert stripe_emulator.refund_settle(refund.id, "failed")["failure_reason"] == "expired_or_canceled_card"
    assert stripe_emulator.events("refund.failed")[0]["data"]["object"]["id"] == refund.id
    assert stripe_emulator.books()["sums"]["krw"]["refunded"] == 0
    assert stripe_client.v1.refunds.create({"payment_intent": made.id}).amount == 15_000
