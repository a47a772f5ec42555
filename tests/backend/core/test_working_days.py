"""Working days: weekends, public holidays and their substitutes."""

from __future__ import annotations

import datetime as dt

import pytest

from market.core.working_days import is_working_day, working_day_from, working_days_after, working_days_between


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-09-08", True),
        ("2026-09-12", False),  # a Saturday
        ("2026-09-25", False),  # 추석
        ("2026-08-15", False),  # 광복절, a Saturday
        ("2026-08-17", False),  # its substitute
        ("2026-08-18", True),
    ],
)
def test_which_days_are_worked(text: str, expected: bool) -> None:
    assert is_working_day(day(text)) is expected


def test_a_period_never_ends_on_a_day_off() -> None:
    assert working_day_from(day("2026-08-15")) == day("2026-08-18")
    assert working_days_after(day("2026-08-14"), 1) == day("2026-08-18")
    assert working_days_after(day("2026-08-14"), 0) == day("2026-08-14")


def test_days_between_count_both_ends() -> None:
    assert working_days_between(day("2026-08-14"), day("2026-08-18")) == [day("2026-08-14"), day("2026-08-18")]
    assert working_days_between(day("2026-08-18"), day("2026-08-14")) == []
