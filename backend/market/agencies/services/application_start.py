"""Begin to apply."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from market.agencies.errors import TooManyApplications
from market.agencies.models import AgencyApplication, AgencyApplicationStatus, AgencyApplicationStep
from market.agencies.rules import OPEN, domain_of
from market.agencies.selectors.mail_domains import is_public_mail
from market.agencies.services.application_status_set import ensure_confirmed
from market.core import clock
from market.core.actor import Actor

MOST_OPEN = 3


def application_start(*, actor: Actor) -> AgencyApplication:
    """A new, empty application; the actor's empty draft where there is one, so that asking twice makes one.

    The confirmed address of the account is taken for the official one unless it lies with a public provider.
    Raises EmailNotConfirmed, TooManyApplications.
    """
    ensure_confirmed(actor)
    try:
        with transaction.atomic():
            return _started(actor)
    except IntegrityError:  # the same person was a moment earlier
        return _empty_draft(actor).get()


def _started(actor: Actor) -> AgencyApplication:
    draft = _empty_draft(actor).first()
    if draft is not None:
        return draft
    if AgencyApplication.objects.filter(applicant_id=actor.signed_in_id, status__in=OPEN).count() >= MOST_OPEN:
        raise TooManyApplications(limit=MOST_OPEN)
    own = actor.email.lower()
    is_official = not is_public_mail(domain_of(own))
    application = AgencyApplication.objects.create(
        applicant_id=actor.signed_in_id,
        official_email=own if is_official else "",
        official_proved_at=clock.now() if is_official else None,
    )
    AgencyApplicationStep.objects.create(
        application=application, status=AgencyApplicationStatus.DRAFT, actor_id=actor.user_id
    )
    return application


def _empty_draft(actor: Actor) -> QuerySet[AgencyApplication]:
    return AgencyApplication.objects.filter(
        applicant_id=actor.signed_in_id, status=AgencyApplicationStatus.DRAFT, registration_number=""
    )
