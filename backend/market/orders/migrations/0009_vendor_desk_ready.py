"""Orders that were placed before enterprises had a desk: since when each part may be sent, and until when."""

import calendar
import datetime as dt
from zoneinfo import ZoneInfo

import holidays
from django.db import migrations

SEOUL = ZoneInfo("Asia/Seoul")
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
SELECT part.id, part.created_at, coalesce(max(product.dispatch_days), vendor.dispatch_days)
FROM orders_vendororder part
JOIN orders_order o ON o.id = part.order_id
JOIN vendors_vendor vendor ON vendor.id = part.vendor_id
LEFT JOIN orders_orderline line ON line.vendor_order_id = part.id
LEFT JOIN catalog_productvariant variant ON variant.id = line.variant_id
LEFT JOIN catalog_product product ON product.id = variant.product_id
WHERE part.ready_at IS NULL AND part.status IN ('unfulfilled', 'partially fulfilled')
    AND (o.payment_means = 'deferred' OR o.total_charged + o.total_authorized >= o.total_gross - o.total_granted)
GROUP BY part.id, part.created_at, vendor.dispatch_days
"""
SET_DUE = """
UPDATE orders_vendororder SET ready_at = created_at, promised_days = %s, due_on = %s, due_reason = 'promised' WHERE id = %s
"""


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < calendar.SATURDAY and day not in holidays.country_holidays("KR", years=day.year)


def working_days_after(day: dt.date, count: int) -> dt.date:
    while count or not is_working_day(day):
        day += dt.timedelta(days=1)
        count -= is_working_day(day) and count > 0
    return day


def make_ready(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(SETTLED)
        cursor.execute(OPEN)
        for pk, placed_at, days in cursor.fetchall():
            due = working_days_after(placed_at.astimezone(SEOUL).date(), days)
            cursor.execute(SET_DUE, [days, due, pk])


class Migration(migrations.Migration):
    dependencies = [("orders", "0008_vendor_desk"), ("catalog", "0005_media_by_artwork"), ("vendors", "0003_vendor_not_selling")]

    operations = [migrations.RunPython(make_ready, migrations.RunPython.noop)]
