"""Pure rules: states, dates as the law has them, when to remind."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.errors import InvalidInput, Required
from market.vendors.certificate_errors import CertificateNotDecidable
from market.vendors.certificate_rules import TRANSITIONS, Validity, ensure_dates, ensure_transition, reminder_due
from market.vendors.models import CertificateStatus

TODAY = dt.date(2026, 9, 8)
RATIO = Validity(end="required", days=180, months=6, is_maximum=True)
WOMEN = Validity(end="required", months=36, is_maximum=True)
GREEN = Validity(end="required", months=36)
ENDLESS = Validity(end="none")
VILLAGE = Validity(end="optional")


def test_the_table_names_every_state_and_ends_where_nothing_follows() -> None:
    assert set(TRANSITIONS) == set(CertificateStatus.values)
    assert set().union(*TRANSITIONS.values()) <= set(CertificateStatus.values)
    reached = {"draft", "submitted"}
    for _ in TRANSITIONS:
        reached |= set().union(*(TRANSITIONS[state] for state in reached))
    assert reached == set(CertificateStatus.values)


@pytest.mark.parametrize(
    ("status", "to"),
    [
        ("rejected", "verified"),
        ("revoked", "verified"),
        ("withdrawn", "verified"),
        ("verified", "withdrawn"),
        ("submitted", "revoked"),
    ],
)
def test_what_was_decided_is_not_decided_otherwise(status: str, to: str) -> None:
    with pytest.raises(CertificateNotDecidable):
        ensure_transition(status, to)


@pytest.mark.parametrize(
    ("issued", "validity", "last"),
    [
        (dt.date(2026, 3, 24), RATIO, dt.date(2026, 9, 20)),  # the reference screen
        (dt.date(2025, 3, 14), WOMEN, dt.date(2028, 3, 14)),
        (dt.date(2024, 2, 29), WOMEN, dt.date(2027, 2, 28)),
        (dt.date(2024, 8, 31), Validity(end="required", months=18), dt.date(2026, 2, 28)),
        (dt.date(2024, 12, 31), Validity(end="required", months=24), dt.date(2026, 12, 31)),
        (dt.date(2024, 2, 29), ENDLESS, None),
    ],
)
def test_the_law_counts_from_the_day_after_the_issue(issued: dt.date, validity: Validity, last: dt.date | None) -> None:
    assert validity.last_day(issued) == last


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)), st.integers(1, 120))
def test_months_later_is_the_same_day_or_the_months_last(day: dt.date, months: int) -> None:
    last = Validity(end="required", months=months).last_day(day)
    assert last is not None
    assert (last.year - day.year) * 12 + last.month - day.month == months
    assert last.day == day.day or (last.day < day.day and (last + dt.timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("issued", "until", "validity"),
    [
        (dt.date(2026, 3, 24), dt.date(2026, 9, 20), RATIO),
        (dt.date(2026, 3, 24), dt.date(2026, 9, 8), RATIO),  # shorter than the law allows, through today
        (dt.date(2020, 1, 1), None, ENDLESS),
        (dt.date(2020, 1, 1), None, VILLAGE),
        (dt.date(2020, 1, 1), dt.date(2027, 1, 1), VILLAGE),
        (dt.date(2020, 1, 1), dt.date(2030, 1, 1), GREEN),  # the law names no maximum
    ],
)
def test_dates_that_can_be(issued: dt.date, until: dt.date | None, validity: Validity) -> None:
    assert ensure_dates(issued, until, validity, today=TODAY) is None


@pytest.mark.parametrize(
    ("issued", "until", "validity", "field"),
    [
        (dt.date(2026, 9, 9), None, ENDLESS, "issuedOn"),
        (dt.date(1994, 1, 1), None, ENDLESS, "issuedOn"),
        (dt.date(2026, 3, 24), dt.date(2026, 9, 21), RATIO, "validUntil"),
        (dt.date(2025, 3, 14), dt.date(2028, 3, 15), WOMEN, "validUntil"),
        (dt.date(2020, 1, 1), dt.date(2030, 1, 1), ENDLESS, "validUntil"),
        (dt.date(2026, 1, 1), dt.date(2025, 1, 1), VILLAGE, "validUntil"),
        (dt.date(2020, 1, 1), dt.date(2026, 9, 7), VILLAGE, "validUntil"),
    ],
)
def test_dates_that_cannot_be(issued: dt.date, until: dt.date | None, validity: Validity, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        ensure_dates(issued, until, validity, today=TODAY)
    assert caught.value.field == field


def test_a_kind_with_an_end_asks_for_it() -> None:
    with pytest.raises(Required) as caught:
        ensure_dates(dt.date(2026, 3, 24), None, RATIO, today=TODAY)
    assert caught.value.field == "validUntil"


@pytest.mark.parametrize(
    ("left", "due"), [(61, None), (60, 60), (45, 60), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, 7), (-1, None)]
)
def test_the_nearest_reminder_whose_day_has_come(left: int, due: int | None) -> None:
    assert reminder_due(TODAY + dt.timedelta(days=left), TODAY) == due
