"""A variant is kept in a warehouse no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.catalog.models import ProductVariant
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.errors import PiecesPromised
from market.inventory.locks import stocks_for_update
from market.inventory.models import Stock
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def stocks_delete(*, variant_id: int, warehouse_ids: Sequence[UUID], actor: Actor) -> None:
    """Give up the stocks of a variant in these warehouses; where there is none nothing happens.

    Raises NotFound, and PiecesPromised where pieces are promised to orders.
    """
    with transaction.atomic():
        vendor_id = ProductVariant.objects.filter(pk=variant_id).values_list("product__vendor_id", flat=True).first()
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS, field="variantId")
        gone = [stock for stock in stocks_for_update([variant_id]) if stock.warehouse_id in set(warehouse_ids)]
        promised = sum(stock.quantity_allocated for stock in gone)
        if promised:
            raise PiecesPromised("warehouseIds", promised=promised)
        if not gone:
            return
        changes: dict[object, dict[str, Any]] = {
            stock.pk: {
                "variant": variant_id,
                "warehouse": str(stock.warehouse_id),
                "old": stock.quantity,
                "new": None,
                "by_staff": actor.is_staff,
            }
            for stock in gone
        }
        Stock.objects.filter(pk__in=[stock.pk for stock in gone]).delete()
        audit.record_each(actor=actor, action="inventory.stock_delete", subject_type="Stock", changes=changes)
        catalogue_version.bump()


def variant_id_of_sku(sku: str) -> int:
    """The variant with this SKU. Raises NotFound."""
    found = ProductVariant.objects.filter(sku=sku.replace("\x00", "\ufffd")).values_list("pk", flat=True).first()
    if found is None:
        raise NotFound("sku")
    return found
