"""Many at one request, and many requests at one budget line, on real connections."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.approval import Office, acting_for, draft_of, goods, office, put_up
from market.agencies.errors import BudgetExceeded
from market.agencies.models import BudgetLine, BudgetUse
from market.agencies.services import budget_use_set as budgeting
from market.core.errors import DomainError
from market.inventory.models import Stock
from market.orders.enums import OrderStatus
from market.orders.models import Order
from market.papers.models import Paper
from market.procurement.enums import Decision
from market.procurement.models import AgencyOrder, PurchaseOrder, PurchaseRequest, RequestStatus, StepStatus
from market.procurement.services import request_decide as deciding
from market.procurement.services import request_locked as locking
from market.procurement.services.request_decide import Seen, request_decide
from market.procurement.services.request_end import request_withdraw
from market.procurement.services.request_submit import request_submit
from market.procurement.services.requests_lapse import requests_lapse

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
pytestmark = pytest.mark.usefixtures("law")


def winners(answers: list[Any]) -> list[Any]:
    """Everybody else was told why."""
    strange = [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, DomainError)]
    assert not strange
    return [answer for answer in answers if not isinstance(answer, Exception)]


def approval(request: PurchaseRequest, at: Office, place: int = 0) -> Callable[[], Any]:
    return functools.partial(
        request_decide,
        request_id=request.pk,
        decision=Decision.APPROVE,
        seen=Seen(request.round, request.total_gross),
        actor=acting_for(at.approvers[place]),
    )


def test_fifty_approvals_of_one_request_order_it_once(race: Race) -> None:
    at = office()
    request = put_up(at, {goods(at, price=12_345, stock=9): 3})
    assert len(winners(race([approval(request, at)] * 50))) == 1
    request.refresh_from_db()
    order, at.budget = Order.objects.get(), BudgetLine.objects.get()
    assert (request.status, order.status) == (RequestStatus.APPROVED, OrderStatus.UNFULFILLED)
    assert (at.budget.held, at.budget.committed) == (0, order.total_gross)
    assert (AgencyOrder.objects.count(), PurchaseOrder.objects.count()) == (1, 1)
    assert request.events.filter(action="approved").count() == 1
    assert Stock.objects.get().quantity_allocated == 3
    papers = Paper.objects.filter(kind__in=["purchase_order", "purchase_request"])
    assert sorted(int(paper.facts["total"]) for paper in papers) == [order.total_gross] * 2


def drafts(at: Office, count: int) -> list[PurchaseRequest]:
    """Each of other goods, so that they meet at the budget line and not before."""
    return [draft_of(at) for _ in range(count)]


def submission(draft: PurchaseRequest, at: Office) -> Callable[[], Any]:
    return functools.partial(request_submit, request_id=draft.pk, actor=acting_for(at.requester))


def test_fifty_requests_at_a_budget_with_room_for_one(race: Race) -> None:
    at = office(money=200_000)
    answers = race([submission(draft, at) for draft in drafts(at, 50)])
    assert len(winners(answers)) == 1
    assert sum(isinstance(answer, BudgetExceeded) for answer in answers) == 49
    line = BudgetLine.objects.get()
    assert (line.held, BudgetUse.objects.count()) == (110_000, 1)
    assert PurchaseRequest.objects.filter(status=RequestStatus.IN_APPROVAL).count() == 1
    assert PurchaseRequest.objects.get(number__isnull=False).number.endswith("-0001")  # type: ignore[union-attr]
    assert (Order.objects.count(), Stock.objects.filter(quantity_allocated=1).count()) == (1, 1)


def test_without_the_lock_of_the_line_both_get_in(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    at = office(money=200_000)
    pair = drafts(at, 2)
    barrier, move = threading.Barrier(2), budgeting._move

    def together(*given: Any) -> None:
        barrier.wait(timeout=20)
        move(*given)

    monkeypatch.setattr(budgeting, "budget_lines_for_update", lambda: BudgetLine.objects.all())
    monkeypatch.setattr(budgeting, "_move", together)
    # The numbers of papers are one after the other: the second could not come before the first is done.
    PurchaseRequest.objects.filter(pk=pair[0].pk).update(number="PR-1")
    PurchaseRequest.objects.filter(pk=pair[1].pk).update(number="PR-2")
    race([submission(draft, at) for draft in pair])
    held = sum(use.held for use in BudgetUse.objects.all())
    assert held == 220_000
    assert held > BudgetLine.objects.get().appropriated


def parallel_line() -> tuple[Office, PurchaseRequest]:
    at = office(approvers=2, stages=[1, 1])
    return at, put_up(at)


@pytest.mark.parametrize("round_", range(3))
def test_two_of_one_stage_at_once_order_it_once(race: Race, round_: int) -> None:
    at, request = parallel_line()
    answers = race([approval(request, at, 0), approval(request, at, 1)] * 3)
    assert len(winners(answers)) == 2
    request.refresh_from_db()
    assert request.status == RequestStatus.APPROVED
    assert {step.status for step in request.steps.all()} == {StepStatus.APPROVED}
    assert PurchaseOrder.objects.count() == 1


def test_without_the_lock_of_the_request_nobody_is_the_last(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    at, request = parallel_line()
    barrier, stage_of = threading.Barrier(2), deciding.current_stage

    def together(steps: Any) -> int | None:
        found = list(steps)
        barrier.wait(timeout=20)
        return stage_of(found)

    monkeypatch.setattr(locking, "request_for_update", lambda pk: PurchaseRequest.objects.get(pk=pk))
    monkeypatch.setattr(deciding, "current_stage", together)
    winners(race([approval(request, at, 0), approval(request, at, 1)]))
    request.refresh_from_db()
    assert {step.status for step in request.steps.all()} == {StepStatus.APPROVED}
    assert request.status == RequestStatus.IN_APPROVAL  # all approved, and nothing was ordered


@pytest.mark.parametrize("round_", range(3))
def test_approved_withdrawn_or_lapsed_never_two_of_them(race: Race, round_: int) -> None:
    at = office()
    request = put_up(at)
    withdraw = functools.partial(request_withdraw, request_id=request.pk, actor=acting_for(at.requester))
    won = winners(race([approval(request, at), withdraw, approval(request, at), withdraw]))
    requests_lapse()
    request.refresh_from_db()
    line, order = BudgetLine.objects.get(), Order.objects.get()
    if request.status == RequestStatus.APPROVED:
        assert (line.held, line.committed, order.status) == (0, 110_000, OrderStatus.UNFULFILLED)
    else:
        assert request.status == RequestStatus.WITHDRAWN
        assert (line.held, line.committed, order.status) == (0, 0, OrderStatus.CANCELED)
        assert not PurchaseOrder.objects.exists()
    assert len(won) == 1
