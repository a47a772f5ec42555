"""Names and texts of products, put together from a base product and its place on the two axes."""

from __future__ import annotations

import re
from typing import Any

from market.seeding.editor import document
from market.seeding.listings import ListingPlan
from market.seeding.sources import Entry, source

SPACES = re.compile(r"\s+")
ON_THE_PAGE, ON_THE_PAGE_EN = "상세페이지 참조", "See the product page"
HANGUL = re.compile("[가-힣]")
# First words that keep their capital inside an English name.
PROPER = re.compile(
    r"^(?:[A-Z]{2}|[A-Z]\d|Korean|Seoul|Jeju|Naju|Andong|Braille|Hangul|Hanji|Chuseok|Seollal|English|Excel|USB|LED)"
)


def axis_value(base: Entry, axis: str, place: int, suffix: str = "") -> str:
    return str(base["listings"][f"{axis}{suffix}"][place]).strip()


def product_name(plan: ListingPlan) -> str:
    """The Korean name: the pattern filled, without the gaps that empty values leave."""
    base = plan.base
    filled = base["listings"]["pattern"].format(
        a=axis_value(base, "a", plan.a), b=axis_value(base, "b", plan.b), name=base["name"]
    )
    name = SPACES.sub(" ", filled).strip()
    return f"{plan.vendor.name} {name}" if plan.round else name


def product_name_en(plan: ListingPlan) -> str:
    base = plan.base
    first, second = axis_value(base, "a", plan.a, "_en"), axis_value(base, "b", plan.b, "_en")
    noun = base["name_en"]
    if first and not PROPER.match(noun):
        noun = noun[:1].lower() + noun[1:]
    if first:
        first = first[:1].upper() + first[1:]
    name = SPACES.sub(" ", f"{first} {noun}").strip()
    return (f"{name}, {second}" if second else name)[:250]


def product_slug(plan: ListingPlan) -> str:
    """The base's key and where on the axes the product stands: readable, and distinct by construction."""
    end = f"-{plan.round}" if plan.round else ""
    return f"{plan.base['key']}-{plan.a + 1}{plan.b + 1}{end}"


def paragraphs(plan: ListingPlan) -> list[str]:
    """The base's own words, and a last one that names the maker."""
    vendor, days = plan.vendor, plan.base["lead"]["dispatch_days"]
    where = f"{vendor.place['name']}의 {vendor.name}에서"
    if plan.base["service"]:
        last = f"{where} 맡아 진행해요. 주문 뒤 {max(days, 1)}일 안에 연락해 날짜와 장소를 함께 정해요."
    else:
        last = f"{where} 준비해 주문 뒤 {max(days, 1)}일 안에 보내 드려요."
    return [*(str(one).strip() for one in plan.base["description"]), last]


def facts(plan: ListingPlan) -> list[str]:
    """The short facts; which kind and size it is comes first."""
    base = plan.base
    own = [f"{axis_value(base, 'a', plan.a)}", axis_value(base, "b", plan.b)]
    return [*(one for one in own if one), *map(str, base["facts"])]


def description(plan: ListingPlan) -> tuple[dict[str, Any], str]:
    """The description, as a document and as plain text."""
    texts, points = paragraphs(plan), facts(plan)
    return document(*texts, facts=points), " ".join([*texts, *points])


def description_en(plan: ListingPlan) -> dict[str, Any]:
    base, vendor = plan.base, plan.vendor
    days = max(base["lead"]["dispatch_days"], 1)
    within = f"within {days} day{'s' if days > 1 else ''}"
    place = vendor.place["name_en"]
    if base["service"]:
        closing = (
            f"Provided by {vendor.name_en} in {place}, who will call {within} of your order to agree on date and place."
        )
    else:
        closing = f"Made ready by {vendor.name_en} in {place} and sent {within} of your order."
    first, second = axis_value(base, "a", plan.a, "_en"), axis_value(base, "b", plan.b, "_en")
    points = [f"Kind: {first}" if first else "", f"Specification: {second}" if second else ""]
    return document(base["summary_en"], closing, facts=[point for point in points if point])


def notice(plan: ListingPlan, fields: list[str]) -> dict[str, str]:
    """All fields that the law asks for: the item's own first, then what the enterprise adds, else where it can be read."""
    base, vendor = plan.base, plan.vendor
    own = {code: str(value) for code, value in base["notice"]["fields"].items()}
    maker = f"{vendor.name} / {vendor.place['province']} {vendor.place['name']}"
    filled = {
        "producer": maker,
        "manufacturer": maker,
        "provider": vendor.name,
        "contact": f"{vendor.name} {vendor.phone}",
        "country": str(base["origin"]),
        "origin": str(base["origin"]),
        "warranty": "관련 법과 소비자분쟁해결기준에 따라 보상",
        "dates": "보내는 날에 맞춰 표시",
        "made_on": "보내는 날에 가까운 생산분, 포장에 표시",
        "released_on": "보내는 날에 가까운 생산분",
        "published_on": "책 뒤쪽에 표시",
        "import_declaration": "해당 없음",
        "gmo": "해당 없음",
        "cancellation": "시작 3일 전까지 전액 환불",
        "item": base["name"],
    }
    return {code: own.get(code) or filled.get(code, ON_THE_PAGE) for code in fields}


def notice_en(plan: ListingPlan, fields: list[str]) -> dict[str, str]:
    """The same facts in English: the item's own values are looked up, the others are said anew."""
    base, vendor = plan.base, plan.vendor
    english = source("notice_values_en.yaml")
    maker = f"{vendor.name_en} / {vendor.place['name_en']}, {vendor.place['province_en']}"
    origin = english[str(base["origin"])]
    filled = {
        "producer": maker,
        "manufacturer": maker,
        "provider": vendor.name_en,
        "contact": f"{vendor.name_en} {vendor.phone}",
        "country": origin,
        "origin": origin,
        "warranty": "Compensation by law and the consumer dispute resolution standards",
        "dates": "Marked as of the day of dispatch",
        "made_on": "From a run close to the day of dispatch, marked on the package",
        "released_on": "From a run close to the day of dispatch",
        "published_on": "Printed at the back of the book",
        "import_declaration": "Not applicable",
        "gmo": "Not applicable",
        "cancellation": "Full refund up to 3 days before the start",
        "item": base["name_en"],
    }
    own = {code: _value_en(english, str(value)) for code, value in base["notice"]["fields"].items()}
    return {code: own.get(code) or filled.get(code, ON_THE_PAGE_EN) for code in fields}


def _value_en(english: dict[str, str], value: str) -> str:
    """Values without Hangul (measures, numbers) are the same in English."""
    return english[value] if HANGUL.search(value) else value
