"""When orders come in: months with their seasons, days, hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from market.core.clock import SEOUL
from market.seeding.sizes import FIGURES_BEGIN, FIGURES_END, ORDERS_BEGIN, Size

YEARLY = {2021: 540, 2022: 760, 2023: 500, 2024: 530, 2025: 565}
LATER = 600
# 설 in January or February, 가정의 달 in May, 추석 in September, the year's budgets in December.
SEASONS = (1.15, 0.9, 0.95, 1.0, 1.1, 0.95, 0.85, 1.05, 1.35, 0.95, 1.05, 1.3)
CITIZEN_SHARE = 0.56
CITIZEN_HOURS = (7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
CITIZEN_HOUR_WEIGHTS = (2, 4, 6, 9, 9, 8, 7, 7, 6, 6, 5, 5, 6, 8, 10, 9, 4)
OFFICE_HOURS = (9, 10, 11, 13, 14, 15, 16, 17)
OFFICE_HOUR_WEIGHTS = (6, 12, 10, 8, 12, 11, 9, 3)
# Fixed public holidays; the moving ones fall into busy weeks anyway.
HOLIDAYS = frozenset({(1, 1), (3, 1), (5, 5), (6, 6), (8, 15), (10, 3), (10, 9), (12, 25)})


def months(as_of: dt.date) -> Iterator[dt.date]:
    """The first day of each month from the first orders on, the month of the seed's day included."""
    day = ORDERS_BEGIN
    while day <= as_of:
        yield day
        day = next_month(day)


def next_month(day: dt.date) -> dt.date:
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def orders_of_month(month: dt.date, size: Size) -> int:
    """How many orders a whole month brings."""
    if size.figures_orders and FIGURES_BEGIN <= month < FIGURES_END:
        return _exact(month, size.figures_orders)
    return max(round(YEARLY.get(month.year, LATER) * SEASONS[month.month - 1] * size.order_share), 1)


def _exact(month: dt.date, total: int) -> int:
    """The month's part of the figures; the parts sum to the whole."""
    seasons = SEASONS[: FIGURES_END.month - 1]
    cut = [round(total * sum(seasons[:place]) / sum(seasons)) for place in range(len(seasons) + 1)]
    return cut[month.month] - cut[month.month - 1]


def moments(
    random: Random, month: dt.date, channel: str, count: int, busy: list[tuple[dt.date, dt.date]]
) -> list[dt.datetime]:
    """Moments of a month at which buyers of the channel order; days within ``busy`` periods draw more."""
    days = [month + dt.timedelta(days=number) for number in range((next_month(month) - month).days)]
    if channel == "public":
        days = [day for day in days if day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS]
    weights = [1.5 if any(first <= day <= last for first, last in busy) else 1.0 for day in days]
    hours, hour_weights = (
        (OFFICE_HOURS, OFFICE_HOUR_WEIGHTS) if channel == "public" else (CITIZEN_HOURS, CITIZEN_HOUR_WEIGHTS)
    )
    chosen = zip(random.choices(days, weights, k=count), random.choices(hours, hour_weights, k=count), strict=True)
    return [
        dt.datetime.combine(day, dt.time(hour, random.randrange(60), random.randrange(60)), tzinfo=SEOUL)
        for day, hour in chosen
    ]
