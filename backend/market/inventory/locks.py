"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from market.core.locks import locked
from market.inventory.models import Allocation, Stock, Warehouse, WarehouseChannel


def serving_stocks_for_update(variant_ids: Iterable[int], channel_id: int) -> QuerySet[Stock]:
    """The stocks of these variants in warehouses that serve the channel, with what decides whose pieces go first."""
    served = Stock.objects.filter(variant_id__in=list(variant_ids), warehouse__channel_links__channel_id=channel_id)
    return locked(
        served.annotate(
            link_order=F("warehouse__channel_links__sort_order"),
            link_id=F("warehouse__channel_links__id"),
            strategy=F("warehouse__channel_links__channel__allocation_strategy"),
        )
    )


def stocks_for_update(variant_ids: Iterable[int]) -> QuerySet[Stock]:
    """The stocks of these variants wherever they are; ``serves``: whether the warehouse serves any channel."""
    serves = Exists(WarehouseChannel.objects.filter(warehouse_id=OuterRef("warehouse_id")))
    return locked(Stock.objects.filter(variant_id__in=list(variant_ids)).annotate(serves=serves))


def allocated_stocks_for_update(order_line_ids: Iterable[UUID]) -> QuerySet[Stock]:
    """The stocks that hold pieces for these order lines."""
    promised = Allocation.objects.filter(order_line_id__in=list(order_line_ids)).values("stock_id")
    return locked(Stock.objects.filter(pk__in=promised))


def warehouses_for_update() -> QuerySet[Warehouse]:
    return locked(Warehouse.objects.select_related("address"))


def warehouse_links_for_update(channel_id: int) -> QuerySet[WarehouseChannel]:
    """Which warehouses serve a channel."""
    return locked(WarehouseChannel.objects.filter(channel_id=channel_id))


def stocks_of_warehouse_for_update(warehouse_id: UUID) -> QuerySet[Stock]:
    return locked(Stock.objects.filter(warehouse_id=warehouse_id))
