"""The first stocks of many new variants at once."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.inventory.models import Stock
from market.inventory.services.stocks_write import stock_change


def stocks_enter(*, warehouse_id: UUID, quantities: Mapping[int, int], actor: Actor) -> None:
    """Lay pieces (variant -> how many, not negative) of variants that were made in this transaction into their enterprise's warehouse.

    Locks nothing: nobody else sees the variants yet. The caller has made sure that warehouse and variants are of one enterprise.
    """
    if not quantities:
        return
    stocks = Stock.objects.bulk_create(
        Stock(variant_id=variant_id, warehouse_id=warehouse_id, quantity=quantity)
        for variant_id, quantity in quantities.items()
    )
    audit.record_each(
        actor=actor,
        action="inventory.stock_set",
        subject_type="Stock",
        changes={stock.pk: stock_change(stock, None, actor) for stock in stocks},
    )
    catalogue_version.bump()
