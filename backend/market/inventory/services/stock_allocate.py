"""Promise pieces to order lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction

from market.catalog.models import ProductVariant
from market.channels.models import AllocationStrategy
from market.core import catalogue_version
from market.inventory.errors import InsufficientStock
from market.inventory.locks import serving_stocks_for_update
from market.inventory.models import Allocation
from market.inventory.rules import Free, Piece, Wanted, distribute

TAKE = """
    UPDATE inventory_stock AS stock SET quantity_allocated = stock.quantity_allocated + taken.quantity
    FROM unnest(%s::bigint[], %s::int[]) AS taken (stock_id, quantity)
    WHERE stock.id = taken.stock_id AND stock.quantity_allocated + taken.quantity <= stock.quantity
    RETURNING stock.quantity = stock.quantity_allocated AS is_gone
"""


def stock_allocate(*, lines: Sequence[Wanted], channel_id: int) -> None:
    """Promise all lines or none, from warehouses that serve the channel, in the order that its allocation strategy says.

    Raises InsufficientStock naming every variant that is short.

    The stocks are locked in pk order and read after the lock; one conditional update then takes all pieces, and the CHECK
    constraint stands behind it. Variants without stock keeping (services) promise without limit. The number of statements is the
    same for any number of lines.
    """
    with transaction.atomic():
        tracked = _tracked({line.variant_id for line in lines})
        wanted = [line for line in lines if line.variant_id in tracked]
        if not wanted:
            return
        stocks = [
            Free(row.pk, row.variant_id, row.quantity - row.quantity_allocated)
            for row in sorted(serving_stocks_for_update(tracked, channel_id), key=_precedence)
        ]
        pieces, short = distribute(wanted, stocks)
        if short:
            raise InsufficientStock(short)
        _take(pieces)
        Allocation.objects.bulk_create(
            [
                Allocation(stock_id=piece.stock_id, order_line_id=piece.order_line_id, quantity=piece.quantity)
                for piece in pieces
            ]
        )


def _precedence(stock: Any) -> tuple[int, ...]:
    """Whose pieces go first: where most are free, or as the channel sorts its warehouses (unsorted ones last, oldest link first)."""
    if stock.strategy == AllocationStrategy.PRIORITIZE_HIGH_STOCK:
        return (stock.quantity_allocated - stock.quantity, stock.pk)
    is_unsorted = stock.link_order is None
    return (int(is_unsorted), 0 if is_unsorted else stock.link_order, stock.link_id, stock.pk)


def _tracked(variant_ids: set[int]) -> set[int]:
    return set(
        ProductVariant.objects.filter(pk__in=variant_ids, track_inventory=True).order_by().values_list("pk", flat=True)
    )


def _take(pieces: Sequence[Piece]) -> None:
    by_stock: dict[int, int] = {}
    for piece in pieces:
        by_stock[piece.stock_id] = by_stock.get(piece.stock_id, 0) + piece.quantity
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [list(by_stock), list(by_stock.values())])
        gone = [row[0] for row in cursor.fetchall()]
    if len(gone) != len(by_stock):
        raise RuntimeError("a locked stock changed under its lock")
    if any(gone):
        catalogue_version.bump()  # lists that say "in stock" are wrong from now on
