"""Take in a workbook."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from market.core import audit
from market.core.actor import Actor
from market.core.files.documents import plain_name
from market.listings.errors import ImportAtWork
from market.listings.models import ListingImport, ListingImportRow
from market.listings.workbook_read import read_workbook
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for

AT_WORK = "import_one_at_work"


def import_create(*, vendor_id: int, content: bytes, name: str, asks_for_review: bool, actor: Actor) -> ListingImport:
    """Read the rows and keep them to be checked; nothing of the catalogue changes.

    Raises NotFound and PermissionDenied for who may not list for the enterprise, WorkbookUnreadable, ImportAtWork.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_LISTINGS, field="vendor")
    rows = read_workbook(content)
    try:
        with transaction.atomic():
            made = ListingImport.objects.create(
                vendor_id=vendor_id,
                uploaded_by_id=actor.user_id,
                actor={"user_id": actor.user_id, "email": actor.email, "ip_address": actor.ip_address},
                file_name=plain_name(name, "xlsx"),
                row_count=len(rows),
                asks_for_review=asks_for_review,
            )
            ListingImportRow.objects.bulk_create(
                [ListingImportRow(listing_import=made, number=number, cells=cells) for number, cells in rows],
                batch_size=1_000,
            )
            audit.record(
                actor=actor,
                action="listings.import_create",
                subject_type="ListingImport",
                subject_id=made.pk,
                rows=len(rows),
            )
    except IntegrityError as error:
        if AT_WORK in str(error):
            raise ImportAtWork("vendor") from error
        raise
    return made
