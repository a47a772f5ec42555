"""What each variant costs in each channel."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from market.seeding.listings import ListingPlan

SALE_SHARE = 0.15
SALE_RATES = (5, 5, 10, 10, 10, 15, 15, 20)
LOWER_FOR_AGENCIES = 0.18


@dataclass(frozen=True, slots=True)
class VariantPrices:
    """VAT included. ``sale``: the lowered price of the citizen channel, if there is one."""

    citizen: int
    public: int
    sale: int | None


def rounded(amount: float) -> int:
    """To 100 won, to 10 below a thousand; never nothing."""
    step = 100 if amount >= 1000 else 10
    return max(int(amount / step + 0.5) * step, step)


def variant_prices(random: Random, plan: ListingPlan, level: float) -> list[VariantPrices]:
    """One entry for each option. A reduction, in either channel, holds for the whole product."""
    is_sale = random.random() < SALE_SHARE and not plan.base["service"]
    rate = random.choice(SALE_RATES)
    agency_share = 1 - random.uniform(0.02, 0.05) if random.random() < LOWER_FOR_AGENCIES else 1.0
    prices = []
    for _, factor in plan.base["options"]["values"]:
        full = rounded(level * factor)
        sale = rounded(full * (100 - rate) / 100) if is_sale else None
        prices.append(VariantPrices(full, rounded(full * agency_share), sale if sale and sale < full else None))
    return prices


class PriceBook:
    """Keeps one maker's price level for one thing, so that a larger size is dearer than a smaller one."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int, int], float] = {}

    def level(self, random: Random, plan: ListingPlan) -> float:
        low, high = plan.base["price"]
        key = (plan.base["key"], plan.vendor.id, plan.round)
        if key not in self._places:
            self._places[key] = random.uniform(low, high) * plan.vendor.price_level
        by_kind = 1 + 0.03 * (plan.a % 3)
        return self._places[key] * by_kind * plan.base["listings"]["b_factor"][plan.b]
