"""What is bought together: products there were on the day, in amounts a citizen or an office would order."""

from __future__ import annotations

import bisect
import datetime as dt
import math
from itertools import accumulate
from random import Random

from market.seeding.campaigns import CampaignPlan
from market.seeding.draw import random_for
from market.seeding.order_plans import LinePlan
from market.seeding.products import ProductPlan

LINE_COUNTS = {"citizen": ((1, 2, 3, 4), (52, 29, 13, 6)), "public": ((1, 2, 3, 4), (58, 27, 11, 4))}
# Median and spread of what one line comes to, in won, and the dearest single piece.
AMOUNTS = {"citizen": (27_000, 0.55), "public": (165_000, 0.85)}
DEAREST = {"citizen": 160_000, "public": 1_600_000}
SAME_VENDOR_CHANCE = 0.42
CAMPAIGN_CHANCE = 0.24
TRIES = 12


class Shelf:
    """The products of one channel in the order of their listing, some far more liked than others."""

    def __init__(self, products: list[ProductPlan], channel: str) -> None:
        random = random_for(f"popularity/{channel}")
        self.channel = channel
        listed = [one for one in products if channel in one.channels]
        liking = [random.paretovariate(1.4) for _ in listed]
        kept = [
            (one, min(weight, 60.0))
            for one, weight in zip(listed, liking, strict=True)
            if not one.base["quote_only"] and _least_amount(one, channel) <= DEAREST[channel] * 1.5
        ]
        self.products = [one for one, _ in kept]
        self.moments = [one.created_at for one in self.products]
        self.sums = list(accumulate(weight for _, weight in kept))
        self.by_vendor: dict[int, list[ProductPlan]] = {}
        for one in self.products:
            self.by_vendor.setdefault(one.vendor_id, []).append(one)

    def pick(self, random: Random, moment: dt.datetime) -> ProductPlan:
        count = bisect.bisect_left(self.moments, moment)
        return self.products[bisect.bisect_left(self.sums, random.random() * self.sums[count - 1], 0, count - 1)]

    def pick_of(self, random: Random, vendor_id: int, moment: dt.datetime) -> ProductPlan:
        """Another product of the same enterprise."""
        own = self.by_vendor[vendor_id]
        product = random.choice(own)
        return product if product.created_at < moment else own[0]


def _least_amount(product: ProductPlan, channel: str) -> int:
    prices = product.variants[0].prices
    return (prices.citizen if channel == "citizen" else prices.public) * max(product.base["lead"]["minimum"], 1)


class Basket:
    """Fills one order."""

    def __init__(self, shelves: dict[str, Shelf], campaigns: list[CampaignPlan]) -> None:
        self.shelves = shelves
        self.campaigns = campaigns

    def lines(self, random: Random, channel: str, moment: dt.datetime, growth: float = 1.0) -> list[LinePlan]:
        running = [one for one in self.campaigns if one.is_running(moment, channel)]
        running.sort(key=lambda one: (one.starts_at, one.id))
        counts, weights = LINE_COUNTS[channel]
        lines: dict[int, LinePlan] = {}
        for _ in range(random.choices(counts, weights)[0]):
            line = self._line(random, channel, moment, running, lines, growth)
            lines.setdefault(line.variant.id, line)
        return list(lines.values())

    def lines_of(self, random: Random, channel: str, vendor_id: int, moment: dt.datetime) -> list[LinePlan]:
        """An order from one enterprise alone."""
        shelf, (median, _) = self.shelves[channel], AMOUNTS[channel]
        picked = [shelf.pick_of(random, vendor_id, moment) for _ in range(random.choice((1, 1, 2)))]
        lines = [_line_of(random, product, channel, median) for product in picked]
        return list({line.variant.id: line for line in lines}.values())

    def _line(
        self,
        random: Random,
        channel: str,
        moment: dt.datetime,
        running: list[CampaignPlan],
        so_far: dict[int, LinePlan],
        growth: float,
    ) -> LinePlan:
        shelf = self.shelves[channel]
        median, spread = AMOUNTS[channel]
        for turn in range(TRIES):
            if not turn and running and random.random() < CAMPAIGN_CHANCE:
                product = random.choice(random.choice(running).products)
            elif so_far and random.random() < SAME_VENDOR_CHANCE:
                product = shelf.pick_of(random, next(iter(so_far.values())).product.vendor_id, moment)
            else:
                product = shelf.pick(random, moment)
            wanted = random.lognormvariate(math.log(median * growth), spread)
            line = _line_of(random, product, channel, wanted) if channel in product.channels else None
            if line and (line.total <= wanted * 2.2 or turn == TRIES - 1):
                break
        else:
            line = _line_of(random, shelf.pick(random, moment), channel, median)
        attributed = [one.id for one in running if line.product.id in one.product_ids]
        line.campaign_id = attributed[-1] if attributed else None
        return line


def _line_of(random: Random, product: ProductPlan, channel: str, wanted: float) -> LinePlan:
    """As many pieces as come near to the wanted amount: few for a citizen, round numbers for an office."""
    variant = random.choice(product.variants)
    prices = variant.prices
    full = prices.citizen if channel == "citizen" else prices.public
    unit = prices.sale or full if channel == "citizen" else full
    least = max(product.base["lead"]["minimum"], 1)
    pieces = max(round(wanted / unit), 1)
    if channel == "citizen":
        pieces = min(pieces, random.choice((1, 1, 1, 2, 2, 3, 4)))
    elif pieces > 12:
        pieces = round(pieces, -1)
    return LinePlan(product, variant, full, unit, max(pieces, least))
