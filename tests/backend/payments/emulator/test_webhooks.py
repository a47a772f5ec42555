"""Events on their way: signed, in order, repeated, held, turned round."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import stripe

from factories.stripe import WEBHOOK_SECRET, Receiver
from stripe_emulator.testing import Emulator

IntentOf = Callable[..., stripe.PaymentIntent]
PAID = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]


def test_in_order_and_signed(stripe_emulator: Emulator, webhook_receiver: Receiver, intent_of: IntentOf) -> None:
    stripe_emulator.confirm(intent_of().id)
    stripe_emulator.wait_for_webhooks()
    assert webhook_receiver.types() == PAID
    body, signature = webhook_receiver.received[0]
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body + b" ", signature, WEBHOOK_SECRET)  # type: ignore[no-untyped-call]
    assert webhook_receiver.events() == [
        {**event, "pending_webhooks": 1} for event in map(dict, stripe_emulator.books()["events"])
    ]


def test_tried_again_when_refused(stripe_emulator: Emulator, webhook_receiver: Receiver, intent_of: IntentOf) -> None:
    webhook_receiver.answers = [503, 500]
    made = intent_of()
    stripe_emulator.wait_for_webhooks()
    assert [event["data"]["object"]["id"] for event in webhook_receiver.events()] == [made.id]
    assert stripe_emulator.books()["deliveries"][0]["attempts"] == 3


def test_sent_once_more_on_command(stripe_emulator: Emulator, webhook_receiver: Receiver, intent_of: IntentOf) -> None:
    intent_of()
    event = stripe_emulator.events()[0]
    stripe_emulator.replay(event["id"])
    stripe_emulator.wait_for_webhooks()
    assert [one["id"] for one in webhook_receiver.events()] == [event["id"]] * 2


def test_held_and_let_go_newest_first(
    stripe_emulator: Emulator, webhook_receiver: Receiver, intent_of: IntentOf
) -> None:
    stripe_emulator.hold_webhooks()
    stripe_emulator.confirm(intent_of().id)
    stripe_emulator.wait_for_webhooks()
    assert webhook_receiver.types() == []
    assert stripe_emulator.release_webhooks(newest_first=True) == 3
    stripe_emulator.wait_for_webhooks()
    assert webhook_receiver.types() == PAID[::-1]


def test_what_was_not_delivered_goes_out_after_a_restart(
    stripe_emulator: Emulator, webhook_receiver: Receiver, intent_of: IntentOf
) -> None:
    stripe_emulator.hold_webhooks()
    intent_of()
    stripe_emulator.kill()
    stripe_emulator.start()
    stripe_emulator.wait_for_webhooks()
    assert webhook_receiver.types() == ["payment_intent.created"]


def test_tests_may_hand_an_event_over_themselves(stripe_emulator: Emulator, intent_of: IntentOf) -> None:
    made = intent_of()
    body, signature = stripe_emulator.signed(stripe_emulator.events()[0], WEBHOOK_SECRET)
    event = stripe.Webhook.construct_event(body, signature, WEBHOOK_SECRET)  # type: ignore[no-untyped-call]
    assert event.data.object["id"] == made.id
    assert json.loads(body)["api_version"] == stripe.api_version
