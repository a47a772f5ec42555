"""Numbers that many take at once have neither gaps nor doubles, also when some give up."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import transaction

from market.papers.models import NumberSeries
from market.papers.services import number_take as taking
from market.papers.services.number_take import number_take

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
TAKERS = 24


class GaveUp(Exception):
    pass


def take(gives_up: bool) -> int:
    with transaction.atomic():
        number = number_take(series="EQ", year=2026)
        if gives_up:
            raise GaveUp
    return number


def test_numbers_have_no_gaps_though_every_third_gives_up(race: Race) -> None:
    answers = race([functools.partial(take, gives_up=place % 3 == 0) for place in range(TAKERS)])
    taken = sorted(answer for answer in answers if isinstance(answer, int))
    assert taken == list(range(1, TAKERS - TAKERS // 3 + 1)), answers
    assert sum(isinstance(answer, GaveUp) for answer in answers) == TAKERS // 3
    assert NumberSeries.objects.get().last == len(taken)


def test_negative_control_without_the_lock_two_take_one_number(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    NumberSeries.objects.create(series="EQ", year=2026)
    barrier = threading.Barrier(2)

    def look_together(*, series: str, year: int) -> NumberSeries:
        row = NumberSeries.objects.get(series=series, year=year)
        barrier.wait(timeout=30)
        return row

    monkeypatch.setattr(taking, "series_for_update", look_together)
    assert race([functools.partial(take, gives_up=False)] * 2) == [1, 1]
