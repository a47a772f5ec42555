"""Trees of menu items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.content.rules.menu_tree import calculate_levels, is_below, moved_by

TREE = {1: None, 2: 1, 3: 2, 4: None}


def test_below_is_any_depth_and_oneself() -> None:
    assert [is_below(TREE, item, 1) for item in (1, 2, 3, 4)] == [True, True, True, False]
    assert is_below({1: 2, 2: 1}, 1, 3) is False, "a circle ends"


def test_levels_count_from_the_top() -> None:
    assert calculate_levels(TREE) == {1: 0, 2: 1, 3: 2, 4: 0}


def test_a_circle_has_no_levels() -> None:
    with pytest.raises(ValueError, match="circle"):
        calculate_levels({1: 2, 2: 1})


@given(st.lists(st.integers(0, 50), min_size=1, unique=True), st.integers(-60, 60), st.data())
def test_moving_keeps_everybody_and_the_others_order(siblings: list[int], steps: int, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(siblings))
    moved = moved_by(siblings, item, steps)
    assert [one for one in moved if one != item] == [one for one in siblings if one != item]
    expected = min(max(siblings.index(item) + steps, 0), len(siblings) - 1)
    assert moved.index(item) == expected
