"""A leaver's purchase requests and approval steps go to the successor; nobody comes to approve the own request by it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.ports import Blocked, Work
from market.checkout.services.checkouts_to_successor import checkouts_to_successor
from market.core import clock
from market.core.actor import Actor
from market.procurement.enums import TrailAction
from market.procurement.locks import requests_for_update
from market.procurement.models import (
    ApprovalStep,
    ApprovalTemplateStep,
    PurchaseOrderStatus,
    PurchaseRequest,
    RequestStatus,
    StepStatus,
)
from market.procurement.services.trail_write import trail_write

WRITING = (RequestStatus.DRAFT, RequestStatus.SENT_BACK, RequestStatus.LAPSED)
OPEN_ORDERS = (PurchaseOrderStatus.ISSUED, PurchaseOrderStatus.CHANGE_PROPOSED)
OWN_REQUEST, IN_LINE = "own_request", "in_line"


class RequestKeeper:
    """Fills agencies' ``WorkKeeper``: requests being written, running, or ordered and not yet accepted; steps of templates; steps that wait."""

    def work_of(self, member_id: int) -> Sequence[Work]:
        requests = _requests(member_id)
        found = {
            "request_drafts": (requests.filter(status__in=WRITING).count(), AgencyAbility.REQUEST),
            "requests": (requests.exclude(status__in=WRITING).count(), AgencyAbility.REQUEST),
            "template_steps": (_template_steps(member_id).count(), AgencyAbility.APPROVE),
            "approval_steps": (_steps(member_id).count(), AgencyAbility.APPROVE),
        }
        return [Work(kind=kind, count=count, needs=needs) for kind, (count, needs) in found.items() if count]

    def blocked_for(self, from_id: int, to_id: int) -> Sequence[Blocked]:
        """Steps in requests of the successor, or where the successor stands in the line already; requests the successor is to approve."""
        steps = _blocked_steps(from_id, to_id).select_related("request").order_by("request__created_at", "pk")
        requests = _requests_to_approve(from_id, to_id).order_by("created_at", "pk")
        return [
            *(
                Blocked(
                    kind="approval_steps",
                    name=str(step.request),
                    reason=OWN_REQUEST if step.request.requester_id == to_id else IN_LINE,
                )
                for step in steps
            ),
            *(Blocked(kind="requests", name=row.number or row.title, reason=OWN_REQUEST) for row in requests),
        ]

    def hand_over(self, from_id: int, to_id: int, actor: Actor) -> int:
        waiting = Q(requester_id=from_id) | Exists(_steps(from_id).filter(request=OuterRef("pk")))
        list(requests_for_update().filter(waiting))  # whatever is read below holds still
        blocked = set(_blocked_steps(from_id, to_id).values_list("pk", flat=True))
        kept = set(_requests_to_approve(from_id, to_id).values_list("pk", flat=True))
        steps = list(_steps(from_id).exclude(pk__in=blocked).values_list("pk", "request_id"))
        requests = list(_requests(from_id).exclude(pk__in=kept))
        ApprovalStep.objects.filter(pk__in=[pk for pk, _ in steps]).update(member_id=to_id)
        PurchaseRequest.objects.filter(pk__in=[row.pk for row in requests]).update(
            requester_id=to_id, updated_at=clock.now()
        )
        touched = {row.pk for row in requests} | {request for _, request in steps}
        for request in PurchaseRequest.objects.filter(pk__in=touched).order_by("pk"):
            trail_write(
                request=request, action=TrailAction.HANDED_OVER, actor=actor, from_member=from_id, to_member=to_id
            )
        return len(steps) + len(requests) + _template_steps_move(from_id, to_id)


class DraftBaskets:
    """The baskets of the requests that have just moved. A keeper of its own, for checkouts are locked after quotes and lists."""

    def work_of(self, member_id: int) -> Sequence[Work]:
        return []  # counted with their requests

    def blocked_for(self, from_id: int, to_id: int) -> Sequence[Blocked]:
        return []

    def hand_over(self, from_id: int, to_id: int, actor: Actor) -> int:
        leaver = AgencyMember.objects.filter(pk=from_id).values_list("user_id", flat=True).first()
        successor = AgencyMember.objects.select_related("user").filter(pk=to_id).first()
        if leaver is None or successor is None or successor.user is None:
            return 0
        tokens = PurchaseRequest.objects.filter(requester_id=to_id, checkout_token__isnull=False)
        checkouts_to_successor(
            checkout_ids=[token for token in tokens.values_list("checkout_token", flat=True) if token is not None],
            from_user_id=leaver,
            to_user_id=successor.user.pk,
            email=successor.user.email,
        )
        return 0


def _requests(member_id: int) -> QuerySet[PurchaseRequest]:
    open_order = Q(status=RequestStatus.APPROVED, purchase_orders__status__in=OPEN_ORDERS)
    return PurchaseRequest.objects.filter(
        Q(pk__in=PurchaseRequest.objects.filter(open_order).values("pk"))
        | Q(status__in=[*WRITING, RequestStatus.IN_APPROVAL]),
        requester_id=member_id,
    )


def _steps(member_id: int) -> QuerySet[ApprovalStep]:
    """What waits for the member in the round that runs."""
    return ApprovalStep.objects.filter(
        member_id=member_id,
        status=StepStatus.WAITING,
        request__status=RequestStatus.IN_APPROVAL,
        round=F("request__round"),
    )


def _template_steps(member_id: int) -> QuerySet[ApprovalTemplateStep]:
    return ApprovalTemplateStep.objects.filter(member_id=member_id, template__is_active=True)


def _blocked_steps(from_id: int, to_id: int) -> QuerySet[ApprovalStep]:
    in_line = ApprovalStep.objects.filter(request=OuterRef("request"), round=OuterRef("round"), member_id=to_id)
    return _steps(from_id).filter(Q(request__requester_id=to_id) | Exists(in_line))


def _requests_to_approve(from_id: int, to_id: int) -> QuerySet[PurchaseRequest]:
    in_line = ApprovalStep.objects.filter(request=OuterRef("pk"), round=OuterRef("round"), member_id=to_id)
    return _requests(from_id).filter(Exists(in_line), status=RequestStatus.IN_APPROVAL)


def _template_steps_move(from_id: int, to_id: int) -> int:
    """Where the successor stands in a line already, the leaver's place in it falls away."""
    there = ApprovalTemplateStep.objects.filter(template=OuterRef("template"), member_id=to_id)
    doubled, _ = _template_steps(from_id).filter(Exists(there)).delete()
    return doubled + _template_steps(from_id).update(member_id=to_id)
