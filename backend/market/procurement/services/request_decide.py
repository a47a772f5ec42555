"""Approve, send back, reject, or reject lines and keep the rest: one decision of one place in the approval line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency, member_ids_acted_for
from market.agencies.services.budget_use_set import budget_use_set
from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, Required
from market.core.texts import text_clean
from market.orders.models import Order
from market.orders.services.order_confirm import order_confirm
from market.orders.services.order_lines_remove import order_lines_remove
from market.procurement.enums import Decision, TrailAction
from market.procurement.errors import (
    DecidedAlready,
    HoldLapsed,
    LineNotStanding,
    NotInApproval,
    NotInLine,
    NotYourTurn,
    OlderRound,
    OwnRequest,
    TotalMoved,
)
from market.procurement.events import ApprovalTurnCame, RequestLinesRejected, RequestReturned
from market.procurement.models import (
    ApprovalStep,
    PurchaseRequest,
    RequestLine,
    RequestLineStatus,
    RequestStatus,
    StepStatus,
)
from market.procurement.rules import current_stage, steps_in_turn
from market.procurement.selectors.people import member_role, member_words
from market.procurement.services.request_approve import request_approve
from market.procurement.services.request_end import request_end
from market.procurement.services.request_locked import request_locked
from market.procurement.services.request_submit import reference_of
from market.procurement.services.trail_write import trail_write


@dataclass(frozen=True, slots=True)
class LineRejection:
    """A line of the request that is not to be bought, and why."""

    line_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the approver looked at: the round, and the total in won with VAT. ``step_id``: as whom; None: own place first."""

    round: int
    total: Decimal
    step_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Decider:
    """Who decides, for which place, in which role."""

    actor: Actor
    member: AgencyMember
    step: ApprovalStep

    @property
    def role(self) -> str:
        """오세린 과장 대결, for a deputy."""
        if self.step.member_id == self.member.pk:
            return member_role(self.member)
        return f"{member_words(self.step.member)} 대결 ({member_role(self.member)})"


def request_decide(
    *,
    request_id: UUID,
    decision: Decision,
    seen: Seen,
    actor: Actor,
    comment: str = "",
    rejections: Sequence[LineRejection] = (),
) -> PurchaseRequest:
    """One decision, under the lock of the request. Approved by the last place, it is ordered in the same transaction (``request_approve``).

    ``rejections`` go with APPROVE: those lines leave the order and the budget, the rest is approved; rejecting the last line rejects all.
    Sending back and rejecting demand a comment. Raises NotFound, OwnRequest, NotInLine, NotInApproval, OlderRound, HoldLapsed, NotYourTurn,
    DecidedAlready, TotalMoved, PermissionDenied for who may approve no more, Required, InvalidInput, LineNotStanding and what ordering
    refuses; then nothing has changed.
    """
    said = text_clean(comment, field="comment", longest=2_000, is_required=False)
    with transaction.atomic():
        request, member = request_locked(request_id, actor)
        decider = _Decider(actor, member, _step_to_decide(request, member, seen))
        ensure_acts_for_agency(request.agency_id, actor, AgencyAbility.APPROVE)
        lines = _lines_rejected(request, decision, rejections)
        if lines and len(lines) == _standing(request):
            decision, said = Decision.REJECT, said or "; ".join(reason for _, reason in lines)
            lines = []
        if decision != Decision.APPROVE and not said:
            raise Required("comment")
        if decision == Decision.APPROVE:
            _approve(request, decider, said, lines)
        else:
            _refuse(request, decider, decision, said)
    return request


def _step_to_decide(request: PurchaseRequest, member: AgencyMember, seen: Seen) -> ApprovalStep:
    """The place the member decides for now: the own, or that of somebody the member stands in for today."""
    if request.requester_id == member.pk:
        raise OwnRequest("id")
    rows = ApprovalStep.objects.filter(request=request, round=request.round).select_related("member__user")
    steps = list(rows.order_by("stage", "id"))
    acted_for = member_ids_acted_for(member)
    mine = [step for step in steps if step.member_id in acted_for]
    if seen.step_id is not None:
        mine = [step for step in mine if step.pk == seen.step_id]
    elif any(step.member_id == member.pk for step in mine):
        mine = [step for step in mine if step.member_id == member.pk]
    refusal = _refusal(request, steps, mine, seen)
    if refusal is not None:
        raise refusal
    return next(step for step in steps_in_turn(steps) if step in mine)


def _refusal(
    request: PurchaseRequest, steps: list[ApprovalStep], mine: list[ApprovalStep], seen: Seen
) -> DomainError | None:
    """Why nothing may be decided; None: something may."""
    if request.status == RequestStatus.LAPSED:
        return HoldLapsed("id")
    if seen.round != request.round:
        return OlderRound("round")
    if not mine:
        return NotInLine("id")
    if any(step.status != StepStatus.WAITING for step in mine) and not any(
        step.status == StepStatus.WAITING for step in mine
    ):
        return DecidedAlready("id") if mine[0].status != StepStatus.ENDED else _not_in_approval(request)
    if request.status != RequestStatus.IN_APPROVAL:
        return _not_in_approval(request)
    if request.held_until is None or request.held_until <= clock.now():
        return HoldLapsed("id")
    if not any(step in mine for step in steps_in_turn(steps)):
        return NotYourTurn("id")
    if seen.total != request.total_gross:
        return TotalMoved("total", total=f"{request.total_gross:,.0f}")
    return None


