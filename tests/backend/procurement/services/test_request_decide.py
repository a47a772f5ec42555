"""Deciding: whose turn it is, what a stale page may not do, rejecting lines, and what the last approval orders."""

from __future__ import annotations

import datetime as dt

import pytest

from factories.approval import (
    Office,
    approved,
    decide,
    goods,
    office,
    put_up,
    stand_in,
    template_of,
)
from factories.procurement import agency_member
from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.checkout.models import Checkout
from market.core import clock
from market.core.errors import DomainError, InvalidInput, NotFound, PermissionDenied, Required
from market.core.models import OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import OrderStatus
from market.orders.models import Order, VendorOrder
from market.papers.models import Paper
from market.procurement.enums import Decision, TrailAction
from market.procurement.errors import (
    DecidedAlready,
    DeliveryDayPassed,
    HoldLapsed,
    LineNotStanding,
    NotInApproval,
    NotInLine,
    NotYourTurn,
    OlderRound,
    OwnRequest,
    TotalMoved,
    VendorStopped,
)
from market.procurement.models import (
    AgencyOrder,
    PurchaseOrder,
    PurchaseRequest,
    RequestLineStatus,
    RequestStatus,
    StepStatus,
)
from market.procurement.services.request_decide import LineRejection, Seen
from market.vendors.models import VendorStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


def state(request: PurchaseRequest) -> tuple[object, ...]:
    """All that a decision could move."""
    request.refresh_from_db()
    line = request.budget_line
    assert line is not None
    line.refresh_from_db()
    return (
        request.status,
        request.round,
        request.total_gross,
        [(step.pk, step.status) for step in request.steps.all()],
        [(row.pk, row.status) for row in request.lines.all()],
        request.events.count(),
        (line.held, line.committed),
        Order.objects.get(pk=request.order_id).status,
        PurchaseOrder.objects.count(),
        list(Stock.objects.order_by("pk").values_list("quantity_allocated", flat=True)),
    )


def assert_refused(request: PurchaseRequest, member: AgencyMember, error: type[DomainError], **more: object) -> None:
    """It raises just this, and nothing has changed."""
    before, events = state(request), OutboxEvent.objects.count()
    with pytest.raises(error) as caught:
        decide(request, member, **more)  # type: ignore[arg-type]
    assert type(caught.value) is error
    assert (state(request), OutboxEvent.objects.count()) == (before, events)


def test_the_last_approval_orders_it() -> None:
    at = office()
    request = put_up(at, {goods(at, price=110_000, stock=5): 2, goods(at, price=55_000): 1})
    request = decide(request, at.approvers[0], comment="진행해 주세요")
    order = Order.objects.get(pk=request.order_id)
    at.budget.refresh_from_db()
    assert (request.status, order.status) == (RequestStatus.APPROVED, OrderStatus.UNFULFILLED)
    assert (at.budget.held, at.budget.committed) == (0, 275_000)
    noted = AgencyOrder.objects.get(order=order)
    assert (noted.agency_id, noted.department_id, noted.request_id) == (at.agency.pk, at.department.pk, request.pk)
    orders = list(PurchaseOrder.objects.order_by("number"))
    assert [row.vendor_order.total_gross for row in orders] == [220_000, 55_000]
    assert [str(row.delay_rate_per_day) for row in orders] == ["0.00080", "0.00080"]
    assert all(row.vendor_order.ready_at is not None for row in orders)
    assert all(row.deliver_by == request.deliver_by and row.ordered_on == clock.today() for row in orders)
    topics = set(OutboxEvent.objects.values_list("topic", flat=True))
    assert {"orders.order_placed", "procurement.request_approved", "procurement.purchase_order_issued"} <= topics


def test_stages_follow_one_another() -> None:
    at = office(approvers=2)
    request = put_up(at)
    assert_refused(request, at.approvers[1], NotYourTurn)
    request = decide(request, at.approvers[0])
    assert request.status == RequestStatus.IN_APPROVAL
    assert OutboxEvent.objects.filter(topic="procurement.approval_turn_came").count() == 2
    assert decide(request, at.approvers[1]).status == RequestStatus.APPROVED


def test_members_of_one_stage_decide_in_any_order_all_of_them() -> None:
    at = office(approvers=3, stages=[1, 1, 2])
    request = put_up(at)
    decide(request, at.approvers[1])
    assert_refused(request, at.approvers[2], NotYourTurn)
    decide(request, at.approvers[0])
    assert decide(request, at.approvers[2]).status == RequestStatus.APPROVED


def test_approving_twice_changes_nothing() -> None:
    at = office(approvers=2)
    request = decide(put_up(at), at.approvers[0])
    assert_refused(request, at.approvers[0], DecidedAlready)
    request = decide(request, at.approvers[1])
    assert_refused(request, at.approvers[1], DecidedAlready)


def test_another_persons_mail_link_decides_nothing() -> None:
    at = office()
    request = put_up(at)
    colleague = agency_member(at.agency, AgencyAbility.APPROVE, department=at.department)
    assert_refused(request, colleague, NotInLine)
    for stranger in (office().approvers[0], agency_member(at.agency, AgencyAbility.APPROVE)):
        assert_refused(request, stranger, NotFound)


