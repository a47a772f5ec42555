"""What may go wrong with enterprises, their applications, members, papers and certificates, as clients see it."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError

VendorErrorCode = error_code_enum(
    "VendorErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE
    ACCOUNT_NOT_CONFIRMED ALREADY_DECIDED NOT_EDITABLE NOT_COMPLETE TERMS_NOT_ACCEPTED OWN_APPLICATION BUSINESS_NUMBER_INVALID
    BUSINESS_NUMBER_TAKEN REGISTRY_CLOSED REGISTRY_SUSPENDED REGISTRY_UNKNOWN REGISTRY_UNCHECKED TOO_MANY_REQUESTS
    ALREADY_MEMBER LAST_OWNER INVITATION_EXPIRED INVITATION_USED WRONG_ACCOUNT STATUS_NOT_CHANGEABLE HAS_OPEN_ORDERS RECHECK_OPEN
    UNPROVEN_CLAIM INVALID_CREDENTIALS LOGIN_ATTEMPT_DELAYED
    FILE_SIZE_LIMIT_EXCEEDED TOO_MANY_FILES
    NOT_DECIDABLE CERTIFICATE_ENDED OWN_CERTIFICATE""",
)


class VendorError(SaleorError):
    """What went wrong with an enterprise, its application, its people or its papers."""

    code = graphene.Field(VendorErrorCode, required=True, description="Code of the error.")
