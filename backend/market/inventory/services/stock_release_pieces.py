"""Give some of the pieces promised to a line back."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from market.core import catalogue_version
from market.inventory.locks import allocated_stocks_for_update
from market.inventory.models import Allocation, Stock


def stock_release_pieces(*, quantities: Mapping[UUID, int]) -> None:
    """Free so many pieces of these order lines (id: how many); what else is promised to them stays promised.

    Lines without a promise (services) free nothing. Raises ValueError when more is freed than was promised: the caller has checked the
    quantities under its own lock.
    """
    with transaction.atomic():
        stocks = {stock.pk: stock for stock in allocated_stocks_for_update(quantities)}
        if not stocks:
            return
        was_gone = any(stock.quantity == stock.quantity_allocated for stock in stocks.values())
        left = dict(quantities)
        changed: list[Allocation] = []
        for allocation in Allocation.objects.filter(order_line_id__in=list(quantities)).order_by("pk"):
            freed = min(allocation.quantity, left[allocation.order_line_id])
            if freed:
                left[allocation.order_line_id] -= freed
                allocation.quantity -= freed
                stocks[allocation.stock_id].quantity_allocated -= freed
                changed.append(allocation)
        if any(left[allocation.order_line_id] for allocation in changed):
            raise ValueError("more pieces freed than were promised")
        Stock.objects.bulk_update(stocks.values(), ["quantity_allocated"])
        Allocation.objects.bulk_update(changed, ["quantity"])
        Allocation.objects.filter(pk__in=[allocation.pk for allocation in changed], quantity=0).delete()
        if was_gone:
            catalogue_version.bump()  # lists that say "sold out" are wrong from now on
