"""Unpaid orders do not hold stock for ever."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.core.sweeps import one_by_one
from market.orders.enums import ChargeStatus, OrderStatus
from market.orders.events import OrderExpired
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.services.order_end import order_end

WAITING = (OrderStatus.UNCONFIRMED, OrderStatus.UNFULFILLED)


def orders_expire(*, limit: int = 200) -> int:
    """End the orders whose time to pay is over, each in its own transaction. Returns how many. Safe to run twice at once."""
    due = Order.objects.filter(pay_by__lt=clock.now(), status__in=WAITING, charge_status=ChargeStatus.NONE).order_by(
        "pay_by"
    )
    return one_by_one(_expire, list(due.values_list("pk", flat=True)[:limit]))


def _expire(order_id: UUID) -> bool:
    reset_lock_order()  # each order is a transaction of its own, also after one that was rolled back
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None or order.status not in WAITING or order.charge_status != ChargeStatus.NONE:
            return False  # paid, cancelled or expired while we waited for the lock
        order_end(order=order, to=OrderStatus.EXPIRED, actor=SYSTEM)
        outbox.publish(OrderExpired(order_id=order.pk))
    return True
