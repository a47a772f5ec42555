"""What nobody asked about for so long has arrived."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.core.sweeps import one_by_one
from market.orders.enums import FulfillmentStatus
from market.orders.events import FulfillmentDelivered
from market.orders.models import Fulfillment
from market.orders.rules import AUTO_CONFIRM_DAYS
from market.orders.services.fulfillment_tracking_update import fulfillment_locked


def fulfillments_confirm(*, limit: int = 500) -> int:
    """Take dispatches to have arrived that left AUTO_CONFIRM_DAYS ago, each in its own transaction. Returns how many.

    Marked as assumed: the days for a withdrawal do not run from this. Safe to run twice at once.
    """
    before = clock.now() - dt.timedelta(days=AUTO_CONFIRM_DAYS)
    due = Fulfillment.objects.filter(
        status=FulfillmentStatus.FULFILLED, delivered_at__isnull=True, created_at__lte=before
    )
    return one_by_one(_confirm, list(due.order_by("created_at").values_list("pk", flat=True)[:limit]))


def _confirm(fulfillment_id: int) -> bool:
    reset_lock_order()  # each is a transaction of its own
    with transaction.atomic():
        fulfillment = fulfillment_locked(fulfillment_id, SYSTEM)
        if fulfillment.status != FulfillmentStatus.FULFILLED or fulfillment.delivered_at is not None:
            return False  # noted or taken back while we waited for the lock
        fulfillment.delivered_at, fulfillment.is_delivery_assumed = clock.now(), True
        fulfillment.save(update_fields=["delivered_at", "is_delivery_assumed"])
        outbox.publish(FulfillmentDelivered(order_id=fulfillment.vendor_order.order_id, fulfillment_id=fulfillment.pk))
    return True
