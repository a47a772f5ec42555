"""Let an agency in, let somebody into one, send back, or say no."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction

from market.agencies.errors import NoAgencyToPassTo, NumberTaken
from market.agencies.events import (
    AgencyApplicationApproved,
    AgencyApplicationDeclined,
    AgencyApplicationReturned,
    AgencyMemberJoined,
    JoinRequested,
)
from market.agencies.locks import agency_for_update
from market.agencies.models import (
    Agency,
    AgencyApplication,
    AgencyApplicationStatus,
    AgencyMember,
    AgencyPolicy,
    AgencyRegime,
    Department,
    Law,
)
from market.agencies.permissions import ALL_ABILITIES, AgencyAbility
from market.agencies.rules import abilities_clean, domain_of, ensure_may_become
from market.agencies.selectors.applications import agency_of_number
from market.agencies.selectors.policies import LAW_OF_REGIME
from market.agencies.services.application_status_set import (
    application_status_set,
    application_to_decide,
    ensure_vets,
    note_clean,
)
from market.agencies.services.membership_open import membership_open
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import Required

COPIED = ("name", "registration_number", "regime", "representative", "phone", "postal_code", "address")


def application_approve(*, application_id: UUID, actor: Actor, note: str = "") -> AgencyApplication:
    """Make the agency of a submitted application, by staff: with its department, its first member, who may do everything, and a first
    policy by its law under which every purchase needs a request (품의).

    Raises PermissionDenied, NotFound, OwnApplication, ApplicationMoved, NumberTaken, InvalidInput.
    """
    ensure_vets(actor)
    with transaction.atomic():
        application = application_to_decide(application_id, actor)
        ensure_may_become(application.status, AgencyApplicationStatus.APPROVED)
        if agency_of_number(application.registration_number) is not None:
            raise NumberTaken("registrationNumber")
        agency = _opened(application)
        department = Department.objects.create(agency=agency, name=application.department)
        member = AgencyMember.objects.create(
            agency=agency,
            department=department,
            user_id=application.applicant_id,
            job_title=application.job_title,
            abilities=list(ALL_ABILITIES),
        )
        AgencyPolicy.objects.create(
            agency=agency,
            effective_from=clock.today(),
            law=_law(application),
            direct_order_up_to=0,
            created_by_id=actor.user_id,
        )
        _approved(application, agency, actor, note_clean(note, "note"))
        outbox.publish(AgencyMemberJoined(agency_id=agency.pk, member_id=member.pk, since=clock.now().isoformat()))
    return application


def join_approve(
    *,
    application_id: UUID,
    actor: Actor,
    abilities: Collection[str] = (AgencyAbility.REQUEST.value,),
    department_id: int | None = None,
) -> AgencyApplication:
    """Let an applicant into the agency, by one of its administrators. Raises NotFound, PermissionDenied, OwnApplication, ApplicationMoved,
    AlreadyMember, AbilityUnknown."""
    granted = abilities_clean(abilities)
    with transaction.atomic():
        application = application_to_decide(application_id, actor)
        ensure_may_become(application.status, AgencyApplicationStatus.APPROVED)
        if application.joins_id is None:
            raise NoAgencyToPassTo("id")
        agency = agency_for_update(application.joins_id)
        member = membership_open(
            agency=agency,
            user_id=application.applicant_id,
            abilities=granted,
            department_id=department_id,
            job_title=application.job_title,
            field="id",
        )
        _approved(application, agency, actor, "", abilities=granted)
        outbox.publish(AgencyMemberJoined(agency_id=agency.pk, member_id=member.pk, since=clock.now().isoformat()))
    return application


def application_pass_on(*, application_id: UUID, actor: Actor) -> AgencyApplication:
    """Hand it to the administrators of the agency that has this number already, by staff. Raises PermissionDenied, NotFound,
    OwnApplication, ApplicationMoved, NoAgencyToPassTo."""
    ensure_vets(actor)
    with transaction.atomic():
        application = application_to_decide(application_id, actor)
        ensure_may_become(application.status, AgencyApplicationStatus.APPROVED)
        agency = agency_of_number(application.registration_number)
        if agency is None or not _has_administrator(agency):
            raise NoAgencyToPassTo("id")
        application.joins = agency
        application.save(update_fields=["joins"])
        step = application.steps.order_by("id").last()
        _note(actor, "application_pass_on", application, agency=agency.pk)
        outbox.publish(
            JoinRequested(agency_id=agency.pk, application_id=application.pk, step_id=step.pk if step else 0)
        )
    return application


def application_return(*, application_id: UUID, actor: Actor, comment: str) -> AgencyApplication:
    """Ask the applicant to mend it, by staff. Raises PermissionDenied, NotFound, OwnApplication, ApplicationMoved, Required, InvalidInput."""
    ensure_vets(actor)
    with transaction.atomic():
        application = application_to_decide(application_id, actor)
        note = _needed(comment, "comment")
        application.joins = None
        application_status_set(application=application, to=AgencyApplicationStatus.RETURNED, actor=actor, note=note)
        _note(actor, "application_return", application)
        outbox.publish(AgencyApplicationReturned(application_id=application.pk))
    return application


def application_decline(*, application_id: UUID, actor: Actor, reason: str) -> AgencyApplication:
    """Say no, and why: by staff, or by an administrator of the agency it asks to join. Raises NotFound, PermissionDenied, OwnApplication,
    ApplicationMoved, Required, InvalidInput."""
    with transaction.atomic():
        application = application_to_decide(application_id, actor)
        note = _needed(reason, "reason")
        application_status_set(application=application, to=AgencyApplicationStatus.DECLINED, actor=actor, note=note)
        _note(actor, "application_decline", application)
        outbox.publish(AgencyApplicationDeclined(application_id=application.pk))
    return application


def _opened(application: AgencyApplication) -> Agency:
    try:
        with transaction.atomic():
            return Agency.objects.create(
                joined_at=clock.now(),
                email_domain=domain_of(application.official_email),
                **{column: getattr(application, column) for column in COPIED},
            )
    except IntegrityError as error:  # another application of the number was approved at this moment
        raise NumberTaken("registrationNumber") from error


def _law(application: AgencyApplication) -> str:
    if application.regime == AgencyRegime.OWN_RULES:
        return application.base_law or Law.LOCAL
    return LAW_OF_REGIME[application.regime]


def _approved(application: AgencyApplication, agency: Agency, actor: Actor, note: str, **facts: object) -> None:
    application.agency = agency
    application_status_set(application=application, to=AgencyApplicationStatus.APPROVED, actor=actor, note=note)
    _note(actor, "application_approve", application, agency=agency.pk, **facts)
    outbox.publish(AgencyApplicationApproved(application_id=application.pk))


def _has_administrator(agency: Agency) -> bool:
    return agency.members.filter(
        is_active=True, user__is_active=True, abilities__contains=[AgencyAbility.ADMINISTER.value]
    ).exists()


def _needed(text: str, field: str) -> str:
    note = note_clean(text, field)
    if not note:
        raise Required(field)
    return note


def _note(actor: Actor, action: str, application: AgencyApplication, **facts: object) -> None:
    audit.record(
        actor=actor,
        action=f"agencies.{action}",
        subject_type="AgencyApplication",
        subject_id=application.pk,
        **facts,
    )
