"""Which approval line a purchase takes."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import QuerySet

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.procurement.errors import ApproverGone, NobodyToApprove
from market.procurement.models import ApprovalTemplate, ApprovalTemplateStep
from market.procurement.rules import Place, approval_line, template_chosen
from market.procurement.selectors.people import member_words


def templates_of(agency_id: int) -> QuerySet[ApprovalTemplate]:
    """The agency's approval lines, those in use first."""
    rows = ApprovalTemplate.objects.filter(agency_id=agency_id).select_related("department", "agency")
    return rows.order_by("-is_active", "department__name", "above", "id")


def template_steps_of(template_ids: list[int]) -> QuerySet[ApprovalTemplateStep]:
    rows = ApprovalTemplateStep.objects.filter(template_id__in=template_ids)
    return rows.select_related("member__user", "member__department").order_by("stage", "id")


def may_stand_in_line(member: AgencyMember) -> bool:
    return member.is_active and AgencyAbility.APPROVE.value in member.abilities


def line_for(
    *, agency_id: int, department_id: int | None, amount: Decimal, requester_id: int
) -> tuple[ApprovalTemplate, list[tuple[Place, AgencyMember]]]:
    """The template for the amount (won, VAT included) and the line without the requester.

    Raises NobodyToApprove, and ApproverGone for a template with somebody who has left or may not approve any more: nobody is skipped
    in silence.
    """
    rows = ApprovalTemplate.objects.filter(agency_id=agency_id, is_active=True)
    template = template_chosen(rows, department_id, amount)
    if template is None:
        raise NobodyToApprove("checkoutId")
    steps = list(template_steps_of([template.pk]))
    line = approval_line([Place(step.stage, step.member_id, step.label) for step in steps], requester_id)
    members = {step.member_id: step.member for step in steps}
    for place in line:
        if not may_stand_in_line(members[place.member_id]):
            raise ApproverGone("checkoutId", name=member_words(members[place.member_id]))
    return template, [(place, members[place.member_id]) for place in line]
