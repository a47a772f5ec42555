"""Finding for public buyers: the law's duties are for everybody to read."""

from contract.permission_rows.access import EVERYBODY, Access

QUERIES: dict[str, Access] = {"dutySchemes": EVERYBODY}
MUTATIONS: dict[str, Access] = {}
