"""Work through the queue of stale entries."""

from __future__ import annotations

from django.db import transaction

from market.search.locks import waiting_refreshes
from market.search.models import SearchRefresh
from market.search.services.search_entries_refresh import search_entries_refresh


def stale_entries_refresh(limit: int = 1_000) -> int:
    """Refresh up to ``limit`` queued products, longest waiting first; several workers share the queue. Returns how many were done.

    A product queued again meanwhile waits for the row's lock and is then queued anew, so no change is lost.
    """
    with transaction.atomic():
        rows = waiting_refreshes(limit)
        if rows:
            SearchRefresh.objects.filter(pk__in=[row.pk for row in rows]).delete()
            search_entries_refresh([row.product_id for row in rows])
    return len(rows)
