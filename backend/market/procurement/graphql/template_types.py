"""Approval lines (결재선) of an agency, as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.graphql.types import AgencyDepartment
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, non_null_list
from market.core.money import Money as MoneyValue
from market.procurement.graphql.part_types import PurchasePerson
from market.procurement.models import ApprovalTemplate as ApprovalTemplateModel
from market.procurement.models import ApprovalTemplateStep
from market.procurement.selectors.approval_lines import may_stand_in_line, template_steps_of


class ApprovalTemplatePlace(graphene.ObjectType):
    """One member's place: stages follow one another, members of one stage decide in parallel."""

    id = graphene.ID(required=True, description="ID of the place.")
    stage = graphene.Int(required=True, description="1 comes first.")
    label = graphene.String(required=True, description="검토, 협조, 결재 …")
    member = graphene.Field(PurchasePerson, required=True, description="Whose place it is.")
    may_approve = graphene.Boolean(
        required=True, description="False: has left, or may not approve any more; the line has to be mended."
    )

    @staticmethod
    def resolve_id(root: ApprovalTemplateStep, info: Any) -> str:
        return to_global_id("ApprovalTemplatePlace", root.pk)

    @staticmethod
    def resolve_may_approve(root: ApprovalTemplateStep, info: Any) -> bool:
        return may_stand_in_line(root.member)


class ApprovalTemplate(ModelObjectType):
    """Who approves purchases of an amount and a department. The most special one counts: the department's before the agency's, then the
    narrower range."""

    name = graphene.String(required=True, description="Its name.")
    department = graphene.Field(AgencyDepartment, description="For which department; none: all.")
    above = graphene.Field(Money, required=True, description="For more than this, VAT included.")
    up_to = graphene.Field(Money, description="For this and less; none: no end.")
    is_active = graphene.Boolean(required=True, description="Whether it is used.")
    steps = graphene.Field(non_null_list(ApprovalTemplatePlace), required=True, description="Who decides, in order.")
    updated_at = graphene.Field(DateTime, required=True, description="When it was changed last.")

    @staticmethod
    def resolve_above(root: ApprovalTemplateModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.above, "KRW")

    @staticmethod
    def resolve_up_to(root: ApprovalTemplateModel, info: Any) -> MoneyValue | None:
        return MoneyValue.of(root.up_to, "KRW") if root.up_to is not None else None

    @batch
    def resolve_steps(parents: list[ApprovalTemplateModel], info: Any) -> list[list[ApprovalTemplateStep]]:
        ids = [row.pk for row in parents]
        return grouped(template_steps_of(ids), lambda row: row.template_id, ids)
