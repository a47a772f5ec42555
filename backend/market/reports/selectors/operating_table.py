"""The operating table that the market reports every quarter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from market.accounts.models import User
from market.catalog.models import Product
from market.core import clock
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.money import Money
from market.orders.models import Order, VendorOrder
from market.orders.rules import NOT_SOLD
from market.reports.permissions import MANAGE_REPORTS
from market.vendors.models import Vendor

CURRENCY = (
    "KRW"  # reports are kept in won, as the law asks for; orders in another currency would need a rate of the day
)


@dataclass(frozen=True, slots=True)
class OperatingTable:
    period_start: dt.date
    period_end: dt.date
    sales_total: Money
    order_count: int
    vendor_count: int
    product_count: int
    member_count: int


def operating_table(*, period_start: dt.date, period_end: dt.date, viewer: Actor) -> OperatingTable:
    """The figures of a period of Seoul dates, both included.

    - **sales**: the gross totals (lines and delivery, VAT included) of the orders placed in the period that were neither cancelled
      nor expired, however they were paid; **orders**: how many those are. Later cancellations change the figure: it says what was really sold.
    - **vendors**: the market's own shop counts once it has sold something.
    - **vendors, products, members**: those that had joined, been listed, or opened an account before the period ended, whether they
      are still there or not; staff are no members.

    Raises PermissionDenied for whoever does not read reports.
    """
    if not viewer.has_permission(MANAGE_REPORTS):
        raise PermissionDenied(MANAGE_REPORTS)
    start, end = clock.seoul_day_start(period_start), clock.seoul_day_start(period_end + dt.timedelta(days=1))
    placed = Order.objects.filter(created_at__gte=start, created_at__lt=end, currency=CURRENCY).exclude(
        status__in=NOT_SOLD
    )
    sold = placed.order_by().aggregate(total=Sum(F("total_gross") + F("gift_cards_gross")), count=Count("pk"))
    return OperatingTable(
        period_start=period_start,
        period_end=period_end,
        sales_total=Money.of(sold["total"] or 0, CURRENCY),
        order_count=sold["count"],
        vendor_count=_enterprises(end),
        product_count=Product.objects.filter(created_at__lt=end).count(),
        member_count=User.objects.filter(date_joined__lt=end, is_staff=False).count(),
    )


def _enterprises(end: dt.datetime) -> int:
    """Those that had joined by then."""
    sold = Exists(VendorOrder.objects.filter(vendor=OuterRef("pk"), order__created_at__lt=end))
    is_idle_house = Q(slug=settings.HOUSE_VENDOR["slug"]) & ~sold
    return Vendor.objects.filter(joined_at__lt=end).exclude(is_idle_house).count()
