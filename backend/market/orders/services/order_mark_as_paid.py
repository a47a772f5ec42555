"""Staff saw the money arrive."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import ChargeStatus, OrderStatus
from market.orders.events import OrderPaid
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import ensure_payable
from market.orders.services.order_status_set import order_status_set, vendor_order_status_set


def order_mark_as_paid(*, order_id: UUID, actor: Actor, reference: str = "") -> Order:
    """Record that the whole total was received. Raises NotFound, and OrderNotPayable for a paid or ended order."""
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("id")
        ensure_payable(order.status, order.charge_status)
        order.total_charged, order.charge_status = order.total_gross, ChargeStatus.FULL
        order.save(update_fields=["total_charged", "charge_status", "updated_at"])
        if order.status == OrderStatus.UNCONFIRMED:
            for vendor_order in order.vendor_orders.filter(status=OrderStatus.UNCONFIRMED).order_by("pk"):
                vendor_order_status_set(order=order, vendor_order=vendor_order, to=OrderStatus.UNFULFILLED, actor=actor)
            order_status_set(order=order, to=OrderStatus.UNFULFILLED, actor=actor)
        audit.record(
            actor=actor, action="orders.mark_as_paid", subject_type="order", subject_id=order.pk, reference=reference
        )
        outbox.publish(OrderPaid(order_id=order.pk))
    return order
