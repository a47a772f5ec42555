"""Who approves, whose turn it is, and what counts: tables, and what holds for everything."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.procurement.contract_terms import DELAY_TERMS, delay_terms
from market.procurement.errors import NobodyToApprove
from market.procurement.rules import (
    AttachedQuote,
    Place,
    amount_left,
    approval_line,
    current_stage,
    is_lowest,
    pieces_changed,
    quotes_counting,
    steps_in_turn,
    takes_amount,
    template_chosen,
)

MILLION = 1_000_000


@dataclass(frozen=True)
class Template:
    pk: int
    department_id: int | None
    above: Decimal
    up_to: Decimal | None


@dataclass(frozen=True)
class Step:
    stage: int
    status: str


def template(pk: int, above: int, up_to: int | None, department: int | None = None) -> Template:
    return Template(pk, department, Decimal(above), None if up_to is None else Decimal(up_to))


HOUSE = [
    template(1, 0, 5 * MILLION),
    template(2, 5 * MILLION, None),
    template(3, 0, None, department=7),
    template(4, 20 * MILLION, None, department=7),
    template(5, 0, 100 * MILLION),
]


@pytest.mark.parametrize(
    ("department", "amount", "chosen"),
    [
        (None, 0, 1),
        (None, 1, 1),
        (None, 5 * MILLION, 1),
        (None, 5 * MILLION + 1, 5),
        (None, 100 * MILLION, 5),
        (None, 100 * MILLION + 1, 2),
        (7, 1, 3),
        (7, 20 * MILLION, 3),
        (7, 20 * MILLION + 1, 4),
        (8, 5 * MILLION, 1),
    ],
)
def test_the_most_special_line_counts(department: int | None, amount: int, chosen: int) -> None:
    found = template_chosen(HOUSE, department, Decimal(amount))
    assert found is not None
    assert found.pk == chosen


def test_no_line_takes_it() -> None:
    assert template_chosen([template(1, 10, 20)], None, Decimal(10)) is None
    assert template_chosen([template(1, 10, 20)], None, Decimal(21)) is None
    assert template_chosen([template(1, 0, None, department=3)], None, Decimal(1)) is None


amounts = st.integers(0, 10**9).map(Decimal)
ranges = st.tuples(st.integers(0, 10**6), st.none() | st.integers(1, 10**6))
templates = st.lists(
    st.builds(
        lambda pk, given, department: Template(
            pk, department, Decimal(given[0]), None if given[1] is None else Decimal(given[0] + given[1])
        ),
        st.integers(1, 50),
        ranges,
        st.none() | st.integers(1, 3),
    ),
    max_size=8,
    unique_by=lambda one: one.pk,
)


@given(templates, st.none() | st.integers(1, 3), amounts)
def test_what_is_chosen_fits_and_does_not_hang_on_the_order(
    given_ones: list[Template], department: int | None, amount: Decimal
) -> None:
    found = template_chosen(given_ones, department, amount)
    assert found == template_chosen(list(reversed(given_ones)), department, amount)
    fitting = [one for one in given_ones if one.department_id in (None, department) and takes_amount(one, amount)]
    if found is None:
        assert not fitting
        return
    assert found in fitting
    if found.department_id is None:
        assert all(one.department_id is None for one in fitting)


places = st.lists(st.builds(Place, st.integers(1, 9), st.integers(1, 6), st.just("결재")), max_size=8)


@given(places, st.integers(1, 6))
def test_the_requester_never_stands_in_the_line_and_stages_have_no_gaps(line: list[Place], requester: int) -> None:
    others = [place for place in line if place.member_id != requester]
    if not others:
        with pytest.raises(NobodyToApprove):
            approval_line(line, requester)
        return
    made = approval_line(line, requester)
    assert requester not in {place.member_id for place in made}
    assert sorted(place.member_id for place in made) == sorted(place.member_id for place in others)
    assert sorted({place.stage for place in made}) == list(range(1, len({place.stage for place in others}) + 1))


steps = st.lists(st.builds(Step, st.integers(1, 4), st.sampled_from(["waiting", "approved"])), max_size=8)


@given(steps)
def test_nobody_decides_before_the_stages_before(given_ones: list[Step]) -> None:
    turn = steps_in_turn(given_ones)
    waiting = [step for step in given_ones if step.status == "waiting"]
    assert bool(turn) == bool(waiting) == (current_stage(given_ones) is not None)
    for step in turn:
        assert step.status == "waiting"
        assert not [one for one in waiting if one.stage < step.stage]


def quote(vendor: int, request: int | None = None, total: int = 100) -> AttachedQuote:
    return AttachedQuote(vendor, request, Decimal(total))


@pytest.mark.parametrize(
    ("quotes", "counting"),
    [
        ([], set()),
        ([quote(1)], {1}),
        ([quote(1), quote(1)], {1}),
        ([quote(1, 9), quote(3, 9)], {1, 3}),  # asked for the same
        ([quote(1), quote(3)], {1, 3}),  # nothing is bought from 3: a comparison
        ([quote(1), quote(2)], {1}),  # 2 sells another part of the basket
        ([quote(1, 9), quote(2, 9)], {1, 2}),  # unless it was asked for the same
        ([quote(2)], set()),
    ],
)
def test_which_quotes_count(quotes: list[AttachedQuote], counting: set[int]) -> None:
    assert quotes_counting(1, {1, 2}, quotes) == counting


@pytest.mark.parametrize(
    ("others", "lowest"),
    [
        ([], True),
        ([quote(2, 9, 100)], True),
        ([quote(2, 9, 99)], False),
        ([quote(2, 8, 99)], True),
        ([quote(2, None, 99)], True),
    ],
)
def test_the_lowest_of_those_asked_for_the_same(others: list[AttachedQuote], lowest: bool) -> None:
    assert is_lowest(quote(1, 9, 100), others) is lowest


won = st.integers(0, 10**12).map(Decimal)


@given(st.booleans(), won, won, won)
def test_committed_and_spent_are_what_is_owed(ended: bool, total: Decimal, granted: Decimal, charged: Decimal) -> None:
    granted = min(granted, total)
    committed, spent = amount_left(is_ended=ended, total=total, granted=granted, charged=charged)
    assert committed >= 0
    assert spent >= 0
    assert committed + spent == (0 if ended else total - granted)
    assert spent <= charged


@pytest.mark.parametrize(
    ("proposed", "gone"),
    [({}, {}), ({"a": 3}, {}), ({"a": 1}, {"a": 2}), ({"a": 0, "b": 1}, {"a": 3}), ({"b": 0}, {"b": 1})],
)
def test_pieces_that_go(proposed: dict[str, int], gone: dict[str, int]) -> None:
    assert pieces_changed(proposed, {"a": 3, "b": 1}) == gone


@pytest.mark.parametrize("proposed", [{"a": 4}, {"a": -1}, {"c": 0}])
def test_neither_more_nor_others(proposed: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(proposed))):
        pieces_changed(proposed, {"a": 3, "b": 1})


@pytest.mark.parametrize("law", ["local", "state"])
def test_the_rate_of_delay_is_that_of_the_day(law: str) -> None:
    first = min(row.effective_from for row in DELAY_TERMS if row.law == law)
    terms = delay_terms(law, first)
    assert terms.effective_from == first
    assert terms.per_day(frozenset({"goods"})) < terms.per_day(frozenset({"goods", "services"}))
    assert str(delay_terms("local", first).per_day(frozenset({"goods"}))) == "0.0008"
