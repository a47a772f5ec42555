"""What happens to a placed order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import placed_order, receive_money
from factories.promotions import gift_card_of
from factories.vendors import SellerFactory
from market.core import clock
from market.core.actor import SYSTEM, Actor
from market.core.errors import NotFound
from market.core.models import AuditEntry, OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import ChargeStatus, OrderStatus
from market.orders.errors import (
    NothingToFulfill,
    OrderNotCancellable,
    OrderNotPayable,
    TooManyPieces,
    UnpaidOrderNotFulfillable,
)
from market.orders.models import Order, OrderStatusChange
from market.orders.services.order_cancel import order_cancel
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.order_numbers_take import order_numbers_take
from market.orders.services.orders_expire import orders_expire
from market.payments.services.order_mark_as_paid import order_mark_as_paid

pytestmark = pytest.mark.django_db


@pytest.fixture
def order() -> Order:
    """Two pieces of one vendor, three of another."""
    channel = ChannelFactory()
    return placed_order(channel, {variant_on_sale(channel, stock=5): 2, variant_on_sale(channel, stock=5): 3})


@pytest.fixture
def staff() -> Actor:
    return Actor(user_id=staff_with("MANAGE_ORDERS").pk, is_staff=True, permissions=frozenset({"MANAGE_ORDERS"}))


def promised() -> list[int]:
    return list(Stock.objects.order_by("pk").values_list("quantity_allocated", flat=True))


def topics() -> list[str]:
    """What this room has told, in order."""
    told = OutboxEvent.objects.filter(topic__startswith="orders.").order_by("pk")
    return [topic.removeprefix("orders.") for topic in told.values_list("topic", flat=True)]


def pay_late(order: Order) -> None:
    Order.objects.filter(pk=order.pk).update(pay_by=clock.now() - dt.timedelta(minutes=1))


def test_cancelling_frees_the_stock_and_ends_every_part(order: Order, staff: Actor) -> None:
    assert promised() == [2, 3]
    anew(order_cancel, order_id=order.pk, actor=staff)
    order.refresh_from_db()
    assert order.status == OrderStatus.CANCELED
    assert set(order.vendor_orders.values_list("status", flat=True)) == {OrderStatus.CANCELED}
    assert promised() == [0, 0]
    assert topics() == ["order_placed", "order_cancelled"]
    assert AuditEntry.objects.get().action == "orders.cancel"
    assert (
        OrderStatusChange.objects.filter(order=order, to_status=OrderStatus.CANCELED, actor_id=staff.user_id).count()
        == 3
    )


def test_cancelling_a_paid_order_gives_gift_cards_their_part_back(staff: Actor) -> None:
    channel, (card, code) = ChannelFactory(), gift_card_of(4_000)
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 1}, codes=(code,)))
    assert order.total_gross == 9_000
    anew(order_cancel, order_id=order.pk, actor=staff)
    card.refresh_from_db()
    assert card.current_balance == 4_000


def test_what_is_cancelled_or_unknown_cannot_be_cancelled(order: Order, staff: Actor) -> None:
    anew(order_cancel, order_id=order.pk, actor=staff)
    with pytest.raises(OrderNotCancellable), transaction.atomic():
        anew(order_cancel, order_id=order.pk, actor=staff)
    with pytest.raises(NotFound), transaction.atomic():
        anew(order_cancel, order_id=order.lines.first().pk, actor=staff)
    assert topics() == ["order_placed", "order_cancelled"]


def test_marking_as_paid_records_the_whole_total_once(order: Order, staff: Actor) -> None:
    anew(order_mark_as_paid, order_id=order.pk, actor=staff, reference="입금")
    order.refresh_from_db()
    assert (order.charge_status, order.total_charged) == (ChargeStatus.FULL, order.total_gross)
    with pytest.raises(OrderNotPayable), transaction.atomic():
        anew(order_mark_as_paid, order_id=order.pk, actor=staff)
    assert topics() == ["order_placed", "order_paid", "vendor_orders_ready"]


def test_each_vendor_dispatches_for_itself(order: Order, staff: Actor) -> None:
    anew(order_mark_as_paid, order_id=order.pk, actor=staff)
    first, second = order.lines.order_by("sort_order")
    _, made = anew(
        order_fulfill, order_id=order.pk, quantities={first.pk: 2, second.pk: 1}, actor=staff, tracking_number="S-1"
    )
    assert [(row.vendor_order_id, row.fulfillment_order, row.tracking_number) for row in made] == [
        (pk, 1, "S-1") for pk in sorted([first.vendor_order_id, second.vendor_order_id])
    ]
    order.refresh_from_db()
    assert order.status == OrderStatus.PARTIALLY_FULFILLED
    states = {row.pk: row.status for row in order.vendor_orders.all()}
    assert states == {first.vendor_order_id: "fulfilled", second.vendor_order_id: "partially fulfilled"}
    assert list(Stock.objects.order_by("pk").values_list("quantity", "quantity_allocated")) == [(3, 0), (4, 2)]
    anew(order_fulfill, order_id=order.pk, quantities={second.pk: 2}, actor=staff)
    order.refresh_from_db()
    assert order.status == OrderStatus.FULFILLED
    assert topics() == ["order_placed", "order_paid", "vendor_orders_ready", *["order_fulfilled"] * 3]
    with pytest.raises(OrderNotCancellable), transaction.atomic():
        anew(order_cancel, order_id=order.pk, actor=staff)


def test_what_cannot_be_dispatched(order: Order, staff: Actor) -> None:
    line = order.lines.first()
    with pytest.raises(UnpaidOrderNotFulfillable), transaction.atomic():
        anew(order_fulfill, order_id=order.pk, quantities={line.pk: 1}, actor=staff)
    anew(order_mark_as_paid, order_id=order.pk, actor=staff)
    for quantities, error in (
        ({line.pk: 99}, TooManyPieces),
        ({line.pk: 0}, NothingToFulfill),
        ({order.pk: 1}, NotFound),
    ):
        with pytest.raises(error), transaction.atomic():
            anew(order_fulfill, order_id=order.pk, quantities=quantities, actor=staff)
    assert not Order.objects.get().vendor_orders.filter(fulfillments__isnull=False).exists()


def test_an_order_that_is_not_paid_in_time_expires(order: Order) -> None:
    assert orders_expire() == 0
    pay_late(order)
    assert orders_expire() == 1
    assert orders_expire() == 0
    order.refresh_from_db()
    assert order.status == OrderStatus.EXPIRED
    assert promised() == [0, 0]
    assert topics() == ["order_placed", "order_expired"]


def test_a_paid_order_does_not_expire(order: Order, staff: Actor) -> None:
    anew(order_mark_as_paid, order_id=order.pk, actor=staff)
    pay_late(order)
    assert orders_expire() == 0
    assert promised() == [2, 3]


def test_numbers_are_never_given_twice() -> None:
    first, second = order_numbers_take(count=3), order_numbers_take(count=1)
    assert first == sorted(set(first))
    assert second[0] > first[-1]


def test_a_vendor_sells_in_one_order_under_one_number() -> None:
    channel, seller = ChannelFactory(), SellerFactory()
    lines: dict[Any, int] = {variant_on_sale(channel, vendor=seller): 1 for _ in range(2)}
    order = placed_order(channel, lines)
    assert order.vendor_orders.get().number == f"{order.number}-1"
    assert SYSTEM.user_id is None
