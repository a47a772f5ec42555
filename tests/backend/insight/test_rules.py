"""Which words are kept, how periods are compared, and what a listing lacks."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.insight.completeness_rules import WEIGHTS, Face, Lack, lacks, score
from market.insight.rules import LONGEST_WORDS, Period, clean_words, growth, nearest, share, week_of

WHOLE = Face(
    pictures=3, description_length=200, has_summary=True, has_category=True, notice_gaps=0, has_notice_type=True,
    channels_with_price=2, is_in_public_channel=True, has_stock=True, has_weight=True, has_english_name=True, is_by_quotation=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  무향   비누 ", "무향 비누"),
        ("ORGANIC Soap", "organic soap"),
        ("1kg 세제", "1kg 세제"),
        ("한지우@ieum.example", None),
        ("010-0000-0000", None),
        ("880101 1000000", None),
        ("https://ieum.example", None),
        ("!!!", None),
        ("", None),
        ("가" * 61, None),
        ("비누\x00\x07 세트", "비누 세트"),
    ],
)
def test_words_that_could_name_somebody_are_not_kept(text: str, kept: str | None) -> None:
    assert clean_words(text) == kept


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_words(text)
    if once is not None:
        assert clean_words(once) == once
        assert len(once) <= LONGEST_WORDS


def test_periods_meet_without_overlap() -> None:
    period = Period(dt.date(2026, 11, 1), dt.date(2026, 11, 20))
    assert period.before() == Period(dt.date(2026, 10, 12), dt.date(2026, 10, 31))
    assert period.year_before().start.weekday() == period.start.weekday()
    assert week_of(dt.date(2026, 11, 20)) == dt.date(2026, 11, 16)


def test_the_nearest_goods_hold_most_of_the_words() -> None:
    texts = ["쌀겨 설거지 비누", "무향 세탁 세제", "천연 비누 무향"]
    near = nearest("무향 비누 대용량", texts)
    assert near is not None
    assert (near.index, near.found, near.lacking) == (2, ("무향", "비누"), ("대용량",))
    assert nearest("강아지 간식", texts) is None
    assert nearest("비", texts) is None  # one letter says too little


def test_rates_of_nothing_are_none() -> None:
    assert (share(1, 0), growth(5, 0)) == (None, None)
    assert (share(1, 3), growth(118, 100)) == (0.3333, 0.18)


def test_the_weights_are_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert set(WEIGHTS) == set(Lack)


def test_a_whole_listing_lacks_nothing() -> None:
    assert lacks(WHOLE) == []
    assert score([]) == 100


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ({"notice_gaps": 1}, Lack.NOTICE),
        ({"has_notice_type": False}, Lack.NOTICE),
        ({"channels_with_price": 0}, Lack.PRICE),
        ({"pictures": 0}, Lack.PICTURE),
        ({"pictures": 1}, Lack.MORE_PICTURES),
        ({"has_stock": False}, Lack.STOCK),
        ({"description_length": 199}, Lack.DESCRIPTION),
        ({"has_category": False}, Lack.CATEGORY),
        ({"is_in_public_channel": False}, Lack.PUBLIC_CHANNEL),
        ({"has_summary": False}, Lack.SUMMARY),
        ({"has_weight": False}, Lack.WEIGHT),
        ({"has_english_name": False}, Lack.ENGLISH),
    ],
)
def test_each_lack_is_seen_and_costs_its_weight(change: dict[str, object], first: Lack) -> None:
    missing = lacks(dataclasses.replace(WHOLE, **change))  # type: ignore[arg-type]
    assert missing == [first]
    more = WEIGHTS[Lack.MORE_PICTURES] if first is Lack.PICTURE else 0
    assert score(missing) == 100 - WEIGHTS[first] - more


def test_what_is_sold_by_quotation_needs_no_price() -> None:
    assert lacks(dataclasses.replace(WHOLE, channels_with_price=0, is_by_quotation=True)) == []


def test_the_heaviest_comes_first_and_nothing_is_worth_nothing() -> None:
    empty = Face(
        pictures=0, description_length=0, has_summary=False, has_category=False, notice_gaps=3, has_notice_type=True,
        channels_with_price=0, is_in_public_channel=False, has_stock=False, has_weight=False, has_english_name=False, is_by_quotation=False,
    )  # fmt: skip
    missing = lacks(empty)
    assert missing[0] is Lack.NOTICE
    assert score(missing) == 0