def _not_in_approval(request: PurchaseRequest) -> NotInApproval:
    return NotInApproval("id", status=RequestStatus(request.status).label)


def _standing(request: PurchaseRequest) -> int:
    return request.lines.filter(round=request.round, status=RequestLineStatus.REQUESTED).count()


def _lines_rejected(
    request: PurchaseRequest, decision: Decision, rejections: Sequence[LineRejection]
) -> list[tuple[RequestLine, str]]:
    if not rejections:
        return []
    if decision != Decision.APPROVE:
        raise InvalidInput(
            "rejectLines", "품목 반려는 나머지를 승인할 때만 해요.", "Lines are rejected while the rest is approved."
        )
    reasons = {row.line_id: text_clean(row.reason, field="rejectLines", longest=500) for row in rejections}
    rows = request.lines.filter(round=request.round, status=RequestLineStatus.REQUESTED, pk__in=reasons)
    lines = list(rows.order_by("position"))
    if len(lines) < len(rejections):
        raise LineNotStanding("rejectLines")
    return [(line, reasons[line.pk]) for line in lines]


def _approve(request: PurchaseRequest, decider: _Decider, comment: str, lines: list[tuple[RequestLine, str]]) -> None:
    _decide_step(decider, StepStatus.APPROVED, comment)
    stage = current_stage(request.steps.filter(round=request.round))
    order = _confirm_or_shorten(request, decider, lines, is_final=stage is None)
    if lines:
        _note_rejected(request, decider, lines)
    trail_write(
        request=request,
        action=TrailAction.APPROVED_STEP,
        actor=decider.actor,
        member=decider.member,
        role=decider.role,
        comment=comment,
        label=decider.step.label,
        total=str(request.total_gross),
    )
    if stage is None:
        assert order is not None
        request_approve(request=request, order=order, actor=decider.actor, member=decider.member, role=decider.role)
        return
    request.save()
    if stage != decider.step.stage:
        outbox.publish(ApprovalTurnCame(request_id=request.pk, round=request.round, stage=stage))
    if lines:
        budget_use_set(
            line_id=request.budget_line_id or 0,
            reference=reference_of(request),
            actor=decider.actor,
            held=request.total_gross,
            note=request.number or "",
        )


def _confirm_or_shorten(
    request: PurchaseRequest, decider: _Decider, lines: list[tuple[RequestLine, str]], *, is_final: bool
) -> Order | None:
    """The order stands from now on, or loses the rejected lines, or both; the request's totals follow. None: nothing happens to it."""
    assert request.order_id is not None  # a request in approval has an order, by CHECK
    gone = [line.order_line_id for line, _ in lines]
    if is_final:
        order = order_confirm(
            order_id=request.order_id, actor=decider.actor, without=gone, agreed_on=request.deliver_by
        )
    elif gone:
        order = order_lines_remove(order_id=request.order_id, line_ids=gone, actor=decider.actor)
    else:
        return None
    request.total_net, request.total_gross = order.total_net, order.total_gross
    return order


def _note_rejected(request: PurchaseRequest, decider: _Decider, lines: list[tuple[RequestLine, str]]) -> None:
    for line, reason in lines:
        line.status, line.rejected_by, line.rejected_reason = RequestLineStatus.REJECTED, decider.member, reason
    RequestLine.objects.bulk_update([line for line, _ in lines], ["status", "rejected_by", "rejected_reason"])
    event = trail_write(
        request=request,
        action=TrailAction.LINES_REJECTED,
        actor=decider.actor,
        member=decider.member,
        role=decider.role,
        comment="\n".join(f"{line.name}: {reason}" for line, reason in lines),
        lines=[str(line.pk) for line, _ in lines],
        total=str(request.total_gross),
    )
    outbox.publish(RequestLinesRejected(request_id=request.pk, round=request.round, event_id=event.pk))


def _decide_step(decider: _Decider, status: StepStatus, comment: str) -> None:
    step = decider.step
    step.status, step.decided_by, step.decided_at = status, decider.member, clock.now()
    step.comment = comment
    step.save(update_fields=["status", "decided_by", "decided_at", "comment"])


def _refuse(request: PurchaseRequest, decider: _Decider, decision: Decision, comment: str) -> None:
    is_back = decision == Decision.SEND_BACK
    _decide_step(decider, StepStatus.SENT_BACK if is_back else StepStatus.REJECTED, comment)
    request_end(request=request, to=RequestStatus.SENT_BACK if is_back else RequestStatus.REJECTED, actor=decider.actor)
    event = trail_write(
        request=request,
        action=TrailAction.SENT_BACK if is_back else TrailAction.REJECTED,
        actor=decider.actor,
        member=decider.member,
        role=decider.role,
        comment=comment,
    )
    outbox.publish(RequestReturned(request_id=request.pk, round=request.round, event_id=event.pk))
