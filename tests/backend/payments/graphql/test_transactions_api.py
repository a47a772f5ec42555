"""The Transaction API as a client written for Saleor speaks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import BANK, STRIPE, StripeShop, event_of
from market.checkout.models import Checkout
from market.core.actor import Actor
from market.core.global_ids import to_global_id, uuid_pk
from market.core.permissions import HANDLE_PAYMENTS, MANAGE_ORDERS
from market.orders.models import Order
from market.payments.models import TransactionEvent, TransactionItem

pytestmark = pytest.mark.django_db(transaction=True)
Ask = Callable[..., dict[str, Any]]

INITIALIZE_GATEWAYS = """mutation ($id: ID!, $gateways: [PaymentGatewayToInitialize!]) {
  paymentGatewayInitialize(id: $id, paymentGateways: $gateways) {
    gatewayConfigs { id data errors { field code message } } errors { field code message } } }"""
INITIALIZE = """mutation ($id: ID!, $amount: PositiveDecimal, $gateway: PaymentGatewayToInitialize!, $key: String,
    $action: TransactionFlowStrategyEnum) {
  transactionInitialize(id: $id, amount: $amount, paymentGateway: $gateway, idempotencyKey: $key, action: $action) {
    transaction { id token actions chargedAmount { amount } pspReference } transactionEvent { type pspReference amount { amount } message }
    data errors { field code message } } }"""
PROCESS = """mutation ($id: ID!, $data: JSON) { transactionProcess(id: $id, data: $data) {
    transaction { id actions chargedAmount { amount currency } } transactionEvent { type message } data errors { field code message } } }"""
COMPLETE = """mutation ($id: ID!) { checkoutComplete(id: $id) {
    order { id isPaid chargeStatus authorizeStatus paymentStatus totalCharged { amount } totalBalance { amount } paymentMeans
            transactions { id } bankTransfer { amount { amount } } } errors { field code message } } }"""
CHECKOUT = """query ($id: ID!) { checkout(id: $id) { chargeStatus authorizeStatus totalBalance { amount } totalPrice { gross { amount } }
    availablePaymentGateways { id name currencies config { field value } } transactions { id chargedAmount { amount } } } }"""
ACT = """mutation ($id: ID!, $action: TransactionActionEnum!, $amount: PositiveDecimal) {
  transactionRequestAction(id: $id, actionType: $action, amount: $amount, refundReason: "흠집") {
    transaction { chargedAmount { amount } refundedAmount { amount } refundPendingAmount { amount } events { type reason amount { amount } } }
    errors { field code message } } }"""
REPORT = """mutation ($id: ID!, $type: TransactionEventTypeEnum!, $amount: PositiveDecimal!, $reference: String!) {
  transactionEventReport(id: $id, type: $type, amount: $amount, pspReference: $reference) {
    alreadyProcessed transaction { chargedAmount { amount } refundPendingAmount { amount } } transactionEvent { type }
    errors { field code message } } }"""


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def variant(channel: Any) -> Any:
    return variant_on_sale(channel, price=9_000, stock=10)


@pytest.fixture
def checkout(channel: Any, variant: Any) -> Checkout:
    return ready_checkout(channel, {variant: 1})


def gid(thing: Any) -> str:
    return to_global_id(type(thing).__name__, thing.pk)


def stripe_gateway(method: str = "card") -> dict[str, Any]:
    return {"id": STRIPE, "data": {"paymentIntent": {"paymentMethod": method}}}


def test_from_gateway_to_paid_order(graphql: Ask, stripe_shop: StripeShop, checkout: Checkout) -> None:
    before = graphql(CHECKOUT, {"id": gid(checkout)})["data"]["checkout"]
    assert [gateway["id"] for gateway in before["availablePaymentGateways"]] == [STRIPE, BANK]
    assert (before["chargeStatus"], before["authorizeStatus"]) == ("NONE", "NONE")
    total = before["totalPrice"]["gross"]["amount"]
    assert before["totalBalance"] == {"amount": -total}

    config = graphql(INITIALIZE_GATEWAYS, {"id": gid(checkout), "gateways": [{"id": STRIPE}]})
    (answer,) = config["data"]["paymentGatewayInitialize"]["gatewayConfigs"]
    assert (answer["id"], answer["errors"]) == (STRIPE, [])
    assert answer["data"]["stripePublishableKey"] == stripe_shop.emulator.publishable_key

    begun = graphql(INITIALIZE, {"id": gid(checkout), "gateway": stripe_gateway()})["data"]["transactionInitialize"]
    assert begun["errors"] == []
    assert begun["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    assert begun["data"]["paymentIntent"]["stripeClientSecret"].startswith(begun["transaction"]["pspReference"])
    assert begun["transaction"]["actions"] == []

    stripe_shop.emulator.confirm(begun["transaction"]["pspReference"])
    done = graphql(PROCESS, {"id": begun["transaction"]["id"]})["data"]["transactionProcess"]
    assert done["transactionEvent"]["type"] == "CHARGE_SUCCESS"
    assert done["transaction"]["actions"] == ["REFUND"]
    assert done["transaction"]["chargedAmount"] == {"amount": total, "currency": "KRW"}

    paid = graphql(CHECKOUT, {"id": gid(checkout)})["data"]["checkout"]
    assert (paid["chargeStatus"], paid["authorizeStatus"], paid["totalBalance"]) == ("FULL", "FULL", {"amount": 0})
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert (order["isPaid"], order["chargeStatus"], order["paymentStatus"]) == (True, "FULL", "FULLY_CHARGED")
    assert (order["paymentMeans"], order["totalCharged"], order["bankTransfer"]) == ("CARD", {"amount": total}, None)
    stripe_shop.assert_books_agree()


def test_unknown_gateways_and_broken_ids_are_answers(graphql: Ask, stripe_shop: StripeShop, checkout: Checkout) -> None:
    answer = graphql(INITIALIZE_GATEWAYS, {"id": gid(checkout), "gateways": [{"id": "nobody"}]})
    (config,) = answer["data"]["paymentGatewayInitialize"]["gatewayConfigs"]
    assert config["data"] is None
    assert [(error["field"], error["code"]) for error in config["errors"]] == [("id", "NOT_FOUND")]
    nowhere = to_global_id("Checkout", "00000000-0000-4000-8000-000000000000")
    for given, code in (
        (nowhere, "NOT_FOUND"),
        ("nonsense", "GRAPHQL_ERROR"),
        (to_global_id("User", 1), "GRAPHQL_ERROR"),
    ):
        answer = graphql(INITIALIZE, {"id": given, "gateway": stripe_gateway()})
        assert [error["code"] for error in answer["data"]["transactionInitialize"]["errors"]] == [code]
    for data in ("text", 7, [1], {"paymentIntent": 3}, {"paymentIntent": {"paymentMethod": "cowrie"}}):
        answer = graphql(INITIALIZE, {"id": gid(checkout), "gateway": {"id": STRIPE, "data": data}})
        assert [error["code"] for error in answer["data"]["transactionInitialize"]["errors"]] == ["INVALID"]
    answer = graphql(INITIALIZE, {"id": gid(checkout), "gateway": stripe_gateway(), "key": "k" * 513})
    assert answer["data"]["transactionInitialize"]["errors"][0]["field"] == "idempotencyKey"
    for given in (to_global_id("TransactionItem", "00000000-0000-4000-8000-000000000000"), gid(checkout)):
        answer = graphql(PROCESS, {"id": given})
        assert answer["data"]["transactionProcess"]["transaction"] is None
        assert answer["data"]["transactionProcess"]["errors"]
    assert not TransactionItem.objects.exists()


def test_a_silent_provider_is_told_to_the_buyer(graphql: Ask, stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.emulator.go_down()
    answer = graphql(INITIALIZE, {"id": gid(checkout), "gateway": stripe_gateway()})
    (error,) = answer["data"]["transactionInitialize"]["errors"]
    assert (error["code"], "두 번 결제되지 않아요" in error["message"]) == ("INVALID", True)
    english = graphql(INITIALIZE, {"id": gid(checkout), "gateway": stripe_gateway()}, language="en")
    assert "not be charged twice" in english["data"]["transactionInitialize"]["errors"][0]["message"]
    stripe_shop.emulator.come_up()
    begun = graphql(INITIALIZE, {"id": gid(checkout), "gateway": stripe_gateway()})["data"]["transactionInitialize"]
    assert (begun["errors"], TransactionItem.objects.count()) == ([], 1)


def test_a_transfer_is_announced_placed_and_reported(graphql: Ask, checkout: Checkout, run_outbox: Any) -> None:
    begun = graphql(INITIALIZE, {"id": gid(checkout), "gateway": {"id": BANK}})["data"]["transactionInitialize"]
    assert begun["transactionEvent"]["type"] == "CHARGE_REQUEST"
    assert set(begun["data"]) == {"bankName", "accountNumber", "accountHolder", "reference", "payBy"}
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert (order["isPaid"], order["paymentMeans"], order["bankTransfer"] is not None) == (False, "BANK_TRANSFER", True)
    run_outbox()
    assert TransactionItem.objects.count() == 1
    staff = staff_with(HANDLE_PAYMENTS)
    amount = int(TransactionItem.objects.get().amount)
    report = {"id": begun["transaction"]["id"], "type": "CHARGE_SUCCESS", "amount": amount, "reference": "20261120-7"}
    first = graphql(REPORT, report, user=staff)["data"]["transactionEventReport"]
    assert (first["errors"], first["alreadyProcessed"]) == ([], False)
    again = graphql(REPORT, report, user=staff)["data"]["transactionEventReport"]
    assert again["alreadyProcessed"] is True
    other = graphql(REPORT, {**report, "amount": amount - 1}, user=staff)["data"]["transactionEventReport"]
    assert [error["code"] for error in other["errors"]] == ["INCORRECT_DETAILS"]
    placed = Order.objects.get()
    assert (placed.total_charged, placed.charge_status) == (amount, "full")
    assert TransactionEvent.objects.filter(type="charge_success").count() == 1


def test_staff_refund_a_part(graphql: Ask, stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    graphql(COMPLETE, {"id": gid(checkout)})
    staff = staff_with(HANDLE_PAYMENTS)
    act = {"id": to_global_id("TransactionItem", item.pk), "action": "REFUND", "amount": 2_000}
    done = graphql(ACT, act, user=staff)["data"]["transactionRequestAction"]
    assert done["errors"] == []
    assert done["transaction"]["refundedAmount"] == {"amount": 2_000}
    assert done["transaction"]["refundPendingAmount"] == {"amount": 0}
    requested = [event for event in done["transaction"]["events"] if event["type"] == "REFUND_REQUEST"]
    assert [event["reason"] for event in requested] == ["흠집"]
    too_much = graphql(ACT, {**act, "amount": 10**9}, user=staff)["data"]["transactionRequestAction"]
    assert [error["code"] for error in too_much["errors"]] == ["INVALID"]
    promised = graphql(ACT, {**act, "action": "CHARGE", "amount": None}, user=staff)["data"]["transactionRequestAction"]
    assert [(error["field"], error["code"]) for error in promised["errors"]] == [("actionType", "INVALID")]
    stripe_shop.assert_books_agree()


def test_a_promise_is_taken_or_let_go_by_staff(graphql: Ask, stripe_shop: StripeShop, checkout: Checkout) -> None:
    promise = {"id": gid(checkout), "gateway": stripe_gateway(), "action": "AUTHORIZATION"}
    begun = graphql(INITIALIZE, promise)["data"]["transactionInitialize"]
    assert begun["transactionEvent"]["type"] == "AUTHORIZATION_ACTION_REQUIRED"
    stripe_shop.emulator.confirm(begun["transaction"]["pspReference"])
    done = graphql(PROCESS, {"id": begun["transaction"]["id"]})["data"]["transactionProcess"]
    assert done["transaction"]["actions"] == ["CHARGE", "CANCEL"]
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert (order["isPaid"], order["authorizeStatus"], order["chargeStatus"]) == (False, "FULL", "NONE")
    act = {"id": begun["transaction"]["id"], "action": "CHARGE", "amount": 5_000}
    taken = graphql(ACT, act, user=staff_with(HANDLE_PAYMENTS))["data"]["transactionRequestAction"]
    assert (taken["errors"], taken["transaction"]["chargedAmount"]) == ([], {"amount": 5_000})
    stripe_shop.assert_books_agree()


def test_who_sees_attempts_to_pay(graphql: Ask, stripe_shop: StripeShop, channel: Any, variant: Any) -> None:
    user = UserFactory()
    checkout = ready_checkout(channel, {variant: 1}, actor=Actor(user_id=user.pk, email=user.email))
    item = stripe_shop.paid(checkout, actor=Actor(user_id=user.pk))
    mine = graphql(CHECKOUT, {"id": gid(checkout)}, user=user)["data"]["checkout"]
    assert len(mine["transactions"]) == 1
    order = graphql(COMPLETE, {"id": gid(checkout)}, user=user)["data"]["checkoutComplete"]["order"]
    assert len(order["transactions"]) == 1
    seen = "query ($id: ID!) { order(id: $id) { transactions { id } } }"
    for viewer, count in ((None, 0), (UserFactory(), 0), (user, 1), (staff_with(MANAGE_ORDERS), 1)):
        assert len(graphql(seen, {"id": order["id"]}, user=viewer)["data"]["order"]["transactions"]) == count
    by_guest = graphql(COMPLETE, {"id": gid(ready_checkout(channel, {variant: 1}))})["data"]["checkoutComplete"][
        "order"
    ]
    stripe_shop.begin(Order.objects.get(pk=uuid_pk(by_guest["id"], "Order")))
    known = "query ($id: ID!, $email: String) { order(id: $id, email: $email) { transactions { id } } }"
    for email, count in ((None, 0), ("stranger@ieum.example", 0), ("guest@ieum.example", 1)):
        found = graphql(known, {"id": by_guest["id"], "email": email})["data"]["order"]["transactions"]
        assert len(found) == count
    one = "query ($id: ID!) { transaction(id: $id) { id } }"
    answer = graphql(one, {"id": to_global_id("TransactionItem", item.pk)}, user=user)
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    found = graphql(one, {"id": to_global_id("TransactionItem", item.pk)}, user=staff_with(HANDLE_PAYMENTS))
    assert found["data"]["transaction"]


def test_messages_at_the_webhook(client: Any, stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    body, signature = stripe_shop.emulator.signed(
        event_of(stripe_shop.emulator, "payment_intent.succeeded"), "whsec_of_this_test"
    )

    def post(path: str = "stripe", **headers: str) -> int:
        answer = client.post(f"/webhooks/{path}/", body, content_type="application/json", headers=headers)
        return int(answer.status_code)

    assert post() == 400
    assert post(**{"Stripe-Signature": signature[:-2] + "00"}) == 400
    assert post(path="nobody", **{"Stripe-Signature": signature}) == 404
    assert client.get("/webhooks/stripe/").status_code == 405
    assert TransactionEvent.objects.filter(type="charge_success").count() == 0
    assert post(**{"Stripe-Signature": signature}) == 200
    assert post(**{"Stripe-Signature": signature}) == 200
    from market.payments.flows.provider_messages import messages_process

    messages_process()
    assert TransactionEvent.objects.filter(type="charge_success").count() == 1


def test_the_statements_do_not_grow_with_the_attempts(
    graphql: Ask, assert_constant_queries: Any, stripe_shop: StripeShop, channel: Any, variant: Any
) -> None:
    user = UserFactory()
    actor = Actor(user_id=user.pk, email=user.email)
    few = ready_checkout(channel, {variant: 1}, actor=actor)
    stripe_shop.begin(few, actor=actor)
    many = ready_checkout(channel, {variant: 1}, actor=actor)
    for number in range(4):
        stripe_shop.begin(many, actor=actor, idempotency_key=f"try {number}")
    document = "query ($id: ID!) { checkout(id: $id) { transactions { id chargedAmount { amount } events { type } } } }"
    assert_constant_queries(document, {"id": gid(few)}, {"id": gid(many)}, user=user)
