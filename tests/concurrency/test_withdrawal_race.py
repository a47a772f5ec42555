"""Cancelling against dispatching, and two withdrawals for the same piece, on real connections."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import CLERK, ask_back, placed_order, receive_money, sent_order
from market.core.actor import ANONYMOUS
from market.core.errors import DomainError
from market.inventory.models import Stock
from market.orders.enums import OrderStatus, WithdrawalReason
from market.orders.errors import TooManyWithdrawn
from market.orders.locks import orders_for_update
from market.orders.models import Order, OrderGrantedRefund, OrderLine, Withdrawal
from market.orders.services import withdrawal_create as creation
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.vendor_orders_cancel import PartsCancelled, vendor_orders_cancel
from market.orders.services.withdrawal_accept import withdrawal_accept
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create
from market.orders.services.withdrawal_receive import withdrawal_receive

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
GUEST = "guest@ieum.example"


@pytest.mark.parametrize("round_", range(3))
def test_a_part_is_either_cancelled_or_sent(race: Race, round_: int) -> None:
    channel = ChannelFactory()
    order = receive_money(placed_order(channel, {variant_on_sale(channel, stock=5): 2}))
    part, line = order.vendor_orders.get(), order.lines.get()
    cancel = functools.partial(vendor_orders_cancel, vendor_order_ids=[part.pk], actor=ANONYMOUS, email=GUEST)
    send = functools.partial(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=CLERK)
    answers = race([cancel, send, cancel, send])

    won = [answer for answer in answers if not isinstance(answer, Exception)]
    assert len(won) == 1
    assert sum(isinstance(answer, DomainError) for answer in answers) == 3, answers
    order.refresh_from_db()
    stock = Stock.objects.get()
    if isinstance(won[0], PartsCancelled):
        assert (order.status, order.total_granted) == (OrderStatus.CANCELED, order.total_gross)
        assert (stock.quantity, stock.quantity_allocated) == (5, 0)
    else:
        assert (order.status, order.total_granted) == (OrderStatus.FULFILLED, 0)
        assert (stock.quantity, stock.quantity_allocated) == (3, 0)


def wishes(order: Order, count: int) -> list[Callable[[], Withdrawal]]:
    line = order.lines.get()
    wish = WithdrawalWish(quantities={line.pk: 1}, reason_kind=WithdrawalReason.FAULTY)
    ask = functools.partial(
        withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=ANONYMOUS, email=GUEST
    )
    return [ask] * count


def test_the_same_piece_goes_back_once(race: Race) -> None:
    channel = ChannelFactory()
    order = sent_order(channel, {variant_on_sale(channel): 2})
    answers = race(wishes(order, 6))
    assert sum(isinstance(answer, Withdrawal) for answer in answers) == 2, answers
    assert sum(isinstance(answer, TooManyWithdrawn) for answer in answers) == 4
    assert OrderLine.objects.get().quantity_withdrawn == 2
    assert len(set(Withdrawal.objects.values_list("number", flat=True))) == 2


def test_negative_control_without_the_lock_the_piece_would_be_given_back_twice(
    race: Race, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same race where nobody waits for the order's row: both see the piece as free."""
    channel = ChannelFactory()
    order = sent_order(channel, {variant_on_sale(channel): 1})
    barrier = threading.Barrier(2)
    lines_of = creation._ensure_pieces

    def look_together(*arguments: Any) -> None:
        lines_of(*arguments)
        barrier.wait(timeout=30)

    monkeypatch.setattr(creation, "orders_for_update", Order.objects.all)
    monkeypatch.setattr(creation, "_ensure_pieces", look_together)
    answers = race(wishes(order, 2))
    assert not any(isinstance(answer, TooManyWithdrawn) for answer in answers), "both thought that it was free"
    assert orders_for_update is not creation.orders_for_update


def test_goods_taken_back_twice_at_once_are_refunded_once(race: Race) -> None:
    channel = ChannelFactory()
    order = sent_order(channel, {variant_on_sale(channel): 1})
    wish = ask_back(order, 1, WithdrawalReason.FAULTY)
    withdrawal_accept(withdrawal_id=wish.pk, actor=CLERK)
    take = functools.partial(withdrawal_receive, withdrawal_id=wish.pk, actor=CLERK, is_resellable=True)
    answers = race([take] * 4)
    assert sum(isinstance(answer, Withdrawal) for answer in answers) == 1
    order.refresh_from_db()
    assert OrderGrantedRefund.objects.get().amount == order.total_granted == order.total_gross
    assert (OrderLine.objects.get().quantity_returned, Stock.objects.get().quantity) == (1, 100)
