"""What an enterprise sold. Amounts are in won, VAT and delivery included; days are Seoul days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import TruncWeek

from market.channels.models import Audience
from market.core.clock import SEOUL, seoul_day_start
from market.core.money import Money
from market.insight.rules import Period, week_of
from market.orders.models import OrderGrantedRefund, VendorOrder
from market.orders.rules import NOT_SOLD

CURRENCY = "KRW"


@dataclass(frozen=True, slots=True)
class Sales:
    """Gross totals of the orders placed in a period and neither cancelled nor expired, less what was granted back of them since."""

    period: Period
    citizen: Money
    public: Money
    order_count: int

    @property
    def amount(self) -> Money:
        return self.citizen + self.public


def sales_of(vendor_id: int, periods: Iterable[Period]) -> list[Sales]:
    """The sales of each period: two statements each."""
    return [_sales(vendor_id, period) for period in periods]


def _sales(vendor_id: int, period: Period) -> Sales:
    sold = sold_parts(vendor_id, period)
    found = {
        audience: (total, count)
        for audience, total, count in sold.values_list("order__channel__audience").annotate(
            total=Sum("total_gross"), count=Count("pk")
        )
    }
    back = _granted_back(sold, "vendor_order__order__channel__audience")
    amounts = {
        audience: Money.of(found.get(audience, (Decimal(0), 0))[0] - back.get(audience, Decimal(0)), CURRENCY)
        for audience in Audience.values
    }
    count = sum(count for _, count in found.values())
    return Sales(period, amounts[Audience.CITIZEN], amounts[Audience.PUBLIC], count)


def sold_parts(vendor_id: int, period: Period) -> QuerySet[VendorOrder]:
    """The parts that count as sold."""
    start, end = seoul_day_start(period.start), seoul_day_start(period.end + dt.timedelta(days=1))
    return (
        VendorOrder.objects.filter(vendor_id=vendor_id, created_at__gte=start, created_at__lt=end, currency=CURRENCY)
        .exclude(status__in=NOT_SOLD)
        .order_by()
    )


def _granted_back(sold: QuerySet[VendorOrder], key: Any) -> dict[Any, Decimal]:
    refunds = OrderGrantedRefund.objects.filter(vendor_order__in=sold.values("pk")).order_by()
    return dict(refunds.values_list(key).annotate(total=Sum("amount")))


@dataclass(frozen=True, slots=True)
class Week:
    """The sales of one week, from its Monday."""

    start: dt.date
    citizen: Money
    public: Money
    year_before: Money


def weeks_of(vendor_id: int, last_day: dt.date, count: int) -> list[Week]:
    """The last so many weeks up to the one of the day, each beside the same week 52 weeks before. Four statements."""
    last = week_of(last_day)
    period = Period(last - dt.timedelta(weeks=count - 1), last + dt.timedelta(days=6))
    now, before = _by_week(vendor_id, period), _by_week(vendor_id, period.year_before())
    weeks = []
    for number in range(count):
        start = period.start + dt.timedelta(weeks=number)
        then = start - dt.timedelta(weeks=52)
        citizen, public = (now.get((start, audience), Decimal(0)) for audience in (Audience.CITIZEN, Audience.PUBLIC))
        earlier = sum((before.get((then, audience), Decimal(0)) for audience in Audience.values), Decimal(0))
        weeks.append(Week(start, _won(citizen), _won(public), _won(earlier)))
    return weeks


def _by_week(vendor_id: int, period: Period) -> dict[tuple[dt.date, str], Decimal]:
    sold = sold_parts(vendor_id, period)
    rows = sold.annotate(week=TruncWeek("created_at", tzinfo=SEOUL), audience=F("order__channel__audience"))
    found = {
        (week.date(), audience): total
        for week, audience, total in rows.values_list("week", "audience").annotate(total=Sum("total_gross"))
    }
    refunds = OrderGrantedRefund.objects.filter(vendor_order__in=sold.values("pk")).order_by()
    weekly = refunds.annotate(
        week=TruncWeek("vendor_order__created_at", tzinfo=SEOUL), audience=F("vendor_order__order__channel__audience")
    )
    for week, audience, total in weekly.values_list("week", "audience").annotate(total=Sum("amount")):
        found[week.date(), audience] -= total
    return found


def _won(amount: Decimal) -> Money:
    return Money.of(amount, CURRENCY)
