"""By which legal way a basket may be bought: for members of agencies."""

from contract.permission_rows.access import AGENCY_MEMBER, Access

QUERIES: dict[str, Access] = {"purchaseRoutes": (AGENCY_MEMBER,)}
MUTATIONS: dict[str, Access] = {}
