"""Take an application back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.vendors.models import ApplicationStatus, VendorApplication
from market.vendors.services.application_status_set import application_status_set, own_application_locked


@transaction.atomic
def application_withdraw(*, application_id: UUID, actor: Actor) -> VendorApplication:
    """Its applicant takes it back, until it is decided; the account it named is forgotten. Raises NotFound, AlreadyDecided."""
    application = own_application_locked(application_id, actor)
    application.sealed_number = application.sealed_holder = application.last_digits = application.bank = ""
    application_status_set(application=application, to=ApplicationStatus.WITHDRAWN, actor=actor)
    audit.record(
        actor=actor,
        action="vendors.application_withdraw",
        subject_type="VendorApplication",
        subject_id=application.pk,
    )
    return application
