"""A dispatch has arrived."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.orders.enums import FulfillmentStatus
from market.orders.errors import DeliveredAlready, DispatchEnded
from market.orders.events import FulfillmentDelivered
from market.orders.models import Fulfillment
from market.orders.services.fulfillment_tracking_update import fulfillment_locked


def fulfillment_mark_delivered(
    *, fulfillment_id: int, delivered_at: dt.datetime | None = None, actor: Actor
) -> Fulfillment:
    """Note when it arrived (None: now); a withdrawal's days run from then. What was only taken to have arrived can still be noted.

    Raises NotFound, PermissionDenied, DispatchEnded, DeliveredAlready, InvalidInput for a time before its dispatch or to come.
    """
    with transaction.atomic():
        fulfillment = fulfillment_locked(fulfillment_id, actor)
        if fulfillment.status != FulfillmentStatus.FULFILLED:
            raise DispatchEnded("id")
        if fulfillment.delivered_at is not None and not fulfillment.is_delivery_assumed:
            raise DeliveredAlready("id")
        at = delivered_at or clock.now()
        if not fulfillment.created_at <= at <= clock.now():
            raise InvalidInput(
                "deliveredAt", "발송한 때와 지금 사이의 시각을 적어 주세요.", "Give a time between dispatch and now."
            )
        is_news = fulfillment.delivered_at is None
        fulfillment.delivered_at, fulfillment.is_delivery_assumed = at, False
        fulfillment.save(update_fields=["delivered_at", "is_delivery_assumed"])
        audit.record(
            actor=actor, action="orders.fulfillment_delivered", subject_type="fulfillment", subject_id=fulfillment.pk
        )
        if is_news:  # told once, also where it was only assumed before
            outbox.publish(
                FulfillmentDelivered(order_id=fulfillment.vendor_order.order_id, fulfillment_id=fulfillment.pk)
            )
    return fulfillment
