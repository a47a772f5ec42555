"""From which state an enterprise may go where, and what holidays may be."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from market.core.errors import InvalidInput
from market.vendors.errors import StatusNotChangeable
from market.vendors.models import VendorStatus
from market.vendors.states import NEXT, ensure_holiday, ensure_may_become, has_holiday_ahead, is_on_holiday

TODAY = dt.date(2026, 9, 8)


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(days=offset)


def test_every_state_has_a_way_out_and_none_leads_to_itself() -> None:
    states = set(VendorStatus.values)
    assert set(NEXT) == states
    assert all(ways and ways <= states - {state} for state, ways in NEXT.items())


@pytest.mark.parametrize(("status", "to"), [("active", "active"), ("closed", "suspended"), ("suspended", "suspended")])
def test_other_ways_are_refused(status: str, to: str) -> None:
    with pytest.raises(StatusNotChangeable):
        ensure_may_become(status, to)


@pytest.mark.parametrize(
    ("offset", "is_now", "is_ahead"), [(-1, False, True), (0, True, True), (3, True, True), (4, False, False)]
)
def test_holidays_hold_from_the_first_day_through_the_last(offset: int, is_now: bool, is_ahead: bool) -> None:
    vendor = SimpleNamespace(holiday_from=TODAY, holiday_until=day(3))
    assert (is_on_holiday(vendor, day(offset)), has_holiday_ahead(vendor, day(offset))) == (is_now, is_ahead)


def test_without_dates_there_is_no_holiday() -> None:
    vendor = SimpleNamespace(holiday_from=None, holiday_until=None)
    assert not is_on_holiday(vendor, TODAY)
    assert not has_holiday_ahead(vendor, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "kept", "field"),
    [
        (0, 0, None, None),
        (0, 59, None, None),
        (0, 60, None, "endsOn"),
        (5, 4, None, "endsOn"),
        (-1, 3, None, "startsOn"),
        (-1, 3, -1, None),
        (-5, -1, -5, "endsOn"),
        (365, 366, None, None),
        (366, 367, None, "startsOn"),
    ],
)
def test_holidays_lie_ahead_and_have_an_end(first: int, last: int, kept: int | None, field: str | None) -> None:
    kept_first = None if kept is None else day(kept)
    if field is None:
        assert ensure_holiday(day(first), day(last), today=TODAY, kept_first=kept_first) is None
        return
    with pytest.raises(InvalidInput) as refused:
        ensure_holiday(day(first), day(last), today=TODAY, kept_first=kept_first)
    assert refused.value.field == field
