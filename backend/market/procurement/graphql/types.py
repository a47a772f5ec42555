"""Public bodies as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.enums import enum_from_choices
from market.core.graphql.types import ModelObjectType
from market.procurement.models import AgencyMember, AgencyRegime

AgencyRegimeEnum = enum_from_choices("AgencyRegimeEnum", AgencyRegime, "Whose contract rules an agency follows.")


class Agency(ModelObjectType):
    """A public body that buys on the market."""

    name = graphene.String(required=True, description="Name of the agency.")
    registration_number = graphene.String(required=True, description="Its number (고유번호), NNN-NN-NNNNN.")
    regime = graphene.Field(AgencyRegimeEnum, required=True, description="Whose contract rules it follows.")

    @staticmethod
    def resolve_registration_number(root: Any, info: Any) -> str:
        number = root.registration_number
        return f"{number[:3]}-{number[3:5]}-{number[5:]}"


class AgencyMembership(graphene.ObjectType):
    """A person's place in an agency."""

    agency = graphene.Field(Agency, required=True, description="The agency.")
    department_name = graphene.String(required=True, description="The department.")
    job_title = graphene.String(required=True, description="The person's title.")

    @staticmethod
    def resolve_department_name(root: AgencyMember, info: Any) -> str:
        return root.department.name if root.department is not None else ""
