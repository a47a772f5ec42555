"""The locks of search."""

from __future__ import annotations

from market.search.models import SearchRefresh


def waiting_refreshes(limit: int) -> list[SearchRefresh]:
    """The products that have waited longest and that no other worker holds."""
    return list(SearchRefresh.objects.select_for_update(skip_locked=True).order_by("queued_at", "pk")[:limit])
