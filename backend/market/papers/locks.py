"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from market.core.locks import locked
from market.papers.models import NumberSeries


def series_for_update(*, series: str, year: int) -> NumberSeries:
    """The series of the year, read after the lock; whoever takes a number holds it to the end of the transaction."""
    return locked(NumberSeries.objects.filter(series=series, year=year)).get()
