"""A signed message may name anything: nobody's payment is written down for somebody else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import STRIPE, StripeShop, event_of
from market.core.actor import SYSTEM
from market.payments.enums import ProviderEventStatus
from market.payments.errors import ProviderRefused
from market.payments.gateways.registry import provider_named
from market.payments.models import ProviderEvent, TransactionItem
from market.payments.services.action_send import handle_of
from market.payments.services.transaction_sync import transaction_sync

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def items(stripe_shop: StripeShop) -> tuple[TransactionItem, TransactionItem]:
    """One that is paid, though we do not know it yet, and somebody else's."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel, price=12_000, stock=20)
    paid, other = (stripe_shop.begin(ready_checkout(channel, {variant: count})) for count in (1, 2))
    stripe_shop.confirm(paid)
    return paid, other


def message(shop: StripeShop, *, intent: str, names: TransactionItem) -> dict[str, Any]:
    """What the provider says of a paid intent, with another transaction of ours in its metadata."""
    event: dict[str, Any] = json.loads(json.dumps(event_of(shop.emulator, "payment_intent.succeeded")))
    event["id"] = f"evt_{intent}"
    event["data"]["object"] |= {"id": intent, "metadata": {"transaction_token": str(names.pk)}}
    return event


def test_an_intent_of_another_transaction_is_not_attached(
    stripe_shop: StripeShop, items: tuple[TransactionItem, TransactionItem]
) -> None:
    paid, other = items
    TransactionItem.objects.filter(pk=other.pk).update(psp_reference="")  # the answer to its opening was lost
    TransactionItem.objects.filter(pk=paid.pk).update(psp_reference="")
    stripe_shop.hear(message(stripe_shop, intent=paid.psp_reference, names=other))
    other.refresh_from_db()
    assert (other.charged_value, other.psp_reference) == (0, "")
    assert (
        ProviderEvent.objects.get().status == ProviderEventStatus.WAITING
    )  # tried again, and shown to staff in the end
    stripe_shop.hear(message(stripe_shop, intent="pi_of_nobody", names=other))
    other.refresh_from_db()
    assert (other.charged_value, other.psp_reference) == (0, "")


def test_money_of_another_currency_pays_nothing(
    stripe_shop: StripeShop, items: tuple[TransactionItem, TransactionItem]
) -> None:
    paid, _ = items
    state = provider_named(STRIPE).read(handle_of(paid))
    assert state.charged == paid.amount
    with pytest.raises(ProviderRefused):
        anew(transaction_sync, token=paid.pk, state=replace(state, currency="USD"), actor=SYSTEM)
    paid.refresh_from_db()
    assert (paid.charged_value, paid.is_open) == (0, True)
