"""Fifty purchases want the last money of a line: one gets it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from factories.budgets import budget_line
from factories.procurement import agency_member
from market.agencies.errors import BudgetExceeded
from market.agencies.models import BudgetEntry, BudgetLine, BudgetUse
from market.agencies.selectors.budget_audit import budget_audit
from market.agencies.services import budget_use_set as using
from market.core.actor import SYSTEM

PURCHASES, PRICE = 50, 1_000
Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def hold(line_id: int, reference: str) -> bool:
    using.budget_use_set(line_id=line_id, reference=reference, actor=SYSTEM, held=Decimal(PRICE))
    return True


def test_fifty_want_what_is_enough_for_one(race: Race) -> None:
    line = budget_line(amount=PRICE + PRICE - 1)
    answers = race([functools.partial(hold, line.pk, f"request:{number}") for number in range(PURCHASES)])
    assert sum(answer is True for answer in answers) == 1
    assert sum(isinstance(answer, BudgetExceeded) for answer in answers) == PURCHASES - 1, answers
    line.refresh_from_db()
    assert (line.held, BudgetUse.objects.count()) == (PRICE, 1)
    assert budget_audit() == []


def test_one_purchase_fifty_times_is_held_once(race: Race) -> None:
    """Also between two lines: it uses one of them in the end, and the other is free."""
    member = agency_member()
    lines = [budget_line(member, PRICE), budget_line(member, PRICE)]
    answers = race([functools.partial(hold, lines[number % 2].pk, "request:1") for number in range(PURCHASES)])
    assert answers == [True] * PURCHASES
    assert sorted(int(line.held) for line in BudgetLine.objects.all()) == [0, PRICE]
    assert budget_audit() == []


def test_negative_control_without_the_lock_money_is_promised_twice(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with the lock off must promise the money twice, or the tests above prove nothing."""
    line = budget_line(amount=PRICE)
    barrier = threading.Barrier(2)
    monkeypatch.setattr(using, "budget_lines_for_update", lambda: BudgetLine.objects.all())
    move = using._move

    def slow(*given: Any) -> None:
        barrier.wait(timeout=30)  # both have read the line
        move(*given)

    monkeypatch.setattr(using, "_move", slow)
    assert race([functools.partial(hold, line.pk, f"request:{number}") for number in range(2)]) == [True, True]
    line.refresh_from_db()
    assert (line.held, BudgetUse.objects.count()) == (PRICE, 2), "two purchases hold the same money"
    assert BudgetEntry.objects.filter(held=PRICE).count() == 2
    assert [(one.column, one.other) for one in budget_audit()] == [("held", 2 * PRICE)] * 2
