"""What every step of an enterprise with its part begins with."""

from __future__ import annotations

from uuid import UUID

from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.locks import orders_for_update
from market.orders.models import Order, VendorOrder
from market.orders.selectors.order_access import ensure_handles_part


def part_locked(vendor_order_id: UUID, actor: Actor, *, field: str = "id") -> tuple[Order, VendorOrder]:
    """The part for whoever handles it, read after its order's lock. Raises NotFound, PermissionDenied."""
    known = VendorOrder.objects.filter(pk=vendor_order_id).first()
    if known is None:
        raise NotFound(field)
    ensure_handles_part(known, actor, field=field)
    order = orders_for_update().get(pk=known.order_id)
    return order, VendorOrder.objects.select_related("vendor").get(pk=vendor_order_id)
