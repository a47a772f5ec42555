"""What mails tell enterprises of their orders, and buyers of what an enterprise could not send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Q

from market.notifications.selectors.order_facts import LineFacts, line_facts_of
from market.orders.models import LineCancellation, VendorOrder, Withdrawal
from market.orders.selectors.order_parts import order_lines_of
from market.orders.selectors.vendor_desk import TO_SEND, cancelled_lines_of

MOST_NAMED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """One enterprise's part, without who receives it: a mail is no place for addresses."""

    id: UUID
    number: str
    vendor_id: int
    vendor_name: str
    is_living: bool
    is_paid_later: bool
    organization: str
    due_on: dt.date | None
    total: Decimal
    currency: str
    lines: tuple[LineFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFacts:
    """A part that is to be sent today, or should be on its way already."""

    number: str
    first: str
    more: int
    due_on: dt.date
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelledFacts:
    """Pieces that an enterprise could not send."""

    reason: str
    amount: Decimal
    lines: tuple[LineFacts, ...]


def parts_of(order_id: UUID) -> list[tuple[UUID, int]]:
    """The parts of an order that may be sent, each with its enterprise."""
    ready = VendorOrder.objects.filter(order_id=order_id, ready_at__isnull=False)
    return list(ready.order_by("number").values_list("pk", "vendor_id"))


def vendor_of_part(vendor_order_id: UUID) -> int | None:
    return VendorOrder.objects.filter(pk=vendor_order_id).values_list("vendor_id", flat=True).first()


def part_facts(vendor_order_id: UUID, language: str) -> PartFacts | None:
    part = VendorOrder.objects.select_related("vendor", "order").filter(pk=vendor_order_id).first()
    if part is None:
        return None
    rows = [line for line in order_lines_of([part.order_id]) if line.vendor_order_id == part.pk]
    return PartFacts(
        id=part.pk,
        number=part.number,
        vendor_id=part.vendor_id,
        vendor_name=part.vendor.name,
        is_living=part.status in TO_SEND,
        is_paid_later=part.order.payment_means == "deferred",
        organization=part.order.buyer_organization,
        due_on=part.due_on,
        total=part.total_gross,
        currency=part.currency,
        lines=line_facts_of([(line, line.quantity) for line in rows], language),
    )


def vendors_with_due(today: dt.date) -> list[int]:
    """The enterprises that have something to send by today."""
    due = VendorOrder.objects.filter(status__in=TO_SEND, ready_at__isnull=False, due_on__lte=today)
    return list(due.order_by("vendor_id").values_list("vendor_id", flat=True).distinct())


def due_counts(vendor_id: int, today: dt.date) -> tuple[int, int]:
    """How many parts are to be sent today, and how many should be on their way already."""
    own = VendorOrder.objects.filter(vendor_id=vendor_id, status__in=TO_SEND, ready_at__isnull=False)
    counted = own.order_by().aggregate(
        today=Count("pk", filter=Q(due_on=today)), late=Count("pk", filter=Q(due_on__lt=today))
    )
    return counted["today"], counted["late"]


def due_facts(vendor_id: int, today: dt.date) -> list[DueFacts]:
    """What is to be sent by today, the latest first; as many as a mail names."""
    own = VendorOrder.objects.filter(vendor_id=vendor_id, status__in=TO_SEND, ready_at__isnull=False, due_on__lte=today)
    parts = list(own.order_by("due_on", "number")[:MOST_NAMED])
    names = _names(parts)
    return [
        DueFacts(
            number=part.number,
            first=names[part.pk][0] if names[part.pk] else "",
            more=max(len(names[part.pk]) - 1, 0),
            due_on=part.due_on or today,
            is_late=part.due_on is not None and part.due_on < today,
        )
        for part in parts
    ]


def _names(parts: Iterable[VendorOrder]) -> dict[UUID, list[str]]:
    """The goods of each part that are still to be sent."""
    known = {part.pk: part.order_id for part in parts}
    names: dict[UUID, list[str]] = {pk: [] for pk in known}
    for line in order_lines_of(set(known.values())):
        if line.vendor_order_id in names and line.quantity_open:
            names[line.vendor_order_id].append(line.product_name)
    return names


def cancelled_facts(cancellation_id: int, language: str) -> CancelledFacts | None:
    cancellation = LineCancellation.objects.filter(pk=cancellation_id).first()
    if cancellation is None:
        return None
    rows = list(cancelled_lines_of([cancellation_id]))
    granted = cancellation.amount
    return CancelledFacts(
        reason=cancellation.reason,
        amount=granted,
        lines=line_facts_of([(row.order_line, row.quantity) for row in rows], language),
    )


def reason_of_part(vendor_order_id: UUID) -> str:
    """Why the enterprise could not serve its part; empty where its buyer cancelled it."""
    last = LineCancellation.objects.filter(vendor_order_id=vendor_order_id, vendor_order__status="canceled")
    found = last.order_by("-pk").values_list("reason", flat=True).first()
    return found or ""


def reasons_of_order(order_id: UUID) -> list[tuple[str, str]]:
    """For an order that ended: the enterprises that could not serve their part, and why."""
    rows = LineCancellation.objects.filter(vendor_order__order_id=order_id, vendor_order__status="canceled")
    return list(rows.order_by("pk").values_list("vendor_order__vendor__name", "reason"))


def asked_back(withdrawal_id: UUID, language: str) -> tuple[Withdrawal, tuple[LineFacts, ...]] | None:
    """A withdrawal with its pieces."""
    found = Withdrawal.objects.select_related("vendor_order__vendor").filter(pk=withdrawal_id).first()
    if found is None:
        return None
    pieces = found.lines.select_related("order_line").order_by("pk")
    return found, line_facts_of([(row.order_line, row.quantity) for row in pieces], language)
