"""Fill in an application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import IntegrityError, transaction

from market.accounts.models import User
from market.agencies.errors import OwnApplicationExists
from market.agencies.models import AgencyApplication
from market.agencies.rules import ensure_editable
from market.agencies.services.application_clean import application_clean
from market.agencies.services.application_status_set import editable_application_locked
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.documents import document_keep

SHELF = "agencies"


def application_update(*, application_id: UUID, given: Mapping[str, Any], actor: Actor) -> AgencyApplication:
    """Set what is given, all of it or nothing, while the application is a draft or was sent back.

    Another official address has to be proved anew; the confirmed address of the applicant's own account proves itself.
    Raises NotFound, ApplicationNotEditable, OwnApplicationExists, ManyErrors (AgencyNumberInvalid, PublicMailRefused, InvalidInput).
    """
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        before = application.official_email
        for name, value in application_clean(given).items():
            setattr(application, name, value)
        if application.official_email != before:
            is_own = User.objects.filter(
                pk=actor.signed_in_id, email=application.official_email, is_confirmed=True
            ).exists()
            application.official_proved_at = clock.now() if is_own else None
        try:
            with transaction.atomic():
                application.save()
        except IntegrityError as error:
            raise OwnApplicationExists("registrationNumber") from error
    return application


def application_paper_set(*, application_id: UUID, upload: File[Any], actor: Actor) -> AgencyApplication:
    """Hand in the 고유번호증 (PDF, JPEG or PNG), in place of the one before. It is read and cleaned before anything is locked.

    Raises NotFound, ApplicationNotEditable, FileRefused, FileTooLarge.
    """
    found = AgencyApplication.objects.filter(pk=application_id, applicant_id=actor.signed_in_id).first()
    if found is None:
        raise NotFound("id")
    ensure_editable(found.status)
    kept = document_keep(upload, field="file", shelf=SHELF)
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        application.paper_key, application.paper_name = kept.key, kept.name
        application.paper_type, application.paper_size = kept.content_type, kept.size
        application.save(update_fields=["paper_key", "paper_name", "paper_type", "paper_size"])
    return application


def application_paper_remove(*, application_id: UUID, actor: Actor) -> AgencyApplication:
    """Take the paper back; the file is swept away. Raises NotFound, ApplicationNotEditable."""
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        application.paper_key = application.paper_name = application.paper_type = ""
        application.paper_size = 0
        application.save(update_fields=["paper_key", "paper_name", "paper_type", "paper_size"])
    return application
