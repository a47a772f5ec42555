"""What the market offers for a variant right now: price, availability and stock come out together, as one answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from market.catalog.models import Product, ProductVariant
from market.catalog.rules.quantity_prices import QuantityStep, next_step, price_for, steps_in, taken_step
from market.catalog.selectors.product_pages import product_columns
from market.catalog.selectors.quantity_prices import STEPS_COLUMN
from market.catalog.selectors.variants import HEAVY_FIELDS, VariantListing
from market.catalog.selectors.view import LISTING_COLUMNS, Listing
from market.catalog.sql import columns, fetch, remember_related
from market.channels.models import Channel
from market.checkout.errors import (
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    UnavailableVariant,
    VariantError,
    VendorOnHoliday,
)
from market.core import clock
from market.core.money import Money
from market.vendors.models import Vendor, VendorStatus
from market.vendors.states import is_on_holiday

FACTS = f"""{STEPS_COLUMN}, pt.is_shipping_required, vl.price_amount, vl.discounted_price_amount,
    (SELECT COALESCE(sum(s.quantity - s.quantity_allocated), 0)::int FROM inventory_stock s
     JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id AND wc.channel_id = vl.channel_id
     WHERE s.variant_id = v.id),
    COALESCE(v.weight_grams, p.weight_grams, pt.weight_grams, 0),
    (SELECT COALESCE(NULLIF(m.artwork, ''), m.image) FROM catalog_productmedia m WHERE m.product_id = p.id ORDER BY m.sort_order, m.id LIMIT 1),
    {LISTING_COLUMNS}"""  # noqa: S608 - constant names only
SOURCE = """catalog_productvariant v
    JOIN catalog_product p ON p.id = v.product_id
    JOIN catalog_producttype pt ON pt.id = p.product_type_id
    JOIN vendors_vendor d ON d.id = p.vendor_id
    LEFT JOIN catalog_variantchannellisting vl ON vl.variant_id = v.id AND vl.channel_id = %s
    LEFT JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.channel_id = %s"""


@dataclass(frozen=True, slots=True)
class Offer:
    """One variant in one channel. ``unit`` is what one costs now, ``steps`` what each costs from more pieces on.

    ``refusal`` says why it cannot be bought, ``held_refusal`` why not even at the price of a quote; ``free`` is None where stock is not kept.
    """

    variant: ProductVariant
    product: Product
    vendor: Vendor
    unit: Money
    undiscounted: Money
    steps: tuple[QuantityStep, ...]
    free: int | None
    is_shipping_required: bool
    weight_grams: int
    artwork: str
    listing: VariantListing | None
    product_listing: Listing | None
    refusal: type[VariantError] | None
    held_refusal: type[VariantError] | None

    def unit_for(self, pieces: int) -> Money:
        """What each of so many pieces costs now: the lowest of the price of now and the quantity prices they reach."""
        return Money.of(price_for(self.unit.amount, self.steps, pieces), self.unit.currency)

    def step_for(self, pieces: int) -> QuantityStep | None:
        """The quantity price that so many pieces cost, where one sets their price."""
        return taken_step(self.unit.amount, self.steps, pieces)

    def step_after(self, pieces: int) -> QuantityStep | None:
        """The next quantity price that would be lower."""
        return next_step(self.unit.amount, self.steps, pieces)


def offers_get(*, variant_ids: Iterable[int], channel: Channel) -> dict[int, Offer]:
    """The offer of each existing variant, in one statement."""
    variant, product = columns(ProductVariant, "v", HEAVY_FIELDS), product_columns()
    vendor = columns(Vendor, "d")
    rows = fetch(
        f"SELECT {variant.text}, {product.text}, {vendor.text}, {FACTS} FROM {SOURCE} WHERE v.id = ANY(%s::bigint[])",  # noqa: S608
        (channel.pk, channel.pk, sorted(set(variant_ids))),
    )
    now = clock.now()
    offers: dict[int, Offer] = {}
    for row in rows:
        start, end = variant.width, variant.width + product.width
        made = (
            variant.instance(row[:start]),
            product.instance(row[start:end]),
            vendor.instance(row[end : end + vendor.width]),
        )
        offers[made[0].pk] = _offer(*made, row[end + vendor.width :], channel, now)
    return offers


def _offer(
    variant: Any, product: Any, vendor: Vendor, facts: Sequence[Any], channel: Channel, now: dt.datetime
) -> Offer:
    steps, is_shipping_required, price, discounted, free, weight, artwork, *listed = facts
    remember_related(variant, "product", product)
    remember_related(product, "vendor", vendor)
    listing = Listing._make(listed) if listed[0] is not None else None
    return Offer(
        variant=variant,
        product=product,
        vendor=vendor,
        unit=Money.of(_or_zero(price if discounted is None else discounted), channel.currency_code),
        undiscounted=Money.of(_or_zero(price), channel.currency_code),
        steps=steps_in(steps),
        free=max(free, 0) if variant.track_inventory else None,
        is_shipping_required=is_shipping_required,
        weight_grams=weight,
        artwork=artwork or "",
        listing=VariantListing(channel.currency_code, price, discounted) if price is not None else None,
        product_listing=listing,
        refusal=_refusal(product, vendor, listing, price, now),
        held_refusal=_held_refusal(vendor, listing, now),
    )


def _or_zero(amount: Any) -> Any:
    return 0 if amount is None else amount


def _refusal(
    product: Product, vendor: Vendor, listing: Listing | None, price: Any, now: dt.datetime
) -> type[VariantError] | None:
    if not _is_published(listing, now):
        return ProductNotPublished
    if price is None:
        return UnavailableVariant
    if product.is_quote_only:
        return ProductQuoteOnly
    refusal = _held_refusal(vendor, listing, now)
    if refusal is not None:
        return refusal
    return VendorOnHoliday if is_on_holiday(vendor, now.astimezone(clock.SEOUL).date()) else None


def _held_refusal(vendor: Vendor, listing: Listing | None, now: dt.datetime) -> type[VariantError] | None:
    """A quote brings its own price and outlives holidays; it does not outlive the product or its enterprise."""
    if listing is None or not _is_published(listing, now):
        return ProductNotPublished
    on_sale_from = listing.available_for_purchase_at
    is_sold = on_sale_from is not None and on_sale_from <= now and vendor.status == VendorStatus.ACTIVE
    return None if is_sold else ProductUnavailable


def _is_published(listing: Listing | None, now: dt.datetime) -> bool:
    return (
        listing is not None and listing.is_published and (listing.published_at is None or listing.published_at <= now)
    )
