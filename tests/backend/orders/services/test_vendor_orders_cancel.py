"""Taking one enterprise's part back before dispatch."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, placed_order, receive_money, send
from factories.promotions import gift_card_of, voucher_in
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import DomainError, NotFound, Required
from market.core.models import AuditEntry, OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import ChargeStatus, OrderStatus, RefundKind
from market.orders.errors import (
    BuyerNotRecognised,
    DispatchedAlready,
    NotOneOrder,
    OrderNotCancellable,
    OrderNotFulfillable,
    TooManyGuesses,
)
from market.orders.models import Order, OrderGrantedRefund, OrderStatusChange, VendorOrder
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.vendor_orders_cancel import PartsCancelled, vendor_orders_cancel
from market.promotions.models import GiftCard, VoucherCode

pytestmark = pytest.mark.django_db
GUEST = "guest@ieum.example"


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def order(channel: Any) -> Order:
    """A guest's: two pieces of one enterprise for 23,000 with delivery, three of another for 33,000."""
    return placed_order(channel, {variant_on_sale(channel, stock=5): 2, variant_on_sale(channel, stock=5): 3})


def cancel(*parts: VendorOrder, actor: Actor = ANONYMOUS, email: str = GUEST, **given: Any) -> PartsCancelled:
    ids = [part.pk for part in parts]
    return anew(vendor_orders_cancel, vendor_order_ids=ids, actor=actor, email=email, **given)


def assert_refused(error: type[DomainError], *parts: VendorOrder, **given: Any) -> DomainError:
    """The error; and nothing has changed."""
    before = state()
    with pytest.raises(error) as caught, transaction.atomic():
        cancel(*parts, **given)
    assert state() == before
    return caught.value


def state() -> Any:
    rows = (Order.objects, VendorOrder.objects, Stock.objects, OrderGrantedRefund.objects, OrderStatusChange.objects)
    return [list(manager.order_by("pk").values()) for manager in rows] + [OutboxEvent.objects.count()]


def parts_of(order: Order) -> list[VendorOrder]:
    return list(order.vendor_orders.order_by("number"))


def topics() -> list[str]:
    told = OutboxEvent.objects.filter(topic__startswith="orders.").order_by("pk")
    return [topic.removeprefix("orders.") for topic in told.values_list("topic", flat=True)]


def test_one_part_ends_and_the_other_stands(order: Order) -> None:
    receive_money(order)
    first, second = parts_of(order)
    done = cancel(first, reason="잘못 골랐어요")
    order.refresh_from_db()
    assert [part.status for part in parts_of(order)] == [OrderStatus.CANCELED, OrderStatus.UNFULFILLED]
    assert order.status == OrderStatus.UNFULFILLED
    assert list(Stock.objects.order_by("pk").values_list("quantity", "quantity_allocated")) == [(5, 0), (5, 3)]
    ((part, grant),) = done.parts
    assert part.pk == first.pk
    assert grant is not None
    assert (grant.kind, grant.amount, grant.reason) == (RefundKind.CANCELLATION, first.total_gross, "잘못 골랐어요")
    assert grant.is_shipping_included
    assert [(line.order_line_id, line.quantity, line.amount) for line in grant.lines.all()] == [
        (line.pk, line.quantity, line.total_gross) for line in first.lines.all()
    ]
    assert (order.total_granted, order.charge_status) == (first.total_gross, ChargeStatus.OVERCHARGED)
    assert topics()[3:] == ["order_refund_granted", "vendor_order_cancelled"]
    assert AuditEntry.objects.filter(action="orders.cancel_part", subject_id=str(first.pk)).count() == 1
    assert second.total_gross == order.total_gross - order.total_granted


def test_the_last_part_ends_the_order(order: Order) -> None:
    receive_money(order)
    first, second = parts_of(order)
    cancel(first)
    cancel(second)
    order.refresh_from_db()
    assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
    assert topics()[-2:] == ["vendor_order_cancelled", "order_cancelled"]
    assert topics().count("order_cancelled") == 1
    assert not Stock.objects.filter(quantity_allocated__gt=0).exists()


