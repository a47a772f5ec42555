"""On which day goods that are ordered today are there: pure."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.working_days import is_working_day
from market.orders.deadline_rules import dispatch_due
from market.shipping.arrival_rules import Closed, calculate_arrival, longest_lead

DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@st.composite
def holidays_around(draw: st.DrawFn, today: dt.date) -> Closed | None:
    if draw(st.booleans()):
        return None
    first = today + dt.timedelta(days=draw(st.integers(-5, 40)))
    last = max(first, today) + dt.timedelta(days=draw(st.integers(0, 30)))
    return Closed(first, last)


@pytest.mark.parametrize(
    ("today", "lead", "transit", "dispatched", "arrives"),
    [
        ("2026-09-08", 0, 0, "2026-09-08", "2026-09-08"),
        ("2026-09-08", 2, 1, "2026-09-10", "2026-09-11"),
        ("2026-09-12", 0, 1, "2026-09-14", "2026-09-15"),  # a Saturday: the order counts from Monday
        ("2026-08-13", 1, 1, "2026-08-14", "2026-08-18"),  # 광복절 is a Saturday, Monday its substitute
        ("2026-08-14", 1, 0, "2026-08-18", "2026-08-18"),
        ("2026-09-23", 1, 2, "2026-09-28", "2026-09-30"),  # 추석 24-26 September
    ],
)
def test_days(today: str, lead: int, transit: int, dispatched: str, arrives: str) -> None:
    found = calculate_arrival(day(today), lead_days=lead, transit_days=transit)
    assert (found.dispatched_on, found.arrives_on) == (day(dispatched), day(arrives))


def test_nothing_is_prepared_on_holidays() -> None:
    closed = Closed(day("2026-09-09"), day("2026-09-11"))
    found = calculate_arrival(day("2026-09-08"), lead_days=1, transit_days=1, closed=closed)
    assert (found.orderable_on, found.dispatched_on, found.arrives_on) == (
        day("2026-09-08"),
        day("2026-09-14"),
        day("2026-09-15"),
    )


def test_on_holiday_it_is_ordered_afterwards() -> None:
    found = calculate_arrival(
        day("2026-09-08"), lead_days=0, transit_days=1, closed=Closed(day("2026-09-01"), day("2026-09-10"))
    )
    assert (found.orderable_on, found.dispatched_on) == (day("2026-09-11"), day("2026-09-11"))


@given(DAYS, st.integers(0, 60))
def test_it_is_sent_when_the_enterprise_is_held_to_send_it(today: dt.date, lead: int) -> None:
    promised = dispatch_due(today, is_prepaid=False, promised_days=lead).on
    assert calculate_arrival(today, lead_days=lead, transit_days=0).dispatched_on == promised


@given(DAYS, st.integers(0, 40), st.integers(0, 9), st.data())
def test_it_arrives_on_a_working_day_and_never_before_it_is_sent(
    today: dt.date, lead: int, transit: int, data: st.DataObject
) -> None:
    closed = data.draw(holidays_around(today))
    found = calculate_arrival(today, lead_days=lead, transit_days=transit, closed=closed)
    assert today <= found.orderable_on <= found.dispatched_on <= found.arrives_on
    assert is_working_day(found.arrives_on)
    assert closed is None or not closed.holds(found.dispatched_on)


@given(DAYS, st.integers(-3, 90), st.integers(0, 9), st.data())
def test_the_longest_lead_is_the_last_that_is_in_time(
    today: dt.date, ahead: int, transit: int, data: st.DataObject
) -> None:
    closed = data.draw(holidays_around(today))
    by = today + dt.timedelta(days=ahead)
    lead = longest_lead(today, by, transit_days=transit, closed=closed)

    def is_in_time(days: int) -> bool:
        return calculate_arrival(today, lead_days=days, transit_days=transit, closed=closed).arrives_on <= by

    if lead is None:
        assert not is_in_time(0)
    else:
        assert is_in_time(lead)
        assert not is_in_time(lead + 1)


def test_days_beyond_a_year_are_not_told_apart() -> None:
    today = day("2026-09-08")
    far = longest_lead(today, dt.date.max, transit_days=3)
    assert far == longest_lead(today, today + dt.timedelta(days=366), transit_days=3)
