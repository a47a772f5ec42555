"""Which enterprise sells which combination of a base product's two axes.

A strip is one value of the first axis with all values of the second: what one maker would offer of one thing. Every strip goes to
one enterprise, so each combination, and with it each name, is there once.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from random import Random

from market.seeding.draw import moment_between, random_for
from market.seeding.sizes import CATALOGUE_CLOSES, Size
from market.seeding.sources import Entry, SeedSourceError
from market.seeding.vendors import VendorPlan

LEAST, MOST = 4, 70
ASKED_STRIPS = 5000
SAMPLE = 60  # so many makers are asked, so that a million products are shared out in good time
AxisPlace = tuple[int, int]


@dataclass(slots=True)
class ListingPlan:
    """One product to be: a base, a place on each axis, and who makes it."""

    base: Entry
    a: int
    b: int
    vendor: VendorPlan
    created_at: dt.datetime
    round: int = 0


@dataclass(slots=True)
class Strip:
    base: Entry
    a: int
    bs: list[int]
    vendor: VendorPlan | None = None
    round: int = 0


def _combinations(base: Entry) -> int:
    return len(base["listings"]["a"]) * len(base["listings"]["b"])


def supply_of(bases: list[Entry]) -> Counter[str]:
    """How many combinations each category has."""
    supply: Counter[str] = Counter()
    for base in bases:
        supply[base["category"]] += _combinations(base)
    return supply


def plan_listings(size: Size, bases: list[Entry], vendors: list[VendorPlan]) -> list[ListingPlan]:
    """Exactly ``size.products`` listings, oldest first; every enterprise has some."""
    random = random_for("listings")
    strips = _strips(random, size, bases)
    _assign(random, strips, vendors)
    _trim(random, strips, size.products)
    plans = _dated(random, strips)
    plans.sort(key=lambda plan: (plan.created_at, plan.vendor.id, plan.base["key"], plan.a, plan.b, plan.round))
    return plans


def _strips(random: Random, size: Size, bases: list[Entry]) -> list[Strip]:
    total = sum(_combinations(base) for base in bases)
    if size.products > total and size.name != "million":
        raise SeedSourceError(f"The base products give {total} listings, but {size.products} are wanted.")
    rounds = -(-size.products // total)
    surplus = 1.2  # what trimming needs
    strips = [
        Strip(base, a, list(range(len(base["listings"]["b"]))), round=turn)
        for turn in range(rounds)
        for base in bases
        for a in range(len(base["listings"]["a"]))
    ]
    random.shuffle(strips)
    needed, so_far = size.products * surplus, 0
    for number, strip in enumerate(strips):
        so_far += len(strip.bs)
        if so_far >= needed:
            return strips[: number + 1]
    return strips


class _Makers:
    """Who can make what, and how much each has taken on."""

    def __init__(self, vendors: list[VendorPlan]) -> None:
        self.vendors = vendors
        self.load: Counter[int] = Counter()
        self.by_category: defaultdict[str, list[VendorPlan]] = defaultdict(list)
        self.by_top: defaultdict[str, list[VendorPlan]] = defaultdict(list)
        for vendor in vendors:
            for category in vendor.categories:
                self.by_category[category].append(vendor)
            for top in vendor.fields:
                self.by_top[top].append(vendor)

    def choose(self, random: Random, strip: Strip) -> VendorPlan:
        """The least busy maker of the right kind; failing that of the category, of the field, of the market."""
        category, makers = strip.base["category"], set(strip.base["makers"])
        groups = (self.by_category[category], self.by_top[category.split("/")[0]], self.vendors)
        for group in groups:
            some = random.sample(group, SAMPLE) if len(group) > SAMPLE else group
            able = [one for one in some if self.load[one.id] + len(strip.bs) <= MOST]
            if able:
                fitting = [one for one in able if makers & set(one.kinds)]
                return min(fitting or able, key=lambda one: ((self.load[one.id] + 1) / one.weight, one.id))
        raise SeedSourceError("There are too few vendors for so many products.")


def _assign(random: Random, strips: list[Strip], vendors: list[VendorPlan]) -> None:
    makers = _Makers(vendors)
    for strip in strips:
        strip.vendor = makers.choose(random, strip)
        makers.load[strip.vendor.id] += len(strip.bs)
    _feed_the_idle(random, strips, makers)


def _feed_the_idle(random: Random, strips: list[Strip], makers: _Makers) -> None:
    """Whoever got nothing takes a strip over from the busiest maker, of its own category where there is one."""
    for vendor in [one for one in makers.vendors if not makers.load[one.id]]:
        asked = random.sample(strips, ASKED_STRIPS) if len(strips) > ASKED_STRIPS else strips
        busy = [strip for strip in asked if strip.vendor and makers.load[strip.vendor.id] > 2 * len(strip.bs)]
        busy = busy or [strip for strip in strips if strip.vendor and makers.load[strip.vendor.id] > len(strip.bs)]
        own = [strip for strip in busy if strip.base["category"] in vendor.categories]
        field = [strip for strip in busy if strip.base["category"].split("/")[0] in vendor.fields]
        strip = max(own or field or busy, key=lambda one: makers.load[one.vendor.id] if one.vendor else 0)
        assert strip.vendor
        makers.load[strip.vendor.id] -= len(strip.bs)
        strip.vendor = vendor
        makers.load[vendor.id] += len(strip.bs)


def _trim(random: Random, strips: list[Strip], wanted: int) -> None:
    """Drop single combinations until the number is exact; nobody falls below the least."""
    load: Counter[int] = Counter()
    for strip in strips:
        assert strip.vendor
        load[strip.vendor.id] += len(strip.bs)
    surplus = sum(load.values()) - wanted
    while surplus > 0:
        strip = random.choice(strips)
        assert strip.vendor
        if len(strip.bs) > 2 and load[strip.vendor.id] > LEAST:
            strip.bs.pop(random.randrange(len(strip.bs)))
            load[strip.vendor.id] -= 1
            surplus -= 1


def _dated(random: Random, strips: list[Strip]) -> list[ListingPlan]:
    """Each listing has a day of its own between its maker's joining and the close of the catalogue, so that the newest goods are a mixed shelf."""
    plans = []
    for strip in strips:
        assert strip.vendor
        joined = strip.vendor.joined_at
        for b in strip.bs:
            start = joined + (CATALOGUE_CLOSES - joined) * random.random() ** 1.6
            day = moment_between(random, max(start, joined), min(start + dt.timedelta(days=3), CATALOGUE_CLOSES))
            moment = min(max(day, joined), CATALOGUE_CLOSES - dt.timedelta(minutes=1))
            plans.append(ListingPlan(strip.base, strip.a, b, strip.vendor, moment, strip.round))
    return plans
