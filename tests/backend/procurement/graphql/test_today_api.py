"""What waits for a member of an agency, over the API: whose it is, when it presses, and that nobody else learns of it."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import LONG_AGO, SellerFactory
from market.agencies.models import Agency, AgencyMember, BudgetLine, Deputy
from market.core import clock
from market.core.global_ids import to_global_id
from market.orders.models import Order
from market.procurement.models import ApprovalStep, PurchaseOrder, PurchaseRequest
from market.quotes.models import Quote, QuoteInvitation, QuoteRequest

pytestmark = pytest.mark.django_db
TODAY = """query ($agency: ID!) { agencyToday(agency: $agency) {
    requestsToDecide requestsEndingToday nextLapseAt requestsToMend requestsInApproval quotesToChoose quotesWaiting nextReplyBy
    changesProposed actingFor { name jobTitle endsOn } deputies { name jobTitle endsOn } } }"""
_numbers = itertools.count(1)


def agency_with(count: int) -> tuple[Agency, list[AgencyMember]]:
    number = next(_numbers)
    agency = Agency.objects.create(
        name=f"오늘시청 {number}", registration_number=f"77{number:08d}", regime="local", joined_at=LONG_AGO
    )
    rows = []
    for place in range(count):
        user = UserFactory(last_name="견본", first_name=f"{place}")
        rows.append(AgencyMember.objects.create(agency=agency, user=user, job_title=f"자리 {place}"))
    return agency, rows


@pytest.fixture
def order_anew() -> Any:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, stock=500)
    return lambda: placed_order(channel, {variant: 1})


def running(
    order: Order, requester: AgencyMember, *stages: list[AgencyMember], hours: float = 72, **fields: Any
) -> PurchaseRequest:
    """A request in approval whose terms end after so many hours; stages of members follow one another."""
    line, _ = BudgetLine.objects.get_or_create(
        agency=requester.agency, fiscal_year=2026, account="일반회계", code="201-01", name="사무관리비"
    )
    now = clock.now()
    given: dict[str, Any] = {
        "status": "in_approval", "round": 1, "number": f"PR-{next(_numbers)}", "budget_line": line, "order": order,
        "submitted_at": now, "held_until": now + dt.timedelta(hours=hours),
    }  # fmt: skip
    request = PurchaseRequest.objects.create(
        agency=requester.agency, requester=requester, title="복사용지", **(given | fields)
    )
    for stage, members in enumerate(stages, 1):
        for member in members:
            ApprovalStep.objects.create(request=request, round=request.round, stage=stage, member=member, label="결재")
    return request


def decided(request: PurchaseRequest, member: AgencyMember) -> None:
    step = request.steps.get(member=member)
    step.status, step.decided_by, step.decided_at = "approved", member, clock.now()
    step.save()


@pytest.fixture
def ask(graphql: Any) -> Any:
    def call(member: AgencyMember, agency: Agency | None = None) -> Any:
        answer = graphql(TODAY, {"agency": to_global_id("Agency", (agency or member.agency).pk)}, user=member.user)
        assert "errors" not in answer, answer
        return answer["data"]["agencyToday"]

    return call


def test_a_request_waits_for_one_stage_after_the_other(ask: Any, order_anew: Any) -> None:
    _, (clerk, team, head, other) = agency_with(4)
    request = running(order_anew(), clerk, [team, other], [head])
    assert [ask(one)["requestsToDecide"] for one in (clerk, team, other, head)] == [0, 1, 1, 0]
    decided(request, team)
    assert [ask(one)["requestsToDecide"] for one in (team, other, head)] == [0, 1, 0]
    decided(request, other)
    assert [ask(one)["requestsToDecide"] for one in (other, head)] == [0, 1]
    assert ask(clerk)["requestsInApproval"] == 1


def test_what_lapsed_ended_or_began_anew_waits_for_nobody(ask: Any, order_anew: Any) -> None:
    _, (clerk, head) = agency_with(2)
    running(order_anew(), clerk, [head], hours=-1)
    running(order_anew(), clerk, [head], status="sent_back")
    again = running(order_anew(), clerk, [head])
    PurchaseRequest.objects.filter(pk=again.pk).update(round=2)
    running(order_anew(), clerk, [head], status="lapsed")
    assert ask(head)["requestsToDecide"] == 0
    assert ask(clerk)["requestsToMend"] == 2


def test_it_says_what_ends_today_and_what_ends_first(ask: Any, order_anew: Any) -> None:
    _, (clerk, head) = agency_with(2)
    tomorrow = clock.seoul_day_start(clock.today() + dt.timedelta(days=1))
    first = running(order_anew(), clerk, [head], held_until=tomorrow - dt.timedelta(seconds=1))
    running(order_anew(), clerk, [head], held_until=tomorrow)
    found = ask(head)
    assert (found["requestsToDecide"], found["requestsEndingToday"]) == (2, 1)
    assert dt.datetime.fromisoformat(found["nextLapseAt"]) == first.held_until


def test_a_deputy_decides_on_the_days_of_the_absence_but_never_the_own_request(ask: Any, order_anew: Any) -> None:
    _, (clerk, head, stand_in) = agency_with(3)
    today = clock.today()
    running(order_anew(), clerk, [head])
    running(order_anew(), stand_in, [head])
    assert ask(stand_in)["requestsToDecide"] == 0
    row = Deputy.objects.create(member=head, deputy=stand_in, starts_on=today, ends_on=today)
    found = ask(stand_in)
    assert found["requestsToDecide"] == 1
    assert found["actingFor"] == [{"name": "견본1", "jobTitle": "자리 1", "endsOn": today.isoformat()}]
    assert ask(head)["deputies"] == [{"name": "견본2", "jobTitle": "자리 2", "endsOn": today.isoformat()}]
    for change in (
        {"revoked_at": clock.now()},
        {"revoked_at": None, "starts_on": today - dt.timedelta(days=2), "ends_on": today - dt.timedelta(days=1)},
        {"starts_on": today + dt.timedelta(days=1), "ends_on": today + dt.timedelta(days=1)},
    ):
        Deputy.objects.filter(pk=row.pk).update(**change)
        found = ask(stand_in)
        assert (found["requestsToDecide"], found["actingFor"]) == (0, [])


def quote_request(member: AgencyMember, status: str, *, answers: int = 0, valid_days: int = 5) -> QuoteRequest:
    now = clock.now()
    number = next(_numbers)
    row = QuoteRequest.objects.create(
        agency=member.agency, requester=member, title="자료집 인쇄", status=status, number=f"RFQ-{number}",
        sent_at=now - dt.timedelta(days=3), reply_by=now + dt.timedelta(days=2), delivery_by=clock.today(),
    )  # fmt: skip
    for place in range(answers):
        vendor = SellerFactory()
        invitation = QuoteInvitation.objects.create(request=row, vendor=vendor, status="answered")
        Quote.objects.create(
            number=f"Q-{number}-{place}", source="request", agency=member.agency, member=member, vendor=vendor,
            request=row, invitation=invitation, issued_on=clock.today() - dt.timedelta(days=9),
            valid_until=clock.today() + dt.timedelta(days=valid_days), total_net=10, total_gross=11,
        )  # fmt: skip
    return row


def test_quotes_wait_to_be_chosen_once_they_are_in_and_while_they_stand(ask: Any) -> None:
    _, (clerk, other) = agency_with(2)
    open_one = quote_request(clerk, "open", answers=1)
    quote_request(clerk, "closed", answers=2)
    quote_request(clerk, "closed", answers=1, valid_days=-1)
    quote_request(clerk, "closed")
    quote_request(clerk, "chosen", answers=1)
    Quote.objects.filter(request=quote_request(clerk, "closed", answers=1)).update(withdrawn_at=clock.now())
    found = ask(clerk)
    assert (found["quotesToChoose"], found["quotesWaiting"]) == (1, 1)
    assert dt.datetime.fromisoformat(found["nextReplyBy"]) == open_one.reply_by
    found = ask(other)
    assert (found["quotesToChoose"], found["quotesWaiting"], found["nextReplyBy"]) == (0, 0, None)


def purchase_order(request: PurchaseRequest, status: str = "change_proposed") -> PurchaseOrder:
    return PurchaseOrder.objects.create(
        number=f"PO-{next(_numbers)}", request=request, vendor_order=request.order.vendor_orders.get(), status=status,
        ordered_on=clock.today(), deliver_by=clock.today(), delay_rate_per_day="0.0008",
    )  # fmt: skip


def test_a_proposed_change_waits_for_who_asked_for_the_purchase(ask: Any, order_anew: Any) -> None:
    _, (clerk, head) = agency_with(2)
    purchase_order(running(order_anew(), clerk, [head], status="approved"))
    purchase_order(running(order_anew(), clerk, [head], status="approved"), "issued")
    assert (ask(clerk)["changesProposed"], ask(head)["changesProposed"]) == (1, 0)


def test_nobody_learns_anything_of_another_agency(ask: Any, graphql: Any, order_anew: Any) -> None:
    _, (clerk, head) = agency_with(2)
    foreign, (stranger,) = agency_with(1)
    running(order_anew(), clerk, [head])
    assert ask(stranger, clerk.agency) is None
    assert ask(clerk, foreign) is None
    for text in ("Agency:99999999", "User:1", "???"):
        answer = graphql(TODAY, {"agency": to_global_id(*text.split(":")) if ":" in text else text}, user=clerk.user)
        assert answer["data"] == {"agencyToday": None}
    AgencyMember.objects.filter(pk=head.pk).update(is_active=False)
    answer = graphql(TODAY, {"agency": to_global_id("Agency", clerk.agency_id)}, user=head.user)
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_the_number_of_statements_does_not_grow(assert_constant_queries: Any, order_anew: Any) -> None:
    few, (clerk, head) = agency_with(2)
    many, members = agency_with(6)
    running(order_anew(), clerk, [head])
    for member in members[1:]:
        Deputy.objects.create(member=member, deputy=members[0], starts_on=clock.today(), ends_on=clock.today())
        running(order_anew(), members[1], [member])
        quote_request(member, "closed", answers=2)
    AgencyMember.objects.filter(pk=members[0].pk).update(user=head.user)
    variables = [{"agency": to_global_id("Agency", one.pk)} for one in (few, many)]
    assert assert_constant_queries(TODAY, *variables, user=head.user) <= 12
