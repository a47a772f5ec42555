"""Upload, apply and undo workbooks."""

from __future__ import annotations

from typing import Any

import graphene
from celery import current_app
from django.db import transaction

from market.core.errors import NotFound, Required
from market.core.files.errors import WorkbookUnreadable
from market.core.files.workbooks import LARGEST_FILE
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import Upload
from market.core.permissions import MANAGE_PRODUCTS
from market.listings.errors import ImportAtWork, ImportNotReady
from market.listings.graphql.types import ListingImport, ListingImportError
from market.listings.models import ListingImport as ListingImportModel
from market.listings.services.import_create import import_create
from market.listings.services.import_start import import_apply_start, import_undo_start
from market.vendors.selectors.membership import ensure_member_or

TASK = "market.listings.tasks.work_on_import"


def _nudge(run: ListingImportModel) -> ListingImportModel:
    """Ask a worker to go on. Without one at hand the periodic sweep does."""
    if current_app.main == "market":
        transaction.on_commit(lambda: current_app.send_task(TASK, args=[str(run.pk)]), robust=True)
    return run


class ListingImportCreate(BaseMutation):
    class Meta:
        description = (
            "Upload a workbook (XLSX) of listings. It is read and checked; nothing changes until it is applied."
        )
        error_type = ListingImportError
        idempotent = True

    class Arguments:
        vendor = graphene.ID(required=True, description="ID of the enterprise.")
        file = Upload(required=True, description="The workbook, 15 MB and 5,000 rows at most.")
        asks_for_review = graphene.Boolean(description="Send new goods for review at once when it is applied.")

    raises = (NotFound, InvalidId, Required, WorkbookUnreadable, ImportAtWork)
    listing_import = graphene.Field(ListingImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, vendor: str, file: Any, asks_for_review: bool | None = None) -> ListingImportCreate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        if file.size > LARGEST_FILE:
            raise WorkbookUnreadable(
                "file", f"파일이 너무 커요. {LARGEST_FILE // 1_000_000} MB까지예요.", "The file is too large."
            )
        run = import_create(
            vendor_id=pk_from_id(vendor, "Vendor", field="vendor"),
            content=file.read(),
            name=file.name or "",
            asks_for_review=bool(asks_for_review),
            actor=info.context.actor,
        )
        return cls(listing_import=_nudge(run))


class ListingImportApply(BaseMutation):
    class Meta:
        description = "Apply the good rows of a checked workbook. It goes on in the background."
        error_type = ListingImportError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the workbook.")

    raises = (NotFound, InvalidId, ImportNotReady, ImportAtWork)
    listing_import = graphene.Field(ListingImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ListingImportApply:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        run = import_apply_start(import_id=uuid_from_id(id, "ListingImport"), actor=info.context.actor)
        return cls(listing_import=_nudge(run))


class ListingImportUndo(BaseMutation):
    class Meta:
        description = "Take back what an applied workbook did, as far as nothing has happened to it since."
        error_type = ListingImportError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the workbook.")

    raises = (NotFound, InvalidId, ImportNotReady, ImportAtWork)
    listing_import = graphene.Field(ListingImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ListingImportUndo:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        run = import_undo_start(import_id=uuid_from_id(id, "ListingImport"), actor=info.context.actor)
        return cls(listing_import=_nudge(run))


class ImportMutations:
    listing_import_create = ListingImportCreate.Field()
    listing_import_apply = ListingImportApply.Field()
    listing_import_undo = ListingImportUndo.Field()
