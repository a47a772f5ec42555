"""Who works for an agency: invited, changed, leaving; what a leaver had in hand."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.mutations.departments import (
    AgencyDepartmentClose,
    AgencyDepartmentCreate,
    AgencyDepartmentReopen,
    AgencyDepartmentUpdate,
)
from market.agencies.graphql.mutations.deputies import AgencyDeputyCreate, AgencyDeputyRevoke
from market.agencies.graphql.people_types import AgencyInvitation, AgencyMember
from market.agencies.graphql.types import AgencyAbilityEnum, AgencyMembership
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.invitation_accept import invitation_accept
from market.agencies.services.member_change import member_leave, member_update
from market.agencies.services.member_invite import invitation_resend, invitation_revoke, member_invite
from market.agencies.services.work_hand_over import work_hand_over
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list


class AgencyMemberInput(graphene.InputObjectType):
    """What to change of a member. What is left out stays."""

    abilities = graphene.InputField(
        graphene.List(graphene.NonNull(AgencyAbilityEnum)), description="What the person may do; nobody widens the own."
    )
    department = graphene.InputField(graphene.ID, description="ID of the department; null: the agency as a whole.")
    job_title = graphene.InputField(graphene.String, description="The person's title.")


class AgencyMemberInvite(BaseMutation):
    invitation = graphene.Field(AgencyInvitation, description="The invitation.")

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        email = graphene.String(required=True, description="The address.")
        abilities = non_null_list(AgencyAbilityEnum, required=True, description="What the person may do.")
        department = graphene.ID(description="ID of the department; none: the agency as a whole.")
        job_title = graphene.String(description="The person's title.")

    class Meta:
        description = (
            "Invite an address of the agency's domain; by administrators. The answer does not tell whether it has an"
            " account. The link is good for seven days."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        NotFound,
        InvalidId,
        InvalidInput,
        errors.AbilityUnknown,
        errors.ForeignDomain,
        errors.NoDomain,
        errors.AlreadyMember,
        errors.AlreadyInvited,
        errors.TooManyMails,
    )

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        agency: str,
        email: str,
        abilities: Any,
        department: str | None = None,
        job_title: str | None = None,
    ) -> Any:
        ensure_agency_member_or(info.context.actor)
        made = member_invite(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            email=email,
            abilities=[one.value for one in abilities],
            department_id=pk_from_id(department, "AgencyDepartment", field="department") if department else None,
            job_title=job_title or "",
            actor=info.context.actor,
        )
        return cls(invitation=made)


class AgencyInvitationResend(BaseMutation):
    invitation = graphene.Field(AgencyInvitation, description="The invitation.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the invitation.")

    class Meta:
        description = "Mail an invitation once more; it is good for seven days from now. By administrators, once a minute at most."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.InvitationEnded, errors.TooManyMails)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyInvitation")
        return cls(invitation=invitation_resend(invitation_id=pk, actor=info.context.actor))


class AgencyInvitationRevoke(BaseMutation):
    invitation = graphene.Field(AgencyInvitation, description="The invitation.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the invitation.")

    class Meta:
        description = "End an invitation: its link is good no more. By administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.InvitationEnded)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyInvitation")
        return cls(invitation=invitation_revoke(invitation_id=pk, actor=info.context.actor))


class AgencyInvitationAccept(BaseMutation):
    membership = graphene.Field(AgencyMembership, description="The new membership.")

    class Arguments:
        token = graphene.String(required=True, description="The token of the mail.")

    class Meta:
        description = (
            "Join an agency by the token of its mail, as the account whose confirmed address was invited. Repeating it gives the same"
            " membership."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        NotFound,
        errors.InvitationOver,
        errors.WrongAccount,
        errors.EmailNotConfirmed,
        errors.AlreadyMember,
    )

    @classmethod
    def perform(cls, info: Any, *, token: str) -> Any:
        return cls(membership=invitation_accept(token=token, actor=info.context.actor))


class AgencyMemberUpdate(BaseMutation):
    member = graphene.Field(AgencyMember, description="The member.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the member.")
        input = AgencyMemberInput(required=True, description="What to change.")

    class Meta:
        description = "Change what a member may do, the department or the title; by administrators. The last administrator stays one."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, InvalidInput, errors.AbilityUnknown, errors.OwnAbilities, errors.LastAdministrator)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        given = {name: value for name, value in input.items() if name != "department"}
        if given.get("abilities", ()) is None:
            del given["abilities"]
        if "abilities" in given:
            given["abilities"] = [one.value for one in given["abilities"]]
        if "department" in input:
            department = input["department"]
            given["department_id"] = (
                pk_from_id(department, "AgencyDepartment", field="department") if department else None
            )
        pk = pk_from_id(id, "AgencyMember")
        return cls(member=member_update(member_id=pk, given=given, actor=info.context.actor))


class AgencyMemberLeave(BaseMutation):
    member = graphene.Field(AgencyMember, description="The member.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the member.")

    class Meta:
        description = (
            "End a membership with nothing left in hand: by administrators, or one's own. Access ends at once; what the"
            " person did stays."
        )
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.LastAdministrator, errors.HasOpenWork)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyMember")
        return cls(member=member_leave(member_id=pk, actor=info.context.actor))


class AgencyHandover(BaseMutation):
    member = graphene.Field(AgencyMember, description="The member.")

    class Arguments:
        member = graphene.ID(required=True, description="ID of the member who leaves, or has left.")
        successor = graphene.ID(required=True, description="ID of the member who takes over.")
        skip_blocked = graphene.Boolean(
            description="Leave behind what this successor cannot take; otherwise it refuses the whole."
        )

    class Meta:
        description = (
            "Move what a member has in hand to a successor and end the membership, all at once; by administrators. Look at"
            " agencyHandoverPreview first."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        NotFound,
        InvalidId,
        InvalidInput,
        errors.SuccessorUnfit,
        errors.HandoverBlocked,
        errors.LastAdministrator,
    )

    @classmethod
    def perform(cls, info: Any, *, member: str, successor: str, skip_blocked: bool | None = None) -> Any:
        ensure_agency_member_or(info.context.actor)
        left = work_hand_over(
            member_id=pk_from_id(member, "AgencyMember", field="member"),
            successor_id=pk_from_id(successor, "AgencyMember", field="successor"),
            actor=info.context.actor,
            skips_blocked=bool(skip_blocked),
        )
        return cls(member=left)


class AgencyMemberMutations:
    agency_member_invite = AgencyMemberInvite.Field()
    agency_invitation_resend = AgencyInvitationResend.Field()
    agency_invitation_revoke = AgencyInvitationRevoke.Field()
    agency_invitation_accept = AgencyInvitationAccept.Field()
    agency_member_update = AgencyMemberUpdate.Field()
    agency_member_leave = AgencyMemberLeave.Field()
    agency_handover = AgencyHandover.Field()
    agency_department_create = AgencyDepartmentCreate.Field()
    agency_department_update = AgencyDepartmentUpdate.Field()
    agency_department_close = AgencyDepartmentClose.Field()
    agency_department_reopen = AgencyDepartmentReopen.Field()
    agency_deputy_create = AgencyDeputyCreate.Field()
    agency_deputy_revoke = AgencyDeputyRevoke.Field()
