"""What stock adds to the catalogue's types and filters."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.catalog.graphql.pricing import ensure_listings
from market.catalog.graphql.views import view_of
from market.catalog.selectors.view import View
from market.catalog.sql import Sql, ensure_loaded
from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import uuid_pk
from market.core.graphql.batch import batch
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_CHANNELS, MANAGE_ORDERS, MANAGE_PRODUCTS, MANAGE_SHIPPING
from market.inventory.selectors.stock_available import stock_available
from market.inventory.selectors.stock_conditions import (
    in_stock,
    products_in_stock,
    stock_between,
    variant_in_stock,
    variant_stock_between,
)
from market.inventory.selectors.warehouses import warehouses_of_channels


class ProductStockFields:
    is_available = graphene.Boolean(
        description="Whether it is on sale in the channel and in stock, so that it can be put into a cart."
    )

    @batch
    def resolve_is_available(parents: list[Any], info: Any) -> list[bool | None]:
        ensure_listings(parents)
        ensure_loaded(parents, "is_quote_only")
        by_channel: dict[int, list[int]] = {}
        for product in parents:
            if _is_on_sale(product):
                by_channel.setdefault(view_of(product).channel_id, []).append(product.pk)
        found = {(channel, pk) for channel, ids in by_channel.items() for pk in products_in_stock(ids, channel)}
        return [
            None if view_of(product).channel is None else (view_of(product).channel_id, product.pk) in found
            for product in parents
        ]


def _is_on_sale(product: Any) -> bool:
    listing = getattr(product, "listing", None)
    if (
        listing is None
        or not listing.is_published
        or product.is_quote_only
        or listing.available_for_purchase_at is None
    ):
        return False
    return bool(listing.available_for_purchase_at <= clock.now())


class VariantStockFields:
    quantity_available = graphene.Int(
        description="How many can be ordered at once in the channel: what is free, up to the variant's own limit."
    )

    @batch
    def resolve_quantity_available(parents: list[Any], info: Any) -> list[int]:
        free: dict[int, int] = {}
        by_channel: dict[int | None, list[int]] = {}
        for variant in parents:
            if variant.track_inventory:
                channel = view_of(variant).channel
                by_channel.setdefault(channel.pk if channel else None, []).append(variant.pk)
        for channel_id, ids in by_channel.items():
            free.update(stock_available(ids, channel_id=channel_id))
        return [min(max(free.get(variant.pk, _limit(variant)), 0), _limit(variant)) for variant in parents]


def _limit(variant: Any) -> int:
    own = variant.quantity_limit_per_customer
    return settings.VARIANT_QUANTITY_LIMIT if own is None else min(own, settings.VARIANT_QUANTITY_LIMIT)


class ProductStockFilterInput(graphene.InputObjectType):
    """How many pieces are free, and where."""

    warehouse_ids = non_null_list(graphene.ID, description="Only in these warehouses.")
    quantity = graphene.Field(
        "market.catalog.graphql.inputs.IntRangeInput", description="So many pieces; at least one unless given."
    )


def _by_availability(value: Any, view: View) -> Sql:
    return in_stock(getattr(value, "value", value) == "available", view)


def _by_stocks(value: Any, view: View) -> Sql:
    warehouses = value.get("warehouse_ids")
    quantity = value.get("quantity") or {}
    ids = None if warehouses is None else [uuid_pk(warehouse, "Warehouse") for warehouse in warehouses]
    return stock_between(quantity.get("gte"), quantity.get("lte"), ids)


class ProductStockFilters:
    stock_availability = graphene.Field(
        "market.inventory.graphql.types.StockAvailability",
        description="Only what is in stock in the channel, or only what is not.",
    )
    stocks = graphene.Field(ProductStockFilterInput, description="By the number of free pieces.")

    CONDITIONS: dict[str, Any] = {"stock_availability": _by_availability, "stocks": _by_stocks}


def _variant_by_stocks(value: Any, view: View) -> Sql:
    warehouses = value.get("warehouse_ids")
    quantity = value.get("quantity") or {}
    ids = None if warehouses is None else [uuid_pk(warehouse, "Warehouse") for warehouse in warehouses]
    return variant_stock_between(quantity.get("gte"), quantity.get("lte"), ids)


class VariantStockFilters:
    stock_availability = graphene.Field(
        "market.inventory.graphql.types.StockAvailability",
        description="Only what is in stock in the channel, or only what is not.",
    )
    stocks = graphene.Field(ProductStockFilterInput, description="By the number of free pieces.")

    CONDITIONS: dict[str, Any] = {
        "stock_availability": lambda value, view: variant_in_stock(getattr(value, "value", value) == "available", view),
        "stocks": _variant_by_stocks,
    }


class ChannelWarehouseFields:
    warehouses = graphene.Field(
        non_null_list("market.inventory.graphql.types.Warehouse"),
        required=True,
        description="The warehouses that serve it, in the order in which their pieces go; for staff.",
    )

    @batch
    def resolve_warehouses(parents: list[Any], info: Any) -> list[list[Any]]:
        if not info.context.actor.has_permission(MANAGE_CHANNELS, MANAGE_PRODUCTS, MANAGE_SHIPPING, MANAGE_ORDERS):
            raise PermissionDenied(MANAGE_CHANNELS)
        found = warehouses_of_channels([channel.pk for channel in parents])
        return [found.get(channel.pk, []) for channel in parents]
