"""Shared lists, ordering again, codes and quantities."""

from contract.permission_rows.access import AGENCY_MEMBER, Access

QUERIES: dict[str, Access] = dict.fromkeys(("sharedLists", "sharedList", "orderAgainPreview"), (AGENCY_MEMBER,))
MUTATIONS: dict[str, Access] = dict.fromkeys(
    (
        "sharedListCreate",
        "sharedListUpdate",
        "sharedListDelete",
        "sharedListCopy",
        "sharedListItemsAdd",
        "sharedListItemsUpdate",
        "sharedListToCheckout",
        "orderAgain",
        "quickOrder",
        "quickOrderPreview",
    ),
    (AGENCY_MEMBER,),
)
