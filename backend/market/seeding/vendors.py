"""The enterprises: the hand-written ones first, then as many as are wanted, composed from ``vendors/names.yaml``."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django.utils.text import slugify

from market.core.clock import seoul_day_start
from market.inventory.models import Warehouse, WarehouseChannel
from market.seeding.copier import Copier
from market.seeding.draw import People, Pictures, Places, business_number, moment_between, phone, random_for, uuid_of
from market.seeding.reference import CHANNELS, ZONE, Reference
from market.seeding.sizes import CATALOGUE_CLOSES, MARKET_OPENS, Size
from market.seeding.sources import Entry, source
from market.shipping.models import ShippingZone
from market.vendors.models import Vendor

SEOUL_SHARE = 0.88
FEES = ((2500, 2), (3000, 9), (3500, 4), (4000, 2), (0, 1))
FREE_FROM = ((30_000, 3), (40_000, 2), (50_000, 8), (70_000, 3), (100_000, 2), (None, 2))
SURCHARGES = ((3000, 5), (4000, 2), (5000, 4))
CARRIERS = (("택배", 8), ("우체국 택배", 3), ("직접 배송", 1))
CARRIERS_EN = {"택배": "parcel", "우체국 택배": "Korea Post parcel", "직접 배송": "by the enterprise itself"}
MAIN_VENDOR = "두손공방"  # the demo vendor's enterprise
SECOND_VENDOR = "흙손도예"  # another one with an account, so that two can be seen answering one request


@dataclass(slots=True)
class VendorPlan:
    """An enterprise as it will be stored, and what it can make."""

    id: int
    name: str
    name_en: str
    slug: str
    place: Entry
    fields: list[str]
    categories: list[str]
    kinds: list[str]
    founded: int
    members: int
    introduction: str
    introduction_en: str
    art: str
    is_handwritten: bool
    representative: str = ""
    email: str = ""
    joined_at: dt.datetime = MARKET_OPENS
    phone: str = ""
    fee: int = 3000
    free_from: int | None = 50_000
    surcharge: int = 3000
    dispatch_days: int = 2
    weight: float = 1.0
    warehouse_id: UUID = field(default_factory=lambda: UUID(int=0))
    price_level: float = 1.0

    @property
    def top(self) -> str:
        return self.fields[0]


class VendorWorkshop:
    """Plans enterprises. ``supply``: how many listings there are in each category, so that makers gather where there is work."""

    def __init__(self, size: Size, supply: Counter[str]) -> None:
        self.size = size
        self.supply = supply
        self.random = random_for("vendors")
        self.places = Places()
        self.people = People()
        self.kinds: list[Entry] = source("certificate_kinds.yaml")
        self.parts: dict[str, Entry] = source("vendors/names.yaml")
        self.plans: list[VendorPlan] = []
        self._slugs: set[str] = set()
        self._names: set[str] = set()

    def plan(self) -> list[VendorPlan]:
        for entry in source("vendors/handwritten.yaml")[: self.size.vendors]:
            self._handwritten(entry)
        self._composed(self.size.vendors - len(self.plans))
        for plan in self.plans:
            self._complete(plan)
        return self.plans

    def _handwritten(self, entry: Entry) -> None:
        self._add(
            name=entry["name"], name_en=entry["name_en"], place=self.places.by_code[entry["district"]],
            fields=list(entry["fields"]), categories=list(entry["categories"]), kinds=[entry["kind"], *entry["also"]],
            founded=int(entry["founded"]), members=int(entry["members"]), introduction=entry["introduction"],
            introduction_en=entry["introduction_en"], art=entry["art"], is_handwritten=True,
        )  # fmt: skip

    def _add(self, *, name: str, name_en: str, **facts: Any) -> VendorPlan:
        stem = slugify(name_en) or f"vendor-{len(self.plans) + 1}"
        slug = stem if stem not in self._slugs else f"{stem}-{len(self.plans) + 1}"
        self._slugs.add(slug)
        self._names.add(name)
        plan = VendorPlan(id=len(self.plans) + 1, name=name, name_en=name_en, slug=slug, **facts)
        self.plans.append(plan)
        return plan

    def _composed(self, wanted: int) -> None:
        """Each pair of a head and a tail once; the category with most work for its makers gets the next one."""
        makers: defaultdict[str, float] = defaultdict(float)
        for plan in self.plans:
            _share_out(makers, plan.categories)
        tails: defaultdict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for top, part in self.parts.items():
            for tail in part["tails"]:
                for category in tail["categories"]:
                    tails[category].append((top, tail))
        free = {top: self._free_pairs(part) for top, part in self.parts.items()}
        open_categories = [category for category in self.supply if tails[category]]
        for _ in range(wanted):
            category = max(open_categories, key=lambda one: (self.supply[one] / (makers[one] + 0.35), one))
            fresh = [(top, tail) for top, tail in tails[category] if free[top][tail["ko"]]]
            top, tail = self.random.choice(fresh or tails[category])
            self._compose(top, tail, self._head(free, top, tail), first=category)
            _share_out(makers, tail["categories"])

    def _free_pairs(self, part: Entry) -> dict[str, list[Entry]]:
        pairs = {tail["ko"]: list(part["heads"]) for tail in part["tails"]}
        for heads in pairs.values():
            self.random.shuffle(heads)
        return pairs

    def _head(self, free: dict[str, dict[str, list[Entry]]], top: str, tail: Entry) -> Entry:
        """A head not yet joined with this tail. A market of a million borrows heads from everywhere and numbers them."""
        heads = free[top][tail["ko"]]
        while heads:
            head = heads.pop()
            if head["ko"] + tail["ko"] not in self._names:
                return head
        while True:
            part = self.random.choice(list(self.parts.values()))
            head, place = self.random.choice(part["heads"]), self.random.choice(self.places.all)
            number = self.random.randint(2, 99)
            name = {"ko": f"{place['name']} {head['ko']}", "en": f"{place['name_en']} {head['en']}"}
            for candidate in (head, name, {"ko": f"{name['ko']}{number}", "en": f"{name['en']} {number}"}):
                if candidate["ko"] + tail["ko"] not in self._names:
                    return candidate

    def _compose(self, top: str, tail: Entry, head: Entry, *, first: str) -> None:
        random, part = self.random, self.parts[top]
        place = self.places.draw(random, elsewhere_share=1 - SEOUL_SHARE)
        founded, members = random.randint(2008, 2020), random.choice((4, 5, 6, 7, 8, 9, 11, 12, 14, 16, 19, 23, 28, 35))
        categories = sorted(tail["categories"], key=lambda one: one != first)
        name, name_en = head["ko"] + tail["ko"], f"{head['en']} {tail['en']}"
        korean, english = [], []
        for group in ("first", "second"):
            fitting = [
                one for one in part[group] if not one.get("categories") or set(one["categories"]) & set(categories)
            ]
            sentence = random.choice(fitting or part[group])
            facts = {"members": members, "founded": founded}
            korean.append(sentence["ko"].format(name=name, district=place["name"], **facts))
            english.append(sentence["en"].format(name=name_en, district=place["name_en"], **facts))
        self._add(
            name=name, name_en=name_en, place=place, fields=[top], categories=categories, kinds=[], founded=founded,
            members=members, introduction=" ".join(korean), introduction_en=" ".join(english),
            art=self._art(categories[0]), is_handwritten=False,
        )  # fmt: skip

    def _art(self, category: str) -> str:
        top = next(entry for entry in source("categories.yaml") if entry["key"] == category.split("/")[0])
        return next((child["art"] for child in top["children"] if child["key"] == category), top["art"])

    def _complete(self, plan: VendorPlan) -> None:
        random = self.random
        if not plan.kinds:
            plan.kinds = self._draw_kinds()
        plan.representative = self.people.draw(random, (5, 4, 1, 0)).name
        plan.email = f"{plan.slug[:50]}@vendor.example"
        plan.phone = phone(random)
        start = max(MARKET_OPENS, seoul_day_start(dt.date(min(plan.founded, 2021), 7, 1)))
        early = min(start + (CATALOGUE_CLOSES - start) * random.random() ** 1.25, CATALOGUE_CLOSES)
        plan.joined_at = moment_between(random, early, early + dt.timedelta(days=20))
        plan.joined_at = min(plan.joined_at, CATALOGUE_CLOSES - dt.timedelta(days=12))
        plan.fee = _one_of(random, FEES)
        plan.free_from = None if plan.fee == 0 else _one_of(random, FREE_FROM)
        plan.surcharge = _one_of(random, SURCHARGES)
        plan.dispatch_days = random.choice((1, 2, 2, 2, 3, 3, 5))
        plan.weight = random.lognormvariate(0, 0.55) * (1.25 if plan.is_handwritten else 1.0)
        plan.price_level = random.uniform(0.95, 1.07)
        plan.warehouse_id = uuid_of(random)

    def _draw_kinds(self) -> list[str]:
        random = self.random
        first = random.choices(self.kinds, [kind["share"] for kind in self.kinds])[0]["code"]
        kinds = [first]
        for kind in self.kinds:
            fits = not kind.get("extra_for") or first in kind["extra_for"]
            if kind["code"] != first and fits and random.random() < kind["extra_chance"]:
                kinds.append(kind["code"])
        return kinds


def _share_out(makers: defaultdict[str, float], categories: list[str]) -> None:
    """One enterprise, spread over what it makes."""
    for category in categories:
        makers[category] += 1 / len(categories)


def _one_of(random: Random, choices: tuple[tuple[Any, int], ...]) -> Any:
    return random.choices([value for value, _ in choices], [weight for _, weight in choices])[0]


def legal_name(plan: VendorPlan) -> str:
    """The name on the register, by the form of the enterprise."""
    if "SOCIAL_COOP" in plan.kinds[:1]:
        return f"사회적협동조합 {plan.name}"
    if plan.kinds[0] == "COOP" and "협동조합" not in plan.name:
        return f"{plan.name} 협동조합"
    forms = (
        ("주식회사 {}", "{} 주식회사", "유한회사 {}", "{}")
        if plan.kinds[0] != "VILLAGE"
        else ("{} 영농조합법인", "주식회사 {}")
    )
    return forms[plan.id % len(forms)].format(plan.name)


def main_vendor(plans: list[VendorPlan]) -> VendorPlan:
    """The enterprise the demo account works for."""
    return next(plan for plan in plans if plan.name == MAIN_VENDOR)


def second_vendor(plans: list[VendorPlan]) -> VendorPlan:
    """The enterprise the second demo account works for."""
    return next(plan for plan in plans if plan.name == SECOND_VENDOR)


def load_vendors(copier: Copier, plans: list[VendorPlan], reference: Reference, pictures: Pictures) -> None:
    """Store the enterprises and the place each one ships from."""
    random, places = random_for("vendor-addresses"), Places()
    copier.copy(
        Vendor,
        (
            "id", "slug", "name", "name_en", "legal_name", "representative", "business_number", "mail_order_number", "phone",
            "email", "postal_code", "address", "district", "introduction", "introduction_en", "founded_on", "member_count",
            "joined_at", "is_sample", "artwork", "delivery_fee", "free_delivery_from", "remote_area_surcharge", "return_fee",
            "dispatch_days", "carrier", "carrier_en",
        ),
        (_row(plan, reference, pictures, random, places) for plan in plans),
    )  # fmt: skip
    copier.copy(
        Warehouse,
        ("id", "vendor", "name", "slug"),
        ((plan.warehouse_id, plan.id, f"{plan.name} 출고지", f"{plan.slug}-{plan.id}") for plan in plans),
    )
    served = [(plan.warehouse_id, channel) for plan in plans for channel in CHANNELS.values()]
    copier.copy(WarehouseChannel, ("warehouse", "channel"), served)
    copier.link(ShippingZone, "warehouses", [(ZONE, plan.warehouse_id) for plan in plans])
    copier.advance_sequences(Vendor)


def _row(plan: VendorPlan, reference: Reference, pictures: Pictures, random: Random, places: Places) -> tuple[Any, ...]:
    place = plan.place
    mail_order = f"제{plan.joined_at.year}-{place['mail_order_area']}-{random.randrange(10_000):04d}호"
    address = f"{place['province']} {place['name']} {places.street(random, place)}"
    floor = random.choice(("", "", " 2층", " 3층", " 지하 1층", " 1층", " 101호", " 204호"))
    founded_on = dt.date(plan.founded, random.randint(1, 12), random.randint(1, 28))
    artwork, carrier = pictures.take(plan.art)[0], _one_of(random, CARRIERS)
    return (
        plan.id, plan.slug, plan.name, plan.name_en, legal_name(plan), plan.representative, business_number(plan.id),
        mail_order, plan.phone, plan.email, places.postal_code(random, place), address + floor,
        reference.districts[place["code"]], plan.introduction, plan.introduction_en, founded_on, plan.members,
        plan.joined_at, True, artwork, plan.fee, plan.free_from, plan.surcharge, max(plan.fee, 2500),
        plan.dispatch_days, carrier, CARRIERS_EN[carrier],
    )  # fmt: skip
