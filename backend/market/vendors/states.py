"""Pure rules: from which state an enterprise may go where, when it is on holiday, how long an invitation lives."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from market.core.errors import InvalidInput
from market.vendors.errors import StatusNotChangeable

INVITATION_LIVES = dt.timedelta(days=7)
LONGEST_HOLIDAY_DAYS = 60
FARTHEST_HOLIDAY_DAYS = 365
# By the values of models.VendorStatus (docs/adr/0015).
NEXT: dict[str, frozenset[str]] = {
    "active": frozenset({"suspended", "closed"}),
    "suspended": frozenset({"active", "closed"}),
    "closed": frozenset({"active"}),
}
# What is printed on certificates: its change makes their re-issue due.
WATCHED_FIELDS = ("name", "legal_name", "representative", "postal_code", "address", "district", "legal_form")


class HasHoliday(Protocol):
    """Anything with the two ends of a holiday."""

    holiday_from: dt.date | None
    holiday_until: dt.date | None


def ensure_may_become(status: str, to: str) -> None:
    """Raises StatusNotChangeable."""
    if to not in NEXT[status]:
        raise StatusNotChangeable("id")


def is_on_holiday(vendor: HasHoliday, day: dt.date) -> bool:
    """From the first day through the last; ``day`` is a Seoul date."""
    first, last = vendor.holiday_from, vendor.holiday_until
    return first is not None and last is not None and first <= day <= last


def has_holiday_ahead(vendor: HasHoliday, day: dt.date) -> bool:
    """Whether a holiday is under way or still to come."""
    return vendor.holiday_until is not None and vendor.holiday_until >= day


def ensure_holiday(first: dt.date, last: dt.date, *, today: dt.date, kept_first: dt.date | None = None) -> None:
    """Holidays lie ahead, begin within a year and last sixty days at most; one that has begun keeps its first day. Raises InvalidInput."""
    if first < today and first != kept_first:
        raise InvalidInput("startsOn", "오늘부터 정할 수 있어요.", "Holidays begin today at the earliest.")
    if last < first or last < today:
        raise InvalidInput("endsOn", "마지막 날이 첫날보다 빨라요.", "The last day lies before the first.")
    if (first - today).days > FARTHEST_HOLIDAY_DAYS:
        raise InvalidInput("startsOn", "1년 안의 날짜로 정해 주세요.", "Choose a day within a year.")
    if (last - first).days >= LONGEST_HOLIDAY_DAYS:
        raise InvalidInput("endsOn", "한 번에 60일까지 쉴 수 있어요.", "Holidays last 60 days at most.")
