"""Public bodies as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.models import AgencyMember, AgencyRegime
from market.agencies.permissions import AgencyAbility
from market.core.global_ids import to_global_id
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.types import ModelObjectType, non_null_list

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


class Agency(ModelObjectType):
    """A public body that buys on the market."""

    name = graphene.String(required=True, description="Name of the agency.")
    registration_number = graphene.String(required=True, description="Its number (고유번호), NNN-NN-NNNNN.")
    regime = graphene.Field(AgencyRegimeEnum, required=True, description="Whose contract rules it follows.")

    @staticmethod
    def resolve_registration_number(root: Any, info: Any) -> str:
        number = root.registration_number
        return f"{number[:3]}-{number[3:5]}-{number[5:]}"


class AgencyDepartment(ModelObjectType):
    """A department of an agency."""

    name = graphene.String(required=True, description="Its name.")
    is_active = graphene.Boolean(required=True, description="False: kept for what was bought, not chosen any more.")


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
