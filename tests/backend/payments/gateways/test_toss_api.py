"""Toss Payments as a client sees it: the contract of docs/api.md, from the gateway's configuration to the placed order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.toss import TOSS, TossShop
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db(transaction=True)
Ask = Callable[..., dict[str, Any]]

CONFIGURE = """mutation ($id: ID!) { paymentGatewayInitialize(id: $id) { gatewayConfigs { id data errors { code } } errors { code } } }"""
BEGIN = """mutation ($id: ID!, $gateway: PaymentGatewayToInitialize!, $action: TransactionFlowStrategyEnum) {
  transactionInitialize(id: $id, paymentGateway: $gateway, action: $action) {
    transaction { id chargedAmount { amount } } data errors { field code message } } }"""
PROCESS = """mutation ($id: ID!, $data: JSON) { transactionProcess(id: $id, data: $data) {
    transaction { chargedAmount { amount } } transactionEvent { type message } data errors { field code message } } }"""
COMPLETE = "mutation ($id: ID!) { checkoutComplete(id: $id) { order { isPaid chargeStatus } errors { field code } } }"


def test_from_the_window_to_the_order(graphql: Ask, toss_shop: TossShop) -> None:
    channel = ChannelFactory()
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=12_000): 2})
    pk = to_global_id("Checkout", checkout.pk)

    def ask(document: str, **variables: Any) -> dict[str, Any]:
        (answer,) = graphql(document, variables)["data"].values()
        return dict(answer)

    first = ask(CONFIGURE, id=pk)["gatewayConfigs"][0]
    assert (first["id"], first["data"]["clientKey"], first["data"]["isTestMode"]) == (TOSS, "test_ck_stub", True)

    for wrong in (
        {"gateway": {"id": TOSS, "data": {"method": "BITCOIN"}}},
        {"gateway": {"id": TOSS}, "action": "AUTHORIZATION"},
    ):
        assert [error["code"] for error in ask(BEGIN, id=pk, **wrong)["errors"]] == ["INVALID"]
    begun = ask(BEGIN, id=pk, gateway={"id": TOSS, "data": {"method": "CARD"}})
    assert begun["errors"] == []

    redirect = toss_shop.stub.approve(begun["data"])
    tampered = ask(PROCESS, id=begun["transaction"]["id"], data=redirect | {"amount": 1})
    assert [(error["field"], error["code"]) for error in tampered["errors"]] == [("data", "INVALID")]
    toss_shop.stub.go_down()
    silent = ask(PROCESS, id=begun["transaction"]["id"], data=redirect)
    assert [error["code"] for error in silent["errors"]] == ["INVALID"]
    toss_shop.stub.come_up()

    done = ask(PROCESS, id=begun["transaction"]["id"], data=redirect)
    assert (done["errors"], done["transactionEvent"]["type"], done["data"]["status"]) == ([], "CHARGE_SUCCESS", "DONE")
    assert ask(COMPLETE, id=pk)["order"] == {"isPaid": True, "chargeStatus": "FULL"}
    toss_shop.assert_books_agree()
