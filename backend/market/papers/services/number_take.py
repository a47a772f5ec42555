"""Numbers of papers: one after the other, without gaps."""

from __future__ import annotations

from market.papers.locks import series_for_update
from market.papers.models import NumberSeries


def number_take(*, series: str, year: int) -> int:
    """The next number of the series in the year, from 1. Call it in the transaction that uses the number, as late as possible.

    The row stays locked until that transaction ends: when it fails, the number was never taken.
    """
    NumberSeries.objects.bulk_create([NumberSeries(series=series, year=year)], ignore_conflicts=True)
    row = series_for_update(series=series, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last


def number_text(series: str, year: int, number: int) -> str:
    """``EQ-2026-0012``."""
    return f"{series}-{year}-{number:04d}"
