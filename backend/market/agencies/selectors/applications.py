"""Applications of agencies: who may read them, what is missing, what staff should look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import BigIntegerField, Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Extract

from market.agencies.errors import OfficialAddressUnproved
from market.agencies.models import (
    Agency,
    AgencyApplication,
    AgencyApplicationStatus,
    AgencyApplicationStep,
    AgencyRegime,
)
from market.agencies.permissions import AgencyAbility
from market.agencies.rules import domain_of
from market.agencies.selectors.membership import agency_ids_with
from market.core.actor import Actor
from market.core.errors import DomainError, NotFound, Required
from market.core.permissions import MANAGE_AGENCIES
from market.vendors.rules import digits_of

MICROSECONDS = 1_000_000
WAITING_FIRST = {AgencyApplicationStatus.SUBMITTED: 0, AgencyApplicationStatus.RETURNED: 1}
REQUIRED = {
    "registration_number": "registrationNumber",
    "name": "name",
    "regime": "regime",
    "official_email": "officialEmail",
    "representative": "representative",
    "phone": "phone",
    "postal_code": "postalCode",
    "address": "address",
    "department": "department",
    "job_title": "jobTitle",
}


def application_list(*, viewer: Actor) -> QuerySet[AgencyApplication]:
    """The viewer's own; for administrators those that ask to join their agency; for staff all that were ever submitted."""
    mine = Q(applicant_id=viewer.user_id) if viewer.user_id is not None else Q(pk__in=[])
    if viewer.has_permission(MANAGE_AGENCIES):
        mine |= Q(submitted_at__isnull=False)
    elif administered := agency_ids_with(viewer, AgencyAbility.ADMINISTER):
        mine |= Q(joins_id__in=administered, submitted_at__isnull=False)
    return AgencyApplication.objects.filter(mine)


def own_applications(*, viewer: Actor) -> QuerySet[AgencyApplication]:
    """What the viewer applied for, newest first."""
    return AgencyApplication.objects.filter(applicant_id=viewer.signed_in_id).order_by("-created_at", "id")


def join_requests_of(agency_ids: Iterable[int]) -> QuerySet[AgencyApplication]:
    """Who asks to be let into these agencies, longest waiting first."""
    return (
        AgencyApplication.objects.filter(joins_id__in=list(agency_ids), status=AgencyApplicationStatus.SUBMITTED)
        .select_related("applicant")
        .order_by("submitted_at", "id")
    )


def applications_to_vet(*, statuses: Iterable[str] | None = None, search: str = "") -> QuerySet[AgencyApplication]:
    """All that were submitted: what waits for staff first, the oldest of it on top; then the rest, newest first.

    Sort by ``rank``, ``place``, ``id``.
    """
    rows = AgencyApplication.objects.filter(submitted_at__isnull=False)
    if statuses is not None:
        rows = rows.filter(status__in=list(statuses))
    for word in search.replace("\x00", "\ufffd").split()[:10]:
        found = Q(name__icontains=word) | Q(official_email__icontains=word)
        if digits_of(word):
            found |= Q(registration_number__startswith=digits_of(word))
        rows = rows.filter(found)
    moment = Cast(Extract("submitted_at", "epoch") * MICROSECONDS, BigIntegerField())
    return rows.annotate(
        rank=Case(
            *(When(status=status, joins=None, then=Value(rank)) for status, rank in WAITING_FIRST.items()),
            default=Value(2),
            output_field=IntegerField(),
        ),
        moment=moment,
        place=Case(When(status=AgencyApplicationStatus.SUBMITTED, then=F("moment")), default=-F("moment")),
    )


def submission_faults(application: AgencyApplication) -> list[DomainError]:
    """What keeps the application from being sent, field by field."""
    faults: list[DomainError] = [
        Required(field) for column, field in REQUIRED.items() if not getattr(application, column)
    ]
    if application.regime == AgencyRegime.OWN_RULES and not application.base_law:
        faults.append(Required("baseLaw"))
    if application.official_email and application.official_proved_at is None:
        faults.append(OfficialAddressUnproved("officialEmail"))
    return faults


def agency_of_number(number: str) -> Agency | None:
    """The agency that is here under this number."""
    return Agency.objects.filter(registration_number=number).first() if number else None


def agency_to_join(application: AgencyApplication) -> Agency | None:
    """The agency whose administrators can decide: it has the number and the domain, and somebody in charge.

    A right number with another domain is for staff to look at: whoever knows a number has not shown to work there.
    """
    domain = domain_of(application.official_email)
    return (
        Agency.objects.filter(
            registration_number=application.registration_number,
            email_domain=domain,
            is_active=True,
            members__is_active=True,
            members__user__is_active=True,
            members__abilities__contains=[AgencyAbility.ADMINISTER.value],
        ).first()
        if domain
        else None
    )


def agencies_like(applications: Sequence[AgencyApplication]) -> QuerySet[Agency]:
    """Agencies here with a number or a domain of these applications. For those who vet only: never tell an applicant."""
    domains = {domain_of(row.official_email) for row in applications if row.official_email}
    numbers = {row.registration_number for row in applications if row.registration_number}
    return Agency.objects.filter(Q(registration_number__in=numbers) | Q(email_domain__in=domains)).order_by(
        "name", "id"
    )


def rivals_of(applications: Sequence[AgencyApplication]) -> QuerySet[AgencyApplication]:
    """Applications under way with one of these numbers. For those who vet only."""
    numbers = {row.registration_number for row in applications if row.registration_number}
    return AgencyApplication.objects.filter(
        registration_number__in=numbers,
        status__in=[AgencyApplicationStatus.SUBMITTED, AgencyApplicationStatus.RETURNED],
    ).order_by("submitted_at", "id")


def steps_of(application_ids: Iterable[UUID]) -> QuerySet[AgencyApplicationStep]:
    """What happened to these applications, oldest first."""
    return AgencyApplicationStep.objects.filter(application_id__in=list(application_ids)).order_by("id")


def paper_readable(viewer: Actor, application_id: UUID) -> AgencyApplication:
    """An application with a paper, for its applicant and staff who vet. Raises NotFound for everybody else, as for none."""
    found = AgencyApplication.objects.filter(pk=application_id).exclude(paper_key="").first()
    if found is None or viewer.user_id is None:
        raise NotFound("id")
    if found.applicant_id != viewer.user_id and not (
        viewer.has_permission(MANAGE_AGENCIES) and found.submitted_at is not None
    ):
        raise NotFound("id")
    return found


def paper_keys_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys in the private storage that an application names."""
    return set(AgencyApplication.objects.filter(paper_key__in=list(keys)).values_list("paper_key", flat=True))
