"""Take shipped pieces out of stock."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import connection, transaction

from market.inventory.locks import allocated_stocks_for_update
from market.inventory.models import Allocation

SHIP = """
    UPDATE inventory_stock AS stock
    SET quantity = stock.quantity - gone.quantity, quantity_allocated = stock.quantity_allocated - gone.quantity
    FROM unnest(%s::bigint[], %s::int[]) AS gone (stock_id, quantity) WHERE stock.id = gone.stock_id
"""


def stock_ship(*, quantities: Mapping[UUID, int]) -> None:
    """Take the pieces of these order lines (id: how many) out of the stocks that had promised them.

    Lines without a promise (services) take nothing. Raises ValueError when more is shipped than was promised: the caller has
    checked the quantities of its lines under its own lock.
    """
    with transaction.atomic():
        if not list(allocated_stocks_for_update(quantities)):
            return
        by_stock: dict[int, int] = {}
        changed: list[Allocation] = []
        left = dict(quantities)
        for allocation in Allocation.objects.filter(order_line_id__in=list(quantities)).order_by("pk"):
            gone = min(allocation.quantity, left[allocation.order_line_id])
            if gone:
                left[allocation.order_line_id] -= gone
                allocation.quantity -= gone
                by_stock[allocation.stock_id] = by_stock.get(allocation.stock_id, 0) + gone
                changed.append(allocation)
        promised = {allocation.order_line_id for allocation in changed}
        if any(left[line_id] for line_id in promised):
            raise ValueError("more pieces shipped than were promised")
        with connection.cursor() as cursor:
            cursor.execute(SHIP, [list(by_stock), list(by_stock.values())])
        Allocation.objects.bulk_update(changed, ["quantity"])
        Allocation.objects.filter(pk__in=[allocation.pk for allocation in changed], quantity=0).delete()