def test_nobody_approves_the_own_request_not_as_a_deputy_either() -> None:
    at = office()
    at.requester.abilities = [AgencyAbility.REQUEST.value, AgencyAbility.APPROVE.value]
    at.requester.save()
    request = put_up(at)
    assert_refused(request, at.requester, OwnRequest)
    stand_in(at.approvers[0], at.requester)
    assert_refused(request, at.requester, OwnRequest)


def test_who_may_not_approve_any_more_does_not() -> None:
    at = office()
    request = put_up(at)
    AgencyMember.objects.filter(pk=at.approvers[0].pk).update(abilities=[])
    before = state(request)
    with pytest.raises(PermissionDenied):
        decide(request, at.approvers[0])
    assert state(request) == before


def test_after_its_time_nothing_is_decided_sweep_or_not() -> None:
    at = office()
    request = put_up(at)
    PurchaseRequest.objects.filter(pk=request.pk).update(held_until=clock.now() - dt.timedelta(seconds=1))
    assert_refused(request, at.approvers[0], HoldLapsed)


def test_a_deputy_decides_in_the_absents_place() -> None:
    at = office()
    deputy = agency_member(at.agency, AgencyAbility.APPROVE, department=at.department, job_title="팀장")
    request = put_up(at)
    assert_refused(request, deputy, NotInLine)
    absence = stand_in(at.approvers[0], deputy)
    absence.starts_on = absence.ends_on = clock.today() - dt.timedelta(days=1)
    absence.save()
    assert_refused(request, deputy, NotInLine)  # yesterday's deputy
    stand_in(at.approvers[0], deputy)
    request = decide(request, deputy)
    step, event = request.steps.get(), request.events.get(action=TrailAction.APPROVED_STEP)
    assert (step.member_id, step.decided_by_id) == (at.approvers[0].pk, deputy.pk)
    assert "1급 과장 대결" in event.role
    assert event.ip_address == "192.0.2.7"


def test_the_own_place_is_decided_first_and_a_second_click_is_not_the_absents() -> None:
    at = office(approvers=2, stages=[1, 1])
    request = put_up(at)
    stand_in(at.approvers[1], at.approvers[0])
    decide(request, at.approvers[0])
    assert_refused(request, at.approvers[0], DecidedAlready)
    other = request.steps.get(member=at.approvers[1])
    request.refresh_from_db()
    seen = Seen(request.round, request.total_gross, other.pk)
    assert decide(request, at.approvers[0], seen=seen).status == RequestStatus.APPROVED


def test_a_stale_page_decides_nothing() -> None:
    at = office(approvers=2, stages=[1, 1])
    request = put_up(at, {goods(at): 1, goods(at, price=55_000): 1})
    old = Seen(1, request.total_gross)
    line = request.lines.get(total_gross=55_000)
    decide(request, at.approvers[0], rejections=[LineRejection(line.pk, "있는 것을 쓰세요")])
    assert_refused(request, at.approvers[1], TotalMoved, seen=old)
    assert_refused(request, at.approvers[1], OlderRound, seen=Seen(0, request.total_gross))
    assert decide(request, at.approvers[1]).status == RequestStatus.APPROVED


@pytest.mark.parametrize("decision", [Decision.SEND_BACK, Decision.REJECT])
def test_refusing_demands_a_comment(decision: Decision) -> None:
    at = office()
    assert_refused(put_up(at), at.approvers[0], Required, decision=decision, comment="  ")


def test_sent_back_everything_is_free_and_the_basket_is_back() -> None:
    at = office(approvers=2)
    variant = goods(at, stock=5)
    request = put_up(at, {variant: 2})
    request = decide(request, at.approvers[0], Decision.SEND_BACK, comment="수량을 다시 봐 주세요")
    at.budget.refresh_from_db()
    assert request.status == RequestStatus.SENT_BACK
    assert (at.budget.held, Stock.objects.get(variant=variant).quantity_allocated) == (0, 0)
    assert Order.objects.get().status == OrderStatus.CANCELED
    basket = Checkout.objects.get(pk=request.checkout_token)
    assert [(line.variant_id, line.quantity) for line in basket.lines.all()] == [(variant.pk, 2)]
    assert [step.status for step in request.steps.all()] == [StepStatus.SENT_BACK, StepStatus.ENDED]
    assert_refused(request, at.approvers[1], NotInApproval)


def test_rejected_for_good() -> None:
    at = office()
    request = decide(put_up(at), at.approvers[0], Decision.REJECT, comment="올해는 사지 않아요")
    at.budget.refresh_from_db()
    assert (request.status, at.budget.held, request.checkout_token) == (RequestStatus.REJECTED, 0, None)


def two_items(at: Office) -> PurchaseRequest:
    return put_up(at, {goods(at, price=110_000, stock=5): 1, goods(at, price=33_000, stock=5): 3})


