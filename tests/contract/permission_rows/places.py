"""Channels, shipping, warehouses, stock."""

from contract.permission_rows.access import SIGNED_IN, Access

QUERIES: dict[str, Access] = {**dict.fromkeys(("taxClass", "taxClasses"), SIGNED_IN)}
MUTATIONS: dict[str, Access] = {}
