"""How many pieces can still be promised."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Sum

from market.inventory.models import Stock


def stock_available(variant_ids: Iterable[int], *, channel_id: int | None = None) -> dict[int, int]:
    """Free pieces by variant, in one statement; 0 for a variant that is nowhere in stock. Untracked variants are the caller's matter.

    With a channel only the warehouses that serve it count; without one, all.
    """
    ids = list(variant_ids)
    stocks = Stock.objects.filter(variant_id__in=ids)
    if channel_id is not None:
        stocks = stocks.filter(warehouse__channel_links__channel_id=channel_id)
    free = dict(stocks.order_by().values_list("variant_id").annotate(free=Sum(F("quantity") - F("quantity_allocated"))))
    return {pk: free.get(pk, 0) for pk in ids}
