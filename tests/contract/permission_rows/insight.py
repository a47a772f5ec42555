"""What enterprises understand of their sales, and staff of who sells."""

from contract.permission_rows.access import MEMBER, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    "vendorInsight": (names.MANAGE_REPORTS, MEMBER),
    "vendorActivity": (names.MANAGE_REPORTS,),
}
MUTATIONS: dict[str, Access] = {}
