"""Celery shells of search."""

from __future__ import annotations

from celery import shared_task

from market.search.services.stale_entries_refresh import stale_entries_refresh

BATCH = 1_000


@shared_task
def refresh_stale_entries() -> int:
    """Refresh every queued product, a batch a transaction. Safe to run in several workers at once."""
    done = 0
    while (batch := stale_entries_refresh(BATCH)) > 0:
        done += batch
    return done
