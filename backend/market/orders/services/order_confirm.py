"""A held order stands from now on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import OrderStatus
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import ensure_held
from market.orders.services.order_create import order_announce
from market.orders.services.order_lines_remove import lines_take_out
from market.orders.services.order_status_set import order_status_set, vendor_order_status_set


def order_confirm(
    *, order_id: UUID, actor: Actor, without: Collection[UUID] = (), agreed_on: dt.date | None = None
) -> Order:
    """UNCONFIRMED becomes UNFULFILLED: it is told as placed, and the enterprises see their parts. For rooms above only.

    ``without``: lines that leave it first, as ``order_lines_remove`` takes them out. ``agreed_on``: the day of delivery that was ordered,
    which counts instead of what the listings promise (납품 기한). Raises NotFound, OrderNotHeld, LastLine.
    """
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("id")
        ensure_held(order.status)
        if without:
            lines_take_out(order=order, line_ids=without, actor=actor)
        for part in order.vendor_orders.filter(status=OrderStatus.UNCONFIRMED).order_by("pk"):
            vendor_order_status_set(order=order, vendor_order=part, to=OrderStatus.UNFULFILLED, actor=actor)
        order_status_set(order=order, to=OrderStatus.UNFULFILLED, actor=actor)
        audit.record(actor=actor, action="orders.confirm", subject_type="order", subject_id=order.pk)
        order.vendor_orders.filter(status=OrderStatus.UNFULFILLED).update(agreed_on=agreed_on)
        order_announce(order=order)
    return order
