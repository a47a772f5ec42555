"""Moving things in an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.catalog.rules.ordering import moved


@pytest.mark.parametrize(
    ("moves", "order"),
    [
        ([(1, 1)], [2, 1, 3, 4]),
        ([(4, -2)], [1, 4, 2, 3]),
        ([(1, 99)], [2, 3, 4, 1]),
        ([(3, -99)], [3, 1, 2, 4]),
        ([(2, -2)], [2, 1, 3, 4]),
        ([(1, 1), (1, 1)], [2, 3, 1, 4]),
        ([(2, 0)], [1, 2, 3, 4]),
    ],
)
def test_moves_are_carried_out_one_after_the_other(moves: list[tuple[int, int]], order: list[int]) -> None:
    assert moved([1, 2, 3, 4], moves) == order


@given(st.permutations(range(6)), st.lists(st.tuples(st.integers(0, 5), st.integers(-(10**9), 10**9)), max_size=8))
def test_nothing_is_lost_or_doubled(order: list[int], moves: list[tuple[int, int]]) -> None:
    assert sorted(moved(order, moves)) == sorted(order)
