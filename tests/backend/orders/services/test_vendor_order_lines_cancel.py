"""An enterprise cannot send something: money, stock, statuses and who is told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, ask_back, placed_order, receive_money, send, take_back
from factories.promotions import gift_card_of, voucher_in
from factories.vendors import member_of
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import NotFound, Required
from market.core.models import AuditEntry, OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import OrderStatus, RefundKind, WithdrawalReason
from market.orders.errors import DispatchedAlready, NothingToCancel, OrderNotCancellable, TooManyToCancel
from market.orders.models import CancelledLine, LineCancellation, Order, OrderGrantedRefund, OrderLine, VendorOrder
from market.orders.selectors.cancellation_preview import cancellation_preview
from market.orders.services.vendor_order_lines_cancel import LinesCancelled, vendor_order_lines_cancel
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.promotions.models import GiftCard, VoucherCode

pytestmark = pytest.mark.django_db
WHY = "입고가 늦어져 보내지 못해요"


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def order(channel: Any) -> Order:
    """Paid: two pieces of one enterprise (20,000 and 3,000 for delivery), three of another."""
    goods = {variant_on_sale(channel, stock=5): 2, variant_on_sale(channel, stock=5): 3}
    return receive_money(placed_order(channel, goods))


def parts_of(order: Order) -> list[VendorOrder]:
    return list(order.vendor_orders.select_related("vendor").order_by("number"))


def people_of(part: VendorOrder) -> Actor:
    return Actor(user_id=member_of(part.vendor).pk)


def cancel(part: VendorOrder, pieces: Any, *, reason: str = WHY, actor: Actor = CLERK, **given: Any) -> LinesCancelled:
    return anew(vendor_order_lines_cancel, vendor_order_id=part.pk, pieces=pieces, reason=reason, actor=actor, **given)


def assert_refused(error: type[Exception], part: VendorOrder, pieces: Any, **given: Any) -> None:
    before = state()
    with pytest.raises(error), transaction.atomic():
        cancel(part, pieces, **given)
    assert state() == before


def state() -> Any:
    managers = (Order.objects, VendorOrder.objects, OrderLine.objects, Stock.objects, LineCancellation.objects)
    return [list(manager.order_by("pk").values()) for manager in managers] + [OutboxEvent.objects.count()]


def topics() -> list[str]:
    told = OutboxEvent.objects.filter(topic__startswith="orders.").order_by("pk")
    return [topic.removeprefix("orders.") for topic in told.values_list("topic", flat=True)]


def stocks() -> list[tuple[int, int]]:
    return list(Stock.objects.order_by("pk").values_list("quantity", "quantity_allocated"))


def test_one_piece_cannot_be_sent(order: Order) -> None:
    part = parts_of(order)[1]
    line, people = part.lines.get(), people_of(part)
    done = cancel(part, [(line.pk, 1)], actor=people)
    line.refresh_from_db()
    part.refresh_from_db()
    order.refresh_from_db()
    assert (line.quantity_canceled, line.quantity_open) == (1, 2)
    assert (part.status, order.status) == (OrderStatus.UNFULFILLED, OrderStatus.UNFULFILLED)
    assert stocks() == [(5, 2), (5, 2)]
    grant = done.cancellation.granted_refund
    assert grant is not None
    assert (grant.kind, grant.amount, grant.reason) == (RefundKind.CANCELLATION, Decimal(10_000), WHY)
    assert not grant.is_shipping_included, "the rest is still to be delivered"
    assert (order.total_granted, done.cancellation.amount) == (Decimal(10_000), Decimal(10_000))
    assert topics()[-2:] == ["order_refund_granted", "vendor_order_lines_cancelled"]
    entry = AuditEntry.objects.get(action="orders.cancel_lines")
    assert (entry.actor_id, entry.data["lines"]) == (people.user_id, {str(line.pk): 1})


def test_the_rest_can_be_sent_and_ends_the_part(order: Order) -> None:
    part = parts_of(order)[1]
    cancel(part, [(part.lines.get().pk, 1)])
    send(order, part=part)
    part.refresh_from_db()
    assert part.status == OrderStatus.FULFILLED
    assert stocks()[1] == (3, 0)


def test_what_is_left_after_a_parcel_can_be_cancelled(order: Order) -> None:
    """The delivery charge stays: something was delivered."""
    part = parts_of(order)[1]
    line = part.lines.get()
    OrderLine.objects.filter(pk=line.pk).update(quantity_fulfilled=1)
    VendorOrder.objects.filter(pk=part.pk).update(status=OrderStatus.PARTIALLY_FULFILLED)
    Order.objects.filter(pk=order.pk).update(status=OrderStatus.PARTIALLY_FULFILLED)
    assert_refused(DispatchedAlready, part, None)
    done = cancel(part, [(line.pk, 2)])
    part.refresh_from_db()
    assert (part.status, done.cancellation.amount) == (OrderStatus.FULFILLED, Decimal(20_000))
    assert not done.cancellation.is_shipping_included


def test_the_whole_part_with_its_delivery(order: Order) -> None:
    first, second = parts_of(order)
    done = cancel(first, None, actor=people_of(first), is_sold_out=True)
    order.refresh_from_db()
    assert [part.status for part in parts_of(order)] == [OrderStatus.CANCELED, OrderStatus.UNFULFILLED]
    assert order.status == OrderStatus.UNFULFILLED
    assert done.cancellation.amount == first.total_gross == order.total_granted
    assert done.cancellation.is_shipping_included
    assert stocks() == [(0, 0), (5, 3)], "sold out: nothing more is sold of it"
    assert topics()[-2:] == ["order_refund_granted", "vendor_order_cancelled"]
    cancel(second, None)
    order.refresh_from_db()
    assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
    assert topics()[-2:] == ["vendor_order_cancelled", "order_cancelled"]


def test_sold_out_leaves_what_is_promised_to_others(channel: Any) -> None:
    goods = variant_on_sale(channel, stock=9)
    order, _ = (receive_money(placed_order(channel, {goods: 2})) for _ in range(2))
    cancel(parts_of(order)[0], None, is_sold_out=True)
    assert stocks() == [(2, 2)]


def test_nothing_is_granted_where_nothing_was_to_be_paid_or_had_come(channel: Any) -> None:
    """Staff cancel an unpaid part; a later payment would be given back whole."""
    order = placed_order(channel, {variant_on_sale(channel, stock=5): 2})
    done = cancel(parts_of(order)[0], None)
    order.refresh_from_db()
    assert (done.cancellation.granted_refund, order.status) == (None, OrderStatus.CANCELED)
    assert stocks() == [(5, 0)]


def test_who_may_not(order: Order) -> None:
    first, second = parts_of(order)
    stranger = people_of(first)
    assert_refused(NotFound, second, None, actor=stranger)
    assert_refused(NotFound, first, [(second.lines.get().pk, 1)], actor=stranger)
    assert_refused(NotFound, VendorOrder(pk=order.pk), None, actor=stranger)
    assert_refused(NotFound, second, None, actor=ANONYMOUS)


def test_what_cannot_be_cancelled(order: Order) -> None:
    part = parts_of(order)[0]
    line = part.lines.get()
    assert_refused(Required, part, [(line.pk, 1)], reason="  ")
    assert_refused(TooManyToCancel, part, [(line.pk, 3)])
    assert_refused(NothingToCancel, part, [(line.pk, 0)])
    assert_refused(NothingToCancel, part, [])
    send(order, part=part)
    assert_refused(OrderNotCancellable, part, [(line.pk, 1)])
    assert_refused(DispatchedAlready, part, None)


def test_what_the_enterprise_cancelled_is_not_paid_back_again_by_the_buyer(order: Order) -> None:
    first, second = parts_of(order)
    cancel(first, [(first.lines.get().pk, 1)])
    anew(vendor_orders_cancel, vendor_order_ids=[first.pk, second.pk], actor=ANONYMOUS, email="guest@ieum.example")
    order.refresh_from_db()
    assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
    assert sum(grant.amount for grant in OrderGrantedRefund.objects.all()) == order.total_gross
    assert stocks() == [(5, 0), (5, 0)]


def test_goods_that_come_back_afterwards_cost_what_is_left(channel: Any) -> None:
    """Three pieces for 10,000 in all: one is cancelled, two come back for a fault; the three sum to the line, and delivery comes back."""
    voucher_in(channel, code="OFF", value=2)
    order = receive_money(placed_order(channel, {variant_on_sale(channel, price=3_334, stock=5): 3}, codes=["OFF"]))
    assert order.lines.get().total_gross == 10_000
    part = parts_of(order)[0]
    cancel(part, [(part.lines.get().pk, 1)])
    send(order)
    take_back(ask_back(order, 2, WithdrawalReason.FAULTY))
    part.refresh_from_db()
    amounts = [grant.amount for grant in OrderGrantedRefund.objects.order_by("pk")]
    assert part.status == OrderStatus.RETURNED
    assert sum(amounts) == Decimal(10_000) + part.shipping_gross


def test_money_first_then_gift_cards_and_the_voucher_is_free_again(channel: Any) -> None:
    voucher = voucher_in(channel, code="OFF", value=1_000)
    card, card_code = gift_card_of(15_000)
    goods = {variant_on_sale(channel, stock=5): 3}
    order = placed_order(channel, goods, codes=[voucher.codes.get().code, card_code])
    receive_money(order)
    part = parts_of(order)[0]
    line = part.lines.get()
    preview = cancellation_preview(vendor_order_id=part.pk, pieces=[(line.pk, 2)], viewer=CLERK)
    assert preview is not None
    done = cancel(part, [(line.pk, 2)])
    order.refresh_from_db()
    assert done.cancellation.amount == preview.worth.total.amount
    assert order.total_granted == preview.money.amount
    assert VoucherCode.objects.get(pk=voucher.codes.get().pk).used == 1, "the order stands"
    cancel(part, None)
    order.refresh_from_db()
    assert order.total_granted == order.total_gross
    assert GiftCard.objects.get(pk=card.pk).current_balance == card.initial_balance
    assert VoucherCode.objects.get(pk=voucher.codes.get().pk).used == 0


def test_the_preview_says_what_happens(order: Order) -> None:
    first, second = parts_of(order)
    for part, pieces in ((first, [(first.lines.get().pk, 1)]), (first, None), (second, None)):
        preview = cancellation_preview(vendor_order_id=part.pk, pieces=pieces, viewer=people_of(part))
        assert preview is not None
        done = cancel(part, pieces)
        order.refresh_from_db()
        assert preview.worth.total.amount == done.cancellation.amount
        assert preview.worth.ends_part == (done.vendor_order.status == OrderStatus.CANCELED)
        assert preview.ends_order == (order.status == OrderStatus.CANCELED)
    assert cancellation_preview(vendor_order_id=order.pk, pieces=None, viewer=CLERK) is None
    with pytest.raises(OrderNotCancellable):
        cancellation_preview(vendor_order_id=first.pk, pieces=None, viewer=CLERK)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_however_it_is_cancelled_the_sums_are_right(channel: Any, data: st.DataObject) -> None:
    """Pieces by the enterprise and parts by the buyer, in any order: granted is what was to be paid, the stock is free again."""
    with transaction.atomic():
        price = data.draw(st.integers(1, 60_000))
        goods = {variant_on_sale(channel, price=price, stock=9): data.draw(st.integers(1, 5)) for _ in range(2)}
        order = receive_money(placed_order(channel, goods))
        for part in parts_of(order):
            line = part.lines.get()
            count = data.draw(st.integers(0, line.quantity))
            if count:
                cancel(part, [(line.pk, count)])
            part.refresh_from_db()
            if part.status != OrderStatus.CANCELED and data.draw(st.booleans()):
                cancel(part, None)
            elif part.status != OrderStatus.CANCELED:
                anew(vendor_orders_cancel, vendor_order_ids=[part.pk], actor=CLERK)
        order.refresh_from_db()
        assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
        pks = [variant.pk for variant in goods]
        assert not Stock.objects.filter(variant__in=pks, quantity_allocated__gt=0).exists()
        cancelled = CancelledLine.objects.filter(order_line__order=order)
        assert all(row.amount >= 0 for row in cancelled)
        transaction.set_rollback(True)


def test_the_table_keeps_the_rules(order: Order) -> None:
    done = cancel(parts_of(order)[0], None)
    for wrong in ({"reason": ""}, {"amount": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            LineCancellation.objects.filter(pk=done.cancellation.pk).update(**wrong)
