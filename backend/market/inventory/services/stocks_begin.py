"""The first stocks of a new variant."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from market.catalog.models import ProductVariant
from market.catalog.sql import Sql
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import ManyErrors, NotFound
from market.inventory.errors import QuantityNegative
from market.inventory.models import Stock, Warehouse
from market.inventory.selectors.stock_conditions import SOLD_OUT
from market.inventory.services.stocks_write import stock_change


def stocks_begin(*, variant_id: int, quantities: Mapping[UUID, int], actor: Actor) -> None:
    """Lay so many pieces of a variant that was made in this transaction into warehouses of its enterprise.

    Locks nothing: nobody else sees the variant yet, and its product is locked, which this room may not follow. Raises ManyErrors of
    NotFound on ``warehouse`` and of QuantityNegative.
    """
    vendor_id = ProductVariant.objects.filter(pk=variant_id).values_list("product__vendor_id", flat=True).first()
    houses = Warehouse.objects.filter(pk__in=list(quantities)).values_list("pk", "vendor_id")
    own = {key for key, owner in houses if owner == vendor_id}
    faults = [
        NotFound("warehouse", index=index) if key not in own else QuantityNegative("quantity", index=index)
        for index, (key, quantity) in enumerate(quantities.items())
        if key not in own or quantity < 0
    ]
    if faults:
        raise ManyErrors(list(faults))
    if not quantities:
        return
    stocks = Stock.objects.bulk_create(
        Stock(variant_id=variant_id, warehouse_id=key, quantity=quantity) for key, quantity in quantities.items()
    )
    audit.record_each(
        actor=actor,
        action="inventory.stock_set",
        subject_type="Stock",
        changes={stock.pk: stock_change(stock, None, actor) for stock in stocks},
    )
    catalogue_version.bump()


class StockBook:
    """``catalog.ports.StockKeeping``."""

    def stocks_set(self, variant_id: int, quantities: Mapping[UUID, int], actor: Actor) -> None:
        stocks_begin(variant_id=variant_id, quantities=quantities, actor=actor)

    def sold_out(self) -> Sql:
        return SOLD_OUT
