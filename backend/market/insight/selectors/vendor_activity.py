"""Which of the listed enterprises sold something, which did not, and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import connection

from market.core import clock
from market.core.actor import Actor
from market.core.clock import SEOUL
from market.core.errors import PermissionDenied
from market.core.permissions import MANAGE_REPORTS
from market.insight.rules import share
from market.orders.rules import NOT_SOLD

NEW_DAYS = 30
SEEN_ENOUGH = 20  # views in the period below which nobody can be said to have looked


class IdleReason(Enum):
    """The first thing that stands between an enterprise and its next sale; the first that is true counts."""

    ON_HOLIDAY = "on_holiday"
    NOTHING_LISTED = "nothing_listed"
    SOLD_OUT = "sold_out"
    NEW = "new"
    NOT_SEEN = "not_seen"
    SEEN_NOT_BOUGHT = "seen_not_bought"


@dataclass(frozen=True, slots=True)
class IdleVendor:
    """An enterprise that may sell and has not sold in the period."""

    vendor_id: int
    reason: IdleReason
    listing_count: int
    views: int
    last_sale_on: dt.date | None


@dataclass(frozen=True, slots=True)
class VendorActivity:
    """The listed enterprises of a day: how many there are, how many sold in the days before it, and who did not."""

    days: int
    vendor_count: int
    selling_count: int
    idle: tuple[IdleVendor, ...]

    @property
    def selling_share(self) -> float | None:
        return share(self.selling_count, self.vendor_count)

    def reasons(self) -> list[tuple[IdleReason, int]]:
        counted = Counter(vendor.reason for vendor in self.idle)
        return [(reason, counted[reason]) for reason in IdleReason if counted[reason]]


STATEMENT = """
SELECT v.id, v.joined_at, COALESCE(v.holiday_from <= %(today)s AND v.holiday_until >= %(today)s, FALSE),
       COALESCE(goods.listed, 0), COALESCE(goods.available, 0), COALESCE(seen.views, 0), sold.last_at
FROM vendors_vendor v
LEFT JOIN (
    SELECT p.vendor_id, count(*) AS listed, count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM catalog_productvariant pv LEFT JOIN inventory_stock s ON s.variant_id = pv.id
        WHERE pv.product_id = p.id AND (NOT pv.track_inventory OR s.quantity > s.quantity_allocated)
    )) AS available
    FROM catalog_product p
    WHERE EXISTS (SELECT 1 FROM catalog_productchannellisting l WHERE l.product_id = p.id AND l.is_published)
    GROUP BY p.vendor_id
) goods ON goods.vendor_id = v.id
LEFT JOIN (
    SELECT p.vendor_id, sum(lv.views) AS views FROM insight_listingvisits lv JOIN catalog_product p ON p.id = lv.product_id
    WHERE lv.day > %(since_day)s GROUP BY p.vendor_id
) seen ON seen.vendor_id = v.id
LEFT JOIN (
    SELECT vo.vendor_id, max(vo.created_at) AS last_at FROM orders_vendororder vo
    WHERE vo.status <> ALL(%(not_sold)s) GROUP BY vo.vendor_id
) sold ON sold.vendor_id = v.id
WHERE v.status = 'active'
ORDER BY v.name, v.id
"""


def vendor_activity(*, days: int, viewer: Actor) -> VendorActivity:
    """The activity of the last so many days. One statement. Raises PermissionDenied for whoever does not read reports."""
    if not viewer.has_permission(MANAGE_REPORTS):
        raise PermissionDenied(MANAGE_REPORTS)
    now, today = clock.now(), clock.today()
    since = now - dt.timedelta(days=days)
    arguments: dict[str, Any] = {
        "today": today,
        "since_day": today - dt.timedelta(days=days),
        "not_sold": sorted(str(status.value) for status in NOT_SOLD),
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, arguments)
        rows = cursor.fetchall()
    idle = [
        IdleVendor(pk, _reason(joined, is_away, listed, available, views, now), listed, views, _day(last))
        for pk, joined, is_away, listed, available, views, last in rows
        if last is None or last < since
    ]
    return VendorActivity(days, len(rows), len(rows) - len(idle), tuple(idle))


def _reason(
    joined: dt.datetime, is_away: bool, listed: int, available: int, views: int, now: dt.datetime
) -> IdleReason:
    if is_away:
        return IdleReason.ON_HOLIDAY
    if listed == 0:
        return IdleReason.NOTHING_LISTED
    if available == 0:
        return IdleReason.SOLD_OUT
    if joined > now - dt.timedelta(days=NEW_DAYS):
        return IdleReason.NEW
    return IdleReason.NOT_SEEN if views < SEEN_ENOUGH else IdleReason.SEEN_NOT_BOUGHT


def _day(moment: dt.datetime | None) -> dt.date | None:
    return None if moment is None else moment.astimezone(SEOUL).date()
