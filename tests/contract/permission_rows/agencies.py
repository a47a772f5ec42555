"""Agencies: how they come here, who works there, by which rules they buy."""

from contract.permission_rows.access import AGENCY_MEMBER, EVERYBODY, SIGNED_IN, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    **dict.fromkeys(("agency", "agencyMember"), (names.MANAGE_AGENCIES, AGENCY_MEMBER)),
    **dict.fromkeys(("agencies", "agencyApplications"), (names.MANAGE_AGENCIES,)),
    **dict.fromkeys(("agencyHandoverPreview", "agencyPolicyPreview"), (AGENCY_MEMBER,)),
    **dict.fromkeys(("agencyApplication", "myAgencyApplications"), SIGNED_IN),
    "agencyInvitation": EVERYBODY,  # by the token of a mail
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """agencyRegister agencyApplicationUpdate agencyApplicationPaperSet agencyOfficialEmailRequest agencyOfficialEmailConfirm
        agencyApplicationSubmit agencyApplicationWithdraw agencyInvitationAccept""".split(),  # noqa: SIM905 - a list of words
        SIGNED_IN,
    ),
    **dict.fromkeys(
        ("agencyApplicationApprove", "agencyApplicationReturn", "agencyApplicationPassOn"), (names.MANAGE_AGENCIES,)
    ),
    **dict.fromkeys(("agencyApplicationDecline", "agencyJoinApprove"), (names.MANAGE_AGENCIES, AGENCY_MEMBER)),
    **dict.fromkeys(
        """agencyMemberInvite agencyInvitationResend agencyInvitationRevoke agencyMemberUpdate agencyMemberLeave agencyHandover
        agencyDepartmentCreate agencyDepartmentUpdate agencyDepartmentClose agencyDepartmentReopen agencyDeputyCreate agencyDeputyRevoke
        agencyPolicyCreate agencyPolicyUpdate agencyPolicyDelete""".split(),  # noqa: SIM905 - a list of words
        (AGENCY_MEMBER,),
    ),
}
