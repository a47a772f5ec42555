"""Take an order back before anything of it was shipped."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import OrderStatus
from market.orders.events import OrderCancelled
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import ensure_cancellable, ensure_not_held
from market.orders.services.order_end import order_end


def order_cancel(*, order_id: UUID, actor: Actor) -> Order:
    """Cancel an order with all its vendor orders and free its stock; a refund follows by event. Raises NotFound, OrderNotCancellable."""
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("id")
        ensure_not_held(order.status)
        ensure_cancellable(order.status)
        order_end(order=order, to=OrderStatus.CANCELED, actor=actor)
        audit.record(actor=actor, action="orders.cancel", subject_type="order", subject_id=order.pk)
        outbox.publish(OrderCancelled(order_id=order.pk))
    return order
