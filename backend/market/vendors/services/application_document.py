"""Papers of an application, while it may be changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from market.core.actor import Actor
from market.core.errors import DomainError, NotFound
from market.vendors.models import VendorApplication, VendorDocument
from market.vendors.rules import ensure_editable
from market.vendors.services.application_status_set import editable_application_locked
from market.vendors.services.document_add import document_add


def application_document_add(*, application_id: UUID, upload: File[Any], kind: str, actor: Actor) -> VendorApplication:
    """Hand a paper in. It is read and cleaned before anything is locked.

    Raises NotFound, ApplicationNotEditable, TooManyPapers, FileRefused, FileTooLarge.
    """
    found = VendorApplication.objects.filter(pk=application_id, applicant_id=actor.signed_in_id).first()
    if found is None:
        raise NotFound("id")
    ensure_editable(found.status)
    paper = document_add(upload=upload, kind=kind, application_id=application_id, actor=actor)
    try:
        with transaction.atomic():
            return editable_application_locked(application_id, actor)
    except DomainError:
        paper.delete()  # sent in the meantime: what was not part of it must not become so
        raise


def application_document_remove(*, document_id: UUID, actor: Actor) -> VendorApplication:
    """Take a paper back; the file is swept away. Raises NotFound, ApplicationNotEditable."""
    application_id = (
        VendorDocument.objects.filter(pk=document_id, application__applicant_id=actor.signed_in_id)
        .values_list("application_id", flat=True)
        .first()
    )
    if application_id is None:
        raise NotFound("id")
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        VendorDocument.objects.filter(pk=document_id, application_id=application_id).delete()
    return application
