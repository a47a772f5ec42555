"""Days on which the market's business goes on: neither Saturday, Sunday nor a public holiday in Korea, substitutes included."""

from __future__ import annotations

import calendar
import datetime as dt
import functools

import holidays


@functools.cache
def _public_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("KR", years=year))


def is_working_day(day: dt.date) -> bool:
    """Neither Saturday, Sunday nor a public holiday in Korea, substitutes included."""
    return day.weekday() < calendar.SATURDAY and day not in _public_holidays(day.year)


def working_day_from(day: dt.date) -> dt.date:
    """The day, or the next working day: a period does not end on a Saturday or holiday (민법 §161)."""
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The ``count``-th working day after the day, which itself is not counted (민법 §157)."""
    for _ in range(count):
        day = working_day_from(day + dt.timedelta(days=1))
    return day


def working_days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The working days from the first day through the last, in order."""
    days = (first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if is_working_day(day)]
