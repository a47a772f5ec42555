"""The order desk of enterprises, and what they understand."""

from contract.permission_rows.access import Access

QUERIES: dict[str, Access] = {}
MUTATIONS: dict[str, Access] = {}
