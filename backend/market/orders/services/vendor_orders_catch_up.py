"""Orders that came in by another way than being placed (sample data, an import) get their enterprises' side."""

from __future__ import annotations

from django.db import connection, transaction

from market.core.clock import SEOUL
from market.orders.deadline_rules import dispatch_due
from market.orders.enums import PaymentMeans

# What has ended or was sent is shown in the lists; its day does not matter any more.
SETTLED = """
UPDATE orders_vendororder part SET ready_at = part.created_at, promised_days = vendor.dispatch_days,
    due_on = (part.created_at AT TIME ZONE 'Asia/Seoul')::date, due_reason = 'promised'
FROM orders_order o, vendors_vendor vendor
WHERE o.id = part.order_id AND vendor.id = part.vendor_id AND part.ready_at IS NULL
    AND part.status NOT IN ('draft', 'unconfirmed', 'unfulfilled', 'partially fulfilled', 'expired')
    AND (o.payment_means = 'deferred' OR o.charge_status IN ('full', 'overcharged') OR o.total_charged > 0)
"""
OPEN = """
SELECT part.id, part.created_at, coalesce(max(product.dispatch_days), vendor.dispatch_days), o.payment_means
FROM orders_vendororder part
JOIN orders_order o ON o.id = part.order_id
JOIN vendors_vendor vendor ON vendor.id = part.vendor_id
LEFT JOIN orders_orderline line ON line.vendor_order_id = part.id
LEFT JOIN catalog_productvariant variant ON variant.id = line.variant_id
LEFT JOIN catalog_product product ON product.id = variant.product_id
WHERE part.ready_at IS NULL AND part.status IN ('unfulfilled', 'partially fulfilled')
    AND (o.payment_means = 'deferred' OR o.total_charged + o.total_authorized >= o.total_gross - o.total_granted)
GROUP BY part.id, part.created_at, vendor.dispatch_days, o.payment_means
"""
SET_DUE = """
UPDATE orders_vendororder part SET ready_at = part.created_at, promised_days = due.days, due_on = due.day, due_reason = due.reason
FROM unnest(%s::uuid[], %s::int[], %s::date[], %s::text[]) AS due (id, days, day, reason) WHERE part.id = due.id
"""


def vendor_orders_catch_up() -> int:
    """Make every part ready that may be sent and was not noted as such, as of the time it was ordered. Returns how many are open.

    Tells nobody: what it finds is not news. Three statements; repeating it changes nothing.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SETTLED)
        cursor.execute(OPEN)
        found = cursor.fetchall()
        dues = [
            dispatch_due(
                placed_at.astimezone(SEOUL).date(), is_prepaid=means != PaymentMeans.DEFERRED, promised_days=days
            )
            for _, placed_at, days, means in found
        ]
        cursor.execute(
            SET_DUE,
            [
                [row[0] for row in found],
                [row[2] for row in found],
                [due.on for due in dues],
                [str(due.reason) for due in dues],
            ],
        )
    return len(found)
