"""What may go wrong with agencies, their applications, people and policies, as clients see it."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError

AgencyErrorCode = error_code_enum(
    "AgencyErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE
    ACCOUNT_NOT_CONFIRMED ALREADY_DECIDED NOT_EDITABLE OWN_APPLICATION BUSINESS_NUMBER_INVALID PUBLIC_MAIL OFFICIAL_EMAIL_UNCONFIRMED
    TOO_MANY_REQUESTS ALREADY_MEMBER OWN_ABILITIES LAST_ADMINISTRATOR FOREIGN_DOMAIN INVITATION_EXPIRED INVITATION_USED WRONG_ACCOUNT
    HAS_OPEN_WORK DEPARTMENT_IN_USE NOTHING_TO_STAND_IN_FOR DEPUTY_LACKS_ABILITY DEPUTY_AWAY DEPUTY_OVERLAPS SUCCESSOR_UNFIT
    HANDOVER_BLOCKED FILE_SIZE_LIMIT_EXCEEDED""",
)


class AgencyError(SaleorError):
    """What went wrong with an agency, its application, its people or its policy."""

    code = graphene.Field(AgencyErrorCode, required=True, description="Code of the error.")
