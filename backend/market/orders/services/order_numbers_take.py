"""Order numbers."""

from __future__ import annotations

from django.db import connection


def order_numbers_take(*, count: int) -> list[int]:
    """So many fresh order numbers, ascending; never given twice, also not to a transaction that rolls back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('orders_order_number') FROM generate_series(1, %s)", [count])
        return sorted(row[0] for row in cursor.fetchall())
