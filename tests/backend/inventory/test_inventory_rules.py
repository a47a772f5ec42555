"""Laying quantities on stocks: nothing lost, nothing invented, nothing taken from a stock that has it not."""

from __future__ import annotations

from collections import Counter
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from market.inventory.rules import Free, Piece, Wanted, distribute

lines = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 20)), min_size=1, max_size=8)
stocks = st.lists(st.tuples(st.integers(1, 3), st.integers(-2, 25)), max_size=6)


@given(lines, stocks)
def test_every_line_is_served_whole_or_its_variant_is_short(
    lines: list[tuple[int, int]], stocks: list[tuple[int, int]]
) -> None:
    wanted = [Wanted(uuid4(), variant, quantity) for variant, quantity in lines]
    free = [Free(index, variant, quantity) for index, (variant, quantity) in enumerate(stocks)]
    pieces, short = distribute(wanted, free)

    served: Counter[UUID] = Counter()
    taken: Counter[int] = Counter()
    for piece in pieces:
        assert piece.quantity > 0
        served[piece.order_line_id] += piece.quantity
        taken[piece.stock_id] += piece.quantity
    for line in wanted:
        assert served[line.order_line_id] == (0 if line.variant_id in short else line.quantity)
    for stock in free:
        assert taken[stock.stock_id] <= max(stock.quantity, 0)
    for variant in {line.variant_id for line in wanted}:
        asked = sum(line.quantity for line in wanted if line.variant_id == variant)
        there = sum(max(stock.quantity, 0) for stock in free if stock.variant_id == variant)
        assert (variant in short) == (asked > there)


def test_a_line_may_come_from_two_warehouses() -> None:
    line = uuid4()
    pieces, short = distribute([Wanted(line, 7, 5)], [Free(1, 7, 3), Free(2, 7, 9)])
    assert (pieces, short) == ([Piece(1, line, 3), Piece(2, line, 2)], set())