def test_all_parts_at_once_or_none(order: Order) -> None:
    receive_money(order)
    first, second = parts_of(order)
    send(order, part=second)
    assert_refused(DispatchedAlready, first, second)
    done = cancel(first)
    assert done.order.status == OrderStatus.FULFILLED, "what is left of it was sent"


def test_an_unpaid_order_that_ends_whole_grants_nothing(order: Order) -> None:
    done = cancel(*parts_of(order))
    order.refresh_from_db()
    assert [grant for _, grant in done.parts] == [None, None]
    assert (order.status, order.charge_status, order.total_granted) == (OrderStatus.CANCELED, ChargeStatus.NONE, 0)
    assert topics() == ["order_placed", "vendor_order_cancelled", "vendor_order_cancelled", "order_cancelled"]


def test_an_unpaid_order_asks_for_less(order: Order) -> None:
    first, second = parts_of(order)
    cancel(first)
    order.refresh_from_db()
    assert order.total_gross - order.total_granted == second.total_gross
    assert order.charge_status == ChargeStatus.NONE


def test_what_was_received_may_cover_the_rest(order: Order) -> None:
    first, second = parts_of(order)
    receive_money(order, second.total_gross)
    assert "order_paid" not in topics()
    cancel(first)
    order.refresh_from_db()
    assert order.charge_status == ChargeStatus.FULL
    assert topics().count("order_paid") == 1
    send(order)


def test_who_may(order: Order, channel: Any) -> None:
    first, second = parts_of(order)
    owner, staff = UserFactory(), staff_with("MANAGE_ORDERS")
    for stranger in (
        {"email": ""},
        {"email": "other@ieum.example"},
        {"actor": Actor(user_id=owner.pk, email=GUEST), "email": ""},
        {"actor": Actor(user_id=owner.pk, permissions=frozenset({"MANAGE_PRODUCTS"})), "email": ""},
    ):
        error = assert_refused(BuyerNotRecognised, first, **stranger)
        assert (error.field, error.code) == ("email", "not_found")
    cancel(first, email=" Guest@IEUM.example ")
    cancel(second, actor=Actor(user_id=staff.pk, permissions=frozenset({"MANAGE_ORDERS"})), email="")
    mine = placed_order(channel, {variant_on_sale(channel): 1}, user=owner)
    assert_refused(BuyerNotRecognised, *parts_of(mine), email=owner.email)
    assert cancel(*parts_of(mine), actor=Actor(user_id=owner.pk), email="").order.status == OrderStatus.CANCELED


def test_an_agencys_orderer_cancels_like_everybody(channel: Any) -> None:
    orderer = UserFactory()
    order = placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 2}, user=orderer)
    Order.objects.update(payment_means="deferred")
    first, second = parts_of(order)
    assert_refused(BuyerNotRecognised, first, actor=Actor(user_id=UserFactory().pk), email="")
    cancel(first, actor=Actor(user_id=orderer.pk), email="")
    order.refresh_from_db()
    assert order.total_gross - order.total_granted == second.total_gross
    send(order)
    order.refresh_from_db()
    assert (order.status, order.charge_status) == (OrderStatus.FULFILLED, ChargeStatus.NONE)


def test_guessing_is_stopped_before_it_is_answered(order: Order) -> None:
    (first, _), caller = parts_of(order), Actor(ip_address="192.0.2.7")
    for number in range(10):
        assert_refused(BuyerNotRecognised, first, email=f"{number}@ieum.example", actor=caller)
    assert_refused(TooManyGuesses, first, email=GUEST, actor=caller)
    assert_refused(TooManyGuesses, first, email=GUEST, actor=Actor(ip_address="192.0.2.8"))


def test_one_caller_does_not_guess_at_many_orders(channel: Any) -> None:
    caller = Actor(ip_address="192.0.2.7")
    orders = [placed_order(channel, {variant_on_sale(channel): 1}) for _ in range(4)]
    for guess in range(30):
        assert_refused(BuyerNotRecognised, *parts_of(orders[guess % 3]), email=f"{guess}@ieum.example", actor=caller)
    assert_refused(TooManyGuesses, *parts_of(orders[3]), email=GUEST, actor=caller)
    cancel(*parts_of(orders[3]), actor=Actor(ip_address="192.0.2.8"))


