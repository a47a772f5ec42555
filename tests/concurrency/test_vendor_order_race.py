"""Two clerks at one order, and a clerk against its buyer, on real connections."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import CLERK, placed_order, receive_money
from market.core.actor import ANONYMOUS
from market.core.errors import DomainError
from market.inventory.models import Allocation, Stock
from market.orders.enums import OrderStatus
from market.orders.models import Fulfillment, Order, OrderGrantedRefund, OrderLine, VendorOrder
from market.orders.services.vendor_order_lines_cancel import LinesCancelled, vendor_order_lines_cancel
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.orders.services.vendor_orders_fulfill import Shipment, vendor_order_fulfill, vendor_orders_fulfill

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
GUEST = "guest@ieum.example"


def paid(pieces: int = 3, orders: int = 1) -> list[VendorOrder]:
    channel = ChannelFactory()
    goods = variant_on_sale(channel, stock=10)
    made = [receive_money(placed_order(channel, {goods: pieces})) for _ in range(orders)]
    return [order.vendor_orders.get() for order in made]


@pytest.mark.parametrize("round_", range(3))
def test_two_clerks_send_the_same_pieces_once(race: Race, round_: int) -> None:
    (part,) = paid()
    send = functools.partial(vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk), actor=CLERK)
    answers = race([send] * 4)
    assert sum(isinstance(answer, Fulfillment) for answer in answers) == 1
    assert sum(isinstance(answer, DomainError) for answer in answers) == 3, answers
    stock, line = Stock.objects.get(), OrderLine.objects.get()
    assert (stock.quantity, stock.quantity_allocated, line.quantity_fulfilled) == (7, 0, 3)


@pytest.mark.parametrize("round_", range(3))
def test_sent_or_cancelled_by_the_buyer(race: Race, round_: int) -> None:
    (part,) = paid()
    send = functools.partial(vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk), actor=CLERK)
    cancel = functools.partial(vendor_orders_cancel, vendor_order_ids=[part.pk], actor=ANONYMOUS, email=GUEST)
    answers = race([send, cancel, send, cancel])
    won = [answer for answer in answers if not isinstance(answer, Exception)]
    assert len(won) == 1
    assert all(isinstance(answer, DomainError) for answer in answers if isinstance(answer, Exception)), answers
    order, stock = Order.objects.get(), Stock.objects.get()
    if isinstance(won[0], Fulfillment):
        assert (order.status, order.total_granted) == (OrderStatus.FULFILLED, 0)
        assert (stock.quantity, stock.quantity_allocated) == (7, 0)
    else:
        assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
        assert (stock.quantity, stock.quantity_allocated) == (10, 0)


@pytest.mark.parametrize("round_", range(2))
def test_pieces_are_sent_or_cancelled_never_both(race: Race, round_: int) -> None:
    """One sends all that is open, others cancel a piece each: sent and cancelled add up, and so does the money."""
    (part,) = paid()
    line = part.lines.get()
    send = functools.partial(vendor_order_fulfill, shipment=Shipment(vendor_order_id=part.pk), actor=CLERK)
    cancel = functools.partial(
        vendor_order_lines_cancel, vendor_order_id=part.pk, pieces=[(line.pk, 1)], reason="깨졌어요", actor=CLERK
    )
    answers = race([cancel, send, cancel, cancel, cancel])
    assert all(isinstance(one, DomainError | Fulfillment | LinesCancelled) for one in answers), answers
    line.refresh_from_db()
    gone = sum(isinstance(answer, LinesCancelled) for answer in answers)
    assert line.quantity_canceled == gone
    assert line.quantity_fulfilled + line.quantity_canceled == 3
    order, stock = Order.objects.get(), Stock.objects.get()
    assert order.total_granted == sum(grant.amount for grant in OrderGrantedRefund.objects.all())
    assert (stock.quantity, stock.quantity_allocated) == (10 - line.quantity_fulfilled, 0)
    assert not Allocation.objects.exists()


def test_bulks_that_cross_do_not_lock_each_other_out(race: Race) -> None:
    """The same orders in opposite order, all or none: one wins each, nobody waits for ever."""
    parts = paid(pieces=1, orders=4)
    rows = [Shipment(vendor_order_id=part.pk) for part in parts]
    tasks = [
        functools.partial(vendor_orders_fulfill, shipments=some, actor=CLERK, all_or_none=True)
        for some in (rows, rows[::-1], rows, rows[::-1])
    ]
    answers = race(tasks)
    assert not any(isinstance(answer, Exception) for answer in answers), answers
    won = [answer for answer in answers if all(row.fulfillment is not None for row in answer)]
    assert len(won) == 1
    assert Fulfillment.objects.count() == 4
    assert Stock.objects.get().quantity == 6
