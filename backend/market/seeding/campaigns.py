"""Exhibitions: what each shows, from ``campaigns.yaml``."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from random import Random

from market.campaigns.models import Campaign, CampaignProduct
from market.seeding.copier import Copier
from market.seeding.draw import random_for
from market.seeding.products import ProductPlan
from market.seeding.reference import CHANNELS
from market.seeding.sizes import Size
from market.seeding.sources import Entry, source

SCENES = {
    "chuseok": "chuseok/peach/0", "seollal": "seollal/rose/0", "family": "family/lilac/0", "zero-waste": "zero-waste/sage/0",
    "year-end": "year-end/indigo/0",
}  # fmt: skip
OTHER_SCENES = ("market/mist/0", "workshop-window/sand/0", "sewing-room/straw/0", "kitchen/pine/0")
LOOKED_AT = 50_000  # so many products are enough to choose from
FESTIVE = ("선물", "세트", "상자", "보자기", "답례", "한과", "꾸러미", "묶음")
FESTIVE_SEASONS = ("chuseok", "seollal", "family", "year-end")


@dataclass(slots=True)
class CampaignPlan:
    id: int
    entry: Entry
    starts_at: dt.datetime
    ends_at: dt.datetime
    products: list[ProductPlan]
    product_ids: frozenset[int]

    def is_running(self, moment: dt.datetime, channel: str) -> bool:
        return self.starts_at <= moment < self.ends_at and channel in self.entry["channels"]


def plan_campaigns(products: list[ProductPlan], size: Size) -> list[CampaignPlan]:
    """Every exhibition with its products, listed before it began."""
    random = random_for("campaigns")
    plans = []
    products = products[:: max(len(products) // LOOKED_AT, 1)]
    for number, entry in enumerate(source("campaigns.yaml"), start=1):
        starts = dt.datetime.fromisoformat(entry["starts"])
        ends = dt.datetime.fromisoformat(entry["ends"]) + dt.timedelta(seconds=1)
        chosen = _choose(random, entry, [one for one in products if one.created_at < starts], size)
        plans.append(CampaignPlan(number, entry, starts, ends, chosen, frozenset(one.id for one in chosen)))
    return plans


def _choose(random: Random, entry: Entry, products: list[ProductPlan], size: Size) -> list[ProductPlan]:
    """Products of the named fields and values, from no more enterprises than the exhibition had."""
    wanted, values = set(entry["pick"]["categories"]), set(entry["pick"]["values"])
    by_vendor: defaultdict[int, list[ProductPlan]] = defaultdict(list)
    for product in products:
        fits = product.base["category"].split("/")[0] in wanted and not product.base["service"]
        has_value = not values or values & set(product.value_codes)
        if fits and has_value and not product.base["quote_only"] and set(product.channels) & set(entry["channels"]):
            by_vendor[product.vendor_id].append(product)
    scale = min(len(products) / 8000, 1.0)
    vendor_count = max(int(entry["vendor_count"] * scale), 4)
    count = max(int(entry["product_count"] * scale), 8) if size.name != "full" else entry["product_count"]
    ranked = sorted(by_vendor, key=lambda vendor: (-_appeal(random, by_vendor[vendor], count / vendor_count), vendor))
    pools = [sorted(by_vendor[one], key=lambda product: _rank(random, product, entry)) for one in ranked[:vendor_count]]
    chosen: list[ProductPlan] = []
    while len(chosen) < count and any(pools):
        for pool in pools:
            if pool and len(chosen) < count:
                chosen.append(pool.pop(0))
    return chosen


def _appeal(random: Random, products: list[ProductPlan], needed: float) -> float:
    """Chance decides, but an exhibition needs makers with enough to show."""
    return random.random() + (1 if len(products) >= needed else len(products) / max(needed, 1))


def _rank(random: Random, product: ProductPlan, entry: Entry) -> float:
    is_festive = entry["season"] in FESTIVE_SEASONS and any(word in product.name for word in FESTIVE)
    return random.random() - (0.6 if is_festive else 0)


def load_campaigns(copier: Copier, plans: list[CampaignPlan]) -> None:
    copied = ("slug", "title", "title_en", "subtitle", "subtitle_en", "description", "description_en", "season")
    rows = []
    for plan in plans:
        picture = SCENES.get(plan.entry["season"]) or OTHER_SCENES[plan.id % len(OTHER_SCENES)]
        rows.append((plan.id, plan.starts_at, plan.ends_at, picture, True, *(plan.entry[name] for name in copied)))
    copier.copy(Campaign, ("id", "starts_at", "ends_at", "artwork", "is_sample", *copied), rows)
    copier.link(Campaign, "channels", [(plan.id, CHANNELS[code]) for plan in plans for code in plan.entry["channels"]])
    copier.copy(
        CampaignProduct,
        ("campaign", "product", "sort_order"),
        ((plan.id, product.id, order) for plan in plans for order, product in enumerate(plan.products)),
    )
    copier.advance_sequences(Campaign)
