"""Products with all that belongs to them, streamed table by table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from market.catalog.models import (
    Product,
    ProductAttributeValue,
    ProductChannelListing,
    ProductMedia,
    ProductTranslation,
    ProductVariant,
    ValueClaim,
    VariantAttributeValue,
    VariantChannelListing,
)
from market.inventory.models import Stock
from market.seeding.copier import Copier, as_json
from market.seeding.draw import Pictures, moment_between, random_for
from market.seeding.listings import ListingPlan
from market.seeding.options import option_en
from market.seeding.prices import PriceBook, VariantPrices, variant_prices
from market.seeding.reference import CHANNELS, KIND_AXIS, SPEC_AXIS, Reference
from market.seeding.sources import Entry
from market.seeding.words import (
    axis_value,
    description,
    description_en,
    notice,
    notice_en,
    product_name,
    product_name_en,
    product_slug,
)

SOLD_OUT_SHARE = 0.02
LISTED_ANEW = 0.35
COVERED_BY_STOCK = (8, 15, 24, 40, 60, 90, 120, 200, 350, 500, 800, 1200)


@dataclass(slots=True)
class VariantPlan:
    id: int
    name: str
    sku: str
    prices: VariantPrices


@dataclass(slots=True)
class ProductPlan:
    """A product as stored. Orders are later made from these. ``channels``: where most of its buyers are; it is listed in both."""

    id: int
    listing: ListingPlan
    name: str
    slug: str
    channels: tuple[str, ...]
    variants: list[VariantPlan]
    pictures: list[str]

    @property
    def base(self) -> Entry:
        return self.listing.base

    @property
    def created_at(self) -> dt.datetime:
        return self.listing.created_at

    @property
    def vendor_id(self) -> int:
        return self.listing.vendor.id

    @property
    def value_codes(self) -> list[str]:
        return list(dict.fromkeys(claim["value"] for claim in self.base["claims"]))


def plan_products(listings: list[ListingPlan], pictures: Pictures) -> list[ProductPlan]:
    """Choose names, prices and pictures; ids follow the day of listing."""
    random, book = random_for("products"), PriceBook()
    plans: list[ProductPlan] = []
    variant_id = 0
    for number, listing in enumerate(listings, start=1):
        prices = variant_prices(random, listing, book.level(random, listing))
        variants: list[VariantPlan] = []
        for (label, _), price in zip(listing.base["options"]["values"], prices, strict=True):
            variant_id += 1
            sku = f"{listing.vendor.id:03d}-{number:05d}-{len(variants) + 1}"
            variants.append(VariantPlan(variant_id, str(label), sku, price))
        channels = tuple(code for code in CHANNELS if code in listing.base["channels"])
        gallery = pictures.take(listing.base["art"], random.choice((1, 2, 2, 3)))
        plans.append(
            ProductPlan(number, listing, product_name(listing), product_slug(listing), channels, variants, gallery)
        )
    return plans


def load_products(copier: Copier, plans: list[ProductPlan], reference: Reference) -> None:
    """Store the products and their rows in every room up to the stock."""
    _products(copier, plans, reference)
    _translations(copier, plans)
    _attribute_values(copier, plans, reference)
    _variants(copier, plans, reference)
    _media(copier, plans)
    _listings(copier, plans)
    _claims(copier, plans, reference)
    _stocks(copier, plans)
    copier.advance_sequences(Product, ProductVariant)


def _products(copier: Copier, plans: list[ProductPlan], reference: Reference) -> None:
    fields = (
        "id", "product_type", "vendor", "category", "name", "slug", "summary", "description", "description_plaintext",
        "tax_kind", "is_quote_only", "minimum_order_quantity", "dispatch_days", "origin_country", "notice_type", "notice",
        "notice_en", "value_codes", "default_variant", "is_sample", "created_at", "updated_at",
    )  # fmt: skip
    copier.copy(Product, fields, (_product(plan, reference) for plan in plans))


def _product(plan: ProductPlan, reference: Reference) -> tuple[Any, ...]:
    base, kind = plan.base, plan.base["notice"]["type"]
    text, plain = description(plan.listing)
    return (
        plan.id, reference.product_types[kind, base["service"]], plan.vendor_id, reference.categories[base["category"]],
        plan.name, plan.slug, base["summary"][:300], as_json(text), plain, base["tax"].lower(), base["quote_only"],
        max(base["lead"]["minimum"], 1), base["lead"]["dispatch_days"], str(base["origin"])[:60], reference.notice_types[kind],
        as_json(notice(plan.listing, reference.notice_fields[kind])), as_json(notice_en(plan.listing, reference.notice_fields[kind])),
        plan.value_codes, plan.variants[0].id, True, plan.created_at, plan.created_at,
    )  # fmt: skip


def _translations(copier: Copier, plans: list[ProductPlan]) -> None:
    rows = (
        (
            plan.id,
            "en",
            product_name_en(plan.listing),
            plan.base["summary_en"][:400],
            as_json(description_en(plan.listing)),
        )
        for plan in plans
    )
    copier.copy(ProductTranslation, ("product", "language_code", "name", "summary", "description"), rows)


def _attribute_values(copier: Copier, plans: list[ProductPlan], reference: Reference) -> None:
    def rows() -> Iterator[tuple[int, int, int]]:
        for plan in plans:
            for order, (axis, name) in enumerate((("a", KIND_AXIS), ("b", SPEC_AXIS))):
                value = axis_value(plan.base, axis, getattr(plan.listing, axis))
                if value:
                    yield plan.id, reference.attribute_values[name, value], order

    copier.copy(ProductAttributeValue, ("product", "value", "sort_order"), rows())


def _variants(copier: Copier, plans: list[ProductPlan], reference: Reference) -> None:
    copier.copy(
        ProductVariant,
        ("id", "product", "sku", "name", "name_en", "sort_order", "track_inventory", "created_at", "updated_at"),
        (
            (
                variant.id, plan.id, variant.sku, variant.name, option_en(variant.name), order, not plan.base["service"],
                plan.created_at, plan.created_at,
            )
            for plan in plans
            for order, variant in enumerate(plan.variants)
        ),
    )  # fmt: skip
    copier.copy(
        VariantAttributeValue,
        ("variant", "value"),
        (
            (variant.id, reference.attribute_values["option:" + plan.base["options"]["name"], variant.name])
            for plan in plans
            for variant in plan.variants
        ),
    )


def _media(copier: Copier, plans: list[ProductPlan]) -> None:
    rows = ((plan.id, picture, plan.name, order) for plan in plans for order, picture in enumerate(plan.pictures))
    copier.copy(ProductMedia, ("product", "artwork", "alt", "sort_order"), rows)


def _published(copier: Copier, plans: list[ProductPlan]) -> dict[int, dt.datetime]:
    """Most goods have stood there since they were made; a third was listed anew on some later day, so that the newest are a mixed shelf."""
    random = random_for("published")
    until = copier.moment - dt.timedelta(days=1)
    return {
        plan.id: moment_between(random, plan.created_at, until) if random.random() < LISTED_ANEW else plan.created_at
        for plan in plans
    }


def _listings(copier: Copier, plans: list[ProductPlan]) -> None:
    published = _published(copier, plans)
    copier.copy(
        ProductChannelListing,
        (
            "product", "channel", "is_published", "published_at", "available_for_purchase_at", "currency",
            "price_amount", "price_max_amount", "discounted_price_amount", "discounted_price_max_amount",
        ),
        (
            (plan.id, CHANNELS[channel], True, published[plan.id], plan.created_at, "KRW", *_price_range(plan, channel))
            for plan in plans
            for channel in CHANNELS
        ),
    )  # fmt: skip
    copier.copy(
        VariantChannelListing,
        ("variant", "channel", "currency", "price_amount", "discounted_price_amount"),
        (
            (variant.id, CHANNELS[channel], "KRW", *_price_in(variant.prices, channel))
            for plan in plans
            for channel in CHANNELS
            for variant in plan.variants
        ),
    )


def _price_in(prices: VariantPrices, channel: str) -> tuple[int, int | None]:
    return (prices.citizen, prices.sale) if channel == "citizen" else (prices.public, None)


def _price_range(plan: ProductPlan, channel: str) -> tuple[int, int, int, int]:
    """What ``product_listing_prices_update`` would find; written at once, so that no row is written twice."""
    full, sale = zip(*(_price_in(variant.prices, channel) for variant in plan.variants), strict=True)
    now = [lowered or price for price, lowered in zip(full, sale, strict=True)]
    return min(full), max(full), min(now), max(now)


def _claims(copier: Copier, plans: list[ProductPlan], reference: Reference) -> None:
    random = random_for("claims")

    def rows() -> Iterator[tuple[Any, ...]]:
        for plan in plans:
            for claim in plan.base["claims"]:
                checked = plan.created_at.date() + dt.timedelta(days=random.randint(0, 40))
                issued = checked - dt.timedelta(days=random.randint(20, 300))
                yield (
                    plan.id, reference.themes[claim["value"]], claim["statement"][:200], claim["statement_en"][:250],
                    claim["evidence"][:250], claim["evidence_en"][:300], issued, checked,
                )  # fmt: skip

    fields = ("product", "theme", "statement", "statement_en", "evidence", "evidence_en", "issued_on", "checked_on")
    copier.copy(ValueClaim, fields, rows())


def _stocks(copier: Copier, plans: list[ProductPlan]) -> None:
    random = random_for("stocks")
    rows = (
        (variant.id, plan.listing.vendor.warehouse_id, _pieces(random, plan))
        for plan in plans
        if not plan.base["service"]
        for variant in plan.variants
    )
    copier.copy(Stock, ("variant", "warehouse", "quantity"), rows)


def _pieces(random: Random, plan: ProductPlan) -> int:
    """What lies on the shelf: several of the least order, a few nothing."""
    if random.random() < SOLD_OUT_SHARE:
        return 0
    least = max(plan.base["lead"]["minimum"], 1)
    return random.choice(COVERED_BY_STOCK) + random.randint(0, 9) + least * random.randint(2, 12)
