"""Stories, from ``stories/*.md``: front matter and a body in Markdown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from random import Random
from typing import Any

from market.content.models import Story, StoryProduct
from market.core.clock import SEOUL
from market.seeding.copier import Copier, as_json
from market.seeding.draw import Pictures, random_for
from market.seeding.editor import document, markdown_document
from market.seeding.products import ProductPlan
from market.seeding.reference import Reference
from market.seeding.sources import Entry, folder, front_matter
from market.seeding.vendors import VendorPlan

CHARACTERS_A_MINUTE = 450
LEAST_SHOWN, SHOWN_PRODUCTS = 3, 6


def load_stories(
    copier: Copier, vendors: list[VendorPlan], products: list[ProductPlan], reference: Reference, pictures: Pictures
) -> None:
    """Store the stories and link each to its enterprise and its products."""
    random = random_for("stories")
    by_name = {vendor.name: vendor for vendor in vendors}
    of_base: defaultdict[str, list[ProductPlan]] = defaultdict(list)
    of_vendor: defaultdict[int, list[ProductPlan]] = defaultdict(list)
    for product in products:
        of_base[product.base["key"]].append(product)
        of_vendor[product.vendor_id].append(product)
    rows: list[tuple[Any, ...]] = []
    links: list[tuple[int, int, int]] = []
    for number, (front, body) in enumerate(_stories(), start=1):
        vendor = by_name.get(front.get("vendor", "")) or _any_of(random, vendors, front.get("vendor_hint"))
        rows.append(_row(number, front, body, vendor, reference, pictures))
        shown = _products(front, vendor, of_base, of_vendor)
        links.extend((number, product.id, order) for order, product in enumerate(shown))
    fields = (
        "id", "slug", "title", "title_en", "lead", "lead_en", "body", "body_en", "kind", "theme", "vendor", "author_name",
        "artwork", "published_at", "reading_minutes", "is_sample",
    )  # fmt: skip
    copier.copy(Story, fields, rows)
    copier.copy(StoryProduct, ("story", "product", "sort_order"), links)
    copier.advance_sequences(Story)


def _stories() -> list[tuple[Entry, str]]:
    return [front_matter(f"stories/{path.name}") for path in sorted((folder() / "stories").glob("*.md"))]


def _any_of(random: Random, vendors: list[VendorPlan], hint: str | None) -> VendorPlan | None:
    fitting = [vendor for vendor in vendors if hint in vendor.fields]
    return random.choice(fitting) if fitting else None


def _row(
    number: int, front: Entry, body: str, vendor: VendorPlan | None, reference: Reference, pictures: Pictures
) -> tuple[Any, ...]:
    published = dt.datetime.combine(dt.date.fromisoformat(str(front["published"])), dt.time(10), tzinfo=SEOUL)
    return (
        number, front["slug"], front["title"], front["title_en"], front["lead"], front["lead_en"],
        as_json(markdown_document(body)), as_json(document(front["abstract_en"].strip())), front["kind"].lower(),
        reference.themes[front["theme"]], vendor.id if vendor else None, front["author"], pictures.take(front["art"])[0],
        published, max(len(body) // CHARACTERS_A_MINUTE, 1) + 1, True,
    )  # fmt: skip


def _products(
    front: Entry,
    vendor: VendorPlan | None,
    of_base: dict[str, list[ProductPlan]],
    of_vendor: dict[int, list[ProductPlan]],
) -> list[ProductPlan]:
    """One product of each named base, of the story's own enterprise where it makes it; at least three in all, if there are."""
    vendor_id = vendor.id if vendor else 0
    shown: dict[int, ProductPlan] = {}
    for key in front["product_keys"]:
        own_first = sorted(of_base.get(key, []), key=lambda one: (one.vendor_id != vendor_id, one.id))
        shown.update({product.id: product for product in own_first[:1]})
    for product in of_vendor.get(vendor_id, []):
        if len(shown) >= LEAST_SHOWN:
            break
        shown[product.id] = product
    return list(shown.values())[:SHOWN_PRODUCTS]
