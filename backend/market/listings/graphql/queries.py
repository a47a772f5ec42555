"""Reading workbooks."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.permissions import MANAGE_PRODUCTS
from market.listings.graphql.types import ListingImport, ListingImportCountableConnection
from market.listings.models import ListingImport as ListingImportModel
from market.listings.selectors.imports import import_get, imports_of
from market.vendors.selectors.membership import ensure_member_or


class ImportQueries:
    listing_import = graphene.Field(
        ListingImport,
        id=graphene.ID(required=True, description="ID of the workbook."),
        description="A workbook of one's own enterprise.",
    )
    listing_imports = graphene.Field(
        ListingImportCountableConnection,
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        **paging_arguments(),
        description="The workbooks of one's own enterprise, newest first.",
    )

    @staticmethod
    def resolve_listing_import(root: Any, info: Any, id: str) -> ListingImportModel | None:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        try:
            return import_get(import_id=uuid_pk(id, "ListingImport"), viewer=info.context.actor)
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_listing_imports(root: Any, info: Any, vendor: str, **paging: Any) -> Connection:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        try:
            vendor_id = int_pk(vendor, "Vendor")
        except BadGlobalId:
            vendor_id = 0
        rows = imports_of(info.context.actor).filter(vendor_id=vendor_id)
        return paginate(info, rows, [SortKey("created_at", True, parse_datetime), SortKey("id", parse=str)], **paging)
