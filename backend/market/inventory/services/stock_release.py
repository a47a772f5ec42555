"""Give promised pieces back."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction

from market.core import catalogue_version
from market.inventory.locks import allocated_stocks_for_update

GIVE_BACK = """
    WITH freed AS (DELETE FROM inventory_allocation WHERE order_line_id = ANY(%s::uuid[]) RETURNING stock_id, quantity),
    by_stock AS (SELECT stock_id, sum(quantity) AS quantity FROM freed GROUP BY stock_id)
    UPDATE inventory_stock AS stock SET quantity_allocated = stock.quantity_allocated - by_stock.quantity
    FROM by_stock WHERE stock.id = by_stock.stock_id
    RETURNING stock.quantity - stock.quantity_allocated = by_stock.quantity AS was_gone
"""


def stock_release(*, order_line_ids: Iterable[UUID]) -> None:
    """Free what is still promised to these lines. Repeating it frees nothing more."""
    ids = list(order_line_ids)
    with transaction.atomic():
        if not list(allocated_stocks_for_update(ids)):
            return
        with connection.cursor() as cursor:
            cursor.execute(GIVE_BACK, [ids])
            was_gone = [row[0] for row in cursor.fetchall()]
        if any(was_gone):
            catalogue_version.bump()  # lists that say "sold out" are wrong from now on
