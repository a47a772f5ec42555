"""Shared lists, ordering again, codes and quantities."""

from contract.permission_rows.access import Access

QUERIES: dict[str, Access] = {}
MUTATIONS: dict[str, Access] = {}
