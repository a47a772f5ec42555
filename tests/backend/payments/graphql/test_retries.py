"""Sending the same request once more, under the same key, after a provider did not answer."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import STRIPE, StripeShop
from market.core.global_ids import to_global_id
from market.core.models import IdempotencyKey
from market.payments.models import TransactionItem

pytestmark = pytest.mark.django_db(transaction=True)
INITIALIZE = """mutation ($id: ID!, $gateway: PaymentGatewayToInitialize!) {
  transactionInitialize(id: $id, paymentGateway: $gateway) { transaction { id } errors { code field } } }"""


def test_the_answer_that_the_provider_is_silent_is_not_kept(graphql: Any, stripe_shop: StripeShop) -> None:
    channel = ChannelFactory()
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1})
    variables = {"id": to_global_id("Checkout", checkout.pk), "gateway": {"id": STRIPE}}
    headers = {"Idempotency-Key": "the-same"}
    stripe_shop.emulator.go_down(mode="hangup")
    silent = graphql(INITIALIZE, variables, **headers)["data"]["transactionInitialize"]
    assert silent == {"transaction": None, "errors": [{"code": "INVALID", "field": "paymentGateway"}]}
    assert not IdempotencyKey.objects.exists()
    stripe_shop.emulator.come_up()
    begun = [graphql(INITIALIZE, variables, **headers)["data"]["transactionInitialize"] for _ in range(2)]
    assert (
        begun[0]
        == begun[1]
        == {
            "transaction": {"id": to_global_id("TransactionItem", TransactionItem.objects.get().pk)},
            "errors": [],
        }
    )
