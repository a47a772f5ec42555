"""One payment that cannot be dealt with keeps nobody else's money waiting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import STRIPE, StripeShop
from market.core import clock
from market.core.actor import SYSTEM
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.flows.actions_send import actions_send
from market.payments.flows.books_compare import books_compare
from market.payments.gateways.registry import providers
from market.payments.gateways.stripe import Stripe
from market.payments.models import ProviderAction, TransactionItem
from market.payments.ports import Handle, PaymentState
from market.payments.services.action_ask import action_ask
from market.payments.services.action_send import MAX_ATTEMPTS

pytestmark = pytest.mark.django_db(transaction=True)


class Garbled(Stripe):
    """A provider whose answers about one payment cannot be read."""

    garbled = ""

    def read(self, handle: Handle) -> PaymentState:
        if handle.psp_reference == self.garbled:
            raise KeyError("currency")
        return super().read(handle)

    def refund(self, handle: Handle, *, amount: Decimal, key: UUID, reason: str) -> PaymentState:
        if handle.psp_reference == self.garbled:
            raise KeyError("currency")
        return super().refund(handle, amount=amount, key=key, reason=reason)


@pytest.fixture
def garbled(stripe_shop: StripeShop) -> Iterator[Garbled]:
    provider = Garbled()
    providers()[STRIPE] = provider
    yield provider
    providers.cache_clear()


@pytest.fixture
def items(stripe_shop: StripeShop) -> list[TransactionItem]:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, price=12_000, stock=20)
    return [stripe_shop.paid(ready_checkout(channel, {variant: 1})) for _ in range(2)]


def test_a_refund_whose_answer_cannot_be_read(garbled: Garbled, items: list[TransactionItem]) -> None:
    for item in items:
        anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(1_000), actor=SYSTEM)
    garbled.garbled = items[0].psp_reference
    for _ in range(MAX_ATTEMPTS):
        anew(actions_send)
        ProviderAction.objects.update(due_at=clock.now() - dt.timedelta(seconds=1))
    first, second = ProviderAction.objects.order_by("created_at")
    assert (second.status, first.status, first.attempts) == (ActionStatus.DONE, ActionStatus.DEAD, MAX_ATTEMPTS)
    assert "KeyError" in first.last_error


def test_a_payment_that_cannot_be_compared(garbled: Garbled, items: list[TransactionItem], settings: Any) -> None:
    garbled.garbled = items[0].psp_reference
    TransactionItem.objects.update(charged_value=0)  # a message was lost: both have to be read anew
    (run,) = anew(books_compare, until=clock.now() + dt.timedelta(minutes=5), gateways=[STRIPE])
    items[1].refresh_from_db()
    assert items[1].charged_value == items[1].amount
    assert "KeyError" in run.error
    assert run.healed == 1
