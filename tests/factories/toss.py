"""Toss Payments for tests: the market's own flows against the stub, and the comparison of both books."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from emulators.toss import CARD, Sent, TossStub
from factories.checkout import anew
from market.checkout.models import Checkout
from market.core.actor import ANONYMOUS, Actor
from market.core.locks import reset_lock_order
from market.orders.models import Order
from market.payments.flows.actions_send import actions_send
from market.payments.flows.payment_begin import payment_begin, payment_process
from market.payments.flows.provider_messages import message_receive, messages_process
from market.payments.gateways.registry import providers
from market.payments.models import ProviderAction, ProviderEvent, TransactionItem

TOSS = "ieum.payment.toss"


@dataclass
class TossShop:
    """The market with Toss Payments on, and the stub it talks to. ``told`` is what the client was told last."""

    stub: TossStub
    told: Mapping[str, Any] = field(default_factory=dict)

    def begin(self, payable: Checkout | Order, *, actor: Actor = ANONYMOUS, **options: Any) -> TransactionItem:
        item, self.told = anew(
            payment_begin,
            type_name=type(payable).__name__,
            pk=payable.pk,
            gateway=TOSS,
            data=options.pop("data", {"method": "CARD"}),
            actor=actor,
            **options,
        )
        return item

    def approve(self, *, method: str = CARD) -> dict[str, Any]:
        """The shopper approves in the window that was opened last; returns what the browser brings back."""
        return self.stub.approve(self.told, method=method)

    def process(self, item: TransactionItem, data: Mapping[str, Any], *, actor: Actor = ANONYMOUS) -> TransactionItem:
        processed, self.told = anew(payment_process, token=item.pk, data=data, actor=actor)
        return processed

    def paid(self, payable: Checkout | Order, *, method: str = CARD, **options: Any) -> TransactionItem:
        item = self.begin(payable, **options)
        return self.process(item, self.approve(method=method))

    def send(self) -> int:
        """What the worker does, now and not after the wait of a repetition."""
        reset_lock_order()
        ProviderAction.objects.filter(status="waiting").update(due_at="2000-01-01T00:00:00Z")
        return actions_send()

    def hear(self, message: Sent) -> int | None:
        """A message as it reaches the webhook, acted on at once."""
        reset_lock_order()
        stored = message_receive(gateway=TOSS, body=message.body, headers=message.headers)
        self.act()
        return stored

    def act(self) -> int:
        reset_lock_order()
        ProviderEvent.objects.filter(status="waiting").update(due_at="2000-01-01T00:00:00Z")
        return messages_process()

    def assert_books_agree(self) -> None:
        """What Toss took, gave back and waits for is what our transactions say, payment by payment, under the same names."""
        theirs = {
            (key, row["order_id"]): (row["taken"], row["given_back"], row["awaited"])
            for key, row in self.stub.books().items()
            if row["taken"] or row["awaited"]
        }
        ours = {
            (item.psp_reference, str(item.pk)): (
                int(item.charged_value + item.refunded_value),
                int(item.refunded_value),
                int(item.charge_pending_value),
            )
            for item in TransactionItem.objects.filter(gateway=TOSS)
            if item.charged_value or item.refunded_value or item.charge_pending_value
        }
        assert ours == theirs


@pytest.fixture
def toss_stub() -> Iterator[TossStub]:
    with TossStub.running() as stub:
        yield stub


@pytest.fixture
def toss_shop(toss_stub: TossStub, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[TossShop]:
    """Toss Payments is a way to pay, with the stub behind it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    settings.TOSS_SECRET_KEY = toss_stub.secret_key
    settings.TOSS_CLIENT_KEY = toss_stub.client_key
    settings.TOSS_API_BASE = toss_stub.url
    providers.cache_clear()
    yield TossShop(toss_stub)
    providers.cache_clear()


def events_of(item: TransactionItem) -> list[str]:
    return list(item.events.order_by("pk").values_list("type", flat=True))


def body_of(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told).encode()
