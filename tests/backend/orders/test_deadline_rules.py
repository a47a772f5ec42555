"""Until when a part has to be on its way: pure."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.working_days import is_working_day
from market.orders.deadline_rules import (
    MASK_AFTER_DAYS,
    dispatch_due,
    due_state,
    is_person_needed,
    statutory_due,
)
from market.orders.enums import DueReason, DueState

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2029, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("ready", "is_prepaid", "due"),
    [
        ("2026-11-20", True, "2026-11-25"),  # a Friday: Monday, Tuesday, Wednesday
        ("2026-11-21", True, "2026-11-25"),  # paid on a Saturday
        ("2026-09-23", True, "2026-09-30"),  # the day before Chuseok 2026, Thursday to Saturday
        ("2026-11-20", False, "2026-11-27"),
        ("2026-11-21", False, "2026-11-30"),  # the seventh day is a Saturday
        ("2026-12-18", False, "2026-12-28"),  # the seventh day is Christmas, a Friday
    ],
)
def test_the_days_of_the_act(ready: str, is_prepaid: bool, due: str) -> None:
    assert statutory_due(day(ready), is_prepaid=is_prepaid) == day(due)


@given(DAYS, st.booleans(), st.integers(0, 60))
def test_a_deadline_is_a_working_day_and_never_before_the_order(
    ready: dt.date, is_prepaid: bool, promised: int
) -> None:
    for due in (
        statutory_due(ready, is_prepaid=is_prepaid),
        dispatch_due(ready, is_prepaid=is_prepaid, promised_days=promised).on,
    ):
        assert is_working_day(due)
        assert due >= ready


@given(DAYS, st.booleans(), st.integers(0, 60))
def test_one_day_more_is_promised_one_working_day_later(ready: dt.date, is_prepaid: bool, promised: int) -> None:
    sooner = dispatch_due(ready, is_prepaid=is_prepaid, promised_days=promised).on
    later = dispatch_due(ready, is_prepaid=is_prepaid, promised_days=promised + 1).on
    assert later > sooner
    between = [sooner + dt.timedelta(days=n) for n in range(1, (later - sooner).days)]
    assert not any(is_working_day(one) for one in between)


@given(DAYS, st.integers(0, 3))
def test_a_usual_promise_never_exceeds_the_act(ready: dt.date, promised: int) -> None:
    """Up to three working days: who keeps the promise keeps the act (ECA §15①)."""
    promise = dispatch_due(ready, is_prepaid=True, promised_days=promised)
    assert promise.reason == DueReason.PROMISED
    if is_working_day(ready):
        assert promise.on <= statutory_due(ready, is_prepaid=True)


def test_what_was_agreed_comes_before_what_was_promised_and_that_before_the_act() -> None:
    ready, agreed = day("2026-11-20"), day("2026-12-24")
    due = dispatch_due(ready, is_prepaid=False, promised_days=2, agreed_on=agreed)
    assert (due.on, due.reason) == (agreed, DueReason.AGREED)
    due = dispatch_due(ready, is_prepaid=True, promised_days=10)
    assert (due.on, due.reason) == (day("2026-12-04"), DueReason.PROMISED)
    due = dispatch_due(ready, is_prepaid=True, promised_days=None)
    assert (due.on, due.reason) == (day("2026-11-25"), DueReason.STATUTORY)
    assert dispatch_due(day("2026-11-21"), is_prepaid=True, promised_days=0).on == day("2026-11-23")


@given(DAYS, st.integers(-400, 400))
def test_a_deadline_stands_in_one_of_three_ways(today: dt.date, distance: int) -> None:
    expected = DueState.LATE if distance < 0 else DueState.DUE_TODAY if distance == 0 else DueState.IN_TIME
    assert due_state(today + dt.timedelta(days=distance), today) == expected


def test_who_receives_it_is_needed_until_a_month_after_it_arrived() -> None:
    today = day("2026-11-20")
    known = {"is_ended": False, "has_open_withdrawal": False, "delivered_on": None, "today": today}
    assert is_person_needed(**known)
    last = today - dt.timedelta(days=MASK_AFTER_DAYS)
    assert is_person_needed(**{**known, "delivered_on": last})
    assert not is_person_needed(**{**known, "delivered_on": last - dt.timedelta(days=1)})
    assert not is_person_needed(**{**known, "is_ended": True})
    long_ago = {**known, "delivered_on": dt.date(2025, 1, 1)}
    assert is_person_needed(**{**long_ago, "has_open_withdrawal": True}), "goods are on their way back"
