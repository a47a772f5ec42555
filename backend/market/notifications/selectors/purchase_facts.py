"""What mails tell of purchases, and to whom they go."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.agencies.models import AgencyMember
from market.agencies.selectors.membership import deputies_of
from market.procurement.models import (
    ApprovalStep,
    PurchaseOrder,
    PurchaseOrderChange,
    PurchaseRequest,
    RequestEvent,
    RequestLine,
    StepStatus,
)
from market.procurement.selectors.people import member_words


@dataclass(frozen=True)
class PurchaseFacts:
    """One request as a mail tells of it. ``total`` in won, VAT included."""

    request: PurchaseRequest
    requester: str
    lines: tuple[RequestLine, ...]
    total: Decimal


def deciders_of(request_id: UUID, round: int, stage: int) -> list[tuple[int, int]]:
    """(step, user): who may decide in this stage: its members who have not, and their deputies of today. Never the requester."""
    steps = list(
        ApprovalStep.objects.filter(
            request_id=request_id, round=round, stage=stage, status=StepStatus.WAITING
        ).select_related("member", "request")
    )
    stand_ins = deputies_of([step.member_id for step in steps])
    users = dict(
        AgencyMember.objects.filter(pk__in=[pk for ids in stand_ins.values() for pk in ids]).values_list(
            "pk", "user_id"
        )
    )
    found: list[tuple[int, int]] = []
    for step in steps:
        deputies = [users[pk] for pk in stand_ins.get(step.member_id, ()) if pk != step.request.requester_id]
        found += [(step.pk, user_id) for user_id in (step.member.user_id, *deputies) if user_id is not None]
    return found


def requester_of(request_id: UUID) -> int | None:
    return PurchaseRequest.objects.filter(pk=request_id).values_list("requester__user_id", flat=True).first()


def requester_of_order(purchase_order_id: UUID) -> int | None:
    rows = PurchaseOrder.objects.filter(pk=purchase_order_id)
    return rows.values_list("request__requester__user_id", flat=True).first()


def vendor_of_order(purchase_order_id: UUID) -> int | None:
    return PurchaseOrder.objects.filter(pk=purchase_order_id).values_list("vendor_order__vendor_id", flat=True).first()


def purchase_facts(request_id: UUID) -> PurchaseFacts | None:
    """The request with its standing items; None when it is gone."""
    related = ("agency", "department", "requester__user", "budget_line")
    request = PurchaseRequest.objects.select_related(*related).filter(pk=request_id).first()
    if request is None:
        return None
    rows = RequestLine.objects.filter(request=request, round=request.round, status="requested")
    lines = tuple(rows.select_related("vendor").order_by("position"))
    return PurchaseFacts(request, member_words(request.requester), lines, request.total_gross)


def trail_event(event_id: int | None) -> RequestEvent | None:
    return RequestEvent.objects.filter(pk=event_id).first() if event_id is not None else None


def step_waits(step_id: int) -> bool:
    return ApprovalStep.objects.filter(pk=step_id, status=StepStatus.WAITING).exists()


def purchase_order_facts(purchase_order_id: UUID) -> PurchaseOrder | None:
    related = (
        "request__agency", "request__department", "request__requester__user", "vendor_order__vendor", "vendor_order__order", "paper",
    )  # fmt: skip
    return PurchaseOrder.objects.select_related(*related).filter(pk=purchase_order_id).first()


def change_of(change_id: int | None) -> PurchaseOrderChange | None:
    return PurchaseOrderChange.objects.filter(pk=change_id).first() if change_id is not None else None
