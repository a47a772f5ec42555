"""How a product stands in channels, and what its variants cost there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from market.catalog.errors import InvalidPrice, NotAssignedToChannel
from market.catalog.models import Product, ProductChannelListing, ProductVariant, QuantityPrice, VariantChannelListing
from market.catalog.services.attribute_payloads import moment_of
from market.channels.models import Channel
from market.core import clock
from market.core.errors import NotFound
from market.core.global_ids import to_global_id
from market.core.money import CURRENCY_PLACES, DECIMAL_PLACES, MAX_DIGITS

HIGHEST = Decimal(10) ** (MAX_DIGITS - DECIMAL_PLACES) - 1


def variant_price_set(*, variant: ProductVariant, channel_id: int, price: Mapping[str, Any] | None) -> None:
    """Write what a variant costs in a channel, VAT included; None takes it out. ``price`` holds ``price`` (None: listed, not yet priced),
    ``discountedPrice`` (what it costs now, if less), ``priorPrice``, ``costPrice`` as decimal texts.

    Raises NotFound for the channel, NotAssignedToChannel for a product that is not in it, InvalidPrice.
    """
    if price is None:
        VariantChannelListing.objects.filter(variant=variant, channel=channel_id).delete()
        QuantityPrice.objects.filter(variant=variant, channel=channel_id).delete()
        return
    channel = Channel.objects.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound("channelId", channels=[to_global_id("Channel", channel_id)])
    listed = ProductChannelListing.objects.filter(product=variant.product_id, channel=channel_id)
    if not listed.exists():
        raise NotAssignedToChannel("channelId", channels=[to_global_id("Channel", channel_id)])
    amounts = {name: amount_of(price[name], name, channel) for name in PRICE_COLUMNS if name in price}
    if "price" in amounts:
        full, now = amounts["price"], amounts.get("discountedPrice")
        if now is not None and (full is None or now > full):
            reason = ("할인가는 판매가보다 높을 수 없어요.", "A discounted price is not above the price.")
            raise _bad("discountedPrice", channel, *reason)
        amounts["discountedPrice"] = full if now is None else now
    VariantChannelListing.objects.update_or_create(
        variant=variant,
        channel=channel,
        defaults={
            "currency": channel.currency_code,
            **{PRICE_COLUMNS[name]: amount for name, amount in amounts.items()},
        },
    )


PRICE_COLUMNS = {
    "price": "price_amount",
    "discountedPrice": "discounted_price_amount",
    "priorPrice": "prior_price_amount",
    "costPrice": "cost_price_amount",
}


def amount_of(given: Any, name: str, channel: Channel) -> Decimal | None:
    """The amount as it can be kept; None stays None. Raises InvalidPrice below zero, too high, or with too many places."""
    if given is None:
        return None
    amount = Decimal(str(given))
    places = CURRENCY_PLACES.get(channel.currency_code, 2)
    if not 0 <= amount <= HIGHEST:
        raise _bad(name, channel, "0원 이상으로, 너무 크지 않게 적어 주세요.", "Not below zero, and not that high.")
    if amount != amount.quantize(Decimal(1).scaleb(-places)):
        digits = f"{channel.currency_code}: {places}"
        raise _bad(name, channel, f"소수점 아래 자리가 너무 많아요 ({digits}).", f"Too many decimal places ({digits}).")
    return amount


def _bad(name: str, channel: Channel, reason_ko: str, reason_en: str) -> InvalidPrice:
    return InvalidPrice(name, reason_ko, reason_en, channels=[to_global_id("Channel", channel.pk)])


def product_listing_set(*, product: Product, channel_id: int, listing: Mapping[str, Any] | None) -> None:
    """Write how a product stands in a channel; None takes it and its variants' prices out. Whether it may be published is asked elsewhere.

    ``listing`` holds what is given of ``isPublished``, ``publishedAt``, ``visibleInListings``, ``availableForPurchaseAt``. Raises NotFound.
    """
    if listing is None:
        ProductChannelListing.objects.filter(product=product, channel=channel_id).delete()
        VariantChannelListing.objects.filter(variant__product=product, channel=channel_id).delete()
        QuantityPrice.objects.filter(variant__product=product, channel=channel_id).delete()
        return
    channel = Channel.objects.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound("channelId", channels=[to_global_id("Channel", channel_id)])
    row = ProductChannelListing.objects.filter(product=product, channel=channel).first() or ProductChannelListing(
        product=product, channel=channel, currency=channel.currency_code
    )
    if listing.get("visibleInListings") is not None:
        row.visible_in_listings = listing["visibleInListings"]
    if "availableForPurchaseAt" in listing:
        row.available_for_purchase_at = moment_of(listing["availableForPurchaseAt"])
    if "publishedAt" in listing:
        row.published_at = moment_of(listing["publishedAt"])
    if listing.get("isPublished") is not None:
        row.is_published = listing["isPublished"]
    if row.is_published and row.published_at is None:
        row.published_at = clock.now()
    row.save()
