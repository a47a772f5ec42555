"""The market's time: UTC inside, Seoul for business dates."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

SEOUL = ZoneInfo("Asia/Seoul")


def now() -> dt.datetime:
    return timezone.now()


def today() -> dt.date:
    """The business date in Seoul."""
    return timezone.now().astimezone(SEOUL).date()


def seoul_day_start(day: dt.date) -> dt.datetime:
    """The first instant of a Seoul date."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=SEOUL)
