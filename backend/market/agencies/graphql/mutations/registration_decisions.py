"""What staff, and administrators of an agency, decide about an application."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.application_types import AgencyApplication
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.types import AgencyAbilityEnum
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.application_decide import (
    application_approve,
    application_decline,
    application_pass_on,
    application_return,
    join_approve,
)
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_AGENCIES

TYPE = "AgencyApplication"
DECIDING = (InvalidId, NotFound, errors.OwnApplication, errors.ApplicationMoved)


class AgencyApplicationApprove(BaseMutation):
    application = graphene.Field(AgencyApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        note = graphene.String(description="A word to the applicant.")

    class Meta:
        description = "Let the agency in: with its department, its first member and a first policy under which every purchase needs a request."
        error_type = AgencyError
        permissions = (MANAGE_AGENCIES,)

    raises = (*DECIDING, errors.NumberTaken, InvalidInput)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> Any:
        pk, actor = uuid_from_id(id, TYPE), info.context.actor
        return cls(application=application_approve(application_id=pk, actor=actor, note=note or ""))


class AgencyApplicationReturn(BaseMutation):
    application = graphene.Field(AgencyApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        comment = graphene.String(required=True, description="What to mend.")

    class Meta:
        description = "Send an application back to be mended, and say what."
        error_type = AgencyError
        permissions = (MANAGE_AGENCIES,)

    raises = (*DECIDING, Required, InvalidInput)

    @classmethod
    def perform(cls, info: Any, *, id: str, comment: str) -> Any:
        pk, actor = uuid_from_id(id, TYPE), info.context.actor
        return cls(application=application_return(application_id=pk, actor=actor, comment=comment))


class AgencyApplicationDecline(BaseMutation):
    application = graphene.Field(AgencyApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        reason = graphene.String(required=True, description="Why; the applicant reads it.")

    class Meta:
        description = "Say no to an application, and why: by staff, or by administrators of the agency it asks to join."
        error_type = AgencyError
        login_required = True

    raises = (*DECIDING, Required, InvalidInput)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> Any:
        ensure_agency_member_or(info.context.actor, MANAGE_AGENCIES)
        pk, actor = uuid_from_id(id, TYPE), info.context.actor
        return cls(application=application_decline(application_id=pk, actor=actor, reason=reason))


class AgencyApplicationPassOn(BaseMutation):
    application = graphene.Field(AgencyApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")

    class Meta:
        description = "Hand an application to the administrators of the agency that has its number already."
        error_type = AgencyError
        permissions = (MANAGE_AGENCIES,)

    raises = (*DECIDING, errors.NoAgencyToPassTo)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        pk, actor = uuid_from_id(id, TYPE), info.context.actor
        return cls(application=application_pass_on(application_id=pk, actor=actor))


class AgencyJoinApprove(BaseMutation):
    application = graphene.Field(AgencyApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application that asks to join.")
        abilities = non_null_list(
            AgencyAbilityEnum, description="What the person may do; asking for purchases if left out."
        )
        department = graphene.ID(description="ID of the department; none: the agency as a whole.")

    class Meta:
        description = "Let an applicant into the agency; by its administrators."
        error_type = AgencyError
        login_required = True

    raises = (*DECIDING, errors.AlreadyMember, errors.AbilityUnknown, errors.NoAgencyToPassTo)

    @classmethod
    def perform(cls, info: Any, *, id: str, abilities: Any = None, department: str | None = None) -> Any:
        ensure_agency_member_or(info.context.actor, MANAGE_AGENCIES)
        granted = [one.value for one in abilities] if abilities is not None else [AgencyAbility.REQUEST.value]
        application = join_approve(
            application_id=uuid_from_id(id, TYPE),
            actor=info.context.actor,
            abilities=granted,
            department_id=pk_from_id(department, "AgencyDepartment", field="department") if department else None,
        )
        return cls(application=application)
