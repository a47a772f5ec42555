"""Sums, validity, the lowest, and who is alike."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.quotes.rules import (
    INSTANT_DAYS,
    Identity,
    PricedItem,
    calculate_amounts,
    instant_validity,
    is_lowest,
    is_open,
    is_opened,
    lowest_total,
    shared_traits,
)

NOW = dt.datetime(2026, 9, 8, 6, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
items = st.builds(
    PricedItem,
    unit=st.integers(0, 10**9).map(Decimal),
    quantity=st.integers(1, 10_000),
    tax_kind=st.sampled_from(["taxable", "exempt", "zero_rated"]),
)


@given(st.lists(items, min_size=1, max_size=8), st.integers(0, 10**6).map(Decimal))
def test_lines_and_delivery_are_the_total_to_the_won(goods: list[PricedItem], delivery: Decimal) -> None:
    amounts = calculate_amounts(goods, delivery, Decimal("0.1"), "KRW")
    parts = [*amounts.lines, amounts.delivery]
    assert sum(part.gross.amount for part in parts) == amounts.total.gross.amount
    assert sum(part.net.amount for part in parts) == amounts.total.net.amount
    assert amounts.total.gross.amount == sum(item.unit * item.quantity for item in goods) + delivery
    for part in (*parts, amounts.total):
        assert part.net.amount + part.tax.amount == part.gross.amount
        assert 0 <= part.tax.amount <= part.gross.amount
    for item, line in zip(goods, amounts.lines, strict=True):
        assert item.tax_kind == "taxable" or line.tax.amount == 0
    if all(item.tax_kind == "exempt" for item in goods):
        assert amounts.total.tax.amount == 0


@dataclass
class Offer:
    total_gross: Decimal


@given(st.lists(st.integers(0, 50).map(lambda won: Offer(Decimal(won))), min_size=1, max_size=9))
def test_the_lowest_is_the_lowest(offers: list[Offer]) -> None:
    lowest = [offer for offer in offers if is_lowest(offer, offers)]
    assert lowest
    assert all(low.total_gross <= other.total_gross for low in lowest for other in offers)
    assert len(lowest) == sum(offer.total_gross == lowest[0].total_gross for offer in offers)
    assert lowest_total(offers) == lowest[0].total_gross


def test_of_nothing_nothing_is_lowest() -> None:
    assert lowest_total([]) is None
    assert not is_lowest(Offer(Decimal(1)), [])


@given(st.lists(st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1))))
def test_an_instant_quote_ends_with_the_first_of_all_ends_and_never_before_today(ends: list[dt.date]) -> None:
    today = dt.date(2026, 9, 8)
    last = instant_validity(today, ends)
    assert today <= last <= today + dt.timedelta(days=INSTANT_DAYS)
    assert all(last <= end or last == today for end in ends)


@dataclass
class Asked:
    status: str
    reply_by: dt.datetime | None = NOW
    closed_at: dt.datetime | None = None


@pytest.mark.parametrize(
    ("asked", "now", "open_", "opened"),
    [
        (Asked("draft"), NOW - HOUR, False, False),
        (Asked("open"), NOW - dt.timedelta(microseconds=1), True, False),
        (Asked("open"), NOW, False, True),  # whether or not somebody has closed it yet
        (Asked("open", None), NOW, False, False),
        (Asked("closed", NOW, NOW - HOUR), NOW - HOUR, False, True),
        (Asked("chosen", NOW, NOW), NOW + HOUR, False, True),
        (Asked("canceled"), NOW + HOUR, False, False),  # called off before: sealed for good
        (Asked("canceled", NOW, NOW), NOW + HOUR, False, True),
    ],
)
def test_when_answers_are_taken_and_when_they_are_seen(
    asked: Asked, now: dt.datetime, open_: bool, opened: bool
) -> None:
    assert (is_open(asked, now), is_opened(asked, now)) == (open_, opened)


def identity(vendor_id: int, **traits: object) -> Identity:
    given = {"representative": f"대표{vendor_id}", "address": f"길 {vendor_id}", "email": f"a{vendor_id}@x.example"}
    given |= {"phone": f"02-{vendor_id}", "account": "", "member_ids": frozenset({vendor_id})}
    return Identity(vendor_id=vendor_id, **{**given, **traits})  # type: ignore[arg-type]


def test_enterprises_without_anything_in_common_are_independent() -> None:
    assert shared_traits([identity(1), identity(2), identity(3)]) == []


@pytest.mark.parametrize(
    ("trait", "first", "second"),
    [
        ("representative", {"representative": "한 지우"}, {"representative": "한지우"}),
        ("address", {"address": "서울시 구로구 1-2"}, {"address": "서울시구로구 1 - 2"}),
        ("account", {"account": "mark"}, {"account": "mark"}),
        ("email", {"email": "A@x.example"}, {"email": "a@x.example"}),
        ("phone", {"phone": "02-000-0000"}, {"phone": "020000000"}),
        ("member", {"member_ids": frozenset({7, 8})}, {"member_ids": frozenset({8, 9})}),
    ],
)
def test_what_two_share_is_named(trait: str, first: dict[str, object], second: dict[str, object]) -> None:
    (pair,) = shared_traits([identity(1, **first), identity(2), identity(3, **second)])
    assert (pair.first_id, pair.second_id, pair.traits) == (1, 3, (trait,))