def test_what_cannot_be_cancelled(order: Order, channel: Any) -> None:
    receive_money(order)
    first, second = parts_of(order)
    cancel(first)
    assert_refused(OrderNotCancellable, first)
    line = second.lines.get()
    anew(order_fulfill, order_id=order.pk, quantities={line.pk: 1}, actor=CLERK)
    assert_refused(DispatchedAlready, second)
    other = placed_order(channel, {variant_on_sale(channel): 1})
    assert_refused(NotOneOrder, second, *parts_of(other))
    assert_refused(Required)
    assert_refused(NotFound, VendorOrder(pk=order.pk))
    assert_refused(NotFound, second, VendorOrder(pk=order.pk))
    Order.objects.filter(pk=other.pk).update(status=OrderStatus.DRAFT)
    assert_refused(NotFound, *parts_of(other))


def test_a_cancelled_part_is_not_dispatched(order: Order) -> None:
    receive_money(order)
    first, second = parts_of(order)
    cancel(first)
    with pytest.raises(OrderNotFulfillable), transaction.atomic():
        anew(order_fulfill, order_id=order.pk, quantities={first.lines.get().pk: 1}, actor=CLERK)
    send(order, part=second)
    order.refresh_from_db()
    assert order.status == OrderStatus.FULFILLED


@pytest.mark.parametrize("balance", [10_000, 40_000, 500_000])
def test_money_goes_back_first_and_gift_cards_get_the_rest(channel: Any, balance: int) -> None:
    """55,000 in all after a voucher of 1,000; the card pays what it can."""
    voucher_in(channel, "BACK", 1_000, usage_limit=1)
    card, code = gift_card_of(balance)
    goods = {variant_on_sale(channel): 2, variant_on_sale(channel): 3}
    order = receive_money(placed_order(channel, goods, codes=("BACK", code)))
    by_card, whole = order.gift_cards_gross, Decimal(55_000)
    assert order.total_gross == whole - by_card
    first, second = parts_of(order)
    assert first.total_gross + second.total_gross == whole
    cancel(first)
    card.refresh_from_db()
    order.refresh_from_db()
    assert order.total_granted == min(first.total_gross, order.total_gross)
    assert card.current_balance == balance - by_card + (first.total_gross - order.total_granted)
    assert VoucherCode.objects.get().used == 1, "the voucher counts for the rest"
    cancel(second)
    card.refresh_from_db()
    order.refresh_from_db()
    assert (order.total_granted, card.current_balance) == (order.total_gross, balance)
    assert VoucherCode.objects.get().used == 0


def test_an_unpaid_order_gives_gift_cards_back_when_it_ends(channel: Any) -> None:
    _, code = gift_card_of(10_000)
    order = placed_order(channel, {variant_on_sale(channel): 2, variant_on_sale(channel): 3}, codes=(code,))
    first, second = parts_of(order)
    cancel(first)
    assert GiftCard.objects.get().current_balance == 0, "money is owed still"
    cancel(second)
    assert GiftCard.objects.get().current_balance == 10_000


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prices=st.lists(st.integers(1, 60_000), min_size=2, max_size=3),
    voucher=st.integers(1, 9_999),
    balance=st.integers(1, 120_000),
    data=st.data(),
)
def test_parts_cancelled_in_any_order_give_back_exactly_the_whole(
    channel: Any, prices: list[int], voucher: int, balance: int, data: Any
) -> None:
    with transaction.atomic():
        voucher_in(channel, "ANY", voucher)
        card, code = gift_card_of(balance)
        goods = {variant_on_sale(channel, price=price): place for place, price in enumerate(prices, start=1)}
        order = receive_money(placed_order(channel, goods, codes=("ANY", code)))
        for part in data.draw(st.permutations(parts_of(order))):
            cancel(part)
            order.refresh_from_db()
            card.refresh_from_db()
            assert order.total_granted <= order.total_gross
            assert card.current_balance <= balance
        granted = sum((row.amount for row in OrderGrantedRefund.objects.filter(order=order)), Decimal(0))
        assert granted == order.total_granted == order.total_gross
        assert card.current_balance == balance
        transaction.set_rollback(True)
