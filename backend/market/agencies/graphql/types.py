"""Public bodies as clients see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene

from market.agencies.models import AgencyMember, AgencyRegime
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors import desk
from market.agencies.selectors.applications import join_requests_of
from market.agencies.selectors.policies import policies_on
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.vendors.rules import format_business_number

AgencyRegimeEnum = enum_from_choices("AgencyRegimeEnum", AgencyRegime, "Whose contract rules an agency follows.")


ABILITY_WORDS = {
    "request": "Ask for quotes and file purchase requests.",
    "approve": "Stand in an approval line.",
    "inspect": "Accept what was delivered.",
    "pay": "Keep budgets and pay.",
    "administer": "Members, departments, policy and approval lines.",
}
AgencyAbilityEnum = graphene.Enum(
    "AgencyAbilityEnum",
    [(ability.name, ability.value) for ability in AgencyAbility],
    description=lambda member: ABILITY_WORDS[member.value] if member else "What a member may do for an agency.",
)


class AgencyDepartment(ModelObjectType):
    """A department of an agency."""

    name = graphene.String(required=True, description="Its name.")
    is_active = graphene.Boolean(required=True, description="False: kept for what was bought, not chosen any more.")
    people = graphene.Int(description="How many work there; told where an agency's departments are listed.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("AgencyDepartment", root.pk)

    @staticmethod
    def resolve_people(root: Any, info: Any) -> int | None:
        return getattr(root, "people", None)


class Agency(ModelObjectType):
    """A public body that buys on the market. What is inside is null for who is neither its member nor staff who let agencies in."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="Name of the agency.")
    name_en = graphene.String(required=True, description="Name in English; empty when none.")
    registration_number = graphene.String(required=True, description="Its number (고유번호), NNN-NN-NNNNN.")
    regime = graphene.Field(AgencyRegimeEnum, required=True, description="Whose contract rules it follows.")
    is_active = graphene.Boolean(required=True, description="Whether it buys here.")
    email_domain = graphene.String(description="Domain of its official mail; empty when none. For members and staff.")
    representative = graphene.String(description="기관장, as papers print it. For members and staff.")
    phone = graphene.String(description="Phone number. For members and staff.")
    postal_code = graphene.String(description="Postcode. For members and staff.")
    address = graphene.String(description="Address without postcode. For members and staff.")
    joined_at = graphene.Field(DateTime, description="Since when. For members and staff.")
    departments = graphene.Field(
        non_null_list(AgencyDepartment), description="Those in use first. For members and staff."
    )
    members = graphene.Field(
        non_null_list("market.agencies.graphql.people_types.AgencyMember"),
        description="Who works there first, then who has left. For members and staff.",
    )
    invitations = graphene.Field(
        non_null_list("market.agencies.graphql.people_types.AgencyInvitation"),
        description="Who is invited. For administrators and staff.",
    )
    deputies = graphene.Field(
        non_null_list("market.agencies.graphql.people_types.AgencyDeputy"),
        description="Who stands in for whom: ahead, now, and in the last year. For members and staff.",
    )
    join_requests = graphene.Field(
        non_null_list("market.agencies.graphql.application_types.AgencyJoinRequest"),
        description="Who asks to be let in. For administrators and staff.",
    )
    policies = graphene.Field(
        non_null_list("market.agencies.graphql.policy_types.AgencyPolicy"),
        description="Its rules, the latest first. For members and staff.",
    )
    rules = graphene.Field(
        "market.agencies.graphql.policy_types.AgencyRules",
        on=graphene.Argument(Date, description="A Seoul day; today where none is named."),
        description="The rules that hold on a day. For members and staff.",
    )

    @staticmethod
    def resolve_registration_number(root: Any, info: Any) -> str:
        return format_business_number(root.registration_number)

    @batch
    def resolve_email_domain(parents: list[Any], info: Any) -> list[str | None]:
        return _facts(parents, info, "email_domain")

    @batch
    def resolve_representative(parents: list[Any], info: Any) -> list[str | None]:
        return _facts(parents, info, "representative")

    @batch
    def resolve_phone(parents: list[Any], info: Any) -> list[str | None]:
        return _facts(parents, info, "phone")

    @batch
    def resolve_postal_code(parents: list[Any], info: Any) -> list[str | None]:
        return _facts(parents, info, "postal_code")

    @batch
    def resolve_address(parents: list[Any], info: Any) -> list[str | None]:
        return _facts(parents, info, "address")

    @batch
    def resolve_joined_at(parents: list[Any], info: Any) -> list[Any]:
        return _facts(parents, info, "joined_at")

    @batch
    def resolve_departments(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, desk.departments_of, lambda row: row.agency_id)

    @batch
    def resolve_members(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, desk.members_of, lambda row: row.agency_id)

    @batch
    def resolve_invitations(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, desk.invitations_of, lambda row: row.agency_id, AgencyAbility.ADMINISTER)

    @batch
    def resolve_deputies(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, desk.deputies_arranged, lambda row: row.member.agency_id)

    @batch
    def resolve_join_requests(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, join_requests_of, lambda row: row.joins_id, AgencyAbility.ADMINISTER)

    @batch
    def resolve_policies(parents: list[Any], info: Any) -> list[Any]:
        return _inside(parents, info, desk.policies_of, lambda row: row.agency_id)

    @batch
    def resolve_rules(parents: list[Any], info: Any, on: Any = None) -> list[Any]:
        seen = _seen(parents, info)
        found = policies_on(seen, on or clock.today())
        return [found.get(row.pk) for row in parents]


def _seen(parents: list[Any], info: Any, ability: AgencyAbility | None = None) -> set[int]:
    """Asked once a request for each kind of insight and set of agencies."""
    ids = tuple(row.pk for row in parents)
    seen: set[int] = info.context.remember(
        f"seen agencies {ability} {ids}", lambda: desk.seen_agency_ids(info.context.actor, ids, ability)
    )
    return seen


def _facts(parents: list[Any], info: Any, name: str) -> list[Any]:
    seen = _seen(parents, info)
    return [getattr(row, name) if row.pk in seen else None for row in parents]


def _inside(
    parents: list[Any], info: Any, rows_of: Any, key: Callable[[Any], int], ability: AgencyAbility | None = None
) -> list[Any]:
    seen = _seen(parents, info, ability)
    found = grouped(rows_of(seen) if seen else [], key, [row.pk for row in parents])
    return [rows if row.pk in seen else None for row, rows in zip(parents, found, strict=True)]


class AgencyMembership(graphene.ObjectType):
    """A person's place in an agency."""

    id = graphene.ID(required=True, description="ID of the membership (AgencyMember).")
    agency = graphene.Field(Agency, required=True, description="The agency.")
    department = graphene.Field(AgencyDepartment, description="The department; none: the agency as a whole.")
    abilities = non_null_list(AgencyAbilityEnum, required=True, description="What the person may do for it.")
    department_name = graphene.String(required=True, description="The department.")
    job_title = graphene.String(required=True, description="The person's title.")

    @staticmethod
    def resolve_id(root: AgencyMember, info: Any) -> str:
        return to_global_id("AgencyMember", root.pk)

    @staticmethod
    def resolve_department_name(root: AgencyMember, info: Any) -> str:
        return root.department.name if root.department is not None else ""


AgencyCountableConnection = connection_type("Agency", "market.agencies.graphql.types.Agency", "agencies")
