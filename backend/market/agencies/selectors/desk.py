"""What members, and staff who let agencies in, read of an agency."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import Lead

from market.agencies.models import Agency, AgencyInvitation, AgencyMember, AgencyPolicy, Department, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import agency_ids_with
from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_AGENCIES
from market.vendors.rules import digits_of


def agency_list(*, viewer: Actor) -> QuerySet[Agency]:
    """The viewer's own agencies; for staff who let agencies in all of them."""
    if viewer.has_permission(MANAGE_AGENCIES):
        return Agency.objects.all()
    return Agency.objects.filter(pk__in=agency_ids_with(viewer))


def agencies_found(*, search: str = "", regimes: Iterable[str] | None = None) -> QuerySet[Agency]:
    """All agencies, by words in the name, part of the domain or the start of the number. For staff."""
    rows = Agency.objects.all()
    if regimes is not None:
        rows = rows.filter(regime__in=list(regimes))
    for word in search.replace("\x00", "\ufffd").split()[:10]:
        found = Q(name__icontains=word) | Q(name_en__icontains=word) | Q(email_domain__icontains=word)
        if digits_of(word):
            found |= Q(registration_number__startswith=digits_of(word))
        rows = rows.filter(found)
    return rows


def seen_agency_ids(viewer: Actor, agency_ids: Iterable[int], ability: AgencyAbility | None = None) -> set[int]:
    """Those of the agencies whose inside the viewer may see: as a member (with the ability), or as staff who let agencies in."""
    wanted = set(agency_ids)
    if viewer.has_permission(MANAGE_AGENCIES):
        return wanted
    return wanted & set(agency_ids_with(viewer, ability))


def departments_of(agency_ids: Iterable[int]) -> QuerySet[Department]:
    """Those in use first; ``people``: active members."""
    people = Count("members", filter=Q(members__is_active=True))
    return (
        Department.objects.filter(agency_id__in=list(agency_ids))
        .annotate(people=people)
        .order_by("-is_active", "name", "id")
    )


def members_of(agency_ids: Iterable[int]) -> QuerySet[AgencyMember]:
    """Everybody who works or worked there: who works there first, by department and name."""
    rows = AgencyMember.objects.filter(agency_id__in=list(agency_ids)).select_related("user", "department", "agency")
    return rows.order_by("-is_active", "department__name", "user__last_name", "user__first_name", "id")


def invitations_of(agency_ids: Iterable[int]) -> QuerySet[AgencyInvitation]:
    """Neither taken nor revoked; those that have run out can be sent anew."""
    rows = AgencyInvitation.objects.filter(
        agency_id__in=list(agency_ids), accepted_at__isnull=True, revoked_at__isnull=True
    )
    return rows.select_related("department").order_by("-created_at", "-id")


def deputies_arranged(agency_ids: Iterable[int], *, today: dt.date | None = None) -> QuerySet[Deputy]:
    """Absences under way and ahead first, then those of the last year; revoked ones among them."""
    since = (today or clock.today()) - dt.timedelta(days=365)
    rows = Deputy.objects.filter(member__agency_id__in=list(agency_ids), ends_on__gte=since)
    return rows.select_related("member__user", "member__department", "deputy__user", "deputy__department").order_by(
        "-starts_on", "-id"
    )


def policies_of(agency_ids: Iterable[int]) -> QuerySet[AgencyPolicy]:
    """Every policy, the latest first, with who made it; ``following``: the day on which the next one begins."""
    following = Window(Lead("effective_from"), partition_by=[F("agency_id")], order_by="effective_from")
    return (
        AgencyPolicy.objects.filter(agency_id__in=list(agency_ids))
        .annotate(following=following)
        .select_related("created_by")
        .order_by("-effective_from", "-id")
    )


def member_seen(member_id: int, *, viewer: Actor) -> AgencyMember | None:
    """One member, for colleagues and staff."""
    member = AgencyMember.objects.select_related("user", "department", "agency").filter(pk=member_id).first()
    if member is None or not seen_agency_ids(viewer, [member.agency_id]):
        return None
    return member
