"""What keeps a checkout from becoming an order, before anybody tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from market.checkout.errors import HeldPriceLapsed
from market.checkout.models import CheckoutLine
from market.checkout.selectors.pricing import PricedLine


@dataclass(frozen=True, slots=True)
class InsufficientStockProblem:
    line: CheckoutLine
    available_quantity: int


@dataclass(frozen=True, slots=True)
class VariantNotAvailableProblem:
    line: CheckoutLine


@dataclass(frozen=True, slots=True)
class HeldPriceLapsedProblem:
    line: CheckoutLine


LineProblem = InsufficientStockProblem | VariantNotAvailableProblem | HeldPriceLapsedProblem


def line_problems(lines: Sequence[PricedLine]) -> list[LineProblem]:
    """One problem a line at most; lines of one variant share its stock."""
    problems: list[LineProblem] = []
    asked: dict[int, int] = {}
    for priced in lines:
        asked[priced.line.variant_id] = asked.get(priced.line.variant_id, 0) + priced.line.quantity
    for priced in lines:
        free = priced.offer.free
        if priced.refusal is HeldPriceLapsed:
            problems.append(HeldPriceLapsedProblem(priced.line))
        elif priced.refusal is not None:
            problems.append(VariantNotAvailableProblem(priced.line))
        elif free is not None and asked[priced.line.variant_id] > free:
            problems.append(InsufficientStockProblem(priced.line, free))
    return problems
