"""The order desk over HTTP: what an enterprise sees, what it never sees, and what each step answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import ask_back, placed_order, receive_money, send
from factories.vendors import SellerFactory, member_of
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.orders.models import Fulfillment, Order, VendorOrder
from market.vendors.models import Vendor, VendorRole

pytestmark = pytest.mark.django_db
ROW = """id number state status availableActions placedAt dueOn dueState dueReason statutoryDueOn isPaidLater receiverName
  buyerOrganization channel { slug } customerNote receiver { name phone postalCode address isMasked } lines { id quantityToFulfill quantityCanceled }
  steps { toStatus } lineCancellations { reason amount { amount } lines { quantity } } fulfillments { id }"""
LIST = f"""query($vendor: ID!, $first: Int!, $filter: VendorOrderFilterInput, $sortBy: VendorOrderSortingInput) {{
  vendorOrders(vendor: $vendor, first: $first, filter: $filter, sortBy: $sortBy) {{ totalCount edges {{ node {{ {ROW} }} }} }} }}"""
ONE = f"query($id: ID!) {{ vendorOrder(id: $id) {{ {ROW} withdrawals {{ id order {{ id }} reason }} }} }}"
COUNTS = """query($vendor: ID!) { vendorOrderCounts(vendor: $vendor) {
  new confirmed preparing partlyShipped shipped delivered returned canceled toSend dueToday late withdrawalsRequested } }"""


@pytest.fixture
def vendor() -> Vendor:
    return SellerFactory()


@pytest.fixture
def order(vendor: Vendor) -> Order:
    """Paid: a part of this enterprise, and one of another."""
    channel = ChannelFactory()
    goods = {variant_on_sale(channel, vendor=vendor): 2, variant_on_sale(channel): 1}
    return receive_money(placed_order(channel, goods))


def own(order: Order, vendor: Vendor) -> VendorOrder:
    return order.vendor_orders.get(vendor=vendor)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def nodes(answer: Any) -> list[Any]:
    assert "errors" not in answer, answer
    return [edge["node"] for edge in answer["data"]["vendorOrders"]["edges"]]


def code(answer: Any) -> str:
    found: str = answer["errors"][0]["extensions"]["exception"]["code"]
    return found


def test_an_enterprise_sees_its_part_and_nothing_else(graphql: Any, order: Order, vendor: Vendor) -> None:
    clerk, part = member_of(vendor, VendorRole.CLERK), own(order, vendor)
    Order.objects.filter(pk=order.pk).update(customer_note="문 앞에 놓아 주세요")
    ask_variables = {"vendor": gid(vendor), "first": 10}
    (row,) = nodes(graphql(LIST, ask_variables, user=clerk))
    assert (row["id"], row["state"], row["availableActions"]) == (
        gid(part),
        "NEW",
        ["CONFIRM", "PREPARE", "SHIP", "CANCEL_LINES", "DECLINE"],
    )
    assert (row["receiverName"], row["receiver"], row["customerNote"]) == ("한지우", None, None), "only where opened"
    assert row["dueOn"] >= row["placedAt"][:10]
    opened = graphql(ONE, {"id": gid(part)}, user=clerk)["data"]["vendorOrder"]
    assert opened["receiver"] == {
        "name": "한지우",
        "phone": "010-0000-0000",
        "postalCode": "08274",
        "address": "서울특별시 구로구 개봉로23길 10",
        "isMasked": False,
    }
    assert opened["customerNote"] == "문 앞에 놓아 주세요"
    entry = AuditEntry.objects.get(action="orders.receiver_read")
    assert (entry.actor_id, entry.subject_id, entry.data) == (clerk.pk, str(part.pk), {"number": part.number})
    assert [line["quantityToFulfill"] for line in opened["lines"]] == [2]


def test_another_enterprises_part_does_not_exist(graphql: Any, order: Order, vendor: Vendor) -> None:
    stranger = member_of()
    assert nodes(graphql(LIST, {"vendor": gid(vendor), "first": 10}, user=stranger)) == []
    assert nodes(graphql(LIST, {"vendor": to_global_id("Vendor", 999_999), "first": 10}, user=stranger)) == []
    counts = graphql(COUNTS, {"vendor": gid(vendor)}, user=stranger)["data"]["vendorOrderCounts"]
    assert set(counts.values()) == {0}
    for id in (gid(own(order, vendor)), to_global_id("VendorOrder", order.pk), "nonsense"):
        assert graphql(ONE, {"id": id}, user=stranger)["data"]["vendorOrder"] is None
    assert not AuditEntry.objects.filter(action="orders.receiver_read").exists()
    for user in (None, UserFactory()):
        assert code(graphql(ONE, {"id": gid(own(order, vendor))}, user=user)) == "PermissionDenied"


MUTATIONS = {
    "vendorOrderConfirm": ("id: ID!", "id: $id"),
    "vendorOrderPrepare": ("id: ID!", "id: $id"),
    "vendorOrderAgreeDelivery": ("id: ID!", "id: $id"),
    "vendorOrderFulfill": ("id: ID!", "id: $id"),
    "vendorOrderDecline": ("id: ID!", 'id: $id, reason: "품절"'),
    "vendorOrderLineCancel": (
        "id: ID!, line: ID!",
        'id: $id, lines: [{orderLineId: $line, quantity: 1}], reason: "품절"',
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_steps_on_anothers_part_find_nothing_and_change_nothing(
    graphql: Any, order: Order, vendor: Vendor, name: str
) -> None:
    part, stranger = own(order, vendor), member_of()
    head, arguments = MUTATIONS[name]
    head = ", ".join(f"${one}" for one in head.split(", "))
    document = f"mutation({head}) {{ {name}({arguments}) {{ errors {{ field code }} }} }}"
    before = list(VendorOrder.objects.order_by("pk").values())
    answers = []
    for id in (gid(part), to_global_id("VendorOrder", order.pk)):
        variables = {"id": id, **({"line": gid(part.lines.get())} if "line:" in head else {})}
        answers.append(graphql(document, variables, user=stranger)["data"][name]["errors"])
    assert answers[0] == answers[1] == [{"field": "id", "code": "NOT_FOUND"}]
    assert list(VendorOrder.objects.order_by("pk").values()) == before


def test_saleors_doors_open_to_the_own_part_and_hide_the_order(graphql: Any, order: Order, vendor: Vendor) -> None:
    clerk, part = member_of(vendor, VendorRole.CLERK), own(order, vendor)
    theirs = order.vendor_orders.exclude(pk=part.pk).get()
    fulfill = """mutation($order: ID!, $line: ID!) { orderFulfill(order: $order, input: {trackingNumber: "1", lines: [
      {orderLineId: $line, stocks: [{quantity: 1, warehouse: "V2FyZWhvdXNlOjE="}]}]}) {
      order { id } fulfillments { id } errors { field code } } }"""
    answer = graphql(fulfill, {"order": gid(order), "line": gid(theirs.lines.get())}, user=clerk)["data"][
        "orderFulfill"
    ]
    assert answer["errors"] == [{"field": "orderLineId", "code": "NOT_FOUND"}]
    answer = graphql(fulfill, {"order": gid(order), "line": gid(part.lines.get())}, user=member_of())["data"][
        "orderFulfill"
    ]
    assert answer["errors"] == [{"field": "order", "code": "NOT_FOUND"}]
    done = graphql(fulfill, {"order": gid(order), "line": gid(part.lines.get())}, user=clerk)["data"]["orderFulfill"]
    assert (done["errors"], done["order"]) == ([], None)
    (sent,) = done["fulfillments"]
    for name, arguments in (
        ("orderFulfillmentUpdateTracking", 'id: $id, input: {trackingNumber: "600000000001", courier: CJ}'),
        ("orderFulfillmentCancel", "id: $id"),
    ):
        document = f"mutation($id: ID!) {{ {name}({arguments}) {{ order {{ id }} errors {{ field code }} }} }}"
        refused = graphql(document, {"id": sent["id"]}, user=member_of())["data"][name]
        assert refused["errors"] == [{"field": "id", "code": "NOT_FOUND"}]
        assert graphql(document, {"id": sent["id"]}, user=clerk)["data"][name] == {"order": None, "errors": []}
    assert Fulfillment.objects.get().status == "canceled"
    part.refresh_from_db()
    assert part.status == "unfulfilled"


def test_names_are_masked_when_they_are_not_needed_any_more(graphql: Any, order: Order, vendor: Vendor) -> None:
    clerk, part = member_of(vendor, VendorRole.CLERK), own(order, vendor)
    (sent,) = send(order, part=part)
    long_ago = sent.created_at - dt.timedelta(days=32)
    Fulfillment.objects.update(created_at=long_ago - dt.timedelta(days=1), delivered_at=long_ago)
    opened = graphql(ONE, {"id": gid(part)}, user=clerk)["data"]["vendorOrder"]
    assert opened["state"] == "DELIVERED"
    assert opened["receiver"] == {
        "name": "한…", "phone": "", "postalCode": "", "address": "서울특별시 구로구", "isMasked": True
    }  # fmt: skip


def test_who_takes_goods_back_sees_why_but_not_the_order(graphql: Any, vendor: Vendor) -> None:
    channel = ChannelFactory()
    order = receive_money(placed_order(channel, {variant_on_sale(channel, vendor=vendor): 2}))
    send(order)
    wish = ask_back(order, 1)
    type(wish).objects.filter(pk=wish.pk).update(reason="색이 달라요")
    clerk = member_of(vendor, VendorRole.CLERK)
    one = "query($id: ID!) { withdrawal(id: $id) { reason order { id } vendorOrder { id } } }"
    seen = graphql(one, {"id": gid(wish)}, user=clerk)["data"]["withdrawal"]
    assert seen == {"reason": "색이 달라요", "order": None, "vendorOrder": {"id": gid(own(order, vendor))}}
    listed = "{ withdrawals(first: 5) { edges { node { id } } } }"
    assert len(graphql(listed, user=clerk)["data"]["withdrawals"]["edges"]) == 1
    stranger = member_of()
    assert graphql(listed, user=stranger)["data"]["withdrawals"]["edges"] == []
    assert graphql(one, {"id": gid(wish)}, user=stranger)["data"]["withdrawal"] is None
    accept = "mutation($id: ID!) { withdrawalAccept(id: $id) { withdrawal { status } errors { field code } } }"
    refused = graphql(accept, {"id": gid(wish)}, user=stranger)["data"]["withdrawalAccept"]
    assert refused["errors"] == [{"field": "id", "code": "NOT_FOUND"}]
    done = graphql(accept, {"id": gid(wish)}, user=clerk)["data"]["withdrawalAccept"]
    assert done == {"withdrawal": {"status": "ACCEPTED"}, "errors": []}
    staff = staff_with("MANAGE_ORDERS")
    assert graphql(one, {"id": gid(wish)}, user=staff)["data"]["withdrawal"]["order"] == {"id": gid(order)}


def many(vendor: Vendor, count: int) -> list[VendorOrder]:
    channel = ChannelFactory()
    goods = variant_on_sale(channel, vendor=vendor, stock=99)
    orders = [receive_money(placed_order(channel, {goods: 1, variant_on_sale(channel): 1})) for _ in range(count)]
    return [own(order, vendor) for order in orders]


def test_lists_are_narrowed_sorted_and_counted(graphql: Any, vendor: Vendor) -> None:
    clerk, parts = member_of(vendor, VendorRole.CLERK), many(vendor, 5)
    today = dt.datetime.now(dt.UTC).astimezone(dt.timezone(dt.timedelta(hours=9))).date()
    for part, days in zip(parts, (3, -1, 0, 9, 1), strict=True):
        VendorOrder.objects.filter(pk=part.pk).update(due_on=today + dt.timedelta(days=days))
    send(parts[4].order, part=parts[4])

    def numbers(**given: Any) -> list[str]:
        variables = {"vendor": gid(vendor), "first": 10, **given}
        return [row["number"] for row in nodes(graphql(LIST, variables, user=clerk))]

    by_due = [parts[place].number for place in (1, 2, 4, 0, 3)]
    assert numbers() == by_due
    assert numbers(sortBy={"field": "DUE", "direction": "DESC"}) == by_due[::-1]
    assert numbers(sortBy={"field": "PLACED", "direction": "ASC"}) == [part.number for part in parts]
    assert numbers(filter={"state": ["SHIPPED"]}) == [parts[4].number]
    assert numbers(filter={"due": ["LATE", "DUE_TODAY"]}) == by_due[:2]
    assert numbers(filter={"search": parts[3].number}) == [parts[3].number]
    assert len(numbers(filter={"search": "한지우"})) == 5
    assert numbers(filter={"search": "없는 사람"}) == []
    assert numbers(filter={"placed": {"gte": str(today + dt.timedelta(days=2))}}) == []
    assert numbers(filter={"ids": [gid(parts[0])], "state": ["NEW"]}) == [parts[0].number]
    counts = graphql(COUNTS, {"vendor": gid(vendor)}, user=clerk)["data"]["vendorOrderCounts"]
    assert {name: count for name, count in counts.items() if count} == {
        "new": 4, "shipped": 1, "toSend": 4, "dueToday": 1, "late": 1
    }  # fmt: skip


def test_the_number_of_statements_does_not_grow(assert_constant_queries: Any, vendor: Vendor) -> None:
    clerk, parts = member_of(vendor, VendorRole.CLERK), many(vendor, 6)
    for part in parts[:2]:
        send(part.order, part=part)
    few, lots = ({"vendor": gid(vendor), "first": first} for first in (2, 6))
    assert assert_constant_queries(LIST, few, lots, user=clerk) <= 14


def test_rows_of_a_bulk_say_what_became_of_them(graphql: Any, vendor: Vendor) -> None:
    clerk, parts = member_of(vendor, VendorRole.CLERK), many(vendor, 3)
    theirs = parts[2].order.vendor_orders.exclude(vendor=vendor).get()
    confirm = """mutation($ids: [ID!]!) { vendorOrderBulkConfirm(ids: $ids) {
      count results { id vendorOrder { state } errors { code } } errors { code } } }"""
    done = graphql(confirm, {"ids": [gid(parts[0]), gid(theirs)]}, user=clerk)["data"]["vendorOrderBulkConfirm"]
    assert done == {
        "count": 1,
        "results": [
            {"id": gid(parts[0]), "vendorOrder": {"state": "CONFIRMED"}, "errors": []},
            {"id": gid(theirs), "vendorOrder": None, "errors": [{"code": "NOT_FOUND"}]},
        ],
        "errors": [],
    }
    ship = """mutation($rows: [VendorOrderShipmentInput!]!, $all: Boolean) { vendorOrderBulkFulfill(shipments: $rows, allOrNone: $all) {
      count results { fulfillment { trackingNumber courier { code } } errors { field code } } errors { code } } }"""
    rows = [
        {"id": gid(parts[0]), "courier": "CJ", "trackingNumber": "600000000001"},
        {"id": gid(parts[1]), "courier": "CJ", "trackingNumber": "x"},
    ]
    none = graphql(ship, {"rows": rows, "all": True}, user=clerk)["data"]["vendorOrderBulkFulfill"]
    assert (none["count"], [row["fulfillment"] for row in none["results"]]) == (0, [None, None])
    assert not Fulfillment.objects.exists()
    each = graphql(ship, {"rows": rows, "all": False}, user=clerk)["data"]["vendorOrderBulkFulfill"]
    assert each["count"] == 1
    assert each["results"][0] == {
        "fulfillment": {"trackingNumber": "600000000001", "courier": {"code": "CJ"}},
        "errors": [],
    }
    assert each["results"][1]["errors"] == [{"field": "trackingNumber", "code": "INVALID"}]


def test_the_refund_is_seen_before_it_is_granted(graphql: Any, order: Order, vendor: Vendor) -> None:
    clerk, part = member_of(vendor, VendorRole.CLERK), own(order, vendor)
    preview = """query($id: ID!, $lines: [VendorOrderLineInput!]) { vendorOrderCancellationPreview(id: $id, lines: $lines) {
      total { amount } delivery { amount } endsPart endsOrder lines { quantity } } }"""
    lines = [{"orderLineId": gid(part.lines.get()), "quantity": 1}]
    seen = graphql(preview, {"id": gid(part), "lines": lines}, user=clerk)["data"]["vendorOrderCancellationPreview"]
    assert seen == {
        "total": {"amount": 10_000.0}, "delivery": {"amount": 0.0}, "endsPart": False, "endsOrder": False, "lines": [{"quantity": 1}]
    }  # fmt: skip
    for wrong in ([{**lines[0], "quantity": 9}], [{"orderLineId": gid(order), "quantity": 1}]):
        answer = graphql(preview, {"id": gid(part), "lines": wrong}, user=clerk)
        assert answer["data"]["vendorOrderCancellationPreview"] is None
    assert graphql(preview, {"id": gid(part)}, user=member_of())["data"]["vendorOrderCancellationPreview"] is None
    cancel = """mutation($id: ID!, $lines: [VendorOrderLineInput!]!) {
      vendorOrderLineCancel(id: $id, lines: $lines, reason: "깨졌어요") {
        vendorOrder { lineCancellations { reason amount { amount } } } cancellation { amount { amount } } errors { code } } }"""
    done = graphql(cancel, {"id": gid(part), "lines": lines}, user=clerk)["data"]["vendorOrderLineCancel"]
    assert done["cancellation"]["amount"] == seen["total"]
    assert done["vendorOrder"]["lineCancellations"] == [{"reason": "깨졌어요", "amount": {"amount": 10_000.0}}]


def test_buyers_see_nothing_of_the_desk(graphql: Any, order: Order, vendor: Vendor) -> None:
    fields = "state dueOn receiverName availableActions receiver { name } lineCancellations { reason } steps { at }"
    document = f"query($id: ID!) {{ order(id: $id) {{ vendorOrders {{ {fields} }} }} }}"
    for user in (None, member_of()):
        for part in graphql(document, {"id": gid(order)}, user=user)["data"]["order"]["vendorOrders"]:
            assert set(part.values()) == {None}
