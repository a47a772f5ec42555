"""Take in a paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.documents import KeptDocument, document_keep
from market.vendors.errors import TooManyPapers
from market.vendors.locks import applications_for_update, vendor_for_update
from market.vendors.models import VendorDocument

MOST_OF_AN_APPLICATION = 30
MOST_OF_A_VENDOR = 300


def document_add(
    *,
    upload: File[Any],
    kind: str,
    vendor_id: int | None = None,
    application_id: UUID | None = None,
    actor: Actor,
    field: str = "file",
) -> VendorDocument:
    """Check, clean and keep a paper of an enterprise, of an application, or of both. ``kind`` is a value of DocumentKind.

    The caller has made sure that the actor acts for whom it belongs to. Raises FileRefused, FileTooLarge, TooManyPapers, NotFound; the
    error belongs to ``field``. Call it outside of a transaction where you can: reading a paper takes its time, and only the row is
    written under the lock. A file whose row is rolled back is swept away.
    """
    kept = document_keep(upload, field=field)
    with transaction.atomic():
        if application_id is not None:
            if not applications_for_update().filter(pk=application_id).exists():
                raise NotFound(field)
            _ensure_room(VendorDocument.objects.filter(application_id=application_id), MOST_OF_AN_APPLICATION, field)
        if vendor_id is not None:
            vendor_for_update(vendor_id, field=field)
            _ensure_room(VendorDocument.objects.filter(vendor_id=vendor_id), MOST_OF_A_VENDOR, field)
        return _row(kept, kind, vendor_id, application_id, actor)


def _ensure_room(rows: Any, limit: int, field: str) -> None:
    if rows.count() >= limit:
        raise TooManyPapers(field, limit=limit)


def _row(
    kept: KeptDocument, kind: str, vendor_id: int | None, application_id: UUID | None, actor: Actor
) -> VendorDocument:
    return VendorDocument.objects.create(
        vendor_id=vendor_id,
        application_id=application_id,
        kind=kind,
        file=kept.key,
        name=kept.name,
        content_type=kept.content_type,
        size=kept.size,
        sha256=kept.sha256,
        uploaded_by_id=actor.user_id,
    )
