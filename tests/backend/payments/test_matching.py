"""Which deposit pays for what."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.clock import SEOUL
from market.payments.enums import DepositMatchKind as Kind
from market.payments.matching import Awaited, Found, fingerprints, match, plain, reading_of
from market.payments.services.transaction_open import LETTERS
from market.payments.statements import StatementLine

SHOP = "이음"
ONE = Awaited(UUID(int=1), "KX3F9P", 20001, Decimal(13_000), ("한지우",))
TWO = Awaited(UUID(int=2), "QQWWRR", 20002, Decimal(13_000), ("윤보미", "두손공방"))
references = st.text(LETTERS, min_size=6, max_size=6)


def found(text: str, amount: int, *awaited: Awaited, memo: str = "") -> Found:
    return match(reading_of((text, memo), SHOP), Decimal(amount), awaited or (ONE, TWO))


@pytest.mark.parametrize(
    "text",
    [
        "KX3F9P",
        "한지우KX3F9P",
        "kx3f9p 한지우",
        "KX3 F9P",
        "KX3-F9P",
        "ＫＸ３Ｆ９Ｐ",
        "이음20001",
        "이음 20001",
        "이음-20001 한",
        "(이음)20001",
    ],
)
def test_a_reference_and_the_amount_are_certain_however_they_are_written(text: str) -> None:
    assert found(text, 13_000) == Found(Kind.CERTAIN, (ONE.token,))
    assert found("한*우", 13_000, memo=text) == Found(Kind.CERTAIN, (ONE.token,))


@pytest.mark.parametrize(("amount", "kind"), [(12_999, Kind.PARTIAL), (1, Kind.PARTIAL), (13_001, Kind.OVER)])
def test_a_reference_with_another_amount_is_for_people(amount: int, kind: Kind) -> None:
    assert found("KX3F9P", amount) == Found(kind, (ONE.token,))


def test_nothing_is_awaited_any_more_so_it_is_too_much() -> None:
    paid = Awaited(UUID(int=3), "KX3F9P", None, Decimal(0))
    assert found("KX3F9P", 13_000, paid).kind == Kind.OVER


def test_two_references_are_never_certain() -> None:
    assert found("KX3F9P QQWWRR", 13_000).kind == Kind.SUGGESTED
    assert found("KX3F9P", 13_000, ONE, TWO, Awaited(UUID(int=3), "", 20003, Decimal(1))).kind == Kind.CERTAIN
    assert found("KX3F9P 이음20002", 13_000).kind == Kind.SUGGESTED


def test_more_digits_than_a_number_has_are_no_number() -> None:
    assert reading_of(["이음" + "1" * 18], SHOP).numbers == {int("1" * 18)}
    assert reading_of(["이음" + "1" * 19], SHOP).numbers == set()


@pytest.mark.parametrize("text", ["이음200011", "이음2000", "KX3F9", "X3F9P", "20001", ""])
def test_nearly_a_reference_is_none(text: str) -> None:
    assert found(text, 13_000) == Found(Kind.NONE)


def test_name_and_amount_are_a_suggestion_and_one_alone_is_nothing() -> None:
    assert found("한지우", 13_000) == Found(Kind.SUGGESTED, (ONE.token,))
    assert found("(주)두손공방", 13_000) == Found(Kind.SUGGESTED, (TWO.token,))
    assert found("한지우", 13_001).kind == Kind.NONE
    assert found("이서준", 13_000).kind == Kind.NONE


@given(
    references,
    st.sampled_from(["", " ", "-", "."]),
    st.sampled_from(["한지우", "", "홍길동님 "]),
    st.booleans(),
    st.integers(1, 10**9),
)
def test_a_reference_is_found_between_whatever_else_is_written(
    reference: str, gap: str, before: str, lower: bool, amount: int
) -> None:
    written = gap.join(reference.lower() if lower else reference)
    one = Awaited(uuid4(), reference, None, Decimal(amount))
    assert match(reading_of((before + written, ""), SHOP), Decimal(amount), (one,)) == Found(Kind.CERTAIN, (one.token,))


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 10**9), st.lists(references, max_size=5, unique=True))
def test_certain_is_one_whose_reference_stands_there_with_its_amount(
    text: str, memo: str, amount: int, wanted: list[str]
) -> None:
    awaited = [Awaited(uuid4(), reference, None, Decimal(amount + place)) for place, reference in enumerate(wanted)]
    said = match(reading_of((text, memo), SHOP), Decimal(amount), awaited)
    if said.kind == Kind.CERTAIN:
        (one,) = [one for one in awaited if one.token in said.tokens]
        assert one.amount == amount
        assert one.reference in plain(text) + "|" + plain(memo)


def line(row: int, name: str = "한지우", amount: int = 1_000, memo: str = "", minute: int = 0) -> StatementLine:
    return StatementLine(row, dt.datetime(2026, 11, 19, 10, minute, tzinfo=SEOUL), name, Decimal(amount), memo)


def test_the_same_line_has_the_same_fingerprint_wherever_it_stands() -> None:
    first = fingerprints("000-11", [line(1), line(2, "윤보미"), line(3, minute=5)])
    longer = fingerprints("00011", [line(9, "새 줄"), line(1, memo="다른 열"), line(2, "윤 보미"), line(3, minute=5)])
    assert longer[1:] == first
    assert len({*first, *longer, *fingerprints("22", [line(1)])}) == 5


def test_lines_that_look_alike_are_told_apart() -> None:
    assert len(set(fingerprints("1", [line(1), line(2), line(3)]))) == 3
    assert fingerprints("1", [line(1), line(2)]) == fingerprints("1", [line(1), line(2), line(3)])[:2]
