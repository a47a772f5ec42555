"""Certificates."""

from contract.permission_rows.access import MEMBER, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    "vendorCertificates": (names.MANAGE_VENDORS, MEMBER),
    "vendorCertificate": (names.MANAGE_VENDORS, MEMBER),
    "certificatesToCheck": (names.MANAGE_VENDORS,),
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(("certificateSubmit", "certificateReplace", "certificateWithdraw"), (MEMBER,)),
    **dict.fromkeys(("certificateVerify", "certificateReject", "certificateRevoke"), (names.MANAGE_VENDORS,)),
}
