"""Trees of menu items, as maps of keys: what may stand below what, and how deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def is_below(parents: Mapping[int, int | None], item: int, ancestor: int) -> bool:
    """Whether ``item`` stands somewhere below ``ancestor``, or is it. ``parents`` names each item's parent; a circle in it ends."""
    seen: set[int] = set()
    current: int | None = item
    while current is not None and current not in seen:
        if current == ancestor:
            return True
        seen.add(current)
        current = parents.get(current)
    return False


def calculate_levels(parents: Mapping[int, int | None]) -> dict[int, int]:
    """How deep each item stands; roots have 0. Raises ValueError for a circle."""
    levels: dict[int, int] = {}
    for item in parents:
        chain = []
        current: int | None = item
        while current is not None and current not in levels:
            if current in chain:
                raise ValueError(f"item {current} stands in a circle")
            chain.append(current)
            current = parents[current]
        depth = levels[current] if current is not None else -1
        for one in reversed(chain):
            depth += 1
            levels[one] = depth
    return levels


def moved_by(siblings: Sequence[int], item: int, steps: int) -> list[int]:
    """The siblings with ``item`` moved by so many places, up when negative; it stops at the ends."""
    others = [one for one in siblings if one != item]
    place = min(max(list(siblings).index(item) + steps, 0), len(others))
    return [*others[:place], item, *others[place:]]
