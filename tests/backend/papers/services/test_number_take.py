"""Numbers follow one another, each series and year for itself."""

from __future__ import annotations

import pytest
from django.db import transaction

from factories.checkout import anew
from market.papers.models import NumberSeries
from market.papers.services.number_take import number_take, number_text

pytestmark = pytest.mark.django_db


def test_a_series_counts_from_one_each_year() -> None:
    taken = [anew(number_take, series="EQ", year=year) for year in (2026, 2026, 2027, 2026)]
    assert taken == [1, 2, 1, 3]
    assert anew(number_take, series="QR", year=2026) == 1
    assert NumberSeries.objects.get(series="EQ", year=2026).last == 3


def test_a_number_whose_transaction_failed_is_given_again() -> None:
    assert anew(number_take, series="EQ", year=2026) == 1
    with transaction.atomic():
        assert anew(number_take, series="EQ", year=2026) == 2
        transaction.set_rollback(True)
    assert anew(number_take, series="EQ", year=2026) == 2


def test_a_number_reads_as_papers_print_it() -> None:
    assert number_text("EQ", 2026, 7) == "EQ-2026-0007"
    assert number_text("EQ", 2026, 12345) == "EQ-2026-12345"
