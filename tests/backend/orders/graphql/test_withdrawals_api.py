"""Cancelling parts, withdrawing and following parcels through the API."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import ask_back, placed_order, receive_money, sent_order, take_back
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.models import OutboxEvent
from market.orders.enums import WithdrawalReason
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder, Withdrawal
from market.orders.rules import fault_withdrawable_until, received_on, withdrawable_until
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db
GUEST = "guest@ieum.example"
ERRORS = "errors { field code message }"
CANCEL = (
    "mutation($id: ID!, $reason: String, $email: String) { vendorOrderCancel(id: $id, reason: $reason, email: $email) { "
    "order { status userEmail shippingAddress { streetAddress1 } totalGrantedRefund { amount } } vendorOrder { status canCancel } "
    f"grantedRefund {{ kind reason shippingCostsIncluded amount {{ amount }} }} {ERRORS} }} }}"
)
CANCEL_ALL = (
    "mutation($ids: [ID!]!, $email: String) { vendorOrderBulkCancel(ids: $ids, email: $email) { count order { status } "
    f"grantedRefunds {{ amount {{ amount }} }} {ERRORS} }} }}"
)
WITHDRAWAL = """id number status statusDisplay reasonKind reason knownOn returnCostBearer returnFee { amount } canCancel
  courier { code name } trackingNumber trackingUrl refundBy refundAmount { amount } giftCardAmount { amount } lateInterest { amount }
  rejectionReason grantedRefund { kind reason amount { amount } } order { userEmail } vendorOrder { number }
  lines { quantity orderLine { productName quantityWithdrawable } }"""
CREATE = (
    "mutation($id: ID!, $input: WithdrawalCreateInput!, $email: String) { withdrawalCreate(id: $id, input: $input, email: $email) "
    f"{{ withdrawal {{ {WITHDRAWAL} }} {ERRORS} }} }}"
)
STEPS = {
    name: f"mutation($id: ID!{head}) {{ {name}(id: $id{args}) {{ withdrawal {{ {WITHDRAWAL} }} {ERRORS} }} }}"
    for name, head, args in (
        ("withdrawalCancel", ", $email: String", ", email: $email"),
        (
            "withdrawalUpdateTracking",
            ", $input: WithdrawalTrackingInput!, $email: String",
            ", input: $input, email: $email",
        ),
        ("withdrawalAccept", "", ""),
        ("withdrawalReject", ", $reason: String!", ", reason: $reason"),
        ("withdrawalReceive", ", $sold: Boolean, $on: Date", ", isResellable: $sold, goodsBackOn: $on"),
    )
}
PART = """canCancel canWithdraw withdrawableUntil faultWithdrawableUntil returnFee { amount } withdrawals { number reason trackingNumber }
  lines { quantityWithdrawn quantityReturned quantityWithdrawable withdrawalTerms }
  fulfillments { courier { code name } trackingNumber trackingUrl deliveredAt isDeliveryAssumed }"""
ORDER = (
    "query($id: ID!, $email: String) { order(id: $id, email: $email) { userEmail customerNote shippingAddress { firstName } "
    f"withdrawals {{ number reason trackingNumber trackingUrl order {{ userEmail }} }} vendorOrders {{ {PART} }} }} }}"
)
ALL = (
    "query($first: Int!, $filter: WithdrawalFilterInput) { withdrawals(first: $first, filter: $filter) { totalCount "
    f"edges {{ node {{ {WITHDRAWAL} }} }} }} }}"
)
MINE = (
    "query($first: Int!) { me { orders(first: $first) { edges { node { "
    f"grantedRefunds {{ reason vendorOrder {{ statusDisplay }} }} withdrawals {{ {WITHDRAWAL} }} vendorOrders {{ {PART} }} }} }} }} }} }}"
)


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def staff() -> Any:
    return staff_with("MANAGE_ORDERS")


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def said(answer: Any, name: str) -> list[tuple[str, str]]:
    return [(error["field"], error["code"]) for error in answer["data"][name]["errors"]]


def wish_of(order: Order, quantity: int = 1, kind: str = "CHANGE_OF_MIND", **given: Any) -> dict[str, Any]:
    line = order.lines.order_by("sort_order")[0]
    lines = [{"orderLineId": gid(line), "quantity": quantity}]
    return {"id": gid(line.vendor_order), "input": {"lines": lines, "reasonKind": kind, **given}}


def test_a_guest_cancels_one_part(graphql: Any, channel: Any) -> None:
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 2}))
    first, second = order.vendor_orders.order_by("number")
    done = graphql(CANCEL, {"id": gid(first), "reason": "마음이 바뀌었어요", "email": GUEST})["data"][
        "vendorOrderCancel"
    ]
    assert done["errors"] == []
    assert done["vendorOrder"] == {"status": "CANCELED", "canCancel": False}
    assert done["grantedRefund"] == {
        "kind": "CANCELLATION", "reason": "마음이 바뀌었어요", "shippingCostsIncluded": True, "amount": {"amount": 13_000}
    }  # fmt: skip
    assert done["order"]["totalGrantedRefund"]["amount"] == 13_000
    assert (done["order"]["status"], done["order"]["userEmail"]) == ("UNFULFILLED", GUEST)
    assert done["order"]["shippingAddress"]["streetAddress1"] == "개봉로23길 10"
    for variables, expected in (
        ({"id": gid(first), "email": GUEST}, ("id", "CANNOT_CANCEL_ORDER")),
        ({"id": gid(second), "email": "x@ieum.example"}, ("email", "NOT_FOUND")),
        ({"id": gid(second)}, ("email", "NOT_FOUND")),
        ({"id": to_global_id("VendorOrder", UUID(int=4)), "email": GUEST}, ("id", "NOT_FOUND")),
        ({"id": gid(order), "email": GUEST}, ("id", "GRAPHQL_ERROR")),
    ):
        assert said(graphql(CANCEL, variables), "vendorOrderCancel") == [expected]
    second.refresh_from_db()
    assert second.status == "unfulfilled"


def test_a_buyer_cancels_all_parts_at_once(graphql: Any, channel: Any) -> None:
    me = UserFactory()
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 1}, user=me))
    ids = [gid(part) for part in order.vendor_orders.all()]
    other = placed_order(channel, {variant_on_sale(channel): 1}, user=me)
    assert said(graphql(CANCEL_ALL, {"ids": []}, user=me), "vendorOrderBulkCancel") == [("ids", "REQUIRED")]
    mixed = {"ids": [*ids, gid(other.vendor_orders.get())]}
    assert said(graphql(CANCEL_ALL, mixed, user=me), "vendorOrderBulkCancel") == [("ids", "INVALID")]
    assert said(graphql(CANCEL_ALL, {"ids": ids}, user=UserFactory()), "vendorOrderBulkCancel") == [
        ("email", "NOT_FOUND")
    ]
    done = graphql(CANCEL_ALL, {"ids": ids}, user=me)["data"]["vendorOrderBulkCancel"]
    assert done == {
        "count": 2, "order": {"status": "CANCELED"}, "grantedRefunds": [{"amount": {"amount": 13_000}}] * 2, "errors": []
    }  # fmt: skip


def test_a_withdrawal_from_wish_to_refund(graphql: Any, channel: Any, staff: Any) -> None:
    order = sent_order(channel, {variant_on_sale(channel): 3})
    asked = wish_of(order, 2, reason="색이 달라 보여요", courier="EPOST", trackingNumber="9-9")
    made = graphql(CREATE, {**asked, "email": GUEST})["data"]["withdrawalCreate"]
    assert made["errors"] == []
    wish = made["withdrawal"]
    assert (wish["status"], wish["statusDisplay"], wish["canCancel"]) == ("REQUESTED", "신청", True)
    assert (wish["reason"], wish["order"]["userEmail"]) == ("색이 달라 보여요", GUEST)
    assert (wish["returnCostBearer"], wish["returnFee"]["amount"]) == ("BUYER", 3_000)
    assert wish["courier"] == {"code": "EPOST", "name": "우체국택배"}
    assert wish["trackingUrl"].endswith("sid1=99")
    assert (wish["refundAmount"], wish["refundBy"], wish["grantedRefund"]) == (None, None, None)
    assert [(row["quantity"], row["orderLine"]["quantityWithdrawable"]) for row in wish["lines"]] == [(2, 1)]
    parcel = {"id": wish["id"], "input": {"courier": "CJ", "trackingNumber": "12"}, "email": GUEST}
    told = graphql(STEPS["withdrawalUpdateTracking"], parcel)["data"]["withdrawalUpdateTracking"]["withdrawal"]
    assert told["trackingNumber"] == "12"
    accepted = graphql(STEPS["withdrawalAccept"], {"id": wish["id"]}, user=staff, language="en")["data"][
        "withdrawalAccept"
    ]
    assert accepted["withdrawal"]["statusDisplay"] == "Goods on the way back"
    back = graphql(STEPS["withdrawalReceive"], {"id": wish["id"], "sold": True}, user=staff)["data"][
        "withdrawalReceive"
    ]
    assert back["errors"] == []
    assert back["withdrawal"]["refundAmount"]["amount"] == 17_000
    assert back["withdrawal"]["grantedRefund"] == {
        "kind": "WITHDRAWAL", "reason": "색이 달라 보여요", "amount": {"amount": 17_000}
    }  # fmt: skip
    assert back["withdrawal"]["refundBy"] > clock.today().isoformat()
    again = graphql(STEPS["withdrawalReceive"], {"id": wish["id"]}, user=staff)
    assert said(again, "withdrawalReceive") == [("id", "INVALID_STATUS")]
    assert said(graphql(STEPS["withdrawalCancel"], {"id": wish["id"], "email": GUEST}), "withdrawalCancel") == [
        ("id", "INVALID_STATUS")
    ]


def test_what_a_wish_is_refused_for(graphql: Any, channel: Any) -> None:
    service = variant_on_sale(channel, is_service=True, stock=None, notice={"cancellation": "착수 전 전액 환불"})
    order, done = sent_order(channel, {variant_on_sale(channel): 2}), sent_order(channel, {service: 1})
    twice = wish_of(order)
    twice["input"]["lines"] *= 2
    foreign = {**wish_of(order), "id": gid(done.vendor_orders.get())}
    for variables, expected in (
        (wish_of(order, 0), ("lines", "ZERO_QUANTITY")),
        (wish_of(order, 3), ("quantity", "INVALID_QUANTITY")),
        (wish_of(order, kind="OTHER"), ("reason", "REQUIRED")),
        (wish_of(order, kind="FAULTY", knownOn="2999-01-01"), ("knownOn", "INVALID")),
        (wish_of(done), ("orderLineId", "NOT_WITHDRAWABLE")),
        (twice, ("orderLineId", "DUPLICATED_INPUT_ITEM")),
        (foreign, ("orderLineId", "NOT_FOUND")),
        ({**wish_of(order), "id": to_global_id("VendorOrder", UUID(int=4))}, ("id", "NOT_FOUND")),
        ({**wish_of(order), "id": gid(order)}, ("id", "GRAPHQL_ERROR")),
        ({**wish_of(order), "email": "x@ieum.example"}, ("email", "NOT_FOUND")),
    ):
        assert said(graphql(CREATE, {"email": GUEST, **variables}), "withdrawalCreate") == [expected]
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=40))
    late = graphql(CREATE, {"email": GUEST, **wish_of(order)})["data"]["withdrawalCreate"]["errors"]
    assert (late[0]["code"], "까지 신청할 수 있었어요" in late[0]["message"]) == ("WITHDRAWAL_PERIOD_OVER", True)
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("name", ["withdrawalAccept", "withdrawalReject", "withdrawalReceive"])
@pytest.mark.parametrize("someone", ["nobody", "owner", "staff without"])
def test_the_sellers_side_is_for_staff(graphql: Any, channel: Any, name: str, someone: str) -> None:
    owner = UserFactory()
    wish = ask_back(sent_order(channel, {variant_on_sale(channel): 1}, user=owner), 1)
    user = {"nobody": None, "owner": owner, "staff without": staff_with("MANAGE_PRODUCTS")}[someone]
    before = Withdrawal.objects.values().get(), OutboxEvent.objects.count()
    answer = graphql(
        STEPS[name], {"id": gid(wish), "reason": "x"} if name == "withdrawalReject" else {"id": gid(wish)}, user=user
    )
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert (Withdrawal.objects.values().get(), OutboxEvent.objects.count()) == before


@pytest.mark.parametrize("name", ["withdrawalCancel", "withdrawalUpdateTracking"])
def test_strangers_do_not_act_for_the_buyer(graphql: Any, channel: Any, name: str) -> None:
    wish = ask_back(sent_order(channel, {variant_on_sale(channel): 1}), 1)
    variables: dict[str, Any] = {"id": gid(wish)}
    if name == "withdrawalUpdateTracking":
        variables["input"] = {"trackingNumber": "1"}
    for extra, user in (
        ({}, None),
        ({"email": "x@ieum.example"}, None),
        ({}, UserFactory()),
        ({}, staff_with("MANAGE_PRODUCTS")),
    ):
        assert said(graphql(STEPS[name], {**variables, **extra}, user=user), name) == [("email", "NOT_FOUND")]
    assert said(graphql(STEPS[name], {**variables, "email": GUEST}), name) == []


def test_a_refusal_tells_the_buyer_why(graphql: Any, channel: Any, staff: Any) -> None:
    order = sent_order(channel, {variant_on_sale(channel): 1})
    wish = ask_back(order, 1)
    blank = graphql(STEPS["withdrawalReject"], {"id": gid(wish), "reason": "\x00 "}, user=staff)
    assert said(blank, "withdrawalReject") == [("reason", "REQUIRED")]
    graphql(STEPS["withdrawalReject"], {"id": gid(wish), "reason": "상품을 쓴 흔적이 있어요"}, user=staff)
    query = (
        "query($id: ID!, $email: String) { order(id: $id, email: $email) { withdrawals { status rejectionReason } } }"
    )
    for email, reason in ((GUEST, "상품을 쓴 흔적이 있어요"), (None, "상…")):
        seen = graphql(query, {"id": gid(order), "email": email})["data"]["order"]["withdrawals"]
        assert seen == [{"status": "REJECTED", "rejectionReason": reason}]


def test_strangers_read_no_words_of_the_buyer(graphql: Any, channel: Any) -> None:
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 1}))
    part = order.vendor_orders.order_by("number")[0]
    graphql(CANCEL, {"id": gid(part), "reason": "이사를 가요", "email": GUEST})
    query = "query($id: ID!, $email: String) { order(id: $id, email: $email) { grantedRefunds { reason vendorOrder { statusDisplay } } } }"
    for email, reason in ((GUEST, "이사를 가요"), (None, "이…")):
        (seen,) = graphql(query, {"id": gid(order), "email": email})["data"]["order"]["grantedRefunds"]
        assert seen["reason"] == reason


def test_a_guest_is_recognised_by_the_right_address_only(graphql: Any, channel: Any) -> None:
    order = sent_order(channel, {variant_on_sale(channel): 1})
    Withdrawal.objects.filter(pk=ask_back(order, 1).pk).update(
        reason="너무 작아요", courier="cj", tracking_number="777"
    )
    masked = graphql(ORDER, {"id": gid(order)})["data"]["order"]
    assert (masked["userEmail"], masked["shippingAddress"]["firstName"]) == ("g…@i…", "지…")
    assert masked["withdrawals"][0]["reason"] == "너…"
    assert (masked["withdrawals"][0]["trackingNumber"], masked["withdrawals"][0]["trackingUrl"]) == ("7…", None)
    for wrong in ("x@ieum.example", "", GUEST + "x"):
        assert graphql(ORDER, {"id": gid(order), "email": wrong})["data"]["order"] == masked
    seen = graphql(ORDER, {"id": gid(order), "email": GUEST.upper()})["data"]["order"]
    assert (seen["userEmail"], seen["shippingAddress"]["firstName"]) == (GUEST, "지우")
    assert seen["withdrawals"][0]["order"]["userEmail"] == GUEST
    assert (seen["withdrawals"][0]["reason"], seen["vendorOrders"][0]["withdrawals"][0]["reason"]) == (
        "너무 작아요",
    ) * 2
    by_key = "query($t: UUID!, $email: String) { orderByToken(token: $t, email: $email) { userEmail } }"
    assert graphql(by_key, {"t": str(order.pk), "email": GUEST})["data"]["orderByToken"]["userEmail"] == GUEST
    for _ in range(10):
        graphql(by_key, {"t": str(order.pk), "email": "x@ieum.example"})
    assert graphql(by_key, {"t": str(order.pk), "email": GUEST})["data"]["orderByToken"]["userEmail"] == "g…@i…"
    owner = UserFactory()
    mine = placed_order(channel, {variant_on_sale(channel): 1}, user=owner)
    answer = graphql(by_key, {"t": str(mine.pk), "email": owner.email})
    assert answer["data"]["orderByToken"]["userEmail"] != owner.email


def test_what_a_part_says_of_its_days(graphql: Any, channel: Any) -> None:
    waiting = receive_money(placed_order(channel, {variant_on_sale(channel): 1}))
    (part,) = graphql(ORDER, {"id": gid(waiting)})["data"]["order"]["vendorOrders"]
    assert (part["canCancel"], part["canWithdraw"], part["withdrawableUntil"]) == (True, False, None)
    service = variant_on_sale(channel, is_service=True, stock=None, notice={"cancellation": "착수 전 전액 환불"})
    order = sent_order(channel, {variant_on_sale(channel): 3, service: 1})
    ask_back(order, 2)
    received = received_on(Fulfillment.objects.filter(vendor_order=order.lines.order_by("sort_order")[0].vendor_order))
    assert received is not None
    goods, work = graphql(ORDER, {"id": gid(order)})["data"]["order"]["vendorOrders"]
    assert (goods["canCancel"], goods["canWithdraw"], goods["returnFee"]["amount"]) == (False, True, 3_000)
    assert goods["withdrawableUntil"] == withdrawable_until(received).isoformat()
    assert goods["faultWithdrawableUntil"] == fault_withdrawable_until(received).isoformat()
    assert goods["lines"] == [
        {"quantityWithdrawn": 2, "quantityReturned": 0, "quantityWithdrawable": 1, "withdrawalTerms": None}
    ]
    assert (work["canWithdraw"], work["returnFee"]["amount"]) == (False, 0)
    assert work["lines"][0]["withdrawalTerms"] == "착수 전 전액 환불"
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=40))
    assert not graphql(ORDER, {"id": gid(order)})["data"]["order"]["vendorOrders"][0]["canWithdraw"]


def test_the_list_of_withdrawals(graphql: Any, channel: Any, staff: Any) -> None:
    first, second = (sent_order(channel, {variant_on_sale(channel): 1}) for _ in range(2))
    back = take_back(ask_back(first, 1, WithdrawalReason.FAULTY))
    open_ = ask_back(second, 1)
    for user in (None, UserFactory(), staff_with("MANAGE_PRODUCTS")):
        answer = graphql(ALL, {"first": 5}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"

    def numbers(**given: Any) -> list[str]:
        answer = graphql(ALL, {"first": 5, "filter": given}, user=staff)
        return [edge["node"]["number"] for edge in answer["data"]["withdrawals"]["edges"]]

    assert numbers() == [open_.number, back.number]
    assert numbers(status=["RECEIVED"]) == numbers(reasonKind=["FAULTY"]) == [back.number]
    assert numbers(search=f" {second.number}") == [open_.number]
    assert numbers(search="\x00") == []
    assert numbers(vendors=[to_global_id("Vendor", Vendor.objects.get(vendor_orders__order=first).pk)]) == [back.number]
    assert numbers(isRefundLate=True) == []
    Withdrawal.objects.filter(pk=back.pk).update(refund_by=clock.today() - dt.timedelta(days=3))
    assert numbers(isRefundLate=True) == [back.number]
    assert numbers(isRefundLate=False) == [open_.number]


def test_statements_do_not_grow_with_the_page(assert_constant_queries: Any, channel: Any, staff: Any) -> None:
    me = UserFactory()
    for _ in range(6):
        order = sent_order(channel, {variant_on_sale(channel): 2, variant_on_sale(channel): 1}, user=me)
        take_back(ask_back(order, 1))
    assert_constant_queries(MINE, {"first": 1}, {"first": 6}, user=me)
    assert_constant_queries(ALL, {"first": 1}, {"first": 6}, user=staff)


TRACK = (
    "mutation($id: ID!, $input: FulfillmentUpdateTrackingInput!) { orderFulfillmentUpdateTracking(id: $id, input: $input) { "
    f"fulfillment {{ trackingNumber trackingUrl courier {{ code name }} }} order {{ number }} {ERRORS} }} }}"
)
ARRIVED = (
    "mutation($id: ID!, $at: DateTime) { fulfillmentMarkDelivered(id: $id, deliveredAt: $at) { "
    f"fulfillment {{ deliveredAt isDeliveryAssumed }} order {{ number }} {ERRORS} }} }}"
)


def test_staff_follow_a_parcel_to_its_door(graphql: Any, channel: Any, staff: Any) -> None:
    order = sent_order(channel, {variant_on_sale(channel): 1})
    sent = Fulfillment.objects.get()
    given = {"id": gid(sent), "input": {"trackingNumber": "6012-3456", "courier": "LOTTE", "notifyCustomer": True}}
    done = graphql(TRACK, given, user=staff, language="en")["data"]["orderFulfillmentUpdateTracking"]
    assert done["errors"] == []
    assert done["fulfillment"]["courier"] == {"code": "LOTTE", "name": "Lotte Global Logistics"}
    assert done["fulfillment"]["trackingUrl"].endswith("InvNo=60123456")
    assert done["order"]["number"] == str(order.number)
    kept = graphql(TRACK, {"id": gid(sent), "input": {"trackingNumber": "1"}}, user=staff)
    assert kept["data"]["orderFulfillmentUpdateTracking"]["fulfillment"]["courier"]["code"] == "LOTTE"
    none = graphql(TRACK, {"id": gid(sent), "input": {"courier": None}}, user=staff)
    assert none["data"]["orderFulfillmentUpdateTracking"]["fulfillment"] == {
        "trackingNumber": "1", "trackingUrl": None, "courier": None
    }  # fmt: skip
    early = graphql(ARRIVED, {"id": gid(sent), "at": "2020-01-01T00:00:00+09:00"}, user=staff)
    assert said(early, "fulfillmentMarkDelivered") == [("deliveredAt", "INVALID")]
    assert graphql(ARRIVED, {"id": gid(sent)}, user=staff)["data"]["fulfillmentMarkDelivered"]["errors"] == []
    assert said(graphql(ARRIVED, {"id": gid(sent)}, user=staff), "fulfillmentMarkDelivered") == [("id", "INVALID")]
    for name, document, extra in (
        ("orderFulfillmentUpdateTracking", TRACK, {"input": {}}),
        ("fulfillmentMarkDelivered", ARRIVED, {}),
    ):
        unknown = {"id": to_global_id("Fulfillment", 0), **extra}
        assert said(graphql(document, unknown, user=staff), name) == [("id", "NOT_FOUND")]
        refused = graphql(document, {"id": gid(sent), **extra}, user=staff_with("MANAGE_PRODUCTS"))
        assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_a_dispatch_can_name_its_carrier(graphql: Any, channel: Any, staff: Any) -> None:
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 1}))
    document = "mutation($o: ID, $i: OrderFulfillInput!) { orderFulfill(order: $o, input: $i) { fulfillments { courier { code } } } }"
    stocks = [{"quantity": 1, "warehouse": to_global_id("Warehouse", UUID(int=4))}]
    lines = [{"orderLineId": gid(OrderLine.objects.get()), "stocks": stocks}]
    sent = graphql(document, {"o": gid(order), "i": {"lines": lines, "courier": "LOGEN"}}, user=staff)
    assert sent["data"]["orderFulfill"]["fulfillments"] == [{"courier": {"code": "LOGEN"}}]
    assert VendorOrder.objects.get().status == "fulfilled"
