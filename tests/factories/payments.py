"""Payments for tests: the market's own flows against the Stripe emulator, and the comparison of both books."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from factories.checkout import anew
from factories.stripe import WEBHOOK_SECRET
from market.checkout.models import Checkout
from market.core.actor import ANONYMOUS, Actor
from market.core.locks import reset_lock_order
from market.orders.models import Order
from market.payments.flows.actions_send import actions_send
from market.payments.flows.payment_begin import payment_begin, payment_process
from market.payments.flows.provider_messages import message_receive, messages_process
from market.payments.gateways.registry import providers
from market.payments.models import TransactionItem
from stripe_emulator.testing import Emulator

STRIPE = "saleor.app.payment.stripe"
BANK = "ieum.payment.bank_transfer"
CARD = {"paymentIntent": {"paymentMethod": "card"}}


@dataclass
class StripeShop:
    """The market with Stripe on, and the emulator it talks to."""

    emulator: Emulator

    def begin(self, checkout: Checkout | Order, *, actor: Actor = ANONYMOUS, **options: Any) -> TransactionItem:
        item, _ = anew(
            payment_begin,
            type_name=type(checkout).__name__,
            pk=checkout.pk,
            gateway=STRIPE,
            data=options.pop("data", CARD),
            actor=actor,
            **options,
        )
        return item

    def confirm(self, item: TransactionItem, **options: Any) -> dict[str, Any]:
        """What the buyer does in the browser."""
        return self.emulator.confirm(item.psp_reference, **options)

    def process(self, item: TransactionItem, *, actor: Actor = ANONYMOUS) -> TransactionItem:
        processed, _ = anew(payment_process, token=item.pk, data={}, actor=actor)
        return processed

    def paid(self, checkout: Checkout, *, actor: Actor = ANONYMOUS, **options: Any) -> TransactionItem:
        item = self.begin(checkout, actor=actor, **options)
        self.confirm(item)
        return self.process(item, actor=actor)

    def hear(self, event: dict[str, Any]) -> int | None:
        """A message of the provider as it reaches the webhook, acted on at once."""
        body, signature = self.emulator.signed(event, WEBHOOK_SECRET)
        reset_lock_order()
        stored = message_receive(gateway=STRIPE, body=body, headers={"Stripe-Signature": signature})
        messages_process()
        return stored

    def hear_all(self, *, newest_first: bool = False) -> None:
        events = self.emulator.events()
        for event in reversed(events) if newest_first else events:
            self.hear(event)

    def send(self) -> int:
        reset_lock_order()
        return actions_send()

    def assert_books_agree(self) -> None:
        """What the provider captured and gave back is what our transactions say, payment by payment and in all."""
        books = self.emulator.books()
        theirs = {intent["id"]: _taken(intent, books) for intent in books["payment_intents"]}
        ours = {
            item.psp_reference: (int(item.charged_value + item.refunded_value), int(item.refunded_value))
            for item in TransactionItem.objects.filter(gateway=STRIPE).exclude(psp_reference="")
        }
        assert {key: value for key, value in theirs.items() if value != (0, 0)} == {
            key: value for key, value in ours.items() if value != (0, 0)
        }


def _taken(intent: dict[str, Any], books: dict[str, Any]) -> tuple[int, int]:
    refunds = [row for row in books["refunds"] if row["payment_intent"] == intent["id"]]
    given = sum(row["amount"] for row in refunds if row["status"] == "succeeded")
    return int(intent["amount_received"] or 0), given


def held(order: Order) -> tuple[Decimal, Decimal, str]:
    """What the order says of its money: charged, granted, charge status."""
    order.refresh_from_db()
    return order.total_charged, order.total_granted, order.charge_status


@pytest.fixture
def stripe_shop(stripe_emulator: Emulator, settings: Any) -> Iterator[StripeShop]:
    """Stripe is a way to pay, with the emulator behind it."""
    settings.STRIPE_API_KEY = stripe_emulator.secret_key
    settings.STRIPE_PUBLISHABLE_KEY = stripe_emulator.publishable_key
    settings.STRIPE_API_BASE = stripe_emulator.url
    settings.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET
    providers.cache_clear()
    yield StripeShop(stripe_emulator)
    providers.cache_clear()


def event_of(emulator: Emulator, name: str) -> dict[str, Any]:
    """The latest event of a type."""
    return emulator.events(name)[-1]


def body_of(event: dict[str, Any]) -> bytes:
    return json.dumps(event).encode()


def uuid_of(text: Any) -> UUID:
    return UUID(str(text))
