"""Many new products of one enterprise at once: drafts that nobody sees yet, with their variants and prices, in a fixed number of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from market.catalog.models import (
    Product,
    ProductChannelListing,
    ProductType,
    ProductVariant,
    VariantChannelListing,
)
from market.catalog.services.listing_changes_apply import goods_race
from market.catalog.services.product_listing_prices_update import product_listing_prices_update
from market.catalog.services.products_touch import products_touch
from market.channels.models import Channel
from market.core import audit, clock
from market.core.actor import Actor
from market.core.rich_text import clean_rich_text, plain_text
from market.core.tax import TaxKind
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for

LONGEST_SLUG = 200


@dataclass(frozen=True, kw_only=True)
class NewVariant:
    """A way to buy a new product. ``prices``: channel id -> won, VAT included."""

    name: str = ""
    sku: str | None = None
    prices: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NewProduct:
    """A new product as it was checked before: every id is one, every text fits its column."""

    product_type_id: int
    category_id: int
    name: str
    tax_kind: TaxKind
    variants: Sequence[NewVariant]
    summary: str = ""
    description: Mapping[str, Any] | None = None
    is_quote_only: bool = False
    minimum_order_quantity: int = 1
    dispatch_days: int | None = None
    origin_country: str = ""
    weight_grams: int | None = None
    notice_type_id: int | None = None
    notice: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entered:
    """The keys of one product and of its variants, in their order."""

    product_id: int
    variant_ids: list[int]


def products_enter(*, vendor_id: int, entries: Sequence[NewProduct], actor: Actor) -> list[Entered]:
    """Enter all of them or none. The number of statements does not depend on how many there are.

    Raises NotFound and PermissionDenied for who may not list for the enterprise, AlreadyTaken when a SKU was taken meanwhile.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_LISTINGS, field="vendor")
    if not entries:
        return []
    with transaction.atomic(), goods_race():
        products = _products(Vendor.objects.get(pk=vendor_id), entries)
        variants = _variants(products, entries)
        _prices(products, variants, entries)
        for product, own in zip(products, variants, strict=True):
            product.default_variant = own[0]
        Product.objects.bulk_update(products, ["default_variant"])
        ids = [product.pk for product in products]
        audit.record_each(
            actor=actor,
            action="catalog.product_create",
            subject_type="Product",
            changes={pk: {"vendor": vendor_id} for pk in ids},
        )
        product_listing_prices_update(ids)
        products_touch(ids)
    return [Entered(product.pk, [row.pk for row in own]) for product, own in zip(products, variants, strict=True)]


def _products(vendor: Vendor, entries: Sequence[NewProduct]) -> list[Product]:
    now = clock.now()
    types = ProductType.objects.in_bulk({entry.product_type_id for entry in entries})
    rows = [
        Product(
            vendor=vendor,
            product_type=types[entry.product_type_id],
            category_id=entry.category_id,
            name=entry.name,
            slug=slug,
            summary=entry.summary,
            description=clean_rich_text(entry.description, field="description"),
            description_plaintext=plain_text(entry.description),
            tax_kind=entry.tax_kind,
            is_quote_only=entry.is_quote_only,
            minimum_order_quantity=entry.minimum_order_quantity,
            dispatch_days=vendor.dispatch_days if entry.dispatch_days is None else entry.dispatch_days,
            origin_country=entry.origin_country,
            weight_grams=entry.weight_grams,
            notice_type_id=entry.notice_type_id,
            notice=dict(entry.notice),
            created_at=now,
            updated_at=now,
        )
        for entry, slug in zip(entries, _free_slugs([entry.name for entry in entries]), strict=True)
    ]
    return Product.objects.bulk_create(rows)


def _free_slugs(names: Sequence[str]) -> list[str]:
    """An address for each name that no product has: the name itself, or with a number behind it. One statement for all."""
    bases = [slugify(name, allow_unicode=True)[:LONGEST_SLUG] or "product" for name in names]
    like = Q()
    for base in set(bases):
        like |= Q(slug=base) | Q(slug__startswith=f"{base}-")
    taken = set(Product.objects.filter(like).values_list("slug", flat=True))
    counted: Counter[str] = Counter()
    slugs = []
    for base in bases:
        slug = base
        while slug in taken:
            counted[base] += 1
            slug = f"{base}-{counted[base] + 1}"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _variants(products: Sequence[Product], entries: Sequence[NewProduct]) -> list[list[ProductVariant]]:
    rows = [
        [
            ProductVariant(
                product=product, name=variant.name or product.name, sku=variant.sku or None, sort_order=place
            )
            for place, variant in enumerate(entry.variants)
        ]
        for product, entry in zip(products, entries, strict=True)
    ]
    ProductVariant.objects.bulk_create([row for own in rows for row in own])
    return rows


def _prices(
    products: Sequence[Product], variants: Sequence[Sequence[ProductVariant]], entries: Sequence[NewProduct]
) -> None:
    channels = Channel.objects.in_bulk()
    listings, prices = [], []
    for product, own, entry in zip(products, variants, entries, strict=True):
        priced = sorted({pk for variant in entry.variants for pk in variant.prices})
        listings += [
            ProductChannelListing(product=product, channel=channels[pk], currency=channels[pk].currency_code)
            for pk in priced
        ]
        prices += [
            VariantChannelListing(
                variant=row,
                channel=channels[pk],
                currency=channels[pk].currency_code,
                price_amount=price,
                discounted_price_amount=price,
            )
            for row, variant in zip(own, entry.variants, strict=True)
            for pk, price in variant.prices.items()
        ]
    ProductChannelListing.objects.bulk_create(listings)
    VariantChannelListing.objects.bulk_create(prices)
