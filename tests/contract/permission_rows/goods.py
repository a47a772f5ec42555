"""Products, variants, listings, media, proposals, bulk."""

from contract.permission_rows.access import MEMBER, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """productMediaCreate productMediaUpdate productMediaDelete productMediaBulkDelete productMediaReorder variantMediaAssign
        variantMediaUnassign""".split(),  # noqa: SIM905 - a list of words
        (names.MANAGE_PRODUCTS, MEMBER),
    ),
}
