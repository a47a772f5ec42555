"""What is computed from the seeded rows by the rooms that own it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.apps import apps
from django.db import connection, models

from market.search.services.search_entries_refresh import search_entries_refresh

BATCH = 20_000


def search_entries(products: int, say: Callable[[str], None]) -> None:
    """Make every product findable."""
    for ids in _batches(products):
        search_entries_refresh(product_ids=ids)
        if products > BATCH:
            say(f"search entries: {ids[-1]:,} of {products:,}")


def _batches(products: int) -> Iterator[list[int]]:
    for first in range(1, products + 1, BATCH):
        yield list(range(first, min(first + BATCH, products + 1)))


def analyze(chosen: Sequence[type[models.Model]] = ()) -> None:
    """Tell the planner what is there now; a fresh market would otherwise be slow until autovacuum comes by."""
    of_market = [model for model in apps.get_models() if model.__module__.startswith("market.")]
    tables = [connection.ops.quote_name(model._meta.db_table) for model in chosen or of_market]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(tables))


def vacuum(chosen: Sequence[type[models.Model]]) -> None:
    """Mark what everybody can see, so that the first shoppers are served from the indexes alone. Not possible inside a transaction."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in chosen]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM " + ", ".join(tables))
