"""There is no more of it (품절)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from market.core import catalogue_version
from market.inventory.locks import stocks_for_update
from market.inventory.models import Stock


def stock_sell_out(*, variant_ids: Iterable[int]) -> None:
    """Set the stocks of these variants to what is promised already, so that nothing more is sold until somebody counts anew."""
    with transaction.atomic():
        ids = [stock.pk for stock in stocks_for_update(variant_ids)]
        Stock.objects.filter(pk__in=ids).update(quantity=F("quantity_allocated"))
        catalogue_version.bump()  # lists that say "in stock" are wrong from now on
