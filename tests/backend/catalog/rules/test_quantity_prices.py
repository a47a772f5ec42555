"""Prices that fall with the quantity: more pieces never cost more apiece, and no step makes anything dearer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.catalog.rules.payload_shapes import fits
from market.catalog.rules.quantity_prices import (
    QuantityStep,
    is_falling,
    is_never_dearer,
    next_step,
    price_for,
    steps_below,
    steps_of_value,
    taken_step,
    value_of_steps,
)

amounts = st.integers(1, 1_000_000).map(Decimal)
steps_of = st.lists(st.builds(QuantityStep, st.integers(2, 500), amounts), max_size=8)
quantities = st.integers(1, 600)


@given(amounts, steps_of, quantities, quantities)
def test_more_pieces_never_cost_more_apiece(price: Decimal, steps: list[QuantityStep], one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert price_for(price, steps, more) <= price_for(price, steps, fewer) <= price


@given(amounts, steps_of, quantities)
def test_what_is_shown_is_what_is_charged(price: Decimal, steps: list[QuantityStep], quantity: int) -> None:
    shown = steps_below(price, steps)
    assert is_falling(shown)
    assert price_for(price, shown, quantity) == price_for(price, steps, quantity)
    taken, following = taken_step(price, steps, quantity), next_step(price, steps, quantity)
    assert price_for(price, steps, quantity) == (taken.price if taken else price)
    if following is not None:
        assert following.minimum > quantity
        assert price_for(price, steps, following.minimum) == following.price < price_for(price, steps, quantity)
        assert price_for(price, steps, following.minimum - 1) == price_for(price, steps, quantity)
    else:
        assert price_for(price, steps, 10**9) == price_for(price, steps, quantity)


@given(amounts, amounts, steps_of, quantities)
def test_a_lower_price_of_now_wins(price: Decimal, lowered: Decimal, steps: list[QuantityStep], quantity: int) -> None:
    now = min(price, lowered)
    assert price_for(now, steps, quantity) == min(now, price_for(price, steps, quantity))


@given(amounts, steps_of, steps_of, quantities)
def test_what_passes_as_never_dearer_never_is(
    price: Decimal, old: list[QuantityStep], new: list[QuantityStep], quantity: int
) -> None:
    if is_never_dearer(old, new):
        assert price_for(price, new, quantity) <= price_for(price, old, quantity)
    assert is_never_dearer(old, [*old, *new])


@pytest.mark.parametrize(
    ("old", "new", "passes"),
    [
        ([], [(10, 900)], True),
        ([(10, 900)], [], False),
        ([(10, 900)], [(10, 901)], False),
        ([(10, 900)], [(10, 899)], True),
        ([(10, 900)], [(9, 900)], True),
        ([(10, 900)], [(11, 900)], False),
        ([(10, 900), (20, 800)], [(10, 800)], True),
        ([(10, 900)], [(10, 900), (20, 800)], True),
    ],
)
def test_a_dearer_quantity_is_seen(old: list[tuple[int, int]], new: list[tuple[int, int]], passes: bool) -> None:
    before = [QuantityStep(minimum, Decimal(price)) for minimum, price in old]
    after = [QuantityStep(minimum, Decimal(price)) for minimum, price in new]
    assert is_never_dearer(before, after) is passes


@given(steps_of)
def test_steps_come_back_from_changes_as_they_went(steps: list[QuantityStep]) -> None:
    value = value_of_steps(steps)
    assert fits("variant:7:quantityPrices:1", value)
    assert sorted(steps_of_value(value)) == sorted(steps)


@pytest.mark.parametrize(
    "value",
    [
        "9000", {}, [{"from": 10}], [{"price": "1"}], [{"from": "10", "price": "1"}], [{"from": 10, "price": 1}],
        [{"from": 10, "price": "NaN"}], [{"from": True, "price": "1"}], [{"from": 10, "price": "1", "more": 1}],
    ],
)  # fmt: skip
def test_what_is_no_list_of_steps_does_not_fit(value: object) -> None:
    assert not fits("variant:7:quantityPrices:1", value)
    assert not fits("variant:x:quantityPrices:1", [])
