"""Enterprise and agency have agreed on a day (납품 기한)."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.orders.deadline_rules import dispatch_due
from market.orders.enums import PaymentMeans
from market.orders.errors import NotDeferred, NotReadyYet, OrderNotFulfillable
from market.orders.models import VendorOrder
from market.orders.rules import FULFILLABLE
from market.orders.services.part_locked import part_locked

LONGEST_DAYS = 366


def vendor_order_agree_delivery(*, vendor_order_id: UUID, agreed_on: dt.date | None, actor: Actor) -> VendorOrder:
    """Note the day agreed for a part that is paid later; None: back to what the listings promised. Both people's days are in the audit log.

    Raises NotFound, PermissionDenied, NotReadyYet, NotDeferred, OrderNotFulfillable, InvalidInput for a day that has passed or is more
    than a year away.
    """
    with transaction.atomic():
        order, part = part_locked(vendor_order_id, actor)
        if part.ready_at is None:
            raise NotReadyYet("id")
        if order.payment_means != PaymentMeans.DEFERRED:
            raise NotDeferred("id")
        if part.status not in FULFILLABLE:
            raise OrderNotFulfillable("id")
        today = clock.today()
        if agreed_on is not None and not today <= agreed_on <= today + dt.timedelta(days=LONGEST_DAYS):
            raise InvalidInput(
                "agreedOn", "오늘부터 1년 안의 날짜를 적어 주세요.", "Give a day from today within a year."
            )
        before, part.agreed_on = part.due_on, agreed_on
        due = dispatch_due(
            part.ready_at.astimezone(clock.SEOUL).date(),
            is_prepaid=False,
            promised_days=part.promised_days,
            agreed_on=agreed_on,
        )
        part.due_on, part.due_reason = due.on, due.reason
        part.save(update_fields=["agreed_on", "due_on", "due_reason"])
        audit.record(
            actor=actor,
            action="orders.delivery_agreed",
            subject_type="vendor_order",
            subject_id=part.pk,
            before=str(before),
            after=str(part.due_on),
        )
    return part
