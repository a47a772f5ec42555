"""Something of everything an agency can own, with a mark in every text that only it, those it asked and the market may read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone

from contract.isolation.belongings import Belongings
from factories.accounts import UserFactory
from factories.checkout import SEOUL, anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_member
from factories.vendors import SellerFactory
from market.agencies.models import (
    Agency,
    AgencyApplication,
    AgencyApplicationStatus,
    AgencyInvitation,
    AgencyMember,
    AgencyPolicy,
    BudgetImport,
    BudgetLine,
    Department,
    Deputy,
    Law,
)
from market.baskets.models import SharedList, SharedListItem
from market.catalog.models import ProductVariant
from market.checkout.services.checkout_hold import checkout_hold
from market.core import clock
from market.core.actor import Actor
from market.orders.models import Order
from market.orders.services.order_confirm import order_confirm
from market.papers.models import Paper, PaperKind
from market.procurement.models import (
    AgencyOrder,
    ApprovalStep,
    ApprovalTemplate,
    ApprovalTemplateStep,
    PurchaseOrder,
    PurchaseOrderChange,
    PurchaseRequest,
    RequestEvent,
    RequestGround,
    RequestLine,
    RequestStatus,
)
from market.quotes.models import (
    InvitationStatus,
    Quote,
    QuoteAttachment,
    QuoteInvitation,
    QuoteLine,
    QuoteQuestion,
    QuoteRequest,
    QuoteRequestItem,
    QuoteRequestStatus,
    QuoteSource,
)


def furnish_agency(agency: Agency, channel: Any, mark: str) -> Belongings:
    """Give the agency one of each."""
    things = Belongings(None, texts=[mark])
    agency.representative, agency.phone, agency.address = mark, f"02-{mark}", f"{mark}로 1"
    agency.save()
    things.add("Agency", agency.pk)
    department = Department.objects.create(agency=agency, name=f"{mark} 부서")
    things.add("AgencyDepartment", department.pk)
    clerk = agency_member(agency, department=department, job_title=mark)
    clerk.user.email, clerk.user.first_name, clerk.user.last_name = f"{mark}-clerk@ieum.example".lower(), mark, mark
    clerk.user.save()
    things.add("User", clerk.user_id)
    things.add("AgencyMember", clerk.pk)
    _house(things, agency, clerk, mark)
    goods = variant_on_sale(channel, price=11_000, vendor=SellerFactory())
    line = _budget(things, agency, department, mark)
    _list(things, agency, department, clerk, goods, mark)
    _quotes(things, agency, department, clerk, goods, mark)
    _purchases(things, clerk, line, channel, goods, mark)
    return things


def _house(things: Belongings, agency: Agency, clerk: AgencyMember, mark: str) -> None:
    other = agency_member(agency)
    today = clock.today()
    things.add("AgencyMember", other.pk)
    deputy = Deputy.objects.create(member=clerk, deputy=other, starts_on=today, ends_on=today, reason=mark)
    things.add("AgencyDeputy", deputy.pk)
    policy = AgencyPolicy.objects.create(agency=agency, effective_from=today + dt.timedelta(days=9), law=Law.LOCAL)
    things.add("AgencyPolicy", policy.pk)
    invitation = AgencyInvitation.objects.create(
        agency=agency, email=f"{mark}-new@ieum.example".lower(), invited_by=clerk.user, abilities=["request"],
        expires_at=timezone.now() + dt.timedelta(days=7),
    )  # fmt: skip
    things.add("AgencyInvitation", invitation.pk)
    application = AgencyApplication.objects.create(
        applicant=UserFactory(email=f"{mark}-asks@ieum.example".lower()), status=AgencyApplicationStatus.SUBMITTED, name=mark,
        registration_number="1208300015", official_email=f"{mark}@ieum.example".lower(), official_proved_at=timezone.now(),
        submitted_at=timezone.now(),
    )  # fmt: skip
    things.add("AgencyApplication", application.pk)


def _budget(things: Belongings, agency: Agency, department: Department, mark: str) -> BudgetLine:
    line = BudgetLine.objects.create(
        agency=agency, department=department, fiscal_year=clock.today().year, account="일반회계", project=mark, code="201-01", name=f"{mark}비",
        appropriated=Decimal(10_000_000),
    )  # fmt: skip
    things.add("BudgetLine", line.pk)
    run = BudgetImport.objects.create(
        agency=agency,
        file_name=f"{mark}.xlsx",
        file_hash=mark.ljust(64, "0"),
        fiscal_year=clock.today().year,
        rows=[[2, {"code": mark}]],
    )
    things.add("BudgetImport", run.pk)
    return line


def _list(
    things: Belongings, agency: Agency, department: Department, clerk: AgencyMember, goods: ProductVariant, mark: str
) -> None:
    shared = SharedList.objects.create(
        agency=agency, department=department, owner=clerk, name=f"{mark} 목록", note=mark
    )
    item = SharedListItem.objects.create(list=shared, variant=goods, quantity=3, note=mark, added_by=clerk)
    things.add("SharedList", shared.pk)
    things.add("SharedListItem", item.pk)


def _quotes(
    things: Belongings, agency: Agency, department: Department, clerk: AgencyMember, goods: ProductVariant, mark: str
) -> None:
    now, today, vendor = timezone.now(), clock.today(), goods.product.vendor
    request = QuoteRequest.objects.create(
        number=f"RQ-{mark}", agency=agency, department=department, requester=clerk, title=f"{mark} 요청", specification=mark,
        delivery_place=mark, delivery_by=today + dt.timedelta(days=30), reply_by=now + dt.timedelta(days=5), status=QuoteRequestStatus.OPEN,
        sent_at=now,
    )  # fmt: skip
    item = QuoteRequestItem.objects.create(request=request, position=1, name=f"{mark} 품목", quantity=5, variant=goods)
    invitation = QuoteInvitation.objects.create(
        request=request, vendor=vendor, status=InvitationStatus.ANSWERED, answered_at=now
    )
    attachment = QuoteAttachment.objects.create(
        request=request,
        key=f"quotes/{mark}.pdf",
        name=f"{mark}.pdf",
        content_type="application/pdf",
        size=1,
        sha256="0" * 64,
    )
    question = QuoteQuestion.objects.create(request=request, vendor=vendor, question=mark)
    paper = Paper.objects.create(
        kind=PaperKind.QUOTE, number=f"EQ-{mark}", title=mark, agency=agency, vendor=vendor, subject_type="Quote", subject_id="1",
        key=f"issued/{mark}.pdf", size=1, sha256="0" * 64, facts={"mark": mark}, issued_at=now,
    )  # fmt: skip
    quote = Quote.objects.create(
        number=f"EQ-{mark}", source=QuoteSource.REQUEST, agency=agency, department=department, member=clerk, vendor=vendor, request=request,
        invitation=invitation, title=mark, issued_on=today, valid_until=today + dt.timedelta(days=20), remarks=mark, total_net=50_000,
        total_gross=55_000, paper=paper,
    )  # fmt: skip
    line = QuoteLine.objects.create(
        quote=quote, position=1, item=item, variant=goods, name=f"{mark} 품목", quantity=5, tax_kind="taxable", tax_rate=Decimal("0.1"),
        unit_price_gross=11_000, total_net=50_000, total_gross=55_000,
    )  # fmt: skip
    things.add("VendorQuoteRequest", invitation.token)
    for name, row in (
        ("QuoteRequest", request), ("QuoteRequestItem", item), ("QuoteAttachment", attachment), ("QuoteQuestion", question),
        ("Paper", paper), ("Quote", quote), ("QuoteLine", line),
    ):  # fmt: skip
        things.add(name, row.pk)


def _purchases(
    things: Belongings, clerk: AgencyMember, line: BudgetLine, channel: Any, goods: ProductVariant, mark: str
) -> None:
    """A draft with its basket, a request in approval with what it holds, and one that was ordered."""
    actor = Actor(user_id=clerk.user_id, email=clerk.user.email)
    address = {**SEOUL, "first_name": mark, "last_name": mark, "street_address_1": f"{mark}로 1"}
    baskets = [ready_checkout(channel, {goods: 2}, actor=actor, address=address) for _ in range(3)]
    draft = _request(clerk, line, f"{mark} 초안", checkout_token=baskets[0].pk)
    running = _running(clerk, line, anew(checkout_hold, checkout_id=baskets[1].pk, actor=actor), mark, 1)
    ordered = anew(checkout_hold, checkout_id=baskets[2].pk, actor=actor)
    approved = _running(clerk, line, ordered, mark, 2, status=RequestStatus.APPROVED)
    anew(order_confirm, order_id=ordered.pk, actor=actor)
    AgencyOrder.objects.create(order=ordered, agency=clerk.agency, department=clerk.department, request=approved)
    for row in (draft, running, approved):
        things.add("PurchaseRequest", row.pk)
    things.add("Checkout", baskets[0].pk)
    for held in (running.order, ordered):
        things.add("Order", held.pk)
        things.add("OrderLine", held.lines.get().pk)
        things.add("VendorOrder", held.vendor_orders.get().pk)
    _approval(things, running, clerk, mark)
    _order(things, approved, ordered, clerk, mark)


def _request(clerk: AgencyMember, line: BudgetLine, title: str, **fields: Any) -> PurchaseRequest:
    return PurchaseRequest.objects.create(
        agency=clerk.agency, department=clerk.department, requester=clerk, title=title, purpose=title, budget_line=line, delivery_place=title,
        **fields,
    )  # fmt: skip


def _running(
    clerk: AgencyMember, line: BudgetLine, order: Order, mark: str, number: int, status: str = RequestStatus.IN_APPROVAL
) -> PurchaseRequest:
    now = timezone.now()
    request = _request(
        clerk, line, f"{mark} 품의 {number}", number=f"{mark}-{number}", status=status, round=1, order=order, submitted_at=now,
        held_until=now + dt.timedelta(days=7), total_net=order.total_net, total_gross=order.total_gross,
    )  # fmt: skip
    sold = order.lines.get()
    RequestLine.objects.create(
        request=request, round=1, position=1, order_line_id=sold.pk, variant=sold.variant, vendor=sold.vendor_order.vendor, name=mark, quantity=2,
        tax_kind=sold.tax_kind, unit_price_gross=sold.unit_price_gross, total_net=sold.total_net, total_gross=sold.total_gross,
    )  # fmt: skip
    RequestGround.objects.create(
        request=request,
        round=1,
        vendor=sold.vendor_order.vendor,
        estimated_price=20_000,
        judged_on=clock.today(),
        answer={},
    )
    RequestEvent.objects.create(request=request, action="submitted", comment=mark, actor_name=mark, at=now)
    return request


def _approval(things: Belongings, running: PurchaseRequest, clerk: AgencyMember, mark: str) -> None:
    approver = agency_member(clerk.agency)
    template = ApprovalTemplate.objects.create(agency=clerk.agency, name=f"{mark} 결재선")
    ApprovalTemplateStep.objects.create(template=template, stage=1, member=approver)
    step = ApprovalStep.objects.create(request=running, round=1, stage=1, member=approver, label="결재")
    things.add("ApprovalTemplate", template.pk)
    things.add("PurchaseApprovalStep", step.pk)
    things.add("PurchaseRequestLine", running.lines.get().pk)


def _order(things: Belongings, approved: PurchaseRequest, order: Order, clerk: AgencyMember, mark: str) -> None:
    today, part = clock.today(), order.vendor_orders.get()
    purchase_order = PurchaseOrder.objects.create(
        number=f"PO-{mark}", request=approved, vendor_order=part, ordered_on=today, deliver_by=today, delivery_place=mark,
        delay_rate_per_day=Decimal("0.0008"), status="change_proposed",
    )  # fmt: skip
    change = PurchaseOrderChange.objects.create(
        purchase_order=purchase_order, deliver_by=today + dt.timedelta(days=3), reason=mark
    )
    things.add("PurchaseOrder", purchase_order.pk)
    things.add("PurchaseOrderChange", change.pk)
