"""Who reads which purchase requests, and how far each has come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import member_ids_acted_for, memberships_for
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.procurement.models import ApprovalStep, PurchaseRequest, RequestStatus, StepStatus
from market.procurement.rules import steps_in_turn

READS_ALL = (AgencyAbility.PAY.value, AgencyAbility.ADMINISTER.value)
EDITABLE = frozenset(
    {RequestStatus.DRAFT, RequestStatus.SENT_BACK, RequestStatus.LAPSED, RequestStatus.WITHDRAWN}
)  # by its requester, then put up (again)
RELATED = (
    "agency",
    "department",
    "requester__user",
    "requester__department",
    "budget_line__department",
)


@dataclass(frozen=True)
class Standing:
    """One membership of the viewer, with the members it decides for today (itself among them)."""

    member: AgencyMember
    acts_for: tuple[int, ...]


def standings_of(viewer: Actor) -> list[Standing]:
    """The viewer's memberships in active agencies."""
    rows = memberships_for(viewer).select_related("agency", "department", "user").order_by("id")
    return [Standing(member, tuple(member_ids_acted_for(member))) for member in rows]


def requests_readable(viewer: Actor, standings: Collection[Standing] | None = None) -> QuerySet[PurchaseRequest]:
    """Of the viewer's agencies: own requests, those of the department, those in whose approval line the viewer stands (or somebody whose
    deputy the viewer is today), and all for who pays or administers. Nothing for everybody else."""
    reads = Q(pk__in=[])
    for standing in standings_of(viewer) if standings is None else standings:
        reads |= _reads(standing)
    return PurchaseRequest.objects.filter(reads).select_related(*RELATED)


def _reads(standing: Standing) -> Q:
    member = standing.member
    own_agency = Q(agency_id=member.agency_id)
    if any(ability in member.abilities for ability in READS_ALL):
        return own_agency
    in_line = ApprovalStep.objects.filter(request_id=OuterRef("pk"), member_id__in=standing.acts_for)
    reads = Q(requester_id=member.pk) | Q(Exists(in_line))
    if member.department_id is not None:
        reads |= Q(department_id=member.department_id)
    return own_agency & reads


def request_get(*, request_id: UUID, viewer: Actor) -> PurchaseRequest:
    """The request, for its readers. Raises NotFound."""
    request = requests_readable(viewer).filter(pk=request_id).first()
    if request is None:
        raise NotFound("id")
    return request


def to_decide(standings: Collection[Standing]) -> QuerySet[ApprovalStep]:
    """Steps the viewer may decide now, own and as a deputy; never of own requests."""
    earlier = ApprovalStep.objects.filter(
        request_id=OuterRef("request_id"),
        round=OuterRef("round"),
        stage__lt=OuterRef("stage"),
        status=StepStatus.WAITING,
    )
    wanted = Q(pk__in=[])
    for standing in standings:
        wanted |= Q(member_id__in=standing.acts_for) & ~Q(request__requester_id=standing.member.pk)
    return ApprovalStep.objects.filter(
        wanted,
        ~Exists(earlier),
        status=StepStatus.WAITING,
        request__status=RequestStatus.IN_APPROVAL,
        request__held_until__gt=clock.now(),
        round=F("request__round"),
    )


def steps_waiting(steps: list[ApprovalStep], request: PurchaseRequest) -> list[ApprovalStep]:
    """Of the steps of a request those whose turn it is: of the running round."""
    if request.status != RequestStatus.IN_APPROVAL:
        return []
    return steps_in_turn([step for step in steps if step.round == request.round])
