"""Workbooks of listings."""

from contract.permission_rows.access import MEMBER, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = dict.fromkeys(("listingImport", "listingImports"), (names.MANAGE_PRODUCTS, MEMBER))
MUTATIONS: dict[str, Access] = dict.fromkeys(
    ("listingImportCreate", "listingImportApply", "listingImportUndo"), (names.MANAGE_PRODUCTS, MEMBER)
)
