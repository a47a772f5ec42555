"""What a department bought from enterprises in a fiscal year before a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.db.models import DecimalField, F, Q, Sum
from django.db.models.functions import Cast

from market.core import clock
from market.orders.enums import OrderStatus
from market.orders.models import OrderLine
from market.orders.rules import NOT_SOLD

WON = Decimal(1)
NO_PURCHASE = NOT_SOLD - {OrderStatus.UNCONFIRMED}  # what waits for approval is a purchase to be


@dataclass(frozen=True)
class Bought:
    """What one order holds of one category; ``net`` in won without VAT, less what was cancelled or came back."""

    order_number: str
    is_waiting: bool
    category_id: int | None
    net: Decimal


def bought_before(
    *,
    agency_id: int,
    department_id: int | None,
    vendor_ids: Sequence[int],
    on: dt.date,
    except_order_ids: Collection[UUID] = (),
) -> dict[int, list[Bought]]:
    """By enterprise, in one statement: orders of the department placed from 1 January through the day whose status counts as sold,
    and those that are not confirmed yet (in approval). ``department_id`` None: orders that were placed for no department."""
    amount = DecimalField(max_digits=30, decimal_places=6)
    kept = F("quantity") - F("quantity_canceled") - F("quantity_returned")
    department = "order__agency_order__department"
    of_department = Q(**{f"{department}__isnull": True} if department_id is None else {department: department_id})
    rows = (
        OrderLine.objects.filter(
            of_department,
            vendor_order__vendor_id__in=vendor_ids,
            order__agency_order__agency_id=agency_id,
            order__created_at__gte=clock.seoul_day_start(dt.date(on.year, 1, 1)),
            order__created_at__lt=clock.seoul_day_start(on + dt.timedelta(days=1)),
        )
        .exclude(order__status__in=NO_PURCHASE)
        .exclude(vendor_order__status__in=NO_PURCHASE)
        .exclude(order_id__in=list(except_order_ids))
        .values_list(
            "vendor_order__vendor_id", "order__number", "order__status", "variant__product__category_id", named=False
        )
        .annotate(net=Sum(Cast(F("total_net") * kept, amount) / F("quantity"), output_field=amount))
        .order_by("order__number", "variant__product__category_id")
    )
    found: dict[int, list[Bought]] = {vendor_id: [] for vendor_id in vendor_ids}
    for vendor_id, number, status, category_id, net in rows:
        left = Decimal(net).quantize(WON, ROUND_HALF_UP)
        if left > 0:
            found[vendor_id].append(Bought(str(number), status == OrderStatus.UNCONFIRMED, category_id, left))
    return found
