"""Members set how many there are while shoppers buy: nothing is lost and nothing sold twice."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from factories.applications import actor_of
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.vendors import member_of
from market.core.errors import ManyErrors
from market.core.models import AuditEntry
from market.inventory.errors import InsufficientStock, PiecesPromised
from market.inventory.models import Allocation, Stock
from market.inventory.rules import Wanted
from market.inventory.services import stocks_write as writing
from market.inventory.services.stock_allocate import stock_allocate
from market.inventory.services.stocks_write import StockRow, Writing, variant_stocks_write

SHOPPERS, MEMBERS, PIECES = 60, 20, 40
Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def buy(variant_id: int, channel_id: int) -> bool:
    stock_allocate(lines=[Wanted(uuid4(), variant_id, 1)], channel_id=channel_id)
    return True


def count(stock: Stock, quantity: int, actor: Any) -> int:
    """A member says that so many lie there; the number, or the error."""
    variant_stocks_write(
        variant_id=stock.variant_id, quantities=[(stock.warehouse_id, quantity)], actor=actor, writing=Writing.SET
    )
    return quantity


def is_refusal(answer: Any) -> bool:
    return isinstance(answer, ManyErrors) and all(isinstance(error, PiecesPromised) for error in answer.errors)


def test_members_count_while_shoppers_buy(race: Race) -> None:
    """What shoppers were promised is what is allocated, and the number that stands is the last one that a member wrote."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=PIECES)
    stock, actor = Stock.objects.get(), actor_of(member_of(variant.product.vendor))
    buying = [functools.partial(buy, variant.pk, channel.pk)] * SHOPPERS
    counting = [functools.partial(count, stock, PIECES - 15 + turn, actor) for turn in range(MEMBERS)]
    mixed = [
        task
        for index, task in enumerate(buying)
        for task in (task, *counting[index // 3 : index // 3 + 1][: index % 3 == 0])
    ]
    answers = race(mixed)

    sold = sum(answer is True for answer in answers)
    assert all(
        answer is True or isinstance(answer, int | InsufficientStock) or is_refusal(answer) for answer in answers
    ), answers
    stock.refresh_from_db()
    assert stock.quantity_allocated == sold == sum(Allocation.objects.values_list("quantity", flat=True))
    assert stock.quantity_allocated <= stock.quantity
    history = [entry.data for entry in AuditEntry.objects.filter(subject_type="Stock").order_by("pk")]
    assert history, "nobody's number stood"
    assert history[-1]["new"] == stock.quantity
    assert [row["old"] for row in history] == [PIECES, *[row["new"] for row in history[:-1]]], "a change was lost"


def test_fewer_than_are_promised_is_refused_and_changes_nothing(race: Race) -> None:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=5)
    stock, actor = Stock.objects.get(), actor_of(member_of(variant.product.vendor))
    race([functools.partial(buy, variant.pk, channel.pk)] * 3)
    (answer,) = race([functools.partial(count, stock, 2, actor)])
    assert is_refusal(answer)
    assert answer.errors[0].params["promised"] == 3
    stock.refresh_from_db()
    assert (stock.quantity, stock.quantity_allocated) == (5, 3)
    assert not AuditEntry.objects.filter(subject_type="Stock").exists()


def naive_apply(barrier: threading.Barrier) -> Callable[..., None]:
    """What a careless developer writes: read the row, compare in Python, write the whole row back."""

    def apply(rows: Sequence[StockRow], actor: Any, how: Writing) -> None:
        for row in rows:
            stock = Stock.objects.get(variant_id=row.wish.variant_id, warehouse_id=row.wish.warehouse_id)
            barrier.wait(timeout=30)  # a shopper buys in between
            barrier.wait(timeout=30)
            if row.wish.quantity >= stock.quantity_allocated:
                stock.quantity = row.wish.quantity
                stock.save()

    return apply


def test_negative_control_without_the_lock_a_promise_is_lost(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with read-then-write in place of the lock must lose the shopper's piece, or the test above proves nothing."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=5)
    stock, actor = Stock.objects.get(), actor_of(member_of(variant.product.vendor))
    barrier = threading.Barrier(2)
    monkeypatch.setattr(writing, "_apply", naive_apply(barrier))

    def shopper() -> bool:
        barrier.wait(timeout=30)
        with transaction.atomic():
            bought = buy(variant.pk, channel.pk)
        barrier.wait(timeout=30)
        return bought

    assert race([functools.partial(count, stock, 4, actor), shopper]) == [4, True]
    stock.refresh_from_db()
    assert Allocation.objects.get().quantity == 1
    assert stock.quantity_allocated == 0, "the promise is gone"
