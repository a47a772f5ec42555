"""Joining."""

from contract.permission_rows.access import SIGNED_IN, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    "vendorApplication": SIGNED_IN,
    "myVendorApplications": SIGNED_IN,
    "vendorApplications": (names.MANAGE_VENDORS,),
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """vendorApplicationCreate vendorApplicationUpdate vendorApplicationDocumentAdd vendorApplicationDocumentRemove
        vendorApplicationSubmit vendorApplicationWithdraw businessNumberCheck""".split(),  # noqa: SIM905 - a list of words
        SIGNED_IN,
    ),
    **dict.fromkeys(
        ("vendorApplicationApprove", "vendorApplicationReturn", "vendorApplicationDecline"), (names.MANAGE_VENDORS,)
    ),
}
