"""Dispatch pieces of an order."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.inventory.services.stock_ship import stock_ship
from market.orders.errors import NothingToFulfill
from market.orders.locks import orders_for_update
from market.orders.models import Fulfillment, Order, OrderLine
from market.orders.rules import ensure_fulfillable
from market.orders.selectors.order_access import ensure_handles_part, may_handle_part
from market.orders.services.dispatch_make import dispatch_make, pieces_take
from market.orders.services.order_status_set import order_status_derive


def order_fulfill(
    *, order_id: UUID, quantities: Mapping[UUID, int], actor: Actor, tracking_number: str = "", courier: str = ""
) -> tuple[Order, list[Fulfillment]]:
    """Dispatch so many pieces of these lines: one fulfilment for each vendor concerned, pieces leave the stock, statuses follow.

    For staff, and for members of the enterprises concerned: to others their lines do not exist. Raises NotFound (order or line),
    NothingToFulfill, TooManyPieces, OrderNotFulfillable, UnpaidOrderNotFulfillable.
    """
    wanted = {line_id: quantity for line_id, quantity in quantities.items() if quantity > 0}
    if not wanted:
        raise NothingToFulfill("lines")
    with transaction.atomic():
        _ensure_concerned(order_id, actor)
        order = orders_for_update().get(pk=order_id)
        lines = {line.pk: line for line in OrderLine.objects.filter(order=order).select_related("vendor_order")}
        concerned = {}
        for line_id in wanted:
            if line_id not in lines:
                raise NotFound("orderLineId")
            part = lines[line_id].vendor_order
            ensure_handles_part(part, actor, field="orderLineId")
            concerned[part.pk] = part
        ensure_fulfillable(order)
        pieces_take(lines, wanted)
        stock_ship(quantities=wanted)
        fulfillments = [
            dispatch_make(
                order=order,
                vendor_order=concerned[pk],
                own=[line for line in lines.values() if line.vendor_order_id == pk],
                wanted=wanted,
                actor=actor,
                tracking_number=tracking_number,
                courier=courier,
            )
            for pk in sorted(concerned)
        ]
        order_status_derive(order=order, actor=actor)
        audit.record(actor=actor, action="orders.fulfill", subject_type="order", subject_id=order.pk)
    return order, fulfillments


def _ensure_concerned(order_id: UUID, actor: Actor) -> None:
    """Raise NotFound where there is no such order, or none of its parts is the actor's."""
    order = Order.objects.filter(pk=order_id).first()
    if order is not None and actor.has_permission(MANAGE_ORDERS):
        return
    if order is None or not any(may_handle_part(part, actor) for part in order.vendor_orders.all()):
        raise NotFound("order")
