"""Terms of withdrawal through the API: agreed to on the checkout's line, read on the order's."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.orders import receive_money, send
from market.checkout.models import Checkout
from market.core.global_ids import to_global_id
from market.orders.models import Order

pytestmark = pytest.mark.django_db
GUEST = "guest@ieum.example"
TERMS = "이름을 새겨 만들기 때문에 단순 변심으로는 되돌릴 수 없어요."
AGREE = (
    "mutation($id: ID!, $input: [MetadataInput!]!) { updateMetadata(id: $id, input: $input) { errors { field code } } }"
)
COMPLETE = "mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { field code } } }"
PARTS = """query($id: ID!, $email: String) { order(id: $id, email: $email) { vendorOrders { canWithdraw
  lines { withdrawalTerms madeToOrderConsentAt returnPolicy { kind note label(languageCode: EN) } } } } }"""
ASK = """mutation($id: ID!, $input: WithdrawalCreateInput!, $email: String) { withdrawalCreate(id: $id, input: $input, email: $email) {
  withdrawal { number } errors { field code message } } }"""


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def checkout_of(channel: Any, policy: str) -> Checkout:
    return ready_checkout(channel, {variant_on_sale(channel, return_policy=policy, return_policy_note=TERMS): 1})


def sent(graphql: Any, checkout: Checkout) -> Order:
    answer = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]
    assert answer["errors"] == []
    order = Order.objects.get(checkout_token=checkout.pk)
    send(receive_money(order))
    return order


def part_of(graphql: Any, order: Order) -> Any:
    (part,) = graphql(PARTS, {"id": gid(order), "email": GUEST})["data"]["order"]["vendorOrders"]
    return part


def ask(graphql: Any, order: Order, kind: str = "CHANGE_OF_MIND", **given: Any) -> Any:
    line = order.lines.get()
    lines = [{"orderLineId": gid(line), "quantity": 1}]
    variables = {
        "id": gid(line.vendor_order),
        "input": {"lines": lines, "reasonKind": kind, **given},
        "email": GUEST,
    }
    return graphql(ASK, variables)["data"]["withdrawalCreate"]


def test_consent_given_on_the_checkout_binds(graphql: Any, channel: Any) -> None:
    checkout = checkout_of(channel, "made_to_order")
    entries = [{"key": "madeToOrderTerms", "value": TERMS}]
    agreed = graphql(AGREE, {"id": gid(checkout.lines.get()), "input": entries})
    assert agreed["data"]["updateMetadata"]["errors"] == []
    order = sent(graphql, checkout)
    part = part_of(graphql, order)
    (line,) = part["lines"]
    assert not part["canWithdraw"]
    assert line["madeToOrderConsentAt"] is not None
    assert (line["withdrawalTerms"], line["returnPolicy"]) == (
        TERMS,
        {"kind": "MADE_TO_ORDER", "note": TERMS, "label": "Made after the order"},
    )
    answer = ask(graphql, order)
    assert answer["withdrawal"] is None
    (error,) = answer["errors"]
    assert (error["field"], error["code"]) == ("orderLineId", "NOT_WITHDRAWABLE")
    assert "단순 변심" in error["message"]
    assert ask(graphql, order, "FAULTY")["withdrawal"]


def test_a_client_that_knows_of_no_consent_binds_nobody(graphql: Any, channel: Any) -> None:
    order = sent(graphql, checkout_of(channel, "made_to_order"))
    part = part_of(graphql, order)
    (line,) = part["lines"]
    assert part["canWithdraw"]
    assert (line["withdrawalTerms"], line["madeToOrderConsentAt"]) == (None, None)
    assert ask(graphql, order)["withdrawal"]


def test_consent_written_after_the_order_changes_nothing(graphql: Any, channel: Any) -> None:
    order = sent(graphql, checkout_of(channel, "made_to_order"))
    graphql(AGREE, {"id": gid(order.lines.get()), "input": [{"key": "madeToOrderTerms", "value": TERMS}]})
    assert part_of(graphql, order)["lines"][0]["madeToOrderConsentAt"] is None
    assert ask(graphql, order)["withdrawal"]


def test_sealed_goods_go_back_with_whole_seals(graphql: Any, channel: Any) -> None:
    order = sent(graphql, checkout_of(channel, "sealed"))
    part = part_of(graphql, order)
    assert part["canWithdraw"], "unopened goods can"
    assert part["lines"][0]["withdrawalTerms"] == TERMS
    assert [error["code"] for error in ask(graphql, order)["errors"]] == ["NOT_WITHDRAWABLE"]
    assert ask(graphql, order, isUnopened=True)["withdrawal"]
