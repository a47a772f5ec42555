"""Amounts on papers: pure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.orders.paper_rules import amount_in_words, business_number_text, sold_line

DIGITS = {word: digit for digit, word in enumerate("영일이삼사오육칠팔구")}
PLACES = {"십": 10, "백": 100, "천": 1_000}
BLOCKS = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}


def read(words: str) -> int:
    """The amount that a person would read."""
    total = block = digit = 0
    for sign in words.removeprefix("일금 ").removesuffix("원정"):
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in PLACES:
            block, digit = block + digit * PLACES[sign], 0
        else:
            total, block, digit = total + (block + digit) * BLOCKS[sign], 0, 0
    return total + block + digit


@pytest.mark.parametrize(
    ("won", "words"),
    [
        (0, "일금 영원정"),
        (5_940_000, "일금 오백구십사만원정"),
        (113_560, "일금 일십일만삼천오백육십원정"),  # the regulation's own example
        (10_000, "일금 일만원정"),
        (100_000_000, "일금 일억원정"),
        (1_000_010_001, "일금 일십억일만일원정"),
    ],
)
def test_amounts_in_words(won: int, words: str) -> None:
    assert amount_in_words(won) == words


@given(st.integers(0, 10**20 - 1))
def test_words_say_the_amount(won: int) -> None:
    assert read(amount_in_words(won)) == won


@pytest.mark.parametrize("won", [-1, 10**20])
def test_amounts_that_no_paper_prints(won: int) -> None:
    with pytest.raises(ValueError, match="amount in words"):
        amount_in_words(won)


@given(st.integers(1, 20), st.integers(0, 1_000_000), st.data())
def test_what_is_left_of_a_line_sums_up(quantity: int, gross: int, data: st.DataObject) -> None:
    canceled = data.draw(st.integers(0, quantity))
    worth = data.draw(st.integers(0, gross)) if canceled else 0
    left = sold_line(
        quantity=quantity,
        canceled=canceled,
        net=Decimal(round(gross / 1.1)),
        gross=Decimal(gross),
        tax_rate=Decimal("0.1"),
        currency="KRW",
        cancelled_worth=Decimal(worth),
    )
    assert left.quantity == quantity - canceled
    assert left.amount.gross.amount == gross - worth
    assert left.amount.net + left.amount.tax == left.amount.gross


def test_a_business_number_has_its_hyphens() -> None:
    assert business_number_text("1234567890") == "123-45-67890"
