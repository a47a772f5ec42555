"""Goods that are back, and what goes back for them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, ask_back, placed_order, receive_money, send, sent_order, take_back
from factories.promotions import gift_card_of, voucher_in
from market.core import clock
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.models import AuditEntry, OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import FulfillmentStatus, OrderStatus, RefundKind, WithdrawalReason, WithdrawalStatus
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder, Withdrawal
from market.orders.rules import late_interest, refund_due
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.orders.services.withdrawals_settle import interest_of
from market.promotions.models import GiftCard
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db
FAULTY = WithdrawalReason.FAULTY


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def staff() -> Actor:
    return Actor(user_id=staff_with("MANAGE_ORDERS").pk, permissions=frozenset({"MANAGE_ORDERS"}))


@pytest.fixture
def order(channel: Any) -> Order:
    """Three pieces for 10,000 each and a delivery of 3,000, paid and sent."""
    return sent_order(channel, {variant_on_sale(channel, stock=5): 3})


def topics() -> list[str]:
    told = OutboxEvent.objects.filter(topic__startswith="orders.").order_by("pk")
    return [topic.removeprefix("orders.") for topic in told.values_list("topic", flat=True)]


def test_goods_less_the_way_back(order: Order) -> None:
    done = take_back(ask_back(order, 2))
    assert (done.status, done.refund_amount, done.return_fee) == (WithdrawalStatus.RECEIVED, 17_000, 3_000)
    assert done.refund_by == refund_due(clock.today())
    grant = done.granted_refund
    assert grant is not None
    assert (grant.kind, grant.key, grant.amount) == (RefundKind.WITHDRAWAL, f"withdrawal:{done.pk}", 17_000)
    assert not grant.is_shipping_included
    assert [(line.quantity, line.amount) for line in grant.lines.all()] == [(2, 20_000)]
    line, part = OrderLine.objects.get(), VendorOrder.objects.get()
    assert (line.quantity_withdrawn, line.quantity_returned) == (2, 2)
    order.refresh_from_db()
    assert (order.status, part.status) == (OrderStatus.PARTIALLY_RETURNED,) * 2
    assert Fulfillment.objects.get().status == FulfillmentStatus.FULFILLED, "one piece stays with the buyer"
    assert order.total_granted == 17_000
    assert topics()[-2:] == ["order_refund_granted", "withdrawal_received"]
    assert Stock.objects.get().quantity == 2, "nobody said that they can be sold again"
    assert AuditEntry.objects.filter(action="orders.withdrawal_received").count() == 1


def test_all_back_for_a_fault_gives_the_delivery_back_as_well(order: Order) -> None:
    done = take_back(ask_back(order, 3, FAULTY))
    order.refresh_from_db()
    assert (done.refund_amount, order.total_granted) == (33_000, order.total_gross)
    assert done.granted_refund is not None
    assert done.granted_refund.is_shipping_included
    assert order.status == VendorOrder.objects.get().status == OrderStatus.RETURNED
    assert Fulfillment.objects.get().status == FulfillmentStatus.REFUNDED_AND_RETURNED


@pytest.mark.parametrize("first_is_faulty", [True, False])
def test_delivery_goes_back_only_where_every_piece_was_at_fault(order: Order, first_is_faulty: bool) -> None:
    first, second = (FAULTY, WithdrawalReason.CHANGE_OF_MIND)[:: 1 if first_is_faulty else -1]
    amounts = [take_back(ask_back(order, 1, first)).refund_amount, take_back(ask_back(order, 2, second)).refund_amount]
    assert amounts == ([10_000, 17_000] if first_is_faulty else [7_000, 20_000])


def test_a_fault_in_two_parcels_gives_the_delivery_back_with_the_last(order: Order) -> None:
    amounts = [take_back(ask_back(order, count, FAULTY)).refund_amount for count in (1, 2)]
    assert amounts == [10_000, 23_000]


def test_a_fee_above_the_goods_leaves_nothing_to_refund(order: Order) -> None:
    Vendor.objects.update(return_fee=50_000)
    done = take_back(ask_back(order, 1))
    order.refresh_from_db()
    assert (done.refund_amount, done.granted_refund, order.total_granted) == (0, None, 0)
    assert done.status == WithdrawalStatus.REFUNDED, "there is nothing to wait for"


def test_pieces_that_can_be_sold_again_go_back_into_the_stock(order: Order) -> None:
    done = take_back(ask_back(order, 2), is_resellable=True)
    assert done.is_resellable
    assert Stock.objects.get().quantity == 4


def test_a_withdrawal_ends_when_the_money_is_back(order: Order) -> None:
    done = take_back(ask_back(order, 2))
    receive_money(order, order.total_gross - 5_000)
    done.refresh_from_db()
    assert done.status == WithdrawalStatus.RECEIVED, "a part of it is not all"
    receive_money(order)
    done.refresh_from_db()
    assert (done.status, done.late_interest) == (WithdrawalStatus.REFUNDED, 0)
    assert done.ended_at is not None
    receive_money(order)
    assert topics().count("withdrawal_refunded") == 1


def test_what_was_never_paid_has_nothing_to_give_back(channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 2})
    Order.objects.update(payment_means="deferred")
    send(order)
    done = take_back(ask_back(order, 1))
    order.refresh_from_db()
    assert (done.status, order.total_granted) == (WithdrawalStatus.REFUNDED, 7_000)


def test_late_money_costs_interest(order: Order) -> None:
    done = take_back(ask_back(order, 2))
    assert interest_of(done).amount == 0
    overdue = clock.today() - dt.timedelta(days=30)
    Withdrawal.objects.update(refund_by=overdue)
    done.refresh_from_db()
    owed = late_interest(interest_of(done).__class__.of(17_000, "KRW"), overdue, clock.today())
    assert interest_of(done) == owed
    assert owed.amount == 210
    receive_money(order)
    done.refresh_from_db()
    assert done.late_interest == owed.amount


def test_the_days_run_from_the_day_the_goods_came(order: Order, staff: Actor) -> None:
    wish = ask_back(order, 1)
    asked = clock.today() - dt.timedelta(days=5)
    Withdrawal.objects.update(requested_at=clock.seoul_day_start(asked))
    for day in (asked - dt.timedelta(days=1), clock.today() + dt.timedelta(days=1)):
        with pytest.raises(InvalidInput), transaction.atomic():
            take_back(wish, goods_back_on=day)
    order.refresh_from_db()
    assert (order.status, order.total_granted) == (OrderStatus.FULFILLED, 0)
    Withdrawal.objects.update(status=WithdrawalStatus.REQUESTED)
    assert take_back(wish, goods_back_on=asked).refund_by == refund_due(asked)


def test_what_is_left_can_still_be_sent_and_cancelled(channel: Any) -> None:
    """One part comes back in pieces while it is still being sent; another has not begun, and is cancelled."""
    order = receive_money(placed_order(channel, {variant_on_sale(channel): 3, variant_on_sale(channel): 1}))
    first, second = order.vendor_orders.order_by("number")
    line = first.lines.get()
    anew(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=CLERK)
    take_back(ask_back(order, 2))
    first.refresh_from_db()
    order.refresh_from_db()
    assert (first.status, order.status) == (OrderStatus.PARTIALLY_RETURNED,) * 2
    anew(order_fulfill, order_id=order.pk, quantities={line.pk: 1}, actor=CLERK)
    anew(vendor_orders_cancel, vendor_order_ids=[second.pk], actor=Actor(), email="guest@ieum.example")
    take_back(ask_back(order, 1))
    order.refresh_from_db()
    assert order.status == OrderStatus.RETURNED
    statuses = list(Fulfillment.objects.order_by("pk").values_list("status", flat=True))
    assert statuses == [FulfillmentStatus.REFUNDED_AND_RETURNED] * 2


@pytest.mark.parametrize("balance", [5_000, 25_000, 500_000])
def test_gift_cards_get_back_what_money_does_not_cover(channel: Any, balance: int) -> None:
    card, code = gift_card_of(balance)
    order = sent_order(channel, {variant_on_sale(channel): 3}, codes=(code,))
    in_money = order.total_gross
    done = take_back(ask_back(order, 3, FAULTY))
    card.refresh_from_db()
    assert done.refund_amount == 33_000
    assert done.gift_card_amount == 33_000 - in_money
    assert card.current_balance == balance
    assert (done.status == WithdrawalStatus.REFUNDED) is (in_money == 0)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    price=st.integers(1, 40_000),
    parcels=st.lists(st.integers(1, 4), min_size=1, max_size=4),
    voucher=st.integers(1, 5_000),
    balance=st.integers(1, 90_000),
    fee=st.integers(0, 9_000),
    is_faulty=st.booleans(),
)
def test_never_more_goes_back_than_was_paid(
    channel: Any, price: int, parcels: list[int], voucher: int, balance: int, fee: int, is_faulty: bool
) -> None:
    with transaction.atomic():
        voucher_in(channel, "PART", voucher)
        card, code = gift_card_of(balance)
        order = sent_order(channel, {variant_on_sale(channel, price=price): sum(parcels)}, codes=("PART", code))
        Vendor.objects.update(return_fee=fee)
        kind = FAULTY if is_faulty else WithdrawalReason.CHANGE_OF_MIND
        done = [take_back(ask_back(order, count, kind)) for count in parcels]
        order.refresh_from_db()
        card.refresh_from_db()
        refunded = sum((row.refund_amount for row in done), Decimal(0))
        to_card = card.current_balance - (balance - order.gift_cards_gross)
        assert refunded == order.total_granted + to_card
        assert sum((row.gift_card_amount for row in done), Decimal(0)) == to_card
        part = VendorOrder.objects.get(order=order)
        if is_faulty:
            assert refunded == part.total_gross
        else:
            assert max(part.subtotal_gross - fee * len(parcels), 0) <= refunded <= part.subtotal_gross
        assert GiftCard.objects.get(pk=card.pk).current_balance <= balance
        transaction.set_rollback(True)
