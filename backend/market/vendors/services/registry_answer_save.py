"""What the tax service said, kept with the application."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.core.permissions import MANAGE_VENDORS
from market.vendors.locks import applications_for_update
from market.vendors.models import VendorApplication
from market.vendors.rules import RegistryState, ensure_editable, pause_after, registry_state_of
from market.vendors.services.application_submit import Question, question_note


@transaction.atomic
def registry_question_begin(*, application_id: UUID, actor: Actor | None) -> Question:
    """Note that the number of an application is asked about: by its applicant while it may be changed, by staff who vet, or by the
    market itself (no actor). Raises NotFound, ApplicationNotEditable, Required (it has no number yet)."""
    application = applications_for_update().filter(pk=application_id).first()
    if application is None or not _may_ask(application, actor):
        raise NotFound("applicationId")
    if actor is not None and application.applicant_id == actor.user_id:
        ensure_editable(application.status)
    if not application.business_number:
        raise Required("businessNumber")
    return question_note(application)


def _may_ask(application: VendorApplication, actor: Actor | None) -> bool:
    if actor is None or application.applicant_id == actor.user_id:
        return True
    return application.submitted_at is not None and actor.has_permission(MANAGE_VENDORS)


@transaction.atomic
def registry_answer_save(*, application_id: UUID, answer: RegistryState) -> VendorApplication | None:
    """Keep the answer, unless the application is gone or has another number by now. No answer never replaces one; it only counts."""
    application = applications_for_update().filter(pk=application_id).first()
    if application is None or application.business_number != answer.number:
        return application
    known = registry_state_of(application.registry_state, application.business_number)
    if answer.code == "unanswered":
        if known is not None and known.code not in ("asking", "unanswered"):
            return application
        attempts = (known.attempts if known else 0) + 1
        answer = RegistryState(
            code="unanswered",
            number=answer.number,
            source=answer.source,
            checked_at=clock.now().isoformat(),
            attempts=attempts,
            ask_at=(clock.now() + pause_after(attempts)).isoformat(),
        )
    application.registry_state = answer.to_json()
    application.save(update_fields=["registry_state"])
    return application
