"""Two hundred shoppers and fifty pieces, through the service that completes checkouts, on real connections."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from market.checkout.services import checkout_to_order as completion
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS
from market.core.errors import ManyErrors
from market.inventory.errors import InsufficientStock
from market.inventory.models import Allocation, Stock
from market.inventory.rules import Wanted
from market.inventory.services.stock_release import stock_release
from market.orders.models import Order, OrderLine

SHOPPERS, PIECES = 200, 50
Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def lost(answer: Any) -> bool:
    """Whether a shopper was told that the stock is gone, before or under the lock."""
    if isinstance(answer, ManyErrors):
        return all(isinstance(error, InsufficientStock) for error in answer.errors)
    return isinstance(answer, InsufficientStock)


def complete(checkout_id: UUID) -> Order:
    return checkout_complete(checkout_id=checkout_id, actor=ANONYMOUS)


def shoppers(variant: Any, channel: Any, count: int) -> list[Callable[[], Order]]:
    return [functools.partial(complete, ready_checkout(channel, {variant: 1}).pk) for _ in range(count)]


def test_two_hundred_shoppers_get_exactly_fifty_pieces(race: Race) -> None:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=PIECES)
    answers = race(shoppers(variant, channel, SHOPPERS))

    winners = [answer for answer in answers if isinstance(answer, Order)]
    assert len(winners) == PIECES
    assert sum(lost(answer) for answer in answers) == SHOPPERS - PIECES
    stock = Stock.objects.get(variant=variant)
    assert (stock.quantity, stock.quantity_allocated) == (PIECES, PIECES)
    assert Order.objects.count() == OrderLine.objects.count() == Allocation.objects.count() == PIECES


def naive_allocate(barrier: threading.Barrier) -> Callable[..., None]:
    """What a careless developer writes: read, compare in Python, write back."""

    def allocate(*, lines: Sequence[Wanted], channel_id: int) -> None:
        for line in lines:
            stock = Stock.objects.get(variant_id=line.variant_id)
            barrier.wait(timeout=30)
            if stock.quantity - stock.quantity_allocated < line.quantity:
                raise InsufficientStock([line.variant_id])
            stock.quantity_allocated += line.quantity
            stock.save()

    return allocate


def test_negative_control_a_naive_allocation_oversells(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same race with read-then-write in place of the lock must sell too much, or the test above proves nothing."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=1)
    tasks = shoppers(variant, channel, 2)
    monkeypatch.setattr(completion, "stock_allocate", naive_allocate(threading.Barrier(2)))
    answers = race(tasks)
    assert sum(isinstance(answer, Order) for answer in answers) == 2, "one piece, and both were promised it"


def test_the_database_refuses_an_oversale_that_code_would_allow(race: Race) -> None:
    """Under the code stands a CHECK constraint."""
    variant = variant_on_sale(ChannelFactory(), stock=1)
    with pytest.raises(Exception, match="stock_never_oversold"), transaction.atomic():
        Stock.objects.filter(variant=variant).update(quantity_allocated=2)


def test_completing_one_checkout_many_times_at_once_makes_one_order(race: Race) -> None:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=10)
    key = ready_checkout(channel, {variant: 2}).pk
    answers = race([functools.partial(complete, key)] * 8)
    assert {answer.pk for answer in answers} == {Order.objects.get().pk}
    assert Stock.objects.get(variant=variant).quantity_allocated == 2


def test_shoppers_who_want_the_same_two_things_in_opposite_order_do_not_block_each_other(race: Race) -> None:
    channel = ChannelFactory()
    soap, rice = variant_on_sale(channel, stock=40), variant_on_sale(channel, stock=40)
    tasks = [
        functools.partial(complete, ready_checkout(channel, dict.fromkeys(pair, 1)).pk)
        for pair in [(soap, rice), (rice, soap)] * 20
    ]
    assert all(isinstance(answer, Order) for answer in race(tasks))
    assert set(Stock.objects.values_list("quantity_allocated", flat=True)) == {40}


def test_releasing_twice_at_once_frees_once(race: Race) -> None:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=5)
    keep, give_back = (complete(ready_checkout(channel, {variant: 2}).pk) for _ in range(2))
    lines = list(give_back.lines.values_list("pk", flat=True))
    assert race([functools.partial(stock_release, order_line_ids=lines)] * 4) == [None] * 4
    assert Stock.objects.get(variant=variant).quantity_allocated == 2
    assert Allocation.objects.get().order_line_id == keep.lines.get().pk
    assert connection.in_atomic_block is False