def test_a_line_is_rejected_and_the_rest_kept_to_the_won() -> None:
    at = office(approvers=2)
    request = two_items(at)
    line = request.lines.get(total_gross=99_000)
    request = decide(request, at.approvers[0], rejections=[LineRejection(line.pk, "작년 것이 남았어요")])
    order = Order.objects.get(pk=request.order_id)
    at.budget.refresh_from_db()
    assert (request.total_gross, order.total_gross, at.budget.held) == (110_000, 110_000, 110_000)
    assert sorted(Stock.objects.values_list("quantity_allocated", flat=True)) == [0, 1]
    line.refresh_from_db()
    assert (line.status, line.rejected_reason, line.rejected_by_id) == (
        RequestLineStatus.REJECTED,
        "작년 것이 남았어요",
        at.approvers[0].pk,
    )
    assert request.status == RequestStatus.IN_APPROVAL
    request = decide(request, at.approvers[1])
    at.budget.refresh_from_db()
    assert (at.budget.held, at.budget.committed) == (0, 110_000)
    assert PurchaseOrder.objects.get().vendor_order.total_gross == 110_000
    assert VendorOrder.objects.filter(status=OrderStatus.CANCELED).count() == 1


def test_a_line_is_rejected_with_the_last_approval() -> None:
    at = office()
    request = two_items(at)
    line = request.lines.get(total_gross=99_000)
    request = decide(request, at.approvers[0], rejections=[LineRejection(line.pk, "남았어요")])
    at.budget.refresh_from_db()
    assert request.status == RequestStatus.APPROVED
    assert (at.budget.held, at.budget.committed, PurchaseOrder.objects.count()) == (0, 110_000, 1)


def test_rejecting_the_last_line_rejects_all() -> None:
    at = office()
    request = two_items(at)
    rejections = [LineRejection(line.pk, "남았어요") for line in request.lines.all()]
    request = decide(request, at.approvers[0], rejections=rejections)
    at.budget.refresh_from_db()
    assert (request.status, at.budget.held) == (RequestStatus.REJECTED, 0)
    assert Order.objects.get().status == OrderStatus.CANCELED


def test_lines_that_do_not_stand_are_not_rejected() -> None:
    at = office(approvers=2)
    request = two_items(at)
    foreign = put_up(office()).lines.get()
    line = request.lines.get(total_gross=99_000)
    assert_refused(request, at.approvers[0], LineNotStanding, rejections=[LineRejection(foreign.pk, "아니에요")])
    assert_refused(request, at.approvers[0], Required, rejections=[LineRejection(line.pk, " ")])
    rejections = [LineRejection(line.pk, "남았어요")]
    assert_refused(
        request, at.approvers[0], InvalidInput, decision=Decision.SEND_BACK, comment="다시", rejections=rejections
    )
    decide(request, at.approvers[0], rejections=rejections)
    assert_refused(request, at.approvers[1], LineNotStanding, rejections=rejections)


def test_an_enterprise_that_stopped_meanwhile_is_not_ordered_from() -> None:
    at = office()
    variant = goods(at)
    request = put_up(at, {variant: 1})
    vendor = variant.product.vendor
    vendor.status = VendorStatus.SUSPENDED
    vendor.save()
    assert_refused(request, at.approvers[0], VendorStopped)


def test_a_day_that_passed_meanwhile_is_not_ordered_for() -> None:
    at = office()
    request = put_up(at)
    PurchaseRequest.objects.filter(pk=request.pk).update(deliver_by=clock.today() - dt.timedelta(days=1))
    assert_refused(request, at.approvers[0], DeliveryDayPassed)


def test_a_changed_template_leaves_what_is_in_approval_alone() -> None:
    at = office()
    request = put_up(at)
    at.template.delete()
    template_of(at.agency, [agency_member(at.agency, AgencyAbility.APPROVE)])
    assert decide(request, at.approvers[0]).status == RequestStatus.APPROVED


def test_the_papers_agree_with_the_order_to_the_won() -> None:
    at = office()
    first, second = goods(at, price=12_345), goods(at, price=9_999, tax_kind="exempt")
    first.product.vendor.delivery_fee = 3_000
    first.product.vendor.save()
    request = approved(at, {first: 7, second: 3})
    order = Order.objects.get(pk=request.order_id)
    orders = list(PurchaseOrder.objects.select_related("paper", "vendor_order"))
    for row in orders:
        assert row.paper is not None
        facts = row.paper.facts
        assert int(facts["total"]) == row.vendor_order.total_gross
        assert int(facts["supply"]) + int(facts["tax"]) == int(facts["total"])
        assert sum(int(line["supply"]) for line in facts["lines"]) == int(facts["supply"])
        assert sum(int(line["tax"]) for line in facts["lines"]) == int(facts["tax"])
    assert sum(int(row.paper.facts["total"]) for row in orders if row.paper) == order.total_gross
    paper = Paper.objects.get(kind="purchase_request")
    assert (int(paper.facts["total"]), paper.number) == (order.total_gross, request.number)
    assert sum(int(line["supply"]) + int(line["tax"]) for line in paper.facts["lines"]) == order.total_gross
