"""Begin to apply a checked workbook, or to undo an applied one."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.listings.errors import ImportAtWork, ImportNotReady
from market.listings.locks import imports_for_update
from market.listings.models import ImportStatus, ListingImport, RowStatus
from market.listings.selectors.imports import import_get
from market.listings.services.import_create import AT_WORK


def import_apply_start(*, import_id: UUID, actor: Actor) -> ListingImport:
    """Raises NotFound, ImportNotReady (not checked, nothing good in it) and ImportAtWork."""
    return _start(import_id, actor, ImportStatus.CHECKED, ImportStatus.APPLYING, RowStatus.GOOD)


def import_undo_start(*, import_id: UUID, actor: Actor) -> ListingImport:
    """Raises NotFound, ImportNotReady (not applied) and ImportAtWork."""
    return _start(import_id, actor, ImportStatus.DONE, ImportStatus.UNDOING, RowStatus.APPLIED)


def _start(import_id: UUID, actor: Actor, needed: str, wanted: str, rows: str) -> ListingImport:
    if import_get(import_id=import_id, viewer=actor) is None:
        raise NotFound("id")
    try:
        with transaction.atomic():
            run = imports_for_update().get(pk=import_id)
            if run.status != needed or not run.rows.filter(status=rows).exists():
                raise ImportNotReady("id")
            run.status, run.processed = wanted, 0
            run.actor = {"user_id": actor.user_id, "email": actor.email, "ip_address": actor.ip_address}
            run.save()
            audit.record(
                actor=actor, action=f"listings.import_{wanted}", subject_type="ListingImport", subject_id=run.pk
            )
    except IntegrityError as error:
        if AT_WORK in str(error):
            raise ImportAtWork("id") from error
        raise
    return run
