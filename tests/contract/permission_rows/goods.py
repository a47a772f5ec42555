"""Products, variants, listings, media, proposals, bulk."""

from contract.permission_rows.access import Access

QUERIES: dict[str, Access] = {}
MUTATIONS: dict[str, Access] = {}
