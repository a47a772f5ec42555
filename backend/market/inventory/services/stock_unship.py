"""Pieces that were said to be sent are still here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from market.catalog.models import ProductVariant
from market.inventory.locks import stocks_for_update
from market.inventory.models import Allocation, Stock


def stock_unship(*, pieces: Mapping[UUID, tuple[int, int]], warehouse_id: UUID | None = None) -> None:
    """Put pieces back and promise them to their order lines again (line id: variant id and how many), as before they were sent.

    They go to the named warehouse, else to the first that keeps the variant, one that serves a channel rather than one that serves
    none. A variant without stock keeping (a service), or that no warehouse keeps any more, gets nothing.
    """
    with transaction.atomic():
        variants = {variant_id for variant_id, _ in pieces.values()}
        kept = ProductVariant.objects.filter(pk__in=variants, track_inventory=True)
        first: dict[int, Stock] = {}
        for stock in sorted(
            stocks_for_update(kept.order_by().values_list("pk", flat=True)),
            key=_precedence,
        ):
            if warehouse_id is not None and stock.warehouse_id == warehouse_id:
                first[stock.variant_id] = stock
            first.setdefault(stock.variant_id, stock)
        promised = {
            (row.stock_id, row.order_line_id): row
            for row in Allocation.objects.filter(order_line_id__in=list(pieces)).order_by("pk")
        }
        for line_id, (variant_id, quantity) in pieces.items():
            here = first.get(variant_id)
            if here is None:
                continue
            here.quantity += quantity
            here.quantity_allocated += quantity
            row = promised.get((here.pk, line_id))
            if row is None:
                Allocation.objects.create(stock=here, order_line_id=line_id, quantity=quantity)
            else:
                row.quantity += quantity
                row.save(update_fields=["quantity"])
        Stock.objects.bulk_update(first.values(), ["quantity", "quantity_allocated"])


def _precedence(stock: Any) -> tuple[bool, int]:
    """Where people can buy from comes before what is only stored."""
    return (not stock.serves, stock.pk)
