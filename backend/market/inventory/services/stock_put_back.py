"""Pieces that came back and can be sold again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from market.core import catalogue_version
from market.inventory.locks import stocks_for_update
from market.inventory.models import Stock


def stock_put_back(*, quantities: Mapping[int, int]) -> None:
    """Add so many pieces of these variants (id: how many) to the first warehouse that keeps each, one that serves a channel
    rather than one that serves none.

    A variant that no warehouse keeps (a service, a stock that was given up) gets nothing.
    """
    with transaction.atomic():
        first: dict[int, Stock] = {}
        for stock in sorted(stocks_for_update(quantities), key=_serving_first):
            first.setdefault(stock.variant_id, stock)
        was_gone = any(stock.quantity == stock.quantity_allocated for stock in first.values())
        for variant_id, stock in first.items():
            stock.quantity += quantities[variant_id]
        Stock.objects.bulk_update(first.values(), ["quantity"])
        if was_gone:
            catalogue_version.bump()  # lists that say "sold out" are wrong from now on


def _serving_first(stock: Any) -> tuple[bool, int]:
    return (not stock.serves, stock.pk)
