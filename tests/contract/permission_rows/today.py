"""What waits for a member of an agency."""

from contract.permission_rows.access import AGENCY_MEMBER, Access

QUERIES: dict[str, Access] = {"agencyToday": (AGENCY_MEMBER,)}
MUTATIONS: dict[str, Access] = {}
