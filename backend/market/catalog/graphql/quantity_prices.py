"""Prices by the quantity, as buyers and as sellers see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import graphene

from market.catalog.errors import DuplicatedItem
from market.catalog.graphql.pricing import taxed
from market.catalog.graphql.views import tax_rate, view_of
from market.catalog.rules.quantity_prices import QuantityStep, steps_below, value_of_steps
from market.catalog.selectors.quantity_prices import quantity_steps
from market.core.graphql.mutations import pk_from_id
from market.core.graphql.scalars import PositiveDecimal
from market.core.graphql.types import Money, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.core.tax import rate_of


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its price split for VAT."""

    minimum_quantity: int
    price: TaxedMoneyValue


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as the enterprise keeps it."""

    minimum_quantity: int
    price: MoneyValue


class QuantityPrice(graphene.ObjectType):
    """What each piece costs from so many pieces on (수량 단가)."""

    minimum_quantity = graphene.Int(required=True, description="From so many pieces on, 2 or more.")
    price = graphene.Field(TaxedMoney, required=True, description="What each of them costs; below the price of one.")


class ListedQuantityPrice(graphene.ObjectType):
    """A quantity price as the enterprise keeps it, whether or not something lowers the price of one below it now."""

    minimum_quantity = graphene.Int(required=True, description="From so many pieces on, 2 or more.")
    price = graphene.Field(Money, required=True, description="What each of them costs, VAT included.")


class QuantityPriceInput(graphene.InputObjectType):
    """What each piece costs from so many pieces on."""

    minimum_quantity = graphene.InputField(
        graphene.Int, required=True, description="From so many pieces on, 2 or more."
    )
    price = graphene.InputField(
        PositiveDecimal, required=True, description="What each of them costs, VAT included; below the price of one."
    )


class VariantQuantityPricesInput(graphene.InputObjectType):
    """All quantity prices of a variant in a channel."""

    channel_id = graphene.InputField(graphene.ID, required=True, description="ID of the channel.")
    prices = graphene.InputField(
        non_null_list(QuantityPriceInput), required=True, description="All of them, at most 10; none takes them out."
    )


def shown_steps(variants: Sequence[Any], tax_kinds: Sequence[str], info: Any) -> list[list[ShownStep]]:
    """The steps that lower the price of now of each variant in its channel: for variants that carry their listing."""
    channels = [view_of(variant).channel if variant.listing is not None else None for variant in variants]
    pairs = [(variant.pk, channel.pk) for variant, channel in zip(variants, channels, strict=True) if channel]
    found = quantity_steps(pairs)
    return [
        _shown(variant.listing, channel, found.get((variant.pk, channel.pk), ()), kind, info) if channel else []
        for variant, channel, kind in zip(variants, channels, tax_kinds, strict=True)
    ]


def _shown(listing: Any, channel: Any, steps: Sequence[QuantityStep], tax_kind: str, info: Any) -> list[ShownStep]:
    if not steps or listing.price_amount is None:
        return []
    now = listing.price_amount if listing.discounted_price_amount is None else listing.discounted_price_amount
    rate = rate_of(tax_kind, tax_rate(info, channel))
    return [ShownStep(step.minimum, taxed(step.price, listing.currency, rate)) for step in steps_below(now, steps)]


def kept_steps(listings: Sequence[Any]) -> list[list[KeptStep]]:
    """The steps beside each ``VariantChannelListing``."""
    found = quantity_steps((row.variant_id, row.channel_id) for row in listings)
    return [
        [
            KeptStep(step.minimum, MoneyValue.of(step.price, row.currency))
            for step in found.get((row.variant_id, row.channel_id), ())
        ]
        for row in listings
    ]


def quantity_price_changes(variant_id: int, inputs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Changes by path. Raises InvalidId, DuplicatedItem for a channel named twice."""
    changes: dict[str, Any] = {}
    for given in inputs:
        path = f"variant:{variant_id}:quantityPrices:{pk_from_id(given['channel_id'], 'Channel', field='channelId')}"
        if path in changes:
            raise DuplicatedItem("channelId", channels=[given["channel_id"]])
        steps = [QuantityStep(one["minimum_quantity"], one["price"]) for one in given["prices"]]
        changes[path] = value_of_steps(steps)
    return changes
