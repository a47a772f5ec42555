"""Moving things in an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def moved(order: Sequence[int], moves: Iterable[tuple[int, int]]) -> list[int]:
    """The order after each ``(key, steps)`` was carried out, one after the other: 1 is one place further on, -1 one place back.

    Whoever would leave the order stops at its end. Keys that are not in it may not be moved.
    """
    made = list(order)
    for key, steps in moves:
        place = made.index(key)
        made.insert(min(max(place + steps, 0), len(made) - 1), made.pop(place))
    return made
