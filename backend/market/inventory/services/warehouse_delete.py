"""Closing a warehouse for good."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from market.accounts.models import Address
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.errors import PiecesPromised
from market.inventory.locks import stocks_of_warehouse_for_update, warehouses_for_update
from market.inventory.models import Stock, Warehouse
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def warehouse_delete(*, warehouse_id: UUID, actor: Actor) -> Warehouse:
    """Delete a warehouse with its stocks; returns it as it was. Raises NotFound, and PiecesPromised while orders wait for its pieces."""
    with transaction.atomic():
        warehouse = warehouses_for_update().filter(pk=warehouse_id).first()
        ensure_acts_for(
            None if warehouse is None else warehouse.vendor_id, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS
        )
        if warehouse is None:
            raise NotFound("id")
        held = [stock.pk for stock in stocks_of_warehouse_for_update(warehouse_id)]
        promised = Stock.objects.filter(pk__in=held).aggregate(all=Sum("quantity_allocated"))["all"] or 0
        if promised:
            raise PiecesPromised("id", promised=promised)
        Warehouse.objects.filter(pk=warehouse_id).delete()
        if warehouse.address_id is not None:
            Address.objects.filter(pk=warehouse.address_id).delete()
        audit.record(
            actor=actor,
            action="inventory.warehouse_delete",
            subject_type="Warehouse",
            subject_id=warehouse_id,
            vendor=warehouse.vendor_id,
            stocks=len(held),
        )
        catalogue_version.bump()
    return warehouse
