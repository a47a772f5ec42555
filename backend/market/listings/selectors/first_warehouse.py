"""Where pieces lie unless somebody says where."""

from __future__ import annotations

from uuid import UUID

from market.inventory.models import Warehouse


def first_warehouse(vendor_id: int) -> UUID | None:
    """The enterprise's first warehouse."""
    rows = Warehouse.objects.filter(vendor_id=vendor_id).order_by("slug")
    return rows.values_list("pk", flat=True).first()
