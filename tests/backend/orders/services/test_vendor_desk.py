"""An enterprise serves its part: confirm, pack, send, split, call off."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, ask_back, placed_order, receive_money, send
from factories.vendors import member_of
from market.agencies.models import Agency, AgencyMember
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, NotFound, Required
from market.core.models import AuditEntry, OutboxEvent
from market.inventory.models import Allocation, Stock
from market.orders.enums import DueReason, FulfillmentStatus, OrderStatus, PaymentMeans, WorkState
from market.orders.errors import (
    DuplicatedLine,
    FulfillmentNotCancellable,
    NotDeferred,
    NothingToFulfill,
    NotReadyYet,
    OrderNotFulfillable,
    TooManyPieces,
    TooManyRows,
    WorkStateRefused,
)
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder
from market.orders.services.fulfillment_cancel import fulfillment_cancel
from market.orders.services.fulfillment_mark_delivered import fulfillment_mark_delivered
from market.orders.services.vendor_order_agree_delivery import vendor_order_agree_delivery
from market.orders.services.vendor_orders_advance import vendor_order_advance, vendor_orders_advance
from market.orders.services.vendor_orders_fulfill import (
    MOST_AT_ONCE,
    Shipment,
    ShipmentDone,
    vendor_order_fulfill,
    vendor_orders_fulfill,
)
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
NUMBER = "6000-0000-0001"


@pytest.fixture
def order() -> Order:
    """Paid: two pieces of one enterprise that promises two days, three of another that promises five."""
    channel = ChannelFactory()
    goods = {variant_on_sale(channel, stock=5): 2, variant_on_sale(channel, stock=5, dispatch_days=5): 3}
    return receive_money(placed_order(channel, goods))


def parts_of(order: Order) -> list[VendorOrder]:
    return list(order.vendor_orders.select_related("vendor").order_by("number"))


def clerk_of(part: VendorOrder, role: str = VendorRole.CLERK) -> Actor:
    user = member_of(part.vendor, role)
    return Actor(user_id=user.pk, email=user.email)


def state() -> Any:
    managers = (
        Order.objects,
        VendorOrder.objects,
        OrderLine.objects,
        Fulfillment.objects,
        Stock.objects,
        Allocation.objects,
    )
    return [list(manager.order_by("pk").values()) for manager in managers] + [OutboxEvent.objects.count()]


def assert_refused(error: type[Exception], service: Any, **given: Any) -> Any:
    before = state()
    with pytest.raises(error) as caught, transaction.atomic():
        anew(service, **given)
    assert state() == before
    return caught.value


def shipped(part: VendorOrder, actor: Actor, **given: Any) -> Fulfillment:
    return anew(vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk, **given), actor=actor)


def stocks() -> list[tuple[int, int]]:
    return list(Stock.objects.order_by("pk").values_list("quantity", "quantity_allocated"))


def told(topic: str) -> int:
    return OutboxEvent.objects.filter(topic=f"orders.{topic}").count()


def test_parts_are_shown_when_the_money_is_there_each_with_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    channel = ChannelFactory()
    goods = {variant_on_sale(channel): 1, variant_on_sale(channel, dispatch_days=5): 1}
    order = placed_order(channel, goods)
    friday = dt.datetime(2026, 11, 20, 15, tzinfo=clock.SEOUL)
    monkeypatch.setattr(clock, "now", lambda: friday)
    assert {(part.ready_at, part.due_on, part.due_reason) for part in parts_of(order)} == {(None, None, "")}
    assert told("vendor_orders_ready") == 0
    receive_money(order, 1)
    assert told("vendor_orders_ready") == 0, "a part of the money is not the money"
    receive_money(order)
    first, second = parts_of(order)
    assert (first.promised_days, first.due_on, first.due_reason) == (2, dt.date(2026, 11, 24), DueReason.PROMISED)
    assert (second.promised_days, second.due_on) == (5, dt.date(2026, 11, 27))
    assert first.ready_at == friday
    receive_money(order)
    assert told("vendor_orders_ready") == 1


def test_what_is_paid_later_is_ready_when_it_is_placed() -> None:
    channel = public_channel()
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=agency_member())
    assert order.payment_means == PaymentMeans.DEFERRED
    assert parts_of(order)[0].ready_at is not None
    assert told("vendor_orders_ready") == 1


def agency_member() -> Any:
    user = UserFactory()
    agency = Agency.objects.create(
        name="가온구청(견본)", registration_number="9998300001", regime="local", joined_at=clock.now()
    )
    AgencyMember.objects.create(agency=agency, user=user, abilities=["request"])
    return user


def test_a_part_is_confirmed_then_packed(order: Order) -> None:
    part = parts_of(order)[0]
    clerk = clerk_of(part)
    confirmed = anew(vendor_order_advance, vendor_order_id=part.pk, to=WorkState.CONFIRMED, actor=clerk)
    assert (confirmed.work_state, confirmed.preparing_at) == (WorkState.CONFIRMED, None)
    assert confirmed.confirmed_at is not None
    packed = anew(vendor_order_advance, vendor_order_id=part.pk, to=WorkState.PREPARING, actor=clerk)
    assert (packed.work_state, packed.confirmed_at) == (WorkState.PREPARING, confirmed.confirmed_at)
    again = anew(vendor_order_advance, vendor_order_id=part.pk, to=WorkState.CONFIRMED, actor=clerk)
    assert again.work_state == WorkState.PREPARING, "what is further stays as it is"
    entries = AuditEntry.objects.filter(subject_id=str(part.pk)).order_by("pk").values_list("action", "actor_id")
    assert list(entries) == [("orders.part_confirmed", clerk.user_id), ("orders.part_preparing", clerk.user_id)]


def test_packing_confirms(order: Order) -> None:
    part = parts_of(order)[0]
    done = anew(vendor_order_advance, vendor_order_id=part.pk, to=WorkState.PREPARING, actor=clerk_of(part))
    assert done.confirmed_at == done.preparing_at is not None


def test_nobody_touches_another_enterprises_part(order: Order) -> None:
    """The same answer as for a part that does not exist, and nothing has changed."""
    first, second = parts_of(order)
    stranger, line = clerk_of(first, VendorRole.OWNER), second.lines.get()
    services: list[tuple[Any, dict[str, Any]]] = [
        (vendor_order_advance, {"vendor_order_id": second.pk, "to": WorkState.CONFIRMED}),
        (vendor_order_fulfill, {"shipment": Shipment(vendor_order_id=second.pk)}),
        (vendor_order_agree_delivery, {"vendor_order_id": second.pk, "agreed_on": None}),
    ]
    for service, given in services:
        assert assert_refused(NotFound, service, actor=stranger, **given).field == "id"
        unknown = {
            key: Shipment(vendor_order_id=order.pk) if key == "shipment" else value for key, value in given.items()
        }
        unknown |= {"vendor_order_id": order.pk} if "vendor_order_id" in given else {}
        assert assert_refused(NotFound, service, actor=stranger, **unknown).field == "id"
    mine = Shipment(vendor_order_id=first.pk, quantities={line.pk: 1})
    assert assert_refused(NotFound, vendor_order_fulfill, shipment=mine, actor=stranger).field == "orderLineId"
    for row in anew(vendor_orders_advance, vendor_order_ids=[second.pk], to=WorkState.CONFIRMED, actor=stranger):
        assert isinstance(row.error, NotFound)


def test_before_the_money_there_is_nothing_to_see() -> None:
    channel = ChannelFactory()
    part = parts_of(placed_order(channel, {variant_on_sale(channel): 1}))[0]
    assert_refused(
        NotFound, vendor_order_advance, vendor_order_id=part.pk, to=WorkState.CONFIRMED, actor=clerk_of(part)
    )
    assert_refused(NotReadyYet, vendor_order_advance, vendor_order_id=part.pk, to=WorkState.CONFIRMED, actor=CLERK)
    assert_refused(NotFound, vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk), actor=clerk_of(part))


def test_a_part_is_sent_in_two_parcels(order: Order) -> None:
    part = parts_of(order)[1]
    clerk, line = clerk_of(part), part.lines.get()
    first = shipped(part, clerk, quantities={line.pk: 1}, courier="cj", tracking_number=NUMBER)
    part.refresh_from_db()
    assert (part.status, first.courier, first.tracking_number) == (OrderStatus.PARTIALLY_FULFILLED, "cj", NUMBER)
    assert stocks() == [(5, 2), (4, 2)]
    second = shipped(part, clerk)
    part.refresh_from_db()
    order.refresh_from_db()
    assert (part.status, order.status) == (OrderStatus.FULFILLED, OrderStatus.PARTIALLY_FULFILLED)
    assert [(row.order_line_id, row.quantity) for row in second.lines.all()] == [(line.pk, 2)]
    assert (second.fulfillment_order, second.tracking_number) == (2, "")
    assert stocks() == [(5, 2), (2, 0)]
    assert told("order_fulfilled") == 2
    assert_refused(NothingToFulfill, vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk), actor=clerk)
    assert_refused(WorkStateRefused, vendor_order_advance, vendor_order_id=part.pk, to=WorkState.CONFIRMED, actor=clerk)


def test_what_cannot_be_sent(order: Order) -> None:
    part = parts_of(order)[0]
    clerk, line = clerk_of(part), part.lines.get()
    refused: list[tuple[dict[str, Any], type[DomainError]]] = [
        ({"quantities": {line.pk: 3}}, TooManyPieces),
        ({"quantities": {line.pk: 0}}, NothingToFulfill),
        ({"quantities": {order.pk: 1}}, NotFound),
        ({"courier": "cj"}, Required),
        ({"tracking_number": NUMBER}, Required),
        ({"courier": "cj", "tracking_number": "12"}, InvalidInput),
    ]
    for given, error in refused:
        assert_refused(error, vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk, **given), actor=clerk)


def several() -> tuple[list[VendorOrder], Actor]:
    """Three parts of one enterprise, in three orders; the last was sent."""
    channel = ChannelFactory()
    goods = variant_on_sale(channel, stock=20)
    orders = [receive_money(placed_order(channel, {goods: 2})) for _ in range(3)]
    send(orders[2])
    parts = [parts_of(order)[0] for order in orders]
    return parts, clerk_of(parts[0])


def test_many_are_sent_each_for_itself() -> None:
    parts, clerk = several()
    rows = [
        Shipment(vendor_order_id=parts[0].pk, courier="cj", tracking_number=NUMBER),
        Shipment(vendor_order_id=parts[1].pk, courier="cj", tracking_number="x"),
        Shipment(vendor_order_id=parts[2].pk),
    ]
    done = anew(vendor_orders_fulfill, shipments=rows, actor=clerk)
    assert [type(row.error) for row in done] == [type(None), InvalidInput, OrderNotFulfillable]
    assert [VendorOrder.objects.get(pk=part.pk).status for part in parts] == ["fulfilled", "unfulfilled", "fulfilled"]
    assert stocks() == [(16, 2)]
    assert AuditEntry.objects.filter(action="orders.fulfill_part").count() == 1


def test_all_or_none() -> None:
    parts, clerk = several()
    rows = [Shipment(vendor_order_id=part.pk) for part in parts]
    before = state()
    done = anew(vendor_orders_fulfill, shipments=rows, actor=clerk, all_or_none=True)
    assert [type(row.error) for row in done] == [type(None), type(None), OrderNotFulfillable]
    assert state() == before
    done = anew(vendor_orders_fulfill, shipments=rows[:2], actor=clerk, all_or_none=True)
    assert [isinstance(row, ShipmentDone) and row.fulfillment is not None for row in done] == [True, True]
    assert stocks() == [(14, 0)]


def test_a_bulk_is_not_endless_and_names_a_part_once() -> None:
    parts, clerk = several()
    row = Shipment(vendor_order_id=parts[0].pk)
    assert_refused(DuplicatedLine, vendor_orders_fulfill, shipments=[row, row], actor=clerk)
    assert_refused(TooManyRows, vendor_orders_fulfill, shipments=[row] * (MOST_AT_ONCE + 1), actor=clerk)
    ids = [uuid.UUID(int=number) for number in range(MOST_AT_ONCE + 1)]
    assert_refused(TooManyRows, vendor_orders_advance, vendor_order_ids=ids, to=WorkState.CONFIRMED, actor=clerk)


def test_many_are_confirmed_each_for_itself() -> None:
    parts, clerk = several()
    ids = [part.pk for part in parts]
    done = anew(vendor_orders_advance, vendor_order_ids=ids, to=WorkState.CONFIRMED, actor=clerk)
    assert [type(row.error) for row in done] == [type(None), type(None), WorkStateRefused]
    assert list(VendorOrder.objects.filter(work_state="confirmed").order_by("number")) == parts[:2]


def test_a_dispatch_is_called_off_before_it_arrives(order: Order) -> None:
    part = parts_of(order)[1]
    clerk, before = clerk_of(part), stocks()
    sent = shipped(part, clerk)
    done = anew(fulfillment_cancel, fulfillment_id=sent.pk, actor=clerk)
    part.refresh_from_db()
    order.refresh_from_db()
    assert (done.status, part.status, order.status) == (FulfillmentStatus.CANCELED, "unfulfilled", "unfulfilled")
    assert stocks() == before
    assert part.lines.get().quantity_open == 3
    assert told("fulfillment_cancelled") == 1
    assert_refused(FulfillmentNotCancellable, fulfillment_cancel, fulfillment_id=sent.pk, actor=clerk)
    again = shipped(part, clerk)
    assert again.fulfillment_order == 2
    assert stocks()[1] == (2, 0)


def test_what_has_arrived_or_goes_back_is_not_called_off(order: Order) -> None:
    first, second = parts_of(order)
    clerk = clerk_of(first)
    sent = shipped(first, clerk)
    anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, actor=clerk)
    assert_refused(FulfillmentNotCancellable, fulfillment_cancel, fulfillment_id=sent.pk, actor=clerk)
    other = clerk_of(second)
    assert_refused(NotFound, fulfillment_cancel, fulfillment_id=sent.pk, actor=other)
    assert_refused(NotFound, fulfillment_mark_delivered, fulfillment_id=sent.pk, actor=other)
    parcel = shipped(second, other)
    line = order.lines.order_by("sort_order")[0]
    assert line.vendor_order_id == first.pk
    ask_back(order, 1)
    OrderLine.objects.filter(vendor_order=second).update(quantity_withdrawn=1)
    assert_refused(FulfillmentNotCancellable, fulfillment_cancel, fulfillment_id=parcel.pk, actor=other)


def test_a_day_is_agreed_with_an_agency() -> None:
    channel = public_channel()
    part = parts_of(placed_order(channel, {variant_on_sale(channel): 1}, user=agency_member()))[0]
    clerk, promised, today = clerk_of(part), part.due_on, clock.today()
    day = today + dt.timedelta(days=40)
    done = anew(vendor_order_agree_delivery, vendor_order_id=part.pk, agreed_on=day, actor=clerk)
    assert (done.due_on, done.due_reason) == (day, DueReason.AGREED)
    entry = AuditEntry.objects.get(action="orders.delivery_agreed")
    assert entry.data == {"before": str(promised), "after": str(day)}
    for wrong in (today - dt.timedelta(days=1), today + dt.timedelta(days=367)):
        assert_refused(InvalidInput, vendor_order_agree_delivery, vendor_order_id=part.pk, agreed_on=wrong, actor=clerk)
    back = anew(vendor_order_agree_delivery, vendor_order_id=part.pk, agreed_on=None, actor=clerk)
    assert (back.due_on, back.due_reason) == (promised, DueReason.PROMISED)
    shipped(part, clerk)
    assert_refused(
        OrderNotFulfillable, vendor_order_agree_delivery, vendor_order_id=part.pk, agreed_on=day, actor=clerk
    )


def test_for_citizens_the_promise_stands(order: Order) -> None:
    part = parts_of(order)[0]
    given = {"vendor_order_id": part.pk, "agreed_on": clock.today(), "actor": clerk_of(part)}
    assert_refused(NotDeferred, vendor_order_agree_delivery, **given)


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_on": None},
        {"due_reason": ""},
        {"ready_at": None},
        {"work_state": "confirmed"},
        {"confirmed_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)},
        {"due_reason": "agreed"},
    ],
)
def test_the_table_keeps_the_rules(order: Order, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        VendorOrder.objects.filter(pk=parts_of(order)[0].pk).update(**wrong)


def test_a_line_never_sends_what_was_cancelled(order: Order) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        OrderLine.objects.filter(order=order).update(quantity_fulfilled=1, quantity_canceled=2)
