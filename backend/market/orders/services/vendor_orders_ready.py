"""From now on the enterprises may send their parts of an order."""

from __future__ import annotations

from django.db.models import Max

from market.core import clock, outbox
from market.orders.deadline_rules import dispatch_due
from market.orders.enums import PaymentMeans
from market.orders.events import VendorOrdersReady
from market.orders.models import Order
from market.orders.rules import NOT_SOLD, is_covered


def vendor_orders_ready(*, order: Order) -> None:
    """Show the parts of a locked order to their enterprises as soon as they may be sent, each with its deadline.

    Called whenever the order's money changes, and when it is placed; before it is paid, or where it has been ready, nothing happens.
    Three statements however many parts.
    """
    is_prepaid = order.payment_means != PaymentMeans.DEFERRED
    if order.status in NOT_SOLD or (is_prepaid and not is_covered(order)):
        return
    parts = order.vendor_orders.filter(ready_at__isnull=True).exclude(status__in=NOT_SOLD).select_related("vendor")
    waiting = list(parts.annotate(longest=Max("lines__variant__product__dispatch_days")).order_by("pk"))
    if not waiting:
        return
    now = clock.now()
    for part in waiting:
        part.ready_at = now
        part.promised_days = part.vendor.dispatch_days if part.longest is None else part.longest
        due = dispatch_due(
            now.astimezone(clock.SEOUL).date(),
            is_prepaid=is_prepaid,
            promised_days=part.promised_days,
            agreed_on=part.agreed_on,
        )
        part.due_on, part.due_reason = due.on, due.reason
    order.vendor_orders.bulk_update(waiting, ["ready_at", "promised_days", "due_on", "due_reason"])
    outbox.publish(VendorOrdersReady(order_id=order.pk))
