"""All orders of a market: months of them, then the sums that the figures demand, then the demo accounts' own."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from itertools import accumulate
from random import Random

from market.core.clock import seoul_day_start
from market.seeding.baskets import Basket, Shelf
from market.seeding.campaigns import CampaignPlan
from market.seeding.draw import random_for, working_moment
from market.seeding.order_calendar import CITIZEN_SHARE, moments, months, orders_of_month
from market.seeding.order_plans import OrderPlan
from market.seeding.people import BuyerPlan, Population
from market.seeding.products import ProductPlan
from market.seeding.settle import Settlement
from market.seeding.sizes import FIGURES_BEGIN, FIGURES_END, Size
from market.seeding.sources import SeedSourceError

GUEST_SHARE = 0.3
# Days before the seed's day on which the demo accounts ordered, and what should be seen there now.
DEMO_CITIZEN = (
    (1, "unpaid"),
    (2, "preparing"),
    (5, "partly"),
    (19, "done"),
    (47, "cancelled"),
    (96, "done"),
    (210, "returned"),
    (402, "done"),
)
DEMO_AGENCY = (
    (1, "preparing"),
    (4, "preparing"),
    (9, "partly"),
    (26, "done"),
    (83, "done"),
    (201, "done"),
    (388, "done"),
)
# What the demo enterprise has to send now, and what it sold in the weeks before.
DEMO_ENTERPRISE = (
    *((channel, days, "preparing") for channel in ("citizen", "public") for days in (1, 2, 4)),
    ("citizen", 6, "preparing"),
    *(("citizen" if days % 3 else "public", days, "done") for days in range(9, 84, 5)),
    *(("citizen" if days % 2 else "public", days, "done") for days in range(366, 448, 9)),
)


class Buyers:
    """Who orders: members from the day they joined, the early ones more often; guests."""

    def __init__(self, population: Population) -> None:
        self.guests = population.guests
        self._groups: dict[str, tuple[list[BuyerPlan], list[dt.datetime], list[float]]] = {}
        random = random_for("buyers")
        for channel, group in (("citizen", population.citizens), ("public", population.agency_members)):
            ordered = sorted((one for one in group if not one.is_demo), key=lambda one: (one.joined_at, one.email))
            weights = list(accumulate(random.paretovariate(1.6) for _ in ordered))
            self._groups[channel] = (ordered, [one.joined_at for one in ordered], weights)

    def draw(self, random: Random, channel: str, moment: dt.datetime) -> BuyerPlan:
        group, joined, sums = self._groups[channel]
        count = bisect_left(joined, moment)
        if channel == "citizen" and (not count or random.random() < GUEST_SHARE):
            return random.choice(self.guests)
        return group[bisect_left(sums, random.random() * sums[count - 1], 0, count - 1)]


def plan_orders(
    size: Size,
    as_of: dt.date,
    products: list[ProductPlan],
    population: Population,
    campaigns: list[CampaignPlan],
    demo_vendor_id: int | None = None,
) -> list[OrderPlan]:
    """Every order placed before the seed's day, oldest first, numbered. ``demo_vendor_id``: who has orders to send, for the demo."""
    if size.figures_orders and as_of < FIGURES_END:
        raise SeedSourceError(
            f"The full market holds the figures up to {FIGURES_END}: choose a later day with --as-of."
        )
    basket = Basket({channel: Shelf(products, channel) for channel in ("citizen", "public")}, campaigns)
    buyers = Buyers(population)
    orders = [order for month in months(as_of) for order in _month(month, size, basket, buyers, campaigns)]
    end = seoul_day_start(as_of)
    orders = [order for order in orders if order.at < end]
    if size.has_exact_campaigns:
        _settle_campaigns(orders, campaigns)
    if size.figures_orders and size.figures_sales:
        _settle_figures(orders, size.figures_sales)
    orders.extend(_demo_orders(as_of, population, basket))
    if demo_vendor_id is not None and population.demo_citizen is not None:
        orders.extend(_demo_sales(as_of, basket, buyers, demo_vendor_id))
    orders.sort(key=lambda order: (order.at, order.buyer.email))
    return orders


