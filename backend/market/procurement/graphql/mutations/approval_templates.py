"""Approval lines by amount and department."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import PositiveDecimal
from market.core.graphql.types import non_null_list
from market.procurement.errors import ApproverGone, TemplateRangeTaken
from market.procurement.graphql.enums import ProcurementError
from market.procurement.graphql.template_types import ApprovalTemplate
from market.procurement.services.approval_template_save import (
    PlaceWish,
    TemplateWish,
    approval_template_create,
    approval_template_delete,
    approval_template_update,
)

RAISES = (NotFound, InvalidId, Required, InvalidInput, ApproverGone, TemplateRangeTaken)
ID = "ID of the approval line."


class ApprovalTemplateStepInput(graphene.InputObjectType):
    """A member's place in an approval line."""

    stage = graphene.Int(required=True, description="1 comes first; members of one stage decide in parallel.")
    member = graphene.ID(required=True, description="ID of the membership (AgencyMember).")
    label = graphene.String(description="검토, 협조, 결재 …; 결재 unless given.")


class ApprovalTemplateInput(graphene.InputObjectType):
    """An approval line as it should be."""

    name = graphene.String(required=True, description="Its name.")
    department = graphene.ID(description="For one department; all unless given.")
    above = graphene.InputField(
        PositiveDecimal, description="For purchases of more than this, in won with VAT; 0 unless given."
    )
    up_to = graphene.InputField(PositiveDecimal, description="For this and less; no end unless given.")
    is_active = graphene.Boolean(description="Whether it is used; true unless given.")
    steps = non_null_list(ApprovalTemplateStepInput, required=True, description="Who decides, in order.")


class ApprovalTemplateCreate(BaseMutation):
    class Meta:
        description = "Add an approval line. For members who administer the agency."
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        input = ApprovalTemplateInput(required=True, description="The line.")

    raises = RAISES
    approval_template = graphene.Field(ApprovalTemplate, description="The line.")

    @classmethod
    def perform(cls, info: Any, agency: str, input: Any) -> ApprovalTemplateCreate:
        ensure_agency_member_or(info.context.actor)
        made = approval_template_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"), wish=_wish(input), actor=info.context.actor
        )
        return cls(approval_template=made)


class ApprovalTemplateUpdate(BaseMutation):
    class Meta:
        description = (
            "Change an approval line for requests that are put up from now on. For members who administer the agency."
        )
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        input = ApprovalTemplateInput(required=True, description="The whole line.")

    raises = RAISES
    approval_template = graphene.Field(ApprovalTemplate, description="The line.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ApprovalTemplateUpdate:
        ensure_agency_member_or(info.context.actor)
        made = approval_template_update(
            template_id=pk_from_id(id, "ApprovalTemplate"), wish=_wish(input), actor=info.context.actor
        )
        return cls(approval_template=made)


class ApprovalTemplateDelete(BaseMutation):
    class Meta:
        description = (
            "Delete an approval line; what is in approval keeps its places. For members who administer the agency."
        )
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId)
    deleted_id = graphene.ID(description="ID of the line that is gone.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ApprovalTemplateDelete:
        ensure_agency_member_or(info.context.actor)
        approval_template_delete(template_id=pk_from_id(id, "ApprovalTemplate"), actor=info.context.actor)
        return cls(deleted_id=id)


def _wish(given: Any) -> TemplateWish:
    department = given.get("department")
    active = given.get("is_active")
    return TemplateWish(
        name=given["name"],
        above=given.get("above") or Decimal(0),
        up_to=given.get("up_to"),
        places=[
            PlaceWish(
                step["stage"], pk_from_id(step["member"], "AgencyMember", field="steps"), step.get("label") or "결재"
            )
            for step in given["steps"]
        ],
        department_id=pk_from_id(department, "AgencyDepartment", field="department") if department else None,
        is_active=True if active is None else active,
    )


class ApprovalTemplateMutations:
    approval_template_create = ApprovalTemplateCreate.Field()
    approval_template_update = ApprovalTemplateUpdate.Field()
    approval_template_delete = ApprovalTemplateDelete.Field()
