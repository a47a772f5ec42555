"""Send an application in: look whether it is whole, ask the tax service, hand it to those who vet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors
from market.vendors.errors import TermsNotAccepted
from market.vendors.events import ApplicationSubmitted
from market.vendors.models import ApplicationStatus, VendorApplication
from market.vendors.rules import FIRST_PAUSE, RegistryState, ensure_registered, registry_state_of
from market.vendors.selectors.applications import papers_of, submission_faults
from market.vendors.services.application_start import ensure_confirmed
from market.vendors.services.application_status_set import application_status_set, editable_application_locked


@dataclass(frozen=True, kw_only=True)
class Question:
    """What the tax service is asked about one application."""

    application_id: UUID
    number: str
    opened_on: dt.date | None
    representative: str


def application_submit_begin(*, application_id: UUID, actor: Actor, agreed: bool) -> Question:
    """Look whether it may be sent, and note that the tax service is being asked. Raises as ``application_submit`` does."""
    with transaction.atomic():
        application = _sendable(application_id, actor, agreed)
        return question_note(application)


def application_submit(*, application_id: UUID, actor: Actor, agreed: bool) -> VendorApplication:
    """Hand it to those who vet, with what the tax service said. Without an answer it may be sent, and is asked about again.

    Raises NotFound, ApplicationNotEditable, EmailNotConfirmed, RegistryClosed, RegistryUnknown, and ManyErrors of Required,
    MissingPaper, BusinessNumberTaken, TermsNotAccepted.
    """
    with transaction.atomic():
        application = _sendable(application_id, actor, agreed)
        ensure_registered(registry_state_of(application.registry_state, application.business_number))
        application.submitted_at = application.agreed_at = clock.now()
        application_status_set(application=application, to=ApplicationStatus.SUBMITTED, actor=actor)
        outbox.publish(ApplicationSubmitted(application_id=application.pk))
    return application


def question_note(application: VendorApplication) -> Question:
    """Note on a locked application that its number is being asked about; should we be cut off, it is asked again."""
    asking = RegistryState(
        code="asking", number=application.business_number, ask_at=(clock.now() + FIRST_PAUSE).isoformat()
    )
    known = registry_state_of(application.registry_state, application.business_number)
    if known is None or known.code == "asking":  # an answer stays until there is a newer one
        application.registry_state = asking.to_json()
        application.save(update_fields=["registry_state"])
    return Question(
        application_id=application.pk,
        number=application.business_number,
        opened_on=application.opened_on,
        representative=application.representative,
    )


def _sendable(application_id: UUID, actor: Actor, agreed: bool) -> VendorApplication:
    ensure_confirmed(actor)
    application = editable_application_locked(application_id, actor)
    faults: list[DomainError] = submission_faults(
        application, papers=[paper.kind for paper in papers_of([application])]
    )
    if not agreed:
        faults.append(TermsNotAccepted("agreed"))
    if faults:
        raise ManyErrors(faults)
    return application
