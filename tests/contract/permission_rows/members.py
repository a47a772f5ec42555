"""Members, profile, states of an enterprise."""

from contract.permission_rows.access import EVERYBODY, MEMBER, SIGNED_IN, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    **dict.fromkeys(("vendorDesk", "vendorOpenWork", "vendorStatusPreview"), (names.MANAGE_VENDORS, MEMBER)),
    "vendorRechecks": (names.MANAGE_VENDORS,),
    "vendorInvitation": EVERYBODY,  # by the token of a mail
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """vendorMemberInvite vendorInvitationResend vendorInvitationRevoke vendorMemberUpdate vendorMemberRemove vendorUpdate
        vendorHolidaySet vendorHolidayClear vendorBankAccountUpdate""".split(),  # noqa: SIM905 - a list of words
        (MEMBER,),
    ),
    "vendorInvitationAccept": SIGNED_IN,
    "vendorClose": (names.MANAGE_VENDORS, MEMBER),
    **dict.fromkeys(
        ("vendorSuspend", "vendorReopen", "vendorTrustSet", "vendorRecheckDecide", "vendorBankAccountCheck"),
        (names.MANAGE_VENDORS,),
    ),
}
