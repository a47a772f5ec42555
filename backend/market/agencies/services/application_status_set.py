"""The one place where the status of an application changes."""

from __future__ import annotations

from uuid import UUID

from market.accounts.models import User
from market.agencies.errors import EmailNotConfirmed, OwnApplication
from market.agencies.locks import applications_for_update
from market.agencies.models import AgencyApplication, AgencyApplicationStatus, AgencyApplicationStep
from market.agencies.permissions import AgencyAbility
from market.agencies.rules import ensure_editable, ensure_may_become
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import clock
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.core.permissions import MANAGE_AGENCIES

DECIDED = frozenset({AgencyApplicationStatus.APPROVED, AgencyApplicationStatus.DECLINED})
LONGEST_NOTE = 2_000


def application_status_set(
    *, application: AgencyApplication, to: AgencyApplicationStatus, actor: Actor, note: str = ""
) -> AgencyApplicationStep:
    """Move a locked application on, and write down that it happened; the caller's other changes are saved with it.

    Raises ApplicationMoved.
    """
    ensure_may_become(application.status, to)
    application.status = to
    if to in DECIDED:
        application.decided_at, application.decided_by_id = clock.now(), actor.user_id
    if to != AgencyApplicationStatus.WITHDRAWN:
        application.review_note = note
    application.save()
    return AgencyApplicationStep.objects.create(application=application, status=to, note=note, actor_id=actor.user_id)


def ensure_confirmed(actor: Actor) -> None:
    """Raises EmailNotConfirmed: who applies has to be reached."""
    if not User.objects.filter(pk=actor.signed_in_id, is_confirmed=True, is_active=True).exists():
        raise EmailNotConfirmed


def own_application_locked(application_id: UUID, actor: Actor) -> AgencyApplication:
    """The actor's own application under lock. Raises NotFound for another's as for none."""
    found = applications_for_update().filter(pk=application_id, applicant_id=actor.signed_in_id).first()
    if found is None:
        raise NotFound("id")
    return found


def editable_application_locked(application_id: UUID, actor: Actor) -> AgencyApplication:
    """The same, while it may be changed. Raises NotFound, ApplicationNotEditable."""
    application = own_application_locked(application_id, actor)
    ensure_editable(application.status)
    return application


def application_to_decide(application_id: UUID, actor: Actor) -> AgencyApplication:
    """A submitted application under lock: for staff one of an agency that is not here, for administrators one that asks to join theirs.

    Raises PermissionDenied, NotFound, OwnApplication. Whether it still waits is looked at by ``application_status_set``.
    """
    found = applications_for_update().filter(pk=application_id, submitted_at__isnull=False).first()
    if actor.has_permission(MANAGE_AGENCIES):
        if found is None:
            raise NotFound("id")
    elif found is None or found.joins_id is None:
        raise NotFound("id")
    else:
        ensure_acts_for_agency(found.joins_id, actor, AgencyAbility.ADMINISTER)
    if found.applicant_id == actor.user_id:
        raise OwnApplication("id")
    return found


def ensure_vets(actor: Actor) -> None:
    """Raises PermissionDenied for who does not let agencies in."""
    if not actor.has_permission(MANAGE_AGENCIES):
        raise PermissionDenied(MANAGE_AGENCIES)


def note_clean(text: str, field: str) -> str:
    """What is said to the applicant. Raises InvalidInput."""
    note = text.strip()
    if len(note) > LONGEST_NOTE or "\x00" in note:
        raise InvalidInput(field, f"{LONGEST_NOTE}자까지 쓸 수 있어요.", f"At most {LONGEST_NOTE} characters.")
    return note
