"""The only places where a status of this room changes."""

from __future__ import annotations

from market.core import clock
from market.core.actor import Actor
from market.orders.enums import OrderStatus
from market.orders.models import Order, OrderStatusChange, VendorOrder
from market.orders.rules import derive_order_status, ensure_transition


def order_status_set(*, order: Order, to: OrderStatus, actor: Actor) -> None:
    """Move a locked order along the transition table and note it. Raises StatusTransitionRefused."""
    if order.status == to:
        return
    ensure_transition(order.status, to)
    _note(order, None, order.status, to, actor)
    order.status = to
    order.save(update_fields=["status", "updated_at"])


def vendor_order_status_set(*, order: Order, vendor_order: VendorOrder, to: OrderStatus, actor: Actor) -> None:
    """Move one vendor's part of a locked order. Raises StatusTransitionRefused."""
    if vendor_order.status == to:
        return
    ensure_transition(vendor_order.status, to)
    _note(order, vendor_order, vendor_order.status, to, actor)
    vendor_order.status = to
    vendor_order.save(update_fields=["status"])


def order_status_derive(*, order: Order, actor: Actor) -> None:
    """Set a locked order's status to what its vendor orders say."""
    statuses = list(VendorOrder.objects.filter(order=order).order_by().values_list("status", flat=True))
    if statuses:
        order_status_set(order=order, to=derive_order_status(statuses), actor=actor)


def _note(order: Order, vendor_order: VendorOrder | None, from_status: str, to_status: str, actor: Actor) -> None:
    OrderStatusChange.objects.create(
        order=order,
        vendor_order=vendor_order,
        from_status=from_status,
        to_status=to_status,
        actor_id=actor.user_id,
        at=clock.now(),
    )
