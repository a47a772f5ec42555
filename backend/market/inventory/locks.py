"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from market.core.locks import locked
from market.inventory.models import Allocation, Stock


def stocks_for_update(variant_ids: Iterable[int]) -> QuerySet[Stock]:
    """The stocks of these variants in warehouses that ship."""
    return locked(Stock.objects.filter(variant_id__in=list(variant_ids), warehouse__is_active=True))


def allocated_stocks_for_update(order_line_ids: Iterable[UUID]) -> QuerySet[Stock]:
    """The stocks that hold pieces for these order lines."""
    promised = Allocation.objects.filter(order_line_id__in=list(order_line_ids)).values("stock_id")
    return locked(Stock.objects.filter(pk__in=promised))
