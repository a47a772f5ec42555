"""Celery shells of the room. Each step of a workbook is repeated until nothing is left; a worker that died is followed by the sweep."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from celery import shared_task

from market.core import clock
from market.core.locks import reset_lock_order
from market.listings.models import ImportStatus, ListingImport
from market.listings.services.import_apply import import_apply
from market.listings.services.import_check import import_check
from market.listings.services.import_undo import import_undo

FORGOTTEN_AFTER = dt.timedelta(seconds=60)
STEPS = {
    ImportStatus.CHECKING: import_check,
    ImportStatus.APPLYING: import_apply,
    ImportStatus.UNDOING: import_undo,
}


@shared_task
def work_on_import(import_id: str) -> int:
    """Bring a workbook's present step to its end. Safe to run twice at once: each part locks the workbook. Returns how many parts."""
    parts = 0
    while True:
        status = ListingImport.objects.filter(pk=UUID(import_id)).values_list("status", flat=True).first()
        step = STEPS.get(ImportStatus(status)) if status else None
        if step is None:
            return parts
        reset_lock_order()
        step(import_id=UUID(import_id))
        parts += 1


@shared_task
def work_on_forgotten_imports() -> int:
    """Go on with workbooks that nobody works on any more. Returns how many."""
    stale = ListingImport.objects.filter(status__in=list(STEPS), worked_at__lt=clock.now() - FORGOTTEN_AFTER)
    ids = list(stale.order_by("worked_at").values_list("pk", flat=True)[:20])
    for import_id in ids:
        work_on_import(str(import_id))
    return len(ids)
