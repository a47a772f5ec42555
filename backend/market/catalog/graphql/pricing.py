"""Prices as clients see them: with VAT, the supply amount apart, before and after discounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import graphene

from market.catalog.graphql.views import tax_rate, view_of
from market.catalog.selectors.product_listings import product_listings
from market.core.graphql.types import TaxedMoney as TaxedMoneyType
from market.core.graphql.types import TaxedMoneyRange
from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of, split_gross


@dataclass(slots=True)
class PriceRange:
    start: TaxedMoney
    stop: TaxedMoney


@dataclass(slots=True)
class ProductPrices:
    price_range: PriceRange
    price_range_undiscounted: PriceRange
    discount: TaxedMoney | None
    on_sale: bool
    display_gross_prices: bool = True


@dataclass(slots=True)
class VariantPrices:
    price: TaxedMoney
    price_undiscounted: TaxedMoney
    discount: TaxedMoney | None
    on_sale: bool


class ProductPricingInfo(graphene.ObjectType):
    """What a product costs in a channel."""

    on_sale = graphene.Boolean(description="Whether it costs less than usual now.")
    discount = graphene.Field(TaxedMoneyType, description="How much less, for its cheapest variant.")
    price_range = graphene.Field(TaxedMoneyRange, description="From the cheapest to the dearest variant, now.")
    price_range_undiscounted = graphene.Field(
        TaxedMoneyRange, description="From the cheapest to the dearest variant, before discounts."
    )
    display_gross_prices = graphene.Boolean(
        required=True, description="Whether prices are shown with VAT; they always are."
    )


class VariantPricingInfo(graphene.ObjectType):
    """What a variant costs in a channel."""

    on_sale = graphene.Boolean(description="Whether it costs less than usual now.")
    discount = graphene.Field(TaxedMoneyType, description="How much less.")
    price = graphene.Field(TaxedMoneyType, description="The price now.")
    price_undiscounted = graphene.Field(TaxedMoneyType, description="The price before discounts.")


def taxed(amount: Decimal, currency: str, rate: Decimal) -> TaxedMoney:
    return split_gross(Money.of(amount, currency), rate)


def _discount(before: TaxedMoney, now: TaxedMoney) -> TaxedMoney | None:
    if not now.gross < before.gross:
        return None
    return TaxedMoney(before.net - now.net, before.gross - now.gross)


def product_prices(info: Any, products: Sequence[Any]) -> list[ProductPrices | None]:
    """The prices of each product in the channel of its view; none where it has no price there."""
    ensure_listings(products)
    return [_product_prices(info, product) for product in products]


def _product_prices(info: Any, product: Any) -> ProductPrices | None:
    listing, channel = getattr(product, "listing", None), view_of(product).channel
    if channel is None or listing is None or listing.price_amount is None:
        return None
    rate = rate_of(product.tax_kind, tax_rate(info, channel))
    low = listing.price_amount
    high = listing.price_max_amount if listing.price_max_amount is not None else low
    low_now = listing.discounted_price_amount if listing.discounted_price_amount is not None else low
    high_now = listing.discounted_price_max_amount if listing.discounted_price_max_amount is not None else high
    before = _range(low, high, listing.currency, rate)
    now = before if (low_now, high_now) == (low, high) else _range(low_now, high_now, listing.currency, rate)
    discount = None if now is before else _discount(before.start, now.start)
    return ProductPrices(now, before, discount, discount is not None)


def _range(low: Decimal, high: Decimal, currency: str, rate: Decimal) -> PriceRange:
    start = taxed(low, currency, rate)
    return PriceRange(start, start if high == low else taxed(high, currency, rate))


def ensure_listings(products: Sequence[Any]) -> None:
    """Products that came without their listing get it, in one statement a channel."""
    lacking: dict[int, list[Any]] = {}
    for product in products:
        if not hasattr(product, "listing"):
            lacking.setdefault(view_of(product).channel_id, []).append(product)
    for channel_id, rows in lacking.items():
        listings = product_listings([product.pk for product in rows], channel_id) if channel_id else {}
        for product in rows:
            product.listing = listings.get(product.pk)


def variant_prices(info: Any, variant: Any, tax_kind: str) -> VariantPrices | None:
    listing, channel = getattr(variant, "listing", None), view_of(variant).channel
    if channel is None or listing is None or listing.price_amount is None:
        return None
    rate = rate_of(tax_kind, tax_rate(info, channel))
    before = taxed(listing.price_amount, listing.currency, rate)
    amount = listing.discounted_price_amount
    now = before if amount is None or amount == listing.price_amount else taxed(amount, listing.currency, rate)
    discount = None if now is before else _discount(before, now)
    return VariantPrices(now, before, discount, discount is not None)
