"""How large a seeded market is. ``full`` has the size that the real mall reported for January to September 2022."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from market.core.clock import seoul_day_start

SEED = "ieum-2022"
MARKET_OPENS = seoul_day_start(dt.date(2016, 3, 2))
ORDERS_BEGIN = dt.date(2021, 1, 1)
FIGURES_BEGIN = dt.date(2022, 1, 1)
FIGURES_END = dt.date(2022, 10, 1)  # the first day after the reported period
CATALOGUE_CLOSES = seoul_day_start(dt.date(2022, 9, 30))  # vendors, products and members are all there before


@dataclass(frozen=True, slots=True)
class Size:
    """The wanted numbers. ``order_share``: orders per month as a share of the full market's."""

    name: str
    vendors: int
    products: int
    members: int
    figures_orders: int | None = None
    figures_sales: int | None = None
    order_share: float = 1.0
    has_exact_campaigns: bool = False


SIZES = {
    size.name: size
    for size in (
        Size("small", vendors=60, products=600, members=80, order_share=0.007),
        Size(
            "full",
            vendors=690,
            products=14_101,
            members=2_728,
            figures_orders=9_249,
            figures_sales=1_888_000_000,
            has_exact_campaigns=True,
        ),
        Size("million", vendors=20_690, products=1_000_000, members=2_728, order_share=0.02),
    )
}
