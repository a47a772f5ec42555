"""Begin to apply."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from market.accounts.models import User
from market.core.actor import Actor
from market.vendors.errors import EmailNotConfirmed, TooManyApplications
from market.vendors.models import ApplicationStatus, ApplicationStep, VendorApplication
from market.vendors.rules import OPEN

MOST_OPEN = 5


def application_start(*, actor: Actor) -> VendorApplication:
    """A new, empty application; the actor's empty draft where there is one, so that asking twice makes one.

    Raises EmailNotConfirmed, TooManyApplications.
    """
    ensure_confirmed(actor)
    try:
        with transaction.atomic():
            return _started(actor)
    except IntegrityError:  # the same person was a moment earlier
        return _empty_draft(actor).get()


def ensure_confirmed(actor: Actor) -> None:
    """Raises EmailNotConfirmed: who applies has to be reached."""
    if not User.objects.filter(pk=actor.signed_in_id, is_confirmed=True, is_active=True).exists():
        raise EmailNotConfirmed


def _started(actor: Actor) -> VendorApplication:
    draft = _empty_draft(actor).first()
    if draft is not None:
        return draft
    under_way = VendorApplication.objects.filter(applicant_id=actor.signed_in_id, status__in=OPEN)
    if under_way.count() >= MOST_OPEN:
        raise TooManyApplications(limit=MOST_OPEN)
    application = VendorApplication.objects.create(applicant_id=actor.signed_in_id, email=actor.email[:254])
    ApplicationStep.objects.create(application=application, status=ApplicationStatus.DRAFT, actor_id=actor.user_id)
    return application


def _empty_draft(actor: Actor) -> QuerySet[VendorApplication]:
    return VendorApplication.objects.filter(
        applicant_id=actor.signed_in_id, status=ApplicationStatus.DRAFT, business_number=""
    )
