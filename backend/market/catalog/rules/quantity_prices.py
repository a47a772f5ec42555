"""Prices that fall with the quantity (수량 단가). Pure.

A step says: from so many pieces on, each costs so much. What one piece costs is the lowest of the list price, what it is lowered to now,
and the steps that the quantity reaches (docs/adr/0019): so more pieces never cost more apiece, and no step makes anything dearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

LEAST_PIECES = 2  # from one piece on is the price itself
MOST_STEPS = 10


class QuantityStep(NamedTuple):
    """From ``minimum`` pieces on each costs ``price``, VAT included."""

    minimum: int
    price: Decimal


def steps_in(rows: Iterable[Sequence[Any]] | None) -> tuple[QuantityStep, ...]:
    """Steps from rows of (minimum, price), by quantity; None holds none."""
    return tuple(sorted(QuantityStep(int(minimum), price) for minimum, price in rows or ()))


def price_for(price: Decimal, steps: Iterable[QuantityStep], quantity: int) -> Decimal:
    """What each of so many pieces costs where one costs ``price`` now."""
    return min([price, *(step.price for step in steps if step.minimum <= quantity)])


def steps_below(price: Decimal, steps: Iterable[QuantityStep]) -> tuple[QuantityStep, ...]:
    """The steps that lower a price of now, each below the one before: what a buyer is shown."""
    lower: list[QuantityStep] = []
    for step in sorted(steps):
        if step.price < (lower[-1].price if lower else price):
            lower.append(step)
    return tuple(lower)


def taken_step(price: Decimal, steps: Iterable[QuantityStep], quantity: int) -> QuantityStep | None:
    """The step that sets the price of so many pieces; None where no step does."""
    return max((step for step in steps_below(price, steps) if step.minimum <= quantity), default=None)


def next_step(price: Decimal, steps: Iterable[QuantityStep], quantity: int) -> QuantityStep | None:
    """The first step beyond the quantity that would lower the price further."""
    return min((step for step in steps_below(price, steps) if step.minimum > quantity), default=None)


def is_falling(steps: Iterable[QuantityStep]) -> bool:
    """Whether each step begins later and costs less than the one before."""
    return all(
        first.minimum < second.minimum and first.price > second.price for first, second in pairwise(sorted(steps))
    )


def is_never_dearer(old: Iterable[QuantityStep], new: Iterable[QuantityStep]) -> bool:
    """Whether no quantity costs more by the new steps than by the old ones, whatever the price of one is."""
    before, after = list(old), list(new)
    return all(any(step.minimum <= was.minimum and step.price <= was.price for step in after) for was in before)


def steps_of_value(value: Sequence[Mapping[str, Any]] | None) -> list[QuantityStep]:
    """Steps as they stand in changes of goods: ``[{"from": 30, "price": "9000"}]``, by quantity."""
    return sorted(QuantityStep(int(step["from"]), Decimal(step["price"])) for step in value or ())


def value_of_steps(steps: Iterable[QuantityStep]) -> list[dict[str, Any]]:
    """The other way round; without the zeros that a column keeps."""
    return [{"from": step.minimum, "price": f"{step.price.normalize():f}"} for step in sorted(steps)]
