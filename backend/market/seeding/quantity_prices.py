"""Prices by the quantity: on goods that agencies buy by the box. A stage of its own, so that nothing else is drawn differently."""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random

from market.catalog.models import QuantityPrice
from market.seeding.copier import Copier
from market.seeding.draw import random_for
from market.seeding.prices import rounded
from market.seeding.products import ProductPlan
from market.seeding.reference import CHANNELS

SHARE = 0.55  # of the goods for agencies
SHARE_FOR_CITIZENS = 0.4  # of those
RATES = ((3, 5, 8), (4, 7, 10), (5, 8, 12), (3, 6), (5, 10))
# Up to this price of one (won) it takes so many: cheap things are bought by the hundred, dear ones by the handful.
QUANTITIES = ((3_000, (100, 300, 1000)), (12_000, (30, 100, 300)), (40_000, (20, 50, 100)), (150_000, (10, 30, 50)))
QUANTITIES_OF_THE_DEAREST = (5, 10, 20)
Step = tuple[int, int]


def load_quantity_prices(copier: Copier, plans: list[ProductPlan]) -> None:
    copier.copy(QuantityPrice, ("variant", "channel", "minimum_quantity", "price_amount"), _rows(plans))


def _rows(plans: list[ProductPlan]) -> Iterator[tuple[int, int, int, int]]:
    random = random_for("quantity prices")
    for plan in plans:
        rates = _rates(random, plan)
        for channel in _channels(random, plan) if rates else ():
            for variant in plan.variants:
                price = variant.prices.citizen if channel == "citizen" else variant.prices.public
                for minimum, amount in quantity_steps(price, rates, plan.base["lead"]["minimum"]):
                    yield variant.id, CHANNELS[channel], minimum, amount


def _rates(random: Random, plan: ProductPlan) -> tuple[int, ...]:
    """Per cent off at each step; none for services, for what is made on demand, and for what agencies cannot buy."""
    drawn, rates = random.random(), random.choice(RATES)
    is_for_agencies = "public" in plan.channels and not plan.base["service"] and not plan.base["quote_only"]
    return rates if is_for_agencies and drawn < SHARE else ()


def _channels(random: Random, plan: ProductPlan) -> list[str]:
    """Agencies always; citizens for some of them."""
    both = random.random() < SHARE_FOR_CITIZENS
    return [channel for channel in plan.channels if channel == "public" or both]


def quantity_steps(price: int, rates: tuple[int, ...], least: int) -> list[Step]:
    """(from so many pieces, what each costs): each later and lower than the one before, from twice the least order on, below the price."""
    quantities = next((pieces for most, pieces in QUANTITIES if price <= most), QUANTITIES_OF_THE_DEAREST)
    times = math.ceil(max(2 * least / quantities[0], 1))
    steps: list[Step] = []
    for pieces, rate in zip(quantities, rates, strict=False):
        amount = rounded(price * (100 - rate) / 100)
        if amount < (steps[-1][1] if steps else price):
            steps.append((pieces * times, amount))
    return steps
