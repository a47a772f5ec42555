"""Loading without the secondary indexes of the large tables: building one afterwards is far cheaper than feeding it row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, models

FIND = """
SELECT c.relname, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisunique AND NOT i.indisprimary
ORDER BY 1
"""


@contextmanager
def without_indexes(tables: Sequence[type[models.Model]]) -> Iterator[None]:
    """Inside a transaction: if anything goes wrong, it brings the indexes back."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(FIND, [[quote(model._meta.db_table) for model in tables]])
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f"DROP INDEX {quote(name)}")
    yield
    with connection.cursor() as cursor:
        # PostgreSQL builds no index while checks of keys are still to come: have them now, where they are made at all.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for _, definition in found:
            cursor.execute(definition)
