"""What an enterprise reads of the orders it has to serve: its own parts, from the moment they may be sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_ORDERS
from market.orders.deadline_rules import is_person_needed
from market.orders.enums import FulfillmentStatus, OrderStatus, PartState, WithdrawalStatus, WorkState
from market.orders.models import (
    CancelledLine,
    Fulfillment,
    LineCancellation,
    OrderLine,
    OrderStatusChange,
    VendorOrder,
    Withdrawal,
)
from market.orders.rules import NOT_SOLD
from market.orders.selectors.order_access import may_handle_part
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import may_act_for

WITH = ("vendor", "order__channel", "order__shipping_address")
S = OrderStatus
TO_SEND = (S.UNFULFILLED, S.PARTIALLY_FULFILLED)
OPEN_WITHDRAWAL = (WithdrawalStatus.REQUESTED, WithdrawalStatus.ACCEPTED)


def _under_way() -> Exists:
    sent = Fulfillment.objects.filter(
        vendor_order=OuterRef("pk"), status=FulfillmentStatus.FULFILLED, delivered_at__isnull=True
    )
    return Exists(sent)


def state_condition(state: str) -> Q:
    """Which parts stand there: the same words as ``desk_rules.part_state``."""
    if state in (PartState.NEW, PartState.CONFIRMED, PartState.PREPARING):
        return Q(status=S.UNFULFILLED, work_state=WorkState(state))
    if state == PartState.SHIPPED:
        return Q(_under_way(), status=S.FULFILLED)
    if state == PartState.DELIVERED:
        return Q(~_under_way(), status=S.FULFILLED)
    statuses = {
        PartState.PARTLY_SHIPPED: [S.PARTIALLY_FULFILLED],
        PartState.RETURNED: [S.PARTIALLY_RETURNED, S.RETURNED],
        PartState.CANCELED: [S.CANCELED, S.EXPIRED],
    }
    return Q(status__in=statuses[PartState(state)])


def desk_parts(*, vendor_id: int, viewer: Actor) -> QuerySet[VendorOrder]:
    """The parts of this enterprise that its people see; none for whoever does not handle its orders."""
    parts = VendorOrder.objects.select_related(*WITH)
    if not may_act_for(vendor_id, viewer, Ability.HANDLE_ORDERS, MANAGE_ORDERS):
        return parts.none()
    return parts.filter(vendor_id=vendor_id, ready_at__isnull=False)


def desk_part(*, vendor_order_id: UUID, viewer: Actor) -> VendorOrder | None:
    """One part for whoever handles it; None for everybody else, as if it did not exist."""
    part = VendorOrder.objects.select_related(*WITH).filter(pk=vendor_order_id).first()
    if part is None or not may_handle_part(part, viewer):
        return None
    return part if part.ready_at is not None or viewer.has_permission(MANAGE_ORDERS) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCounts:
    """How many parts stand where, and what waits."""

    by_state: dict[str, int]
    due_today: int
    late: int
    withdrawals_requested: int
    withdrawals_accepted: int

    @property
    def to_send(self) -> int:
        states = (PartState.NEW, PartState.CONFIRMED, PartState.PREPARING, PartState.PARTLY_SHIPPED)
        return sum(self.by_state[state] for state in states)


def desk_counts(*, vendor_id: int, viewer: Actor) -> DeskCounts:
    """Two statements, however many orders."""
    today, to_send = clock.today(), Q(status__in=TO_SEND)
    found = desk_parts(vendor_id=vendor_id, viewer=viewer).select_related(None).order_by()
    sums = found.aggregate(
        **{
            state.value: Count("pk", filter=state_condition(state)) for state in PartState if state != PartState.SHIPPED
        },
        all_sent=Count("pk", filter=Q(status=S.FULFILLED)),
        due_today=Count("pk", filter=to_send & Q(due_on=today)),
        late=Count("pk", filter=to_send & Q(due_on__lt=today)),
    )
    by_state = {state.value: sums.get(state.value, 0) for state in PartState}
    by_state[PartState.SHIPPED] = sums["all_sent"] - sums[PartState.DELIVERED.value]
    waiting = Withdrawal.objects.filter(vendor_order__in=found, status__in=OPEN_WITHDRAWAL).order_by()
    asked = dict(waiting.values_list("status").annotate(n=Count("pk")))
    return DeskCounts(
        by_state=by_state,
        due_today=sums["due_today"],
        late=sums["late"],
        withdrawals_requested=asked.get(WithdrawalStatus.REQUESTED, 0),
        withdrawals_accepted=asked.get(WithdrawalStatus.ACCEPTED, 0),
    )


def delivered_parts(parts: Iterable[VendorOrder]) -> dict[UUID, dt.date | None]:
    """For each part that was sent: the Seoul date on which its last parcel arrived, None while one is under way."""
    sent = Fulfillment.objects.filter(vendor_order__in=[part.pk for part in parts])
    sent = sent.exclude(status=FulfillmentStatus.CANCELED)
    rows = (
        sent.order_by()
        .values_list("vendor_order_id")
        .annotate(last=Max("delivered_at"), on_the_way=Count("pk", filter=Q(delivered_at__isnull=True)))
    )
    return {
        pk: None if on_the_way or last is None else last.astimezone(clock.SEOUL).date() for pk, last, on_the_way in rows
    }


def parts_with_person(parts: Iterable[VendorOrder]) -> set[UUID]:
    """Of these parts, those whose receiver the enterprise still needs to know (two statements)."""
    known = list(parts)
    arrived = delivered_parts(known)
    back = Withdrawal.objects.filter(vendor_order__in=[part.pk for part in known], status__in=OPEN_WITHDRAWAL)
    going_back = set(back.order_by().values_list("vendor_order_id", flat=True))
    today = clock.today()
    return {
        part.pk
        for part in known
        if is_person_needed(
            is_ended=part.status in NOT_SOLD,
            has_open_withdrawal=part.pk in going_back,
            delivered_on=arrived.get(part.pk) if part.status not in TO_SEND else None,
            today=today,
        )
    }


def open_lines_of(vendor_order_ids: Iterable[UUID]) -> QuerySet[OrderLine]:
    """What of these parts is still to be sent."""
    lines = OrderLine.objects.filter(vendor_order_id__in=list(vendor_order_ids))
    return lines.filter(quantity__gt=F("quantity_fulfilled") + F("quantity_canceled")).order_by("sort_order", "id")


def line_cancellations_of(vendor_order_ids: Iterable[UUID]) -> QuerySet[LineCancellation]:
    rows = LineCancellation.objects.filter(vendor_order_id__in=list(vendor_order_ids))
    return rows.select_related("vendor_order__vendor", "vendor_order__order").order_by("pk")


def cancelled_lines_of(cancellation_ids: Iterable[int]) -> QuerySet[CancelledLine]:
    lines = CancelledLine.objects.filter(cancellation_id__in=list(cancellation_ids))
    return lines.select_related("order_line__order__channel", "order_line__vendor_order__vendor").order_by("pk")


def status_changes_of(vendor_order_ids: Iterable[UUID]) -> QuerySet[OrderStatusChange]:
    return OrderStatusChange.objects.filter(vendor_order_id__in=list(vendor_order_ids)).order_by("at", "pk")
