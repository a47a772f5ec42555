"""What waits for one member of an agency: the figures of the desk's first page. Those of absent members count for their deputies (대결)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q

from market.agencies.models import AgencyMember, Deputy
from market.agencies.selectors.membership import member_ids_acted_for, membership_in
from market.core import clock
from market.core.actor import Actor
from market.procurement.models import (
    PurchaseOrder,
    PurchaseOrderStatus,
    PurchaseRequest,
    RequestStatus,
)
from market.procurement.selectors.people import person_name
from market.procurement.selectors.requests import Standing, to_decide
from market.quotes.models import Quote, QuoteRequest, QuoteRequestStatus

TO_MEND = (RequestStatus.SENT_BACK, RequestStatus.LAPSED)


@dataclass(frozen=True)
class Absence:
    """Somebody is away and somebody else decides, through ``ends_on`` (a Seoul day)."""

    name: str
    job_title: str
    ends_on: dt.date


@dataclass(frozen=True)
class AgencyToday:
    """What waits, as counts; times are those of the thing that is pressing first."""

    requests_to_decide: int
    requests_ending_today: int
    next_lapse_at: dt.datetime | None
    requests_to_mend: int
    requests_in_approval: int
    quotes_to_choose: int
    quotes_waiting: int
    next_reply_by: dt.datetime | None
    changes_proposed: int
    acting_for: tuple[Absence, ...]
    deputies: tuple[Absence, ...]


def agency_today(*, agency_id: int, viewer: Actor) -> AgencyToday | None:
    """The viewer's own figures in this agency; None for who is not its member. The number of statements is constant."""
    member = membership_in(agency_id, viewer)
    if member is None:
        return None
    ids = member_ids_acted_for(member)
    return AgencyToday(
        **_to_decide(member, ids),
        **_own_requests(ids),
        **_quotes(ids),
        changes_proposed=_changes(ids),
        acting_for=_absences(Q(deputy=member), "member"),
        deputies=_absences(Q(member=member), "deputy"),
    )


def _to_decide(member: AgencyMember, ids: list[int]) -> dict[str, Any]:
    tomorrow = clock.seoul_day_start(clock.today() + dt.timedelta(days=1))
    found = to_decide([Standing(member, tuple(ids))]).aggregate(
        all=Count("request", distinct=True),
        today=Count("request", distinct=True, filter=Q(request__held_until__lt=tomorrow)),
        first=Min("request__held_until"),
    )
    return {
        "requests_to_decide": found["all"],
        "requests_ending_today": found["today"],
        "next_lapse_at": found["first"],
    }


def _own_requests(ids: list[int]) -> dict[str, Any]:
    found = PurchaseRequest.objects.filter(requester_id__in=ids).aggregate(
        mend=Count("pk", filter=Q(status__in=TO_MEND)),
        running=Count("pk", filter=Q(status=RequestStatus.IN_APPROVAL)),
    )
    return {"requests_to_mend": found["mend"], "requests_in_approval": found["running"]}


def _quotes(ids: list[int]) -> dict[str, Any]:
    standing = Quote.objects.filter(
        request_id=OuterRef("pk"), replaced_at__isnull=True, withdrawn_at__isnull=True, valid_until__gte=clock.today()
    )
    found = (
        QuoteRequest.objects.filter(requester_id__in=ids)
        .annotate(has_answer=Exists(standing))
        .aggregate(
            choose=Count("pk", filter=Q(status=QuoteRequestStatus.CLOSED, has_answer=True)),
            waiting=Count("pk", filter=Q(status=QuoteRequestStatus.OPEN)),
            first=Min("reply_by", filter=Q(status=QuoteRequestStatus.OPEN)),
        )
    )
    return {"quotes_to_choose": found["choose"], "quotes_waiting": found["waiting"], "next_reply_by": found["first"]}


def _changes(ids: list[int]) -> int:
    rows = PurchaseOrder.objects.filter(status=PurchaseOrderStatus.CHANGE_PROPOSED, request__requester_id__in=ids)
    return rows.count()


def _absences(of: Q, who: str) -> tuple[Absence, ...]:
    """Absences of today, by the name of ``who``: the absent member or the deputy."""
    today = clock.today()
    rows = (
        Deputy.objects.filter(of, starts_on__lte=today, ends_on__gte=today, revoked_at__isnull=True)
        .filter(member__is_active=True, deputy__is_active=True)
        .select_related(f"{who}__user")
        .order_by("ends_on", "id")
    )
    found = [(getattr(row, who), row.ends_on) for row in rows]
    return tuple(Absence(person_name(person.user), person.job_title, ends_on) for person, ends_on in found)
