"""Who works for an agency, is invited, or stands in, as colleagues and staff see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.models import User
from market.agencies.graphql.types import AgencyAbilityEnum, AgencyDepartment
from market.agencies.models import AgencyInvitation as AgencyInvitationModel
from market.agencies.models import AgencyMember as AgencyMemberModel
from market.agencies.models import Deputy as DeputyModel
from market.agencies.ports import Blocked
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list

WORK_WORDS = {
    "lists": "Lists.",
    "quote_requests": "Requests for quotes that nobody has chosen from.",
    "quotes": "Quotes whose prices stand.",
    "request_drafts": "Purchase requests being written.",
    "requests": "Purchase requests in approval, or ordered and not yet accepted.",
    "template_steps": "Places in approval lines.",
    "approval_steps": "Approvals that wait.",
}
AgencyWorkKindEnum = graphene.Enum(
    "AgencyWorkKindEnum",
    [(kind.upper(), kind) for kind in WORK_WORDS],
    description=lambda member: WORK_WORDS[member.value] if member else "What somebody may have in hand.",
)
BLOCKED_WORDS = {
    "own_request": "Nobody approves the own request.",
    "in_line": "The successor stands in this approval already.",
}
AgencyWorkBlockedEnum = graphene.Enum(
    "AgencyWorkBlockedEnum",
    [(reason.upper(), reason) for reason in BLOCKED_WORDS],
    description=lambda member: BLOCKED_WORDS[member.value] if member else "Why a successor cannot take something.",
)


def name_of(user: User | None) -> str:
    """한지우; empty for an account that is gone."""
    if user is None:
        return ""
    whole = f"{user.last_name}{user.first_name}"
    return f"{user.first_name} {user.last_name}".strip() if whole.isascii() else whole


class AgencyMember(ModelObjectType):
    """Somebody who works, or worked, for an agency; read by colleagues and staff."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="The person's name; empty once the account is gone.")
    email = graphene.String(required=True, description="Address of the account; empty once it is gone.")
    department = graphene.Field(AgencyDepartment, description="The department; none: the agency as a whole.")
    job_title = graphene.String(required=True, description="The person's title.")
    abilities = graphene.Field(
        non_null_list(AgencyAbilityEnum), required=True, description="What the person may do, or might when leaving."
    )
    is_active = graphene.Boolean(required=True, description="False: has left.")
    left_at = graphene.Field(DateTime, description="When the membership ended.")
    is_you = graphene.Boolean(required=True, description="Whether it is the one who asks.")

    @staticmethod
    def resolve_name(root: AgencyMemberModel, info: Any) -> str:
        return name_of(root.user)

    @staticmethod
    def resolve_email(root: AgencyMemberModel, info: Any) -> str:
        return root.user.email if root.user is not None else ""

    @staticmethod
    def resolve_is_you(root: AgencyMemberModel, info: Any) -> bool:
        return root.user_id is not None and root.user_id == info.context.actor.user_id


class AgencyInvitation(ModelObjectType):
    """An invitation that waits, or has run out. It says nothing about whether the address has an account."""

    class Meta:
        interfaces = (Node,)

    email = graphene.String(required=True, description="The invited address.")
    department = graphene.Field(AgencyDepartment, description="For which department.")
    job_title = graphene.String(required=True, description="As what.")
    abilities = graphene.Field(
        non_null_list(AgencyAbilityEnum), required=True, description="What the person will be able to do."
    )
    created_at = graphene.Field(DateTime, required=True, description="When it was made.")
    mailed_at = graphene.Field(DateTime, required=True, description="When its mail was asked for last.")
    expires_at = graphene.Field(DateTime, required=True, description="Until when it can be taken.")
    is_expired = graphene.Boolean(required=True, description="Whether it has run out; it can be sent anew.")

    @staticmethod
    def resolve_is_expired(root: AgencyInvitationModel, info: Any) -> bool:
        return root.expires_at <= clock.now()


class AgencyInvitationOffer(graphene.ObjectType):
    """What an invitation is about, for who holds its link."""

    agency_name = graphene.String(required=True, description="The agency.")
    department_name = graphene.String(required=True, description="The department; empty: the agency as a whole.")
    abilities = graphene.Field(
        non_null_list(AgencyAbilityEnum), required=True, description="What the person will be able to do."
    )
    masked_email = graphene.String(required=True, description="Enough of the invited address to know it.")
    expires_at = graphene.Field(DateTime, required=True, description="Until when it can be taken.")
    is_for_you = graphene.Boolean(required=True, description="Whether the reader's account has that address.")


class AgencyDeputy(graphene.ObjectType):
    """Who acts for a member during an absence (대결). A deputy's deputy does not act."""

    id = graphene.ID(required=True, description="The ID of the object.")
    member = graphene.Field(AgencyMember, required=True, description="Who is away.")
    deputy = graphene.Field(AgencyMember, required=True, description="Who acts instead.")
    starts_on = graphene.Field(Date, required=True, description="First day.")
    ends_on = graphene.Field(Date, required=True, description="Last day.")
    reason = graphene.String(required=True, description="Why, or empty.")
    revoked_at = graphene.Field(DateTime, description="When it was called off.")
    is_active = graphene.Boolean(required=True, description="Whether the deputy acts today.")

    @staticmethod
    def resolve_id(root: DeputyModel, info: Any) -> str:
        return to_global_id("AgencyDeputy", root.pk)

    @staticmethod
    def resolve_is_active(root: DeputyModel, info: Any) -> bool:
        return root.revoked_at is None and root.starts_on <= clock.today() <= root.ends_on


class AgencyWork(graphene.ObjectType):
    """So many things of a kind in somebody's hands."""

    kind = graphene.Field(AgencyWorkKindEnum, required=True, description="What.")
    count = graphene.Int(required=True, description="How many.")


class AgencyWorkBlocked(graphene.ObjectType):
    """Something this successor cannot take."""

    kind = graphene.Field(AgencyWorkKindEnum, required=True, description="What.")
    name = graphene.String(required=True, description="Number or title of the purchase request.")
    reason = graphene.Field(AgencyWorkBlockedEnum, required=True, description="Why.")

    @staticmethod
    def resolve_reason(root: Blocked, info: Any) -> str:
        return root.reason


class AgencyHandoverPreview(graphene.ObjectType):
    """What handing a member's work over would do. Looking changes nothing."""

    member = graphene.Field(AgencyMember, required=True, description="Who leaves, or has left.")
    successor = graphene.Field(AgencyMember, description="Who would take over; none was named.")
    work = graphene.Field(non_null_list(AgencyWork), required=True, description="What there is to hand over.")
    blocked = graphene.Field(
        non_null_list(AgencyWorkBlocked), required=True, description="What this successor cannot take."
    )
    missing = graphene.Field(
        non_null_list(AgencyAbilityEnum),
        required=True,
        description="Abilities the work needs and the successor lacks; with any, it cannot be handed over.",
    )

    @staticmethod
    def resolve_missing(root: Any, info: Any) -> list[str]:
        return [ability.value for ability in root.missing]
