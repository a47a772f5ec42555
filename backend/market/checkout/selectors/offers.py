"""What the market offers for a variant right now: price, availability and stock come out together, as one answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from market.catalog.models import Product, ProductMedia, ProductVariant
from market.catalog.selectors.variants import VariantListing
from market.channels.models import Channel
from market.checkout.errors import (
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    UnavailableVariant,
    VariantError,
)
from market.core import clock
from market.core.money import Money
from market.inventory.selectors.stock_available import free_pieces
from market.vendors.models import Vendor, VendorStatus


@dataclass(frozen=True, slots=True)
class Offer:
    """One variant in one channel. ``refusal`` says why it cannot be bought; ``free`` is None where stock is not kept."""

    variant: ProductVariant
    unit: Money
    undiscounted: Money
    free: int | None
    artwork: str
    listing: VariantListing | None
    refusal: type[VariantError] | None

    @property
    def product(self) -> Product:
        return self.variant.product

    @property
    def vendor(self) -> Vendor:
        return self.variant.product.vendor

    @property
    def is_shipping_required(self) -> bool:
        return self.product.product_type.is_shipping_required


def offers_get(*, variant_ids: Iterable[int], channel: Channel) -> dict[int, Offer]:
    """The offer of each existing variant, in one statement."""
    drawing = (
        ProductMedia.objects.filter(product_id=OuterRef("product_id"))
        .order_by("sort_order", "id")
        .values("artwork")[:1]
    )
    variants = ProductVariant.objects.filter(pk__in=set(variant_ids)).order_by("pk")
    rows = variants.select_related("product__vendor", "product__product_type").annotate(
        listing=FilteredRelation("channel_listings", condition=Q(channel_listings__channel=channel.pk)),
        product_listing=FilteredRelation(
            "product__channel_listings", condition=Q(product__channel_listings__channel=channel.pk)
        ),
        offer_price=F("listing__price_amount"),
        offer_discounted=F("listing__discounted_price_amount"),
        offer_published=F("product_listing__is_published"),
        offer_published_at=F("product_listing__published_at"),
        offer_from=F("product_listing__available_for_purchase_at"),
        offer_free=free_pieces(),
        offer_artwork=Subquery(drawing),
    )
    now = clock.now()
    return {row.pk: _offer(row, channel, now) for row in rows}


def _offer(row: Any, channel: Channel, now: dt.datetime) -> Offer:
    undiscounted = row.offer_price
    price = row.offer_discounted if row.offer_discounted is not None else undiscounted
    return Offer(
        variant=row,
        unit=Money.of(price or 0, channel.currency_code),
        undiscounted=Money.of(undiscounted or 0, channel.currency_code),
        free=max(row.offer_free, 0) if row.track_inventory else None,
        artwork=row.offer_artwork or "",
        listing=VariantListing(channel.currency_code, undiscounted, row.offer_discounted)
        if undiscounted is not None
        else None,
        refusal=_refusal(row, now),
    )


def _refusal(row: Any, now: dt.datetime) -> type[VariantError] | None:
    if not row.offer_published or (row.offer_published_at is not None and row.offer_published_at > now):
        return ProductNotPublished
    if row.offer_price is None:
        return UnavailableVariant
    if row.product.is_quote_only:
        return ProductQuoteOnly
    if row.offer_from is None or row.offer_from > now or row.product.vendor.status != VendorStatus.ACTIVE:
        return ProductUnavailable
    return None
