"""On which day goods that are ordered today are there. Pure; every day is a Seoul date.

The day of dispatch is the one the enterprise is held to (``orders.deadline_rules.dispatch_due``): the working days that its listing
promises, counted from the first working day of the order on. An enterprise's holidays are no working days of its own. Transit is
counted in working days too, and by the longest that the method takes: a day that is shown should rather be too late than too early.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from market.core.working_days import is_working_day, working_days_after, working_days_between

TRANSIT_WORKING_DAYS = 4  # ours, where a method does not say how long it takes
FARTHEST_DAYS = 366  # later days than a year from now are not told apart


@dataclass(frozen=True, slots=True)
class Closed:
    """An enterprise's holidays: the first day and the last one."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Arrival:
    """When it can be ordered, when it is sent (or, a service, rendered) at the latest, and when it is there."""

    orderable_on: dt.date
    dispatched_on: dt.date
    arrives_on: dt.date


def calculate_arrival(today: dt.date, *, lead_days: int, transit_days: int, closed: Closed | None = None) -> Arrival:
    """``lead_days`` and ``transit_days`` are working days; what takes no transit is there on the day it is sent."""
    orderable = closed.last + dt.timedelta(days=1) if closed is not None and closed.holds(today) else today
    day, left = orderable, lead_days
    while not _is_open(day, closed) or left:
        left -= _is_open(day, closed)
        day += dt.timedelta(days=1)
    return Arrival(orderable, day, working_days_after(day, transit_days))


def longest_lead(today: dt.date, by: dt.date, *, transit_days: int, closed: Closed | None = None) -> int | None:
    """The most working days of preparation with which goods ordered today are there by the day; None: not even without any."""
    return LeadTimes(today, by, transit_days).longest(closed)


class LeadTimes:
    """``longest_lead`` for many enterprises: the working days between are counted once."""

    def __init__(self, today: dt.date, by: dt.date, transit_days: int) -> None:
        end = min(by, today + dt.timedelta(days=FARTHEST_DAYS))
        days = working_days_between(today, end)
        # Sent on the last of them, the goods still arrive in time.
        self.days: Sequence[dt.date] = days[: max(len(days) - transit_days, 0)]

    def longest(self, closed: Closed | None = None) -> int | None:
        shut = 0
        if closed is not None:
            shut = bisect.bisect_right(self.days, closed.last) - bisect.bisect_left(self.days, closed.first)
        return len(self.days) - shut - 1 if len(self.days) > shut else None


def _is_open(day: dt.date, closed: Closed | None) -> bool:
    return is_working_day(day) and (closed is None or not closed.holds(day))
