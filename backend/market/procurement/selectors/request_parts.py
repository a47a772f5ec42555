"""What belongs to purchase requests, each kind read in one statement for many of them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from market.papers.models import Paper
from market.procurement.models import (
    ApprovalStep,
    PurchaseOrder,
    RequestEvent,
    RequestGround,
    RequestLine,
    RequestQuote,
)


def lines_of(request_ids: Collection[UUID]) -> QuerySet[RequestLine]:
    """All lines of all rounds, in order."""
    rows = RequestLine.objects.filter(request_id__in=request_ids)
    return rows.select_related("vendor", "quote_line__quote", "rejected_by__user").order_by("round", "position")


def steps_of(request_ids: Collection[UUID]) -> QuerySet[ApprovalStep]:
    rows = ApprovalStep.objects.filter(request_id__in=request_ids)
    return rows.select_related(
        "member__user", "member__department", "decided_by__user", "decided_by__department"
    ).order_by("round", "stage", "id")


def grounds_of(request_ids: Collection[UUID]) -> QuerySet[RequestGround]:
    return RequestGround.objects.filter(request_id__in=request_ids).select_related("vendor").order_by("round", "id")


def quotes_of(request_ids: Collection[UUID]) -> QuerySet[RequestQuote]:
    rows = RequestQuote.objects.filter(request_id__in=request_ids)
    return rows.select_related("quote__vendor", "quote__paper", "quote__request").order_by("id")


def events_of(request_ids: Collection[UUID]) -> QuerySet[RequestEvent]:
    """The trail, oldest first."""
    return RequestEvent.objects.filter(request_id__in=request_ids).order_by("id")


def purchase_orders_of(request_ids: Collection[UUID]) -> QuerySet[PurchaseOrder]:
    rows = PurchaseOrder.objects.filter(request_id__in=request_ids)
    return rows.select_related("vendor_order__vendor", "vendor_order__order", "paper").order_by("number")


def papers_of(request_ids: Collection[UUID]) -> QuerySet[Paper]:
    """Papers about the requests and about their purchase orders, oldest first. ``subject_id`` says which."""
    orders = PurchaseOrder.objects.filter(request_id__in=request_ids).values_list("pk", flat=True)
    about = Q(subject_type="PurchaseRequest", subject_id__in=[str(pk) for pk in request_ids])
    about |= Q(subject_type="PurchaseOrder", subject_id__in=[str(pk) for pk in orders])
    return Paper.objects.filter(about).order_by("issued_at", "id")
