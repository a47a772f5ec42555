"""Warehouses and stocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene
from django.db.models import Q, QuerySet
from graphql import GraphQLError

from market.catalog.graphql.filter_inputs import MetadataFilter
from market.core.global_ids import int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.core.graphql.enums import OrderDirection
from market.core.graphql.types import non_null_list
from market.inventory.graphql.types import (
    Stock,
    StockCountableConnection,
    Warehouse,
    WarehouseClickAndCollectOptionEnum,
    WarehouseCountableConnection,
)
from market.inventory.models import Stock as StockModel
from market.inventory.models import Warehouse as WarehouseModel
from market.inventory.selectors.warehouses import stock_list, warehouse_list


class WarehouseSortField(graphene.Enum):
    """By what to sort warehouses."""

    NAME = "name"


class WarehouseSortingInput(graphene.InputObjectType):
    """How to sort warehouses."""

    direction = OrderDirection(required=True, description="Which way.")
    field = WarehouseSortField(required=True, description="By what.")


class WarehouseFilterInput(graphene.InputObjectType):
    """Which warehouses."""

    click_and_collect_option = WarehouseClickAndCollectOptionEnum(description="All here are DISABLED.")
    metadata = non_null_list(MetadataFilter, description="With this metadata.")
    search = graphene.String(description="With these words in name, slug, e-mail or place.")
    ids = non_null_list(graphene.ID, description="These.")
    is_private = graphene.Boolean(description="Private ones, or those that are not.")
    channels = non_null_list(graphene.ID, description="Those that serve one of these channels.")
    slugs = non_null_list(graphene.String, description="With one of these slugs.")
    vendor = graphene.ID(description="Of this enterprise.")


class StockFilterInput(graphene.InputObjectType):
    """Which stocks."""

    quantity = graphene.Float(description="With exactly so many pieces.")
    search = graphene.String(description="Of a product or variant, or in a warehouse, with these words in its name.")


def _plain(text: str) -> str:
    return text.replace("\x00", "\ufffd")


def _search(words: str, *columns: str) -> Q:
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__icontains": _plain(words.strip())})
    return found


def _comparable(text: str) -> str:
    """A text that the database can compare; a NUL can be in no row."""
    return text.replace("\x00", "\ufffd")


def _by_metadata(entries: list[Any]) -> Q:
    found = Q()
    for entry in entries:
        key, value = _comparable(entry["key"]), entry.get("value")
        found &= Q(metadata__has_key=key) if value is None else Q(metadata__contains={key: _comparable(value)})
    return found


WAREHOUSE_CONDITIONS: dict[str, Callable[[Any], Q]] = {
    "click_and_collect_option": lambda value: Q() if getattr(value, "value", value) == "disabled" else Q(pk__in=[]),
    "metadata": _by_metadata,
    "search": lambda value: _search(
        value, "name", "slug", "email", "address__city", "address__street_address_1", "address__postal_code"
    ),
    "ids": lambda value: Q(pk__in=[uuid_pk(one, "Warehouse") for one in value]),
    "is_private": lambda value: Q(is_private=value),
    "channels": lambda value: Q(
        pk__in=WarehouseModel.objects.filter(
            channel_links__channel_id__in=[int_pk(one, "Channel") for one in value]
        ).values("pk")
    ),
    "slugs": lambda value: Q(slug__in=[_plain(one) for one in value]),
    "vendor": lambda value: Q(vendor_id=int_pk(value, "Vendor")),
}
STOCK_CONDITIONS: dict[str, Callable[[Any], Q]] = {
    "quantity": lambda value: Q(quantity=value),
    "search": lambda value: _search(
        value, "variant__product__name", "variant__name", "variant__sku", "warehouse__name"
    ),
}


def narrowed(rows: QuerySet[Any], conditions: dict[str, Callable[[Any], Q]], given: Any) -> QuerySet[Any]:
    """The rows that meet every given condition; what is null is not given."""
    for name, value in (given or {}).items():
        if value is not None:
            rows = rows.filter(conditions[name](value))
    return rows


class InventoryQueries:
    warehouse = graphene.Field(
        Warehouse,
        id=graphene.ID(description="ID of the warehouse."),
        external_reference=graphene.String(description="What it is called in another system."),
        description="One warehouse; for staff, and for the members of its enterprise.",
    )
    warehouses = graphene.Field(
        WarehouseCountableConnection,
        filter=WarehouseFilterInput(description="Which."),
        sort_by=WarehouseSortingInput(description="How to sort; by slug unless told."),
        **paging_arguments(),
        description="Warehouses; members see those of their own enterprises.",
    )
    stock = graphene.Field(
        Stock,
        id=graphene.ID(required=True, description="ID of the stock."),
        description="One stock; for staff, and for the members of its enterprise.",
    )
    stocks = graphene.Field(
        StockCountableConnection,
        filter=StockFilterInput(description="Which."),
        **paging_arguments(),
        description="Stocks; members see those of their own enterprises.",
    )

    @staticmethod
    def resolve_warehouse(
        root: Any, info: Any, id: str | None = None, external_reference: str | None = None
    ) -> WarehouseModel | None:
        rows = warehouse_list(viewer=info.context.actor)
        if (id is None) == (external_reference is None):
            raise GraphQLError("At least one and only one of 'id' and 'externalReference' is required.")
        if id is not None:
            return rows.filter(pk=uuid_pk(id, "Warehouse")).first()
        return rows.filter(external_reference=_plain(external_reference or "")).first()

    @staticmethod
    def resolve_warehouses(root: Any, info: Any, filter: Any = None, sort_by: Any = None, **paging: Any) -> Connection:
        rows = narrowed(warehouse_list(viewer=info.context.actor), WAREHOUSE_CONDITIONS, filter)
        descending = bool(sort_by) and str(getattr(sort_by["direction"], "value", sort_by["direction"])) == "-"
        keys = [SortKey("name", descending, parse=str)] if sort_by else []
        return paginate(info, rows, [*keys, SortKey("slug", descending, parse=str)], **paging)

    @staticmethod
    def resolve_stock(root: Any, info: Any, id: str) -> StockModel | None:
        return stock_list(viewer=info.context.actor).filter(pk=int_pk(id, "Stock")).first()

    @staticmethod
    def resolve_stocks(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        rows = narrowed(stock_list(viewer=info.context.actor), STOCK_CONDITIONS, filter)
        return paginate(info, rows, [SortKey("pk", parse=int)], **paging)
