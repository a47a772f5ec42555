"""How asked quantities are laid on the stocks that hold them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of a variant for one order line."""

    order_line_id: UUID
    variant_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Free:
    """What a stock can still promise."""

    stock_id: int
    variant_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a line that one stock serves."""

    stock_id: int
    order_line_id: UUID
    quantity: int


def distribute(wanted: Sequence[Wanted], stocks: Iterable[Free]) -> tuple[list[Piece], set[int]]:
    """Lay the lines on the stocks, first come first served in the given orders.

    Returns the pieces and the variants that are short; a short variant takes nothing, so a caller that refuses has nothing to undo.
    """
    left = _free_by_variant(stocks)
    asked: dict[int, int] = {}
    for line in wanted:
        asked[line.variant_id] = asked.get(line.variant_id, 0) + line.quantity
    short = {pk for pk, quantity in asked.items() if sum(free for _, free in left.get(pk, [])) < quantity}
    pieces: list[Piece] = []
    for line in wanted:
        if line.variant_id not in short:
            pieces.extend(_take(line, left[line.variant_id]))
    return pieces, short


def _free_by_variant(stocks: Iterable[Free]) -> dict[int, list[tuple[int, int]]]:
    left: dict[int, list[tuple[int, int]]] = {}
    for stock in stocks:
        left.setdefault(stock.variant_id, []).append((stock.stock_id, max(stock.quantity, 0)))
    return left


def _take(line: Wanted, stocks: list[tuple[int, int]]) -> list[Piece]:
    """Serve one line from the stocks of its variant, which shrink accordingly."""
    pieces, open_quantity = [], line.quantity
    for index, (stock_id, free) in enumerate(stocks):
        taken = min(free, open_quantity)
        if taken > 0:
            pieces.append(Piece(stock_id, line.order_line_id, taken))
            stocks[index] = (stock_id, free - taken)
            open_quantity -= taken
    return pieces
