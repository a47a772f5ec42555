"""Issued papers."""

from contract.permission_rows.access import SIGNED_IN, Access

QUERIES: dict[str, Access] = {"paper": SIGNED_IN}
MUTATIONS: dict[str, Access] = {}
