"""Say how a dispatch can be followed."""

from __future__ import annotations

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.events import FulfillmentTrackingUpdated
from market.orders.locks import orders_for_update
from market.orders.models import Fulfillment
from market.orders.selectors.order_access import ensure_handles_part


def fulfillment_tracking_update(
    *,
    fulfillment_id: int,
    tracking_number: str | None,
    courier: str | None,
    notify_customer: bool = False,
    actor: Actor,
) -> Fulfillment:
    """Set the number and the carrier (None: as it is; empty: none). Raises NotFound, PermissionDenied."""
    with transaction.atomic():
        fulfillment = fulfillment_locked(fulfillment_id, actor)
        if tracking_number is not None:
            fulfillment.tracking_number = tracking_number.strip()[:255]
        if courier is not None:
            fulfillment.courier = courier
        fulfillment.save(update_fields=["tracking_number", "courier"])
        audit.record(
            actor=actor, action="orders.fulfillment_tracking", subject_type="fulfillment", subject_id=fulfillment.pk
        )
        outbox.publish(
            FulfillmentTrackingUpdated(
                order_id=fulfillment.vendor_order.order_id,
                fulfillment_id=fulfillment.pk,
                notify_customer=notify_customer,
            )
        )
    return fulfillment


def fulfillment_locked(fulfillment_id: int, actor: Actor) -> Fulfillment:
    """The dispatch for whoever handles its part, read after its order's lock, with that order. Raises NotFound, PermissionDenied."""
    known = Fulfillment.objects.select_related("vendor_order").filter(pk=fulfillment_id).first()
    if known is None:
        raise NotFound("id")
    ensure_handles_part(known.vendor_order, actor)
    order = orders_for_update().get(pk=known.vendor_order.order_id)
    fulfillment = Fulfillment.objects.select_related("vendor_order").get(pk=fulfillment_id)
    fulfillment.vendor_order.order = order
    return fulfillment
