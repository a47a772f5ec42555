"""How many pieces can still be promised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from market.inventory.models import Stock


def stock_available(variant_ids: Iterable[int]) -> dict[int, int]:
    """Free pieces by variant, in one statement; 0 for a variant that is nowhere in stock. Untracked variants are the caller's matter."""
    ids = list(variant_ids)
    rows = Stock.objects.filter(variant_id__in=ids, warehouse__is_active=True).order_by().values_list("variant_id")
    free = dict(rows.annotate(free=Sum(F("quantity") - F("quantity_allocated"))))
    return {pk: free.get(pk, 0) for pk in ids}


def free_pieces(variant_ref: str = "pk") -> Any:
    """An expression for a queryset of variants (or what points at one): the free pieces of its variant."""
    rows = (
        Stock.objects.filter(variant_id=OuterRef(variant_ref), warehouse__is_active=True)
        .order_by()
        .values("variant_id")
    )
    total = rows.annotate(free=Sum(F("quantity") - F("quantity_allocated"))).values("free")
    return Coalesce(Subquery(total, output_field=IntegerField()), 0)
