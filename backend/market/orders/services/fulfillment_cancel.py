"""A dispatch that did not happen after all."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.inventory.services.stock_unship import stock_unship
from market.orders.enums import FulfillmentStatus
from market.orders.errors import FulfillmentNotCancellable
from market.orders.events import FulfillmentCancelled
from market.orders.models import Fulfillment, OrderLine
from market.orders.services.dispatch_make import part_status_follows
from market.orders.services.fulfillment_tracking_update import fulfillment_locked
from market.orders.services.order_status_set import order_status_derive


def fulfillment_cancel(*, fulfillment_id: int, actor: Actor, warehouse_id: UUID | None = None) -> Fulfillment:
    """Call a dispatch off before it has arrived: its pieces are back in the stock, promised to their lines, and to be sent again.

    Raises NotFound, PermissionDenied, FulfillmentNotCancellable for what has arrived, came back, or is on its way back.
    """
    with transaction.atomic():
        fulfillment = fulfillment_locked(fulfillment_id, actor)
        if fulfillment.status != FulfillmentStatus.FULFILLED or fulfillment.delivered_at is not None:
            raise FulfillmentNotCancellable("id")
        part = fulfillment.vendor_order
        sent = dict(fulfillment.lines.order_by().values_list("order_line_id", "quantity"))
        lines = list(OrderLine.objects.filter(vendor_order=part).order_by("sort_order", "id"))
        for line in lines:
            line.quantity_fulfilled -= sent.get(line.pk, 0)
            if line.quantity_fulfilled < line.quantity_withdrawn:
                raise FulfillmentNotCancellable("id")
        OrderLine.objects.bulk_update(lines, ["quantity_fulfilled"])
        fulfillment.status = FulfillmentStatus.CANCELED
        fulfillment.save(update_fields=["status"])
        part_status_follows(order=part.order, vendor_order=part, lines=lines, actor=actor)
        order_status_derive(order=part.order, actor=actor)
        stock_unship(
            pieces={line.pk: (line.variant_id, sent[line.pk]) for line in lines if line.variant_id and line.pk in sent},
            warehouse_id=warehouse_id,
        )
        audit.record(
            actor=actor, action="orders.fulfillment_cancel", subject_type="fulfillment", subject_id=fulfillment.pk
        )
        outbox.publish(
            FulfillmentCancelled(order_id=part.order_id, vendor_order_id=part.pk, fulfillment_id=fulfillment.pk)
        )
    return fulfillment
