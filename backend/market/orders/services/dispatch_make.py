"""What every dispatch does, whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Max

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.errors import TooManyPieces
from market.orders.events import OrderFulfilled
from market.orders.models import Fulfillment, FulfillmentLine, Order, OrderLine, VendorOrder
from market.orders.rules import derive_vendor_order_status, ensure_part_fulfillable
from market.orders.services.order_status_set import vendor_order_status_set


def pieces_take(lines: Mapping[UUID, OrderLine], wanted: Mapping[UUID, int]) -> None:
    """Count these pieces of the lines of a locked order as dispatched; the caller takes them out of the stock.

    Raises NotFound for a line that is not among them, OrderNotFulfillable for a part that has ended, TooManyPieces.
    """
    for line_id, quantity in wanted.items():
        line = lines.get(line_id)
        if line is None:
            raise NotFound("orderLineId")
        ensure_part_fulfillable(line.vendor_order.status)
        if quantity > line.quantity_open:
            raise TooManyPieces("orderLineId", remaining=line.quantity_open)
    for line_id, quantity in wanted.items():
        lines[line_id].quantity_fulfilled += quantity
    OrderLine.objects.bulk_update([lines[line_id] for line_id in wanted], ["quantity_fulfilled"])


def dispatch_make(
    *,
    order: Order,
    vendor_order: VendorOrder,
    own: Iterable[OrderLine],
    wanted: Mapping[UUID, int],
    actor: Actor,
    tracking_number: str,
    courier: str,
) -> Fulfillment:
    """One fulfilment of one part with its lines, status and event. ``own`` are all lines of the part, their pieces taken."""
    lines = list(own)
    last = vendor_order.fulfillments.aggregate(last=Max("fulfillment_order"))["last"] or 0
    fulfillment = Fulfillment.objects.create(
        vendor_order=vendor_order,
        fulfillment_order=last + 1,
        tracking_number=tracking_number,
        courier=courier,
        created_at=clock.now(),
    )
    FulfillmentLine.objects.bulk_create(
        FulfillmentLine(fulfillment=fulfillment, order_line=line, quantity=wanted[line.pk])
        for line in lines
        if line.pk in wanted
    )
    part_status_follows(order=order, vendor_order=vendor_order, lines=lines, actor=actor)
    outbox.publish(OrderFulfilled(order_id=order.pk, vendor_order_id=vendor_order.pk, fulfillment_id=fulfillment.pk))
    return fulfillment


def part_status_follows(*, order: Order, vendor_order: VendorOrder, lines: Iterable[OrderLine], actor: Actor) -> None:
    """Set a part's status to what its lines say."""
    status = derive_vendor_order_status(
        (line.quantity - line.quantity_canceled, line.quantity_fulfilled, line.quantity_returned) for line in lines
    )
    vendor_order_status_set(order=order, vendor_order=vendor_order, to=status, actor=actor)
