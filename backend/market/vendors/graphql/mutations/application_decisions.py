"""What staff decide about an application."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors import errors
from market.vendors.graphql.application_types import VendorApplication
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.mutations.application_inputs import VendorApplicationPointInput
from market.vendors.services.application_approve import application_approve
from market.vendors.services.application_return import application_decline, application_return

TYPE = "VendorApplication"
DECIDING = (InvalidId, NotFound, errors.OwnApplication, errors.AlreadyDecided)


class VendorApplicationApprove(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        note = graphene.String(description="A word to the applicant.")
        accept_unchecked = graphene.Boolean(
            description="The paper was compared, though the tax service gave no answer."
        )

    class Meta:
        description = "Let the enterprise in: with its owner, bank account, papers and first warehouse; a certificate handed in waits to be checked."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    raises = (
        *DECIDING,
        errors.BusinessNumberTaken,
        errors.RegistryClosed,
        errors.RegistrySuspended,
        errors.RegistryUnknown,
        errors.RegistryUnchecked,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None, accept_unchecked: bool | None = None) -> Any:
        application = application_approve(
            application_id=uuid_from_id(id, TYPE),
            actor=info.context.actor,
            note=note or "",
            accepts_unchecked=bool(accept_unchecked),
        )
        return cls(application=application)


class VendorApplicationReturn(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        comment = graphene.String(description="A word to the applicant.")
        points = non_null_list(VendorApplicationPointInput, description="What to mend, field by field.")

    class Meta:
        description = "Send an application back to be mended: with a comment, reasons by field, or both."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    raises = (*DECIDING, Required, InvalidInput)

    @classmethod
    def perform(cls, info: Any, *, id: str, comment: str | None = None, points: Any = None) -> Any:
        application = application_return(
            application_id=uuid_from_id(id, TYPE),
            actor=info.context.actor,
            comment=comment or "",
            points=[(point["field"], point["reason"]) for point in points or []],
        )
        return cls(application=application)


class VendorApplicationDecline(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        reason = graphene.String(required=True, description="Why; the applicant reads it.")

    class Meta:
        description = "Say no to an application, and why."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    raises = (*DECIDING, Required, InvalidInput)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> Any:
        application = application_decline(
            application_id=uuid_from_id(id, TYPE), actor=info.context.actor, reason=reason
        )
        return cls(application=application)
