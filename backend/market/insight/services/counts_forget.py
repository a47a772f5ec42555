"""Forget old counts."""

from __future__ import annotations

import datetime as dt

from market.core import clock
from market.insight.models import ListingVisits, SearchWords


def counts_forget(*, older_than: dt.timedelta) -> int:
    """Delete counts of days longer ago. Returns how many rows."""
    last = clock.today() - older_than
    return sum(model.objects.filter(day__lt=last).delete()[0] for model in (ListingVisits, SearchWords))
