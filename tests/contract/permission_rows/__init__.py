"""Who gets past the door of which operation, by area: an operation -> everybody, who is signed in, or the permissions any one of which opens it.

``MEMBER`` among them: a member of an enterprise gets past the door; ``AGENCY_MEMBER``: one of an agency. What of others a member then does
not see is proved in ``test_isolation.py``.
"""

from contract.permission_rows import (
    agencies,
    applications,
    baskets,
    budgets,
    certificates,
    finding,
    goods,
    insight,
    members,
    papers,
    places,
    procurement,
    quotes,
    routes,
    structure,
    today,
    vendor_orders,
    workbooks,
)
from contract.permission_rows.access import AGENCY_MEMBER, EVERYBODY, MEMBER, MEMBERS, SIGNED_IN, Access

AREAS = (
    agencies,
    applications,
    baskets,
    budgets,
    certificates,
    finding,
    goods,
    insight,
    members,
    papers,
    places,
    quotes,
    procurement,
    routes,
    structure,
    today,
    vendor_orders,
    workbooks,
)
QUERIES: dict[str, Access] = {name: access for area in AREAS for name, access in area.QUERIES.items()}
MUTATIONS: dict[str, Access] = {name: access for area in AREAS for name, access in area.MUTATIONS.items()}

__all__ = ["AGENCY_MEMBER", "EVERYBODY", "MEMBER", "MEMBERS", "MUTATIONS", "QUERIES", "SIGNED_IN", "Access"]
