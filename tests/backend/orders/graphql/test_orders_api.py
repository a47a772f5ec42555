"""Orders through the API: who sees what, and what staff may do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from market.core.global_ids import to_global_id
from market.orders.enums import OrderStatus
from market.orders.models import Order

pytestmark = pytest.mark.django_db

PERSON = "customerNote userEmail user { email } shippingAddress { firstName city streetAddress1 postalCode phone } billingAddress { lastName }"
ORDER = f"query($id: ID) {{ order(id: $id) {{ number {PERSON} total {{ gross {{ amount }} }} }} }}"
MINE = """query($first: Int!, $after: String) { me { orders(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node {
  number status statusDisplay created total { gross { amount } } fulfillments { id }
  lines { productName thumbnail { url } variant { id name product { name } } vendor { name } }
  vendorOrders { number vendor { name } statusDisplay lines { id } taxBreakdown { taxKind total { amount } } fulfillments { lines { quantity } } }
} } } } }"""
ALL = """query($first: Int, $filter: OrderFilterInput, $sortBy: OrderSortingInput) {
  orders(first: $first, filter: $filter, sortBy: $sortBy) { totalCount edges { node { number userEmail lines { quantity } } } } }"""
ERRORS = "errors { field code }"
CANCEL = f"mutation($id: ID!) {{ orderCancel(id: $id) {{ order {{ status vendorOrders {{ status }} }} {ERRORS} }} }}"
PAID = (
    'mutation($id: ID!) { orderMarkAsPaid(id: $id, transactionReference: "입금 1") '
    f"{{ order {{ isPaid chargeStatus totalBalance {{ amount }} bankTransfer {{ reference }} }} {ERRORS} }} }}"
)
FULFILL = (
    "mutation($order: ID, $input: OrderFulfillInput!) { orderFulfill(order: $order, input: $input) "
    f"{{ order {{ status fulfillments {{ trackingNumber lines {{ quantity orderLine {{ productName }} }} }} }} fulfillments {{ id }} {ERRORS} }} }}"
)


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def gid(order: Order) -> str:
    return to_global_id("Order", order.pk)


def test_who_knows_the_id_reads_the_order_but_not_the_person(graphql: Any, channel: Any) -> None:
    owner = UserFactory(email="jiwoo@ieum.example")
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=owner)
    Order.objects.filter(pk=order.pk).update(customer_note="문 앞 비밀번호 1234")
    for someone in (None, UserFactory(), staff_with("MANAGE_PRODUCTS")):
        seen = graphql(ORDER, {"id": gid(order)}, user=someone)["data"]["order"]
        assert seen["total"]["gross"]["amount"] == 13_000
        assert seen["userEmail"] == "j…@i…"
        assert seen["user"] is None
        assert seen["customerNote"] == "문…"
        assert seen["billingAddress"] == {"lastName": "한…"}
        assert seen["shippingAddress"] == {
            "firstName": "지…", "city": "구로구", "streetAddress1": "개…", "postalCode": "0…", "phone": "+…"
        }  # fmt: skip
    for someone in (owner, staff_with("MANAGE_ORDERS")):
        seen = graphql(ORDER, {"id": gid(order)}, user=someone)["data"]["order"]
        assert seen["userEmail"] == seen["user"]["email"] == "jiwoo@ieum.example"
        assert seen["shippingAddress"]["streetAddress1"] == "개봉로23길 10"
        assert seen["customerNote"] == "문 앞 비밀번호 1234"


@pytest.mark.parametrize(
    "key", ["broken", to_global_id("Order", UUID(int=4)), to_global_id("Order", 1), to_global_id("Product", 1), None]
)
def test_an_unknown_order_is_nothing(graphql: Any, key: str | None) -> None:
    assert graphql(ORDER, {"id": key})["data"] == {"order": None}


def test_a_draft_is_for_staff(graphql: Any, channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 1})
    Order.objects.update(status=OrderStatus.DRAFT)
    assert graphql(ORDER, {"id": gid(order)})["data"]["order"] is None
    assert graphql(ORDER, {"id": gid(order)}, user=staff_with("MANAGE_ORDERS"))["data"]["order"]["number"] == str(
        order.number
    )


def test_by_token(graphql: Any, channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 1})
    answer = graphql("query($t: UUID!) { orderByToken(token: $t) { number } }", {"t": str(order.pk)})
    assert answer["data"]["orderByToken"]["number"] == str(order.number)


def test_my_orders_are_mine_newest_first_in_pages(graphql: Any, channel: Any) -> None:
    me, other = UserFactory(), UserFactory()
    numbers = [str(placed_order(channel, {variant_on_sale(channel): 1}, user=me).number) for _ in range(3)]
    placed_order(channel, {variant_on_sale(channel): 1}, user=other)
    first = graphql(MINE, {"first": 2}, user=me)["data"]["me"]["orders"]
    assert first["totalCount"] == 3
    rest = graphql(MINE, {"first": 2, "after": first["pageInfo"]["endCursor"]}, user=me)["data"]["me"]["orders"]
    assert [edge["node"]["number"] for edge in first["edges"] + rest["edges"]] == numbers[::-1]
    assert (first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)


def test_my_orders_cost_the_same_for_one_and_for_many(assert_constant_queries: Any, channel: Any) -> None:
    me = UserFactory()
    for _ in range(24):
        placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 2}, user=me)
    assert_constant_queries(MINE, {"first": 1}, {"first": 24}, user=me)
    assert_constant_queries(ALL, {"first": 1}, {"first": 24}, user=staff_with("MANAGE_ORDERS"))


@pytest.mark.parametrize("someone", ["nobody", "customer", "staff without", "staff with"])
def test_the_list_of_all_orders_is_for_staff_who_manage_them(graphql: Any, channel: Any, someone: str) -> None:
    placed_order(channel, {variant_on_sale(channel): 1})
    user = requestor(someone)
    answer = graphql(ALL, {"first": 5}, user=user)
    if someone == "staff with":
        assert answer["data"]["orders"]["totalCount"] == 1
    else:
        assert answer["data"]["orders"] is None
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def requestor(name: str) -> Any:
    if name == "nobody":
        return None
    return {
        "customer": UserFactory,
        "staff without": lambda: staff_with("MANAGE_PRODUCTS"),
        "staff with": lambda: staff_with("MANAGE_ORDERS"),
    }[name]()


def test_filters_and_sorting(graphql: Any, channel: Any) -> None:
    staff = staff_with("MANAGE_ORDERS")
    jiwoo, minho = UserFactory(email="jiwoo@ieum.example"), UserFactory(email="minho@ieum.example")
    first = placed_order(channel, {variant_on_sale(channel): 1}, user=jiwoo)
    second = placed_order(channel, {variant_on_sale(channel): 1}, user=minho)
    Order.objects.filter(pk=second.pk).update(status=OrderStatus.FULFILLED, charge_status="full")

    def numbers(given: dict[str, Any], **variables: Any) -> list[str]:
        answer = graphql(ALL, {"first": 5, "filter": given, **variables}, user=staff)
        assert "errors" not in answer, answer["errors"]
        return [edge["node"]["number"] for edge in answer["data"]["orders"]["edges"]]

    one, two = str(first.number), str(second.number)
    assert numbers({}) == [two, one]
    assert numbers({}, sortBy={"field": "CREATED_AT", "direction": "ASC"}) == [one, two]
    assert numbers({"status": ["FULFILLED"]}) == [two]
    assert numbers({"status": ["READY_TO_FULFILL"]}) == []
    assert numbers({"chargeStatus": ["NONE"]}) == [one]
    assert numbers({"customer": "MINHO"}) == [two]
    assert numbers({"search": one}) == [one]
    assert numbers({"search": "jiwoo@"}) == [one]
    assert numbers({"ids": [gid(second)]}) == [two]
    assert numbers({"numbers": [one, "no number", "9" * 40]}) == [one]
    assert numbers({"created": {"gte": "2999-01-01"}}) == []
    assert numbers({"created": {"lte": "2999-01-01"}}) == [two, one]
    assert numbers({"created": {"gte": "0001-01-01", "lte": "9999-12-31"}}) == [two, one]
    assert numbers({"metadata": [{"key": "colour"}]}) == []
    assert numbers({"customer": "\x00", "search": "\x00", "metadata": [{"key": "\x00", "value": "\x00"}]}) == []


@pytest.mark.parametrize("mutation", [CANCEL, PAID, FULFILL])
@pytest.mark.parametrize("someone", ["nobody", "customer", "staff without"])
def test_nobody_else_changes_orders(graphql: Any, channel: Any, mutation: str, someone: str) -> None:
    owner = UserFactory()
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=owner)
    before = Order.objects.values().get()
    variables = {"id": gid(order)} if mutation != FULFILL else {"order": gid(order), "input": {"lines": []}}
    user = owner if someone == "customer" else requestor(someone)
    answer = graphql(mutation, variables, user=user)
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert Order.objects.values().get() == before


def test_staff_take_an_order_to_its_dispatch(graphql: Any, channel: Any) -> None:
    staff = staff_with("MANAGE_ORDERS")
    order = placed_order(channel, {variant_on_sale(channel): 2})
    line = to_global_id("OrderLine", order.lines.get().pk)
    dispatch = {
        "order": gid(order),
        "input": {"trackingNumber": "S-7", "lines": [{"orderLineId": line, "stocks": [pieces(2)]}]},
    }

    assert graphql(FULFILL, dispatch, user=staff)["data"]["orderFulfill"]["errors"] == [
        {"field": "order", "code": "CANNOT_FULFILL_UNPAID_ORDER"}
    ]
    paid = graphql(PAID, {"id": gid(order)}, user=staff)["data"]["orderMarkAsPaid"]
    assert paid["order"] == {
        "isPaid": True,
        "chargeStatus": "FULL",
        "totalBalance": {"amount": 0},
        "bankTransfer": None,
    }
    again = graphql(PAID, {"id": gid(order)}, user=staff)["data"]["orderMarkAsPaid"]
    assert again["errors"] == [{"field": "id", "code": "PAYMENT_ERROR"}]
    sent = graphql(FULFILL, dispatch, user=staff)["data"]["orderFulfill"]
    assert sent["order"]["status"] == "FULFILLED"
    assert [(row["trackingNumber"], row["lines"][0]["quantity"]) for row in sent["order"]["fulfillments"]] == [
        ("S-7", 2)
    ]
    refused = graphql(CANCEL, {"id": gid(order)}, user=staff)["data"]["orderCancel"]
    assert refused["errors"] == [{"field": "id", "code": "CANNOT_CANCEL_ORDER"}]


def pieces(quantity: int) -> dict[str, Any]:
    return {"quantity": quantity, "warehouse": to_global_id("Warehouse", UUID(int=4))}


def test_what_cannot_be_dispatched_has_a_code(graphql: Any, channel: Any) -> None:
    staff = staff_with("MANAGE_ORDERS")
    order = placed_order(channel, {variant_on_sale(channel): 2})
    graphql(PAID, {"id": gid(order)}, user=staff)
    line = to_global_id("OrderLine", order.lines.get().pk)
    for lines, expected in (
        ([{"orderLineId": line, "stocks": [pieces(3)]}], ("orderLineId", "FULFILL_ORDER_LINE")),
        ([{"orderLineId": line, "stocks": [pieces(-1)]}], ("lines", "ZERO_QUANTITY")),
        ([{"orderLineId": line, "stocks": [pieces(1)]}] * 2, ("orderLineId", "DUPLICATED_INPUT_ITEM")),
        (
            [{"orderLineId": to_global_id("OrderLine", UUID(int=4)), "stocks": [pieces(1)]}],
            ("orderLineId", "NOT_FOUND"),
        ),
        ([{"stocks": [pieces(1)]}], ("orderLineId", "REQUIRED")),
        ([], ("lines", "ZERO_QUANTITY")),
    ):
        answer = graphql(FULFILL, {"order": gid(order), "input": {"lines": lines}}, user=staff)["data"]["orderFulfill"]
        assert [(error["field"], error["code"]) for error in answer["errors"]] == [expected]
    assert not order.vendor_orders.filter(fulfillments__isnull=False).exists()


def test_cancelling_ends_every_part(graphql: Any, channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 1})
    done = graphql(CANCEL, {"id": gid(order)}, user=staff_with("MANAGE_ORDERS"))["data"]["orderCancel"]
    assert done == {"order": {"status": "CANCELED", "vendorOrders": [{"status": "CANCELED"}] * 2}, "errors": []}
