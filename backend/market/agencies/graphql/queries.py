"""What members of an agency, and staff who vet agencies, read."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.errors import InvitationOver
from market.agencies.graphql.application_types import (
    AgencyApplication,
    AgencyApplicationCountableConnection,
    AgencyApplicationStatusEnum,
)
from market.agencies.graphql.people_types import AgencyHandoverPreview, AgencyInvitationOffer, AgencyMember
from market.agencies.graphql.policy_types import AgencyLawEnum, AgencyPolicyChange
from market.agencies.graphql.types import Agency, AgencyCountableConnection, AgencyRegimeEnum
from market.agencies.models import AgencyApplication as ApplicationModel
from market.agencies.models import AgencyMember as MemberModel
from market.agencies.selectors.applications import application_list, applications_to_vet, own_applications
from market.agencies.selectors.desk import agencies_found, agency_list, member_seen
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.invitation_accept import invitation_of_token, is_living, masked
from market.agencies.services.policy_set import policy_changes
from market.agencies.services.work_hand_over import handover_preview
from market.core.errors import DomainError, ManyErrors, PermissionDenied
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.core.graphql.scalars import Date, PositiveDecimal
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_AGENCIES

MOST_OWN = 50
LIMITS = {
    "quote_omit_below": "Strictly below this no quote is asked; without VAT.",
    "one_quote_up_to": "Up to this one quote is enough; without VAT.",
    "comparison_from": "Above this two quotes are compared; without VAT.",
    "split_warning_from": "Sum of a year with one enterprise that is pointed out; without VAT.",
    "direct_order_up_to": "Ordered without a request, VAT included.",
}


class AgencyApplicationFilterInput(graphene.InputObjectType):
    """Which applications to list. All that is given must hold."""

    status = graphene.InputField(
        graphene.List(graphene.NonNull(AgencyApplicationStatusEnum)), description="Standing like this."
    )
    search = graphene.InputField(
        graphene.String, description="Words in the name, part of the official address, or the start of a number."
    )


class AgencyFilterInput(graphene.InputObjectType):
    """Which agencies to list. All that is given must hold."""

    search = graphene.InputField(
        graphene.String, description="Words in the name, part of the domain, or the start of a number."
    )
    regime = graphene.InputField(
        graphene.List(graphene.NonNull(AgencyRegimeEnum)), description="Following one of these rules."
    )


class AgencyQueries:
    agency = graphene.Field(
        Agency,
        id=graphene.ID(required=True, description="ID of the agency."),
        description="One's own agency, or for staff any; null for another's.",
    )
    agencies = graphene.Field(
        AgencyCountableConnection,
        filter=AgencyFilterInput(description="Which ones."),
        **paging_arguments(),
        description="All agencies by name; for staff.",
    )
    agency_member = graphene.Field(
        AgencyMember,
        id=graphene.ID(required=True, description="ID of the member."),
        description="A colleague; for staff anybody. Null for another agency's.",
    )
    agency_application = graphene.Field(
        AgencyApplication,
        id=graphene.ID(required=True, description="ID of the application."),
        description="One application: the reader's own, one that asks to join the agency the reader administers, or for staff any that was sent.",
    )
    my_agency_applications = graphene.Field(
        non_null_list(AgencyApplication), required=True, description="The reader's own applications, newest first."
    )
    agency_applications = graphene.Field(
        AgencyApplicationCountableConnection,
        filter=AgencyApplicationFilterInput(description="Which ones."),
        **paging_arguments(),
        description="Submitted applications: what waits for staff first, longest waiting on top; then the rest, newest first.",
    )
    agency_invitation = graphene.Field(
        AgencyInvitationOffer,
        token=graphene.String(required=True, description="The token of the mail."),
        description="What an invitation is about. Looking at it changes nothing; null when it is over.",
    )
    agency_handover_preview = graphene.Field(
        AgencyHandoverPreview,
        member=graphene.ID(required=True, description="ID of the member who leaves, or has left."),
        successor=graphene.ID(description="ID of the member who would take over."),
        description="What handing the work over would do; for administrators. Null for another agency's, or an unfit pair.",
    )
    agency_policy_preview = graphene.Field(
        non_null_list(AgencyPolicyChange),
        agency=graphene.ID(required=True, description="ID of the agency."),
        effective_from=graphene.Argument(Date, required=True, description="First day."),
        law=graphene.Argument(AgencyLawEnum, description="Base law, of an agency with rules of its own."),
        hold_days=graphene.Int(description="How many days a request holds its terms."),
        **{name: graphene.Argument(PositiveDecimal, description=words) for name, words in LIMITS.items()},
        description="What a policy with these rules would change on its first day; for administrators. Null where it could not be made.",
    )

    @staticmethod
    def resolve_agency(root: Any, info: Any, id: str) -> Any:
        ensure_agency_member_or(info.context.actor, MANAGE_AGENCIES)
        key = _key(id, "Agency")
        return agency_list(viewer=info.context.actor).filter(pk=key).first() if key is not None else None

    @staticmethod
    def resolve_agencies(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        _ensure_vets(info)
        given = filter or {}
        regimes = given.get("regime")
        rows = agencies_found(
            search=given.get("search") or "",
            regimes=None if regimes is None else [getattr(one, "value", one) for one in regimes],
        )
        return paginate(info, rows, [SortKey("name", parse=str), SortKey("id", parse=int)], **paging)

    @staticmethod
    def resolve_agency_member(root: Any, info: Any, id: str) -> MemberModel | None:
        ensure_agency_member_or(info.context.actor, MANAGE_AGENCIES)
        key = _key(id, "AgencyMember")
        return member_seen(key, viewer=info.context.actor) if key is not None else None

    @staticmethod
    def resolve_agency_application(root: Any, info: Any, id: str) -> ApplicationModel | None:
        _ = info.context.actor.signed_in_id
        try:
            key = uuid_pk(id, "AgencyApplication")
        except BadGlobalId:
            return None
        return application_list(viewer=info.context.actor).filter(pk=key).first()

    @staticmethod
    def resolve_my_agency_applications(root: Any, info: Any) -> list[ApplicationModel]:
        return list(own_applications(viewer=info.context.actor)[:MOST_OWN])

    @staticmethod
    def resolve_agency_applications(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        _ensure_vets(info)
        given = filter or {}
        statuses = given.get("status")
        rows = applications_to_vet(
            statuses=None if statuses is None else [getattr(one, "value", one) for one in statuses],
            search=given.get("search") or "",
        )
        keys = [SortKey("rank", parse=int), SortKey("place", parse=int), SortKey("id", parse=str)]
        return paginate(info, rows, keys, **paging)

    @staticmethod
    def resolve_agency_invitation(root: Any, info: Any, token: str) -> dict[str, Any] | None:
        try:
            invitation = invitation_of_token(token)
        except InvitationOver:
            return None
        if not is_living(invitation):
            return None
        actor = info.context.actor
        return {
            "agency_name": invitation.agency.name,
            "department_name": invitation.department.name if invitation.department is not None else "",
            "abilities": invitation.abilities,
            "masked_email": masked(invitation.email),
            "expires_at": invitation.expires_at,
            "is_for_you": actor.is_authenticated and actor.email == invitation.email,
        }

    @staticmethod
    def resolve_agency_handover_preview(root: Any, info: Any, member: str, successor: str | None = None) -> Any:
        ensure_agency_member_or(info.context.actor)
        key, other = _key(member, "AgencyMember"), _key(successor, "AgencyMember") if successor else None
        if key is None:
            return None
        try:
            return handover_preview(member_id=key, successor_id=other, actor=info.context.actor)
        except DomainError:
            return None

    @staticmethod
    def resolve_agency_policy_preview(root: Any, info: Any, agency: str, effective_from: Any, **given: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        key = _key(agency, "Agency")
        if key is None:
            return None
        try:
            return policy_changes(
                agency_id=key, effective_from=effective_from, given=plain(given), actor=info.context.actor
            )
        except (DomainError, ManyErrors):
            return None


def plain(given: dict[str, Any]) -> dict[str, Any]:
    """Enum members by their values."""
    return {name: getattr(value, "value", value) for name, value in given.items()}


def _key(global_id: str, type_name: str) -> int | None:
    try:
        return int_pk(global_id, type_name)
    except BadGlobalId:
        return None


def _ensure_vets(info: Any) -> None:
    if not info.context.actor.has_permission(MANAGE_AGENCIES):
        raise PermissionDenied(MANAGE_AGENCIES)
