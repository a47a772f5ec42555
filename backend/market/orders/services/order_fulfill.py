"""Dispatch pieces of an order."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.inventory.services.stock_ship import stock_ship
from market.orders.errors import NothingToFulfill, TooManyPieces
from market.orders.events import OrderFulfilled
from market.orders.locks import orders_for_update
from market.orders.models import Fulfillment, FulfillmentLine, Order, OrderLine, VendorOrder
from market.orders.rules import derive_vendor_order_status, ensure_fulfillable, ensure_part_fulfillable
from market.orders.services.order_status_set import order_status_derive, vendor_order_status_set


def order_fulfill(
    *, order_id: UUID, quantities: Mapping[UUID, int], actor: Actor, tracking_number: str = "", courier: str = ""
) -> tuple[Order, list[Fulfillment]]:
    """Dispatch so many pieces of these lines: one fulfilment for each vendor concerned, pieces leave the stock, statuses follow.

    Raises NotFound (order or line), NothingToFulfill, TooManyPieces, OrderNotFulfillable, UnpaidOrderNotFulfillable.
    """
    wanted = {line_id: quantity for line_id, quantity in quantities.items() if quantity > 0}
    if not wanted:
        raise NothingToFulfill("lines")
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("order")
        ensure_fulfillable(order)
        lines = {line.pk: line for line in OrderLine.objects.filter(order=order).select_related("vendor_order")}
        _ensure_pieces_open(lines, wanted)
        for line_id, quantity in wanted.items():
            lines[line_id].quantity_fulfilled += quantity
        OrderLine.objects.bulk_update([lines[line_id] for line_id in wanted], ["quantity_fulfilled"])
        stock_ship(quantities=wanted)
        concerned = {lines[line_id].vendor_order_id: lines[line_id].vendor_order for line_id in wanted}
        fulfillments = [
            _dispatch(order, concerned[pk], lines, wanted, actor, tracking_number, courier) for pk in sorted(concerned)
        ]
        order_status_derive(order=order, actor=actor)
        audit.record(actor=actor, action="orders.fulfill", subject_type="order", subject_id=order.pk)
    return order, fulfillments


def _ensure_pieces_open(lines: Mapping[UUID, OrderLine], wanted: Mapping[UUID, int]) -> None:
    for line_id, quantity in wanted.items():
        line = lines.get(line_id)
        if line is None:
            raise NotFound("orderLineId")
        ensure_part_fulfillable(line.vendor_order.status)
        if quantity > line.quantity - line.quantity_fulfilled:
            raise TooManyPieces("orderLineId", remaining=line.quantity - line.quantity_fulfilled)


def _dispatch(
    order: Order,
    vendor_order: VendorOrder,
    lines: Mapping[UUID, OrderLine],
    wanted: Mapping[UUID, int],
    actor: Actor,
    tracking_number: str,
    courier: str,
) -> Fulfillment:
    """One vendor's fulfilment with its lines, status and event."""
    last = vendor_order.fulfillments.aggregate(last=Max("fulfillment_order"))["last"] or 0
    fulfillment = Fulfillment.objects.create(
        vendor_order=vendor_order,
        fulfillment_order=last + 1,
        tracking_number=tracking_number,
        courier=courier,
        created_at=clock.now(),
    )
    own = [line for line in lines.values() if line.vendor_order_id == vendor_order.pk]
    FulfillmentLine.objects.bulk_create(
        FulfillmentLine(fulfillment=fulfillment, order_line=line, quantity=wanted[line.pk])
        for line in own
        if line.pk in wanted
    )
    status = derive_vendor_order_status(
        (line.quantity, line.quantity_fulfilled, line.quantity_returned) for line in own
    )
    vendor_order_status_set(order=order, vendor_order=vendor_order, to=status, actor=actor)
    outbox.publish(OrderFulfilled(order_id=order.pk, vendor_order_id=vendor_order.pk, fulfillment_id=fulfillment.pk))
    return fulfillment
