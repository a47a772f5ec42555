"""Bringing sums to the won: quantities first, and for the last few won one agreed unit price."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from market.seeding.order_plans import LinePlan, OrderPlan
from market.seeding.sources import SeedSourceError

Pair = tuple[OrderPlan, LinePlan]
ROUNDS = 60
MOST_PIECES = 3000


class Settlement:
    """Lines that may change, and a sum that must become exact. ``amount`` says what an order counts for."""

    def __init__(
        self, orders: Sequence[OrderPlan], pairs: Sequence[Pair], amount: Callable[[OrderPlan], int], target: int
    ) -> None:
        self.pairs = list(pairs)
        self.amount = amount
        self.target = target
        self.sum = sum(amount(order) for order in orders)

    def settle(self) -> None:
        """Raises when the lines do not allow it."""
        self._scale()
        for _ in range(ROUNDS):
            if self.sum == self.target:
                return
            self._approach()
            if self._cut():
                return
        raise SeedSourceError(f"The orders cannot be brought to {self.target:,} won; they stand at {self.sum:,}.")

    def _set(self, order: OrderPlan, line: LinePlan, quantity: int) -> None:
        before = self.amount(order)
        line.quantity = quantity
        order.changed()
        self.sum += self.amount(order) - before

    def _scale(self) -> None:
        """All larger quantities by one factor."""
        free = sum(line.total for _, line in self.pairs)
        factor = max((free + self.target - self.sum) / free, 0.05)
        for order, line in self.pairs:
            wanted = min(max(round(line.quantity * factor), line.least), MOST_PIECES)
            if wanted != line.quantity and abs(self.target - self.sum) > line.total:
                self._set(order, line, wanted)

    def _approach(self) -> None:
        """From the dearest piece to the cheapest: up to what fits below the target; the cheapest goes just above it."""
        by_unit = sorted(self.pairs, key=lambda pair: -pair[1].unit)
        for order, line in by_unit:
            gap = self.target - self.sum
            if gap < 0 and line.quantity > line.least:
                pieces = min(line.quantity - line.least, max(line.quantity // 3, 1), -(gap // line.unit))
                self._set(order, line, line.quantity - pieces)
            elif gap >= line.unit:
                pieces = min(gap // line.unit, max(line.quantity // 3, 1), MOST_PIECES - line.quantity)
                if pieces > 0:
                    self._set(order, line, line.quantity + pieces)
        for order, line in reversed(by_unit):
            gap = self.target - self.sum
            if gap <= 0:
                break
            self._set(order, line, line.quantity + min(-(-gap // line.unit), 20))

    def _cut(self) -> bool:
        """Take what is too much off one unit price, as a buyer and a seller would agree on it. At most a tenth."""
        excess = self.sum - self.target
        if excess == 0:
            return True
        if excess < 0:
            return False
        for order, line in self.pairs:
            share, rest = divmod(excess, line.quantity)
            if rest or share % 10 or share * 10 > line.unit or line.unit != line.undiscounted:
                continue
            before = self.amount(order)
            line.unit -= share
            order.changed()
            if self.sum + self.amount(order) - before == self.target:
                self.sum = self.target
                return True
            line.unit += share
            order.changed()
        return False
