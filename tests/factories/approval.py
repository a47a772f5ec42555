"""Purchases of an agency for tests: who requests, who approves, the money, and requests as members write and put them up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from factories.channels import public_channel
from factories.checkout import SEOUL, anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_member, agency_of
from market.agencies.models import Agency, AgencyMember, BudgetLine, Department, Deputy
from market.agencies.permissions import AgencyAbility
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.checkout.models import Checkout
from market.core import clock
from market.core.actor import Actor
from market.procurement.enums import Decision
from market.procurement.models import ApprovalTemplate, ApprovalTemplateStep, PurchaseRequest
from market.procurement.services.request_decide import LineRejection, Seen, request_decide
from market.procurement.services.request_submit import request_submit
from market.procurement.services.request_write import RequestWish, request_create

PLENTY = 100_000_000


@dataclass
class Office:
    """One department: somebody who requests, those who approve (one stage each), and a budget line of this year."""

    agency: Agency
    department: Department
    requester: AgencyMember
    approvers: list[AgencyMember]
    budget: BudgetLine
    template: ApprovalTemplate
    channel: Channel = field(default_factory=public_channel)


def acting_for(member: AgencyMember, **fields: Any) -> Actor:
    """The member as one who acts."""
    return Actor(user_id=member.user_id, email=member.user.email, **fields)


def office(*, approvers: int = 1, money: int = PLENTY, stages: Sequence[int] | None = None) -> Office:
    """``stages``: of each approver; one after the other unless told."""
    agency = agency_of()
    department = Department.objects.create(agency=agency, name="문화체육과")
    requester = agency_member(agency, AgencyAbility.REQUEST, department=department, job_title="주무관")
    people = [
        agency_member(agency, AgencyAbility.APPROVE, department=department, job_title=f"{number}급 과장")
        for number in range(1, approvers + 1)
    ]
    template = template_of(agency, people, stages=stages)
    return Office(agency, department, requester, people, budget_of(agency, money), template)


def budget_of(agency: Agency, money: int = PLENTY, **fields: Any) -> BudgetLine:
    given = {"fiscal_year": clock.today().year, "account": "일반회계", "code": "201-01", "name": "사무관리비"}
    return BudgetLine.objects.create(agency=agency, appropriated=money, **{**given, **fields})


def template_of(
    agency: Agency, people: Sequence[AgencyMember], *, stages: Sequence[int] | None = None, **fields: Any
) -> ApprovalTemplate:
    template = ApprovalTemplate.objects.create(agency=agency, name="기본 결재선", **fields)
    places = stages or range(1, len(people) + 1)
    ApprovalTemplateStep.objects.bulk_create(
        ApprovalTemplateStep(template=template, stage=stage, member=member)
        for stage, member in zip(places, people, strict=True)
    )
    return template


def basket_of(at: Office, quantities: Mapping[ProductVariant, int]) -> Checkout:
    """A basket of the requester's that needs nothing more."""
    return ready_checkout(at.channel, quantities, actor=acting_for(at.requester), address=SEOUL)


def goods(at: Office, *, price: int = 110_000, **fields: Any) -> ProductVariant:
    """Something for sale in the public channel that travels free."""
    variant = variant_on_sale(at.channel, price=price, **fields)
    vendor = variant.product.vendor
    vendor.delivery_fee = Decimal(0)
    vendor.save(update_fields=["delivery_fee"])
    return variant


def draft_of(at: Office, quantities: Mapping[ProductVariant, int] | None = None, **values: Any) -> PurchaseRequest:
    """A draft that is whole: one item of 110,000 won unless told."""
    wanted = quantities if quantities is not None else {goods(at): 1}
    given = {
        "title": "가을 문화제 참가자 기념품",
        "purpose": "10월 문화제 참가 시민에게 드릴 기념품",
        "budget_line_id": at.budget.pk,
        "deliver_by": clock.today() + dt.timedelta(days=20),
        **values,
    }
    return anew(
        request_create,
        checkout_id=basket_of(at, wanted).pk,
        wish=RequestWish(given),
        actor=acting_for(at.requester),
    )


def put_up(at: Office, quantities: Mapping[ProductVariant, int] | None = None, **values: Any) -> PurchaseRequest:
    """A request in approval."""
    draft = draft_of(at, quantities, **values)
    return anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))


def decide(
    request: PurchaseRequest,
    member: AgencyMember,
    decision: Decision = Decision.APPROVE,
    *,
    comment: str = "",
    rejections: Sequence[LineRejection] = (),
    seen: Seen | None = None,
) -> PurchaseRequest:
    """The member decides what stands there now, unless ``seen`` says what the member looked at."""
    request.refresh_from_db()
    return anew(
        request_decide,
        request_id=request.pk,
        decision=decision,
        seen=seen or Seen(request.round, request.total_gross),
        actor=acting_for(member, ip_address="192.0.2.7"),
        comment=comment,
        rejections=rejections,
    )


def approved(at: Office, quantities: Mapping[ProductVariant, int] | None = None, **values: Any) -> PurchaseRequest:
    """A request that everybody approved: ordered."""
    request = put_up(at, quantities, **values)
    for member in at.approvers:
        request = decide(request, member)
    return request


def stand_in(member: AgencyMember, deputy: AgencyMember) -> Deputy:
    """The deputy decides for the member today."""
    return Deputy.objects.create(member=member, deputy=deputy, starts_on=clock.today(), ends_on=clock.today())