def _month(
    month: dt.date, size: Size, basket: Basket, buyers: Buyers, campaigns: list[CampaignPlan]
) -> list[OrderPlan]:
    """A month has a generator of its own: the day of the seed only cuts the last one off."""
    random = random_for(f"orders/{month:%Y-%m}")
    busy = [(one.starts_at.date(), one.ends_at.date()) for one in campaigns]
    count = orders_of_month(month, size)
    citizens = round(count * CITIZEN_SHARE)
    growth = 1 + 0.03 * (month.year - 2021)
    orders = []
    for channel, part in (("citizen", citizens), ("public", count - citizens)):
        for moment in moments(random, month, channel, part, busy):
            lines = basket.lines(random, channel, moment, growth)
            fate = (random.random(), random.random(), random.random(), random.random())
            orders.append(OrderPlan(moment, channel, buyers.draw(random, channel, moment), lines, fate))
    in_figures = FIGURES_BEGIN <= month < FIGURES_END
    for order in orders:
        order.must_stand = in_figures
    return orders


def _settle_campaigns(orders: list[OrderPlan], campaigns: list[CampaignPlan]) -> None:
    """The lines of each exhibition with a published result come to exactly that. Their orders all stand."""
    for campaign in campaigns:
        target = campaign.entry.get("sales_target")
        if not target:
            continue
        own = [order for order in orders if any(line.campaign_id == campaign.id for line in order.lines)]
        pairs = [(order, line) for order in own for line in order.lines if line.campaign_id == campaign.id]
        for order in own:
            order.must_stand = True

        def amount(order: OrderPlan, campaign_id: int = campaign.id) -> int:
            return sum(line.total for line in order.lines if line.campaign_id == campaign_id)

        Settlement(own, pairs, amount, target).settle()


def _settle_figures(orders: list[OrderPlan], target: int) -> None:
    """The orders of the reported months come to exactly the reported sales, by what the agencies ordered outside exhibitions."""
    first, last = seoul_day_start(FIGURES_BEGIN), seoul_day_start(FIGURES_END)
    own = [order for order in orders if first <= order.at < last]
    pairs = [
        (order, line) for order in own if order.channel == "public" for line in order.lines if not line.campaign_id
    ]
    Settlement(own, pairs, lambda order: order.total, target).settle()


def _demo_orders(as_of: dt.date, population: Population, basket: Basket) -> list[OrderPlan]:
    """Orders of the demo accounts in the states that one wants to see; none within the reported months."""
    random = random_for("demo-orders")
    orders = []
    for buyer, channel, wanted in (
        (population.demo_citizen, "citizen", DEMO_CITIZEN),
        (population.demo_agency, "public", DEMO_AGENCY),
    ):
        if buyer is None:
            continue
        for days, story in wanted:
            day = as_of - dt.timedelta(days=days)
            while channel == "public" and day.weekday() > 4:
                day -= dt.timedelta(days=1)
            lines = basket.lines(random, channel, working_moment(random, day))
            while story == "partly" and len({line.product.vendor_id for line in lines}) < 2:
                lines = basket.lines(random, channel, working_moment(random, day))
            moment = working_moment(random, day)
            if day >= FIGURES_END and all(line.is_shipped or channel == "public" for line in lines):
                orders.append(OrderPlan(moment, channel, buyer, lines, (0.5, 0.5, 0.5, 0.5), story=story))
    return orders


def _demo_sales(as_of: dt.date, basket: Basket, buyers: Buyers, vendor_id: int) -> list[OrderPlan]:
    """Orders that other people placed with the demo enterprise; none within the reported months."""
    random = random_for("demo-sales")
    orders = []
    for channel, days, story in DEMO_ENTERPRISE:
        day = as_of - dt.timedelta(days=days)
        moment = working_moment(random, day)
        if day < FIGURES_END or vendor_id not in basket.shelves[channel].by_vendor:
            continue
        lines = basket.lines_of(random, channel, vendor_id, moment)
        orders.append(
            OrderPlan(moment, channel, buyers.draw(random, channel, moment), lines, (0.5, 0.5, 0.5, 0.5), story=story)
        )
    return orders
