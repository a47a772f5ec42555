"""A held order ends without having stood."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import OrderStatus
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import ensure_held
from market.orders.services.order_end import order_end


def order_release(*, order_id: UUID, to: OrderStatus, actor: Actor) -> Order:
    """End an order that waits for approval (``to``: EXPIRED or CANCELED) and free its pieces. Nobody was told of it, so nobody is told now.

    For rooms above only. Raises NotFound, OrderNotHeld.
    """
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("id")
        ensure_held(order.status)
        order_end(order=order, to=to, actor=actor)
    return order
