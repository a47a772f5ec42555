"""Putting a request up: what is checked, what is held, and that a refusal leaves nothing behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.approval import (
    acting_for,
    approved,
    decide,
    draft_of,
    goods,
    office,
    put_up,
    template_of,
)
from factories.certificates import Clock
from factories.checkout import anew
from factories.procurement import agency_member
from market.agencies.errors import BudgetExceeded
from market.agencies.models import AgencyPolicy, BudgetUse, Department, Law
from market.agencies.permissions import AgencyAbility
from market.checkout.errors import TotalChanged
from market.checkout.models import Checkout
from market.core import clock
from market.core.errors import ManyErrors, NotFound, PermissionDenied
from market.inventory.models import Stock
from market.orders.enums import OrderStatus
from market.orders.models import Order
from market.procurement.enums import Decision, TrailAction
from market.procurement.errors import ApproverGone, NobodyToApprove, NotEditable
from market.procurement.models import PurchaseRequest, RequestStatus
from market.procurement.services.request_submit import request_submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


def codes_of(error: ManyErrors) -> set[tuple[str, str | None]]:
    return {(fault.code, fault.field) for fault in error.errors}


def nothing_held(request: PurchaseRequest) -> bool:
    request.refresh_from_db()
    return (
        request.round == 0
        and request.number is None
        and not Order.objects.exists()
        and not BudgetUse.objects.exists()
        and not request.events.exists()
        and Checkout.objects.filter(pk=request.checkout_token).exists()
        and not Stock.objects.filter(quantity_allocated__gt=0).exists()
    )


def test_it_holds_price_stock_and_budget_to_the_won() -> None:
    at = office(approvers=2)
    variant = goods(at, price=110_000, stock=5)
    request = put_up(at, {variant: 3})
    order, stock = Order.objects.get(), Stock.objects.get(variant=variant)
    at.budget.refresh_from_db()
    assert (request.status, request.round, request.order_id) == (RequestStatus.IN_APPROVAL, 1, order.pk)
    assert order.status == OrderStatus.UNCONFIRMED
    assert (request.total_gross, request.total_net) == (330_000, 300_000)
    assert (stock.quantity_allocated, at.budget.held, at.budget.committed) == (3, 330_000, 0)
    assert request.held_until is not None
    assert request.held_until - clock.now() > dt.timedelta(days=6, hours=23)
    assert request.number == f"PR-{at.agency.pk}-{clock.today().year}-0001"
    assert not Checkout.objects.exists()
    assert request.delivery_place == "서울특별시 구로구 개봉로23길 10"
    assert [(step.stage, step.member_id) for step in request.steps.all()] == [
        (1, at.approvers[0].pk),
        (2, at.approvers[1].pk),
    ]
    line, ground = request.lines.get(), request.grounds.get()
    assert (line.quantity, line.total_gross, line.vendor_id) == (3, 330_000, variant.product.vendor_id)
    assert (ground.estimated_price, ground.answer["verdict"]) == (300_000, "quote_omitted")
    event = request.events.get()
    assert (event.action, event.role) == (TrailAction.SUBMITTED, "문화체육과 주무관")


def test_the_policy_says_how_long() -> None:
    at = office()
    AgencyPolicy.objects.create(agency=at.agency, effective_from=dt.date(2020, 1, 1), law=Law.LOCAL, hold_days=3)
    request = put_up(at)
    assert request.held_until is not None
    assert dt.timedelta(days=2, hours=23) < request.held_until - clock.now() <= dt.timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "held"), [(dt.date(2026, 12, 20), dt.date(2026, 12, 27)), (dt.date(2026, 12, 29), dt.date(2027, 1, 1))]
)
def test_never_beyond_the_year_whose_money_it_holds(still: Clock, day: dt.date, held: dt.date) -> None:
    still.at(day, 0)
    request = put_up(office())
    assert request.held_until == clock.seoul_day_start(held)


def test_numbers_of_an_agency_have_no_gaps() -> None:
    at = office(money=150_000)
    put_up(at)
    with pytest.raises(BudgetExceeded):
        put_up(at)  # takes no number
    at.budget.appropriated = 10_000_000
    at.budget.save()
    assert str(put_up(at).number).endswith("-0002")
    assert str(put_up(office()).number).endswith("-0001")


def test_the_budget_must_reach() -> None:
    at = office(money=109_999)
    draft = draft_of(at)
    with pytest.raises(BudgetExceeded) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert refused.value.params == {"available": "109,999", "asked": "110,000"}
    assert nothing_held(draft)
    at.budget.appropriated = 110_000
    at.budget.save()
    anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"purpose": ""}, ("required", "purpose")),
        ({"budget_line_id": None}, ("required", "budgetLine")),
        ({"deliver_by": None}, ("required", "deliverBy")),
    ],
)
def test_what_is_missing_is_said(values: dict[str, Any], fault: tuple[str, str]) -> None:
    at = office()
    draft = draft_of(at, **values)
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {fault}
    assert nothing_held(draft)


@pytest.mark.parametrize("change", ["year", "department", "inactive"])
def test_the_budget_line_is_of_this_year_and_department(change: str) -> None:
    at = office()
    draft = draft_of(at)
    if change == "year":
        at.budget.fiscal_year -= 1
    elif change == "department":
        at.budget.department = Department.objects.create(agency=at.agency, name="다른 과")
    else:
        at.budget.is_active = False
    at.budget.save()
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {("invalid", "budgetLine")}
    assert nothing_held(draft)


def test_another_agencys_budget_is_not_found() -> None:
    at = office()
    with pytest.raises(ManyErrors) as refused:
        draft_of(at, budget_line_id=office().budget.pk)
    assert codes_of(refused.value) == {("not_found", "budgetLine")}


def test_a_day_that_passed_while_it_was_written() -> None:
    at = office()
    draft = draft_of(at)
    PurchaseRequest.objects.filter(pk=draft.pk).update(deliver_by=clock.today() - dt.timedelta(days=1))
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {("invalid", "deliverBy")}


def test_a_basket_that_was_ordered_is_gone() -> None:
    at = office()
    draft = draft_of(at)
    Checkout.objects.all().delete()
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {("basket_gone", "checkoutId")}


def test_another_total_than_was_shown_is_refused() -> None:
    at = office()
    draft = draft_of(at)
    with pytest.raises(TotalChanged):
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester), expected_total=109_000)
    assert nothing_held(draft)


def test_between_two_and_twenty_million_one_quote_is_needed() -> None:
    at = office()
    draft = draft_of(at, {goods(at, price=2_200_000): 1})
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {("quotes_missing", "quotes")}
    assert refused.value.errors[0].params["needed"] == 1
    assert nothing_held(draft)
    below = draft_of(at, {goods(at, price=2_199_998): 1})  # 1,999,998 won without VAT
    anew(request_submit, request_id=below.pk, actor=acting_for(at.requester))


def test_what_needs_a_tender_is_refused() -> None:
    at = office(money=10**12)
    draft = draft_of(at, {goods(at, price=110_000_000): 1})
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert ("open_tender", "checkoutId") in codes_of(refused.value)
    assert nothing_held(draft)


def test_a_split_purchase_needs_a_reason() -> None:
    """1.9 million and again 1.9 million of the same enterprise: together they need a quote."""
    at = office()
    variant = goods(at, price=1_900_000)
    approved(at, {variant: 1})
    draft = draft_of(at, {variant: 1})
    with pytest.raises(ManyErrors) as refused:
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert codes_of(refused.value) == {("split_reason_needed", "splitReason")}
    put_up(at, {variant: 1}, split_reason="행사가 하나 더 생겼어요")


def test_the_requester_is_no_step() -> None:
    at = office()
    at.requester.abilities = [AgencyAbility.REQUEST.value, AgencyAbility.APPROVE.value]
    at.requester.save()
    at.template.steps.create(stage=2, member=at.requester)
    request = put_up(at)
    assert [step.member_id for step in request.steps.all()] == [at.approvers[0].pk]


def test_nobody_to_approve() -> None:
    at = office()
    at.template.steps.all().delete()
    draft = draft_of(at)
    with pytest.raises(NobodyToApprove):
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert nothing_held(draft)
    at.template.delete()
    with pytest.raises(NobodyToApprove):
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))


@pytest.mark.parametrize("change", [{"is_active": False}, {"abilities": ["request"]}])
def test_nobody_is_skipped_in_silence(change: dict[str, Any]) -> None:
    at = office(approvers=2)
    draft = draft_of(at)
    for name, value in change.items():
        setattr(at.approvers[0], name, value)
    at.approvers[0].save()
    with pytest.raises(ApproverGone):
        anew(request_submit, request_id=draft.pk, actor=acting_for(at.requester))
    assert nothing_held(draft)


def test_the_line_goes_by_amount_and_department() -> None:
    at = office()
    chief = agency_member(at.agency, AgencyAbility.APPROVE)
    template_of(at.agency, [chief], above=500_000, department=at.department)
    assert put_up(at, {goods(at, price=500_000): 1}).steps.get().member_id == at.approvers[0].pk
    assert put_up(at, {goods(at, price=500_001): 1}).steps.get().member_id == chief.pk


def test_only_the_requester_puts_it_up() -> None:
    at = office()
    draft = draft_of(at)
    colleague = agency_member(at.agency, AgencyAbility.REQUEST, department=at.department)
    with pytest.raises(PermissionDenied):
        anew(request_submit, request_id=draft.pk, actor=acting_for(colleague))
    for stranger in (office().requester, agency_member(at.agency, AgencyAbility.REQUEST)):
        with pytest.raises(NotFound):
            anew(request_submit, request_id=draft.pk, actor=acting_for(stranger))
    assert nothing_held(draft)


def test_what_is_in_approval_is_not_put_up_again() -> None:
    at = office()
    request = put_up(at)
    with pytest.raises(NotEditable):
        anew(request_submit, request_id=request.pk, actor=acting_for(at.requester))


def test_a_further_round_keeps_the_number_and_the_lines_of_before() -> None:
    at = office()
    request = put_up(at)
    number, first = request.number, request.order_id
    decide(request, at.approvers[0], Decision.SEND_BACK, comment="수량을 다시 봐 주세요")
    request.refresh_from_db()
    again = anew(request_submit, request_id=request.pk, actor=acting_for(at.requester))
    assert (again.number, again.round, again.status) == (number, 2, RequestStatus.IN_APPROVAL)
    assert again.order_id != first
    assert [line.round for line in again.lines.all()] == [1, 2]
    at.budget.refresh_from_db()
    assert at.budget.held == 110_000
    assert [event.action for event in again.events.all()] == [
        TrailAction.SUBMITTED,
        TrailAction.SENT_BACK,
        TrailAction.RESUBMITTED,
    ]
