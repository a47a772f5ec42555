"""An emulator, a client of the official library, and something that receives its webhooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import stripe

from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process, webhook_receiver  # noqa: F401


@pytest.fixture
def intent_of(stripe_client: stripe.StripeClient) -> Callable[..., stripe.PaymentIntent]:  # noqa: F811
    """``intent_of(15_000, capture_method="manual")``: a new intent in won with every method switched on."""

    def make(amount: int = 15_000, **fields: Any) -> stripe.PaymentIntent:
        if "payment_method_types" not in fields:
            fields.setdefault("automatic_payment_methods", {"enabled": True})
        return stripe_client.v1.payment_intents.create({"amount": amount, "currency": "krw", **fields})  # type: ignore[typeddict-item]

    return make
