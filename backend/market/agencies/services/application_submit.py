"""Send an application in, or take it back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.events import AgencyApplicationSubmitted, JoinRequested
from market.agencies.models import AgencyApplication, AgencyApplicationStatus
from market.agencies.selectors.applications import agency_to_join, submission_faults
from market.agencies.services.application_status_set import (
    application_status_set,
    editable_application_locked,
    ensure_confirmed,
    own_application_locked,
)
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import ManyErrors


def application_submit(*, application_id: UUID, actor: Actor) -> AgencyApplication:
    """Hand it to those who decide: the market's staff, or, where an agency of this number and domain is here, its administrators.

    The answer is the same in both cases: an applicant does not learn who is on the market.
    Raises NotFound, ApplicationNotEditable, EmailNotConfirmed, and ManyErrors of Required and OfficialAddressUnproved.
    """
    ensure_confirmed(actor)
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        faults = submission_faults(application)
        if faults:
            raise ManyErrors(faults)
        application.joins = agency_to_join(application)
        application.submitted_at = clock.now()
        step = application_status_set(application=application, to=AgencyApplicationStatus.SUBMITTED, actor=actor)
        outbox.publish(AgencyApplicationSubmitted(application_id=application.pk))
        if application.joins_id is not None:
            outbox.publish(
                JoinRequested(agency_id=application.joins_id, application_id=application.pk, step_id=step.pk)
            )
    return application


def application_withdraw(*, application_id: UUID, actor: Actor) -> AgencyApplication:
    """Its applicant takes it back, until it is decided. Raises NotFound, ApplicationMoved."""
    with transaction.atomic():
        application = own_application_locked(application_id, actor)
        application_status_set(application=application, to=AgencyApplicationStatus.WITHDRAWN, actor=actor)
        audit.record(
            actor=actor,
            action="agencies.application_withdraw",
            subject_type="AgencyApplication",
            subject_id=application.pk,
        )
    return application
