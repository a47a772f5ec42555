"""Names of fields, what passes at once, and what a legal notice must state; without a database."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.catalog.rules.listing_paths import parse, passes_at_once
from market.catalog.rules.payload_shapes import fits, is_path
from market.catalog.rules.product_notice import fits_category, is_kc_statement, notice_flaws
from market.core.graphql.bulk import reordered

OLD = {"price": "1000", "discountedPrice": None, "priorPrice": None, "costPrice": None}


@pytest.mark.parametrize(
    ("path", "old", "new", "passes"),
    [
        ("name", "a", "b", False),
        ("dispatchDays", 2, 9, True),
        ("weight", None, 5, True),
        ("mediaOrder", [1, 2], [2, 1], True),
        ("mediaOrder", [1], [1, "media:new-ab"], False),
        ("variant:1:sku", "a", "b", True),
        ("variant:1:name", "a", "b", False),
        ("variant:1", {}, None, True),
        ("variant:new-ab", None, {}, False),
        ("media:1", {}, None, False),
        ("variant:1:price:1", OLD, {"price": "999", "discountedPrice": None}, True),
        ("variant:1:price:1", OLD, {"price": "1000", "discountedPrice": "1"}, True),
        ("variant:1:price:1", OLD, {"price": "1001", "discountedPrice": None}, False),
        ("variant:1:price:1", OLD, {"price": "1000", "priorPrice": "5000"}, False),
        ("variant:1:price:1", OLD, {"price": "1000", "costPrice": "5"}, True),
        ("variant:1:price:1", {**OLD, "discountedPrice": "500"}, {"price": "900", "discountedPrice": None}, False),
        ("variant:1:price:1", None, {"price": "1"}, False),
        ("variant:1:price:1", OLD, None, True),
        ("listing:1", {"isPublished": True}, {"isPublished": False}, True),
        ("listing:1", {"isPublished": True}, None, True),
        ("listing:1", {"isPublished": False}, {"isPublished": True}, False),
        ("listing:1", None, {"isPublished": True}, False),
        ("attribute:3", ["a"], {"dropdown": {"value": "b"}}, False),
        ("translation:en:name", None, "b", False),
    ],
)
def test_what_passes_at_once(path: str, old: Any, new: Any, passes: bool) -> None:
    assert passes_at_once(path, old, new) is passes


@given(st.text(alphabet="abcvariantmedilsgpce:-0123456789n", max_size=30), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
))  # fmt: skip
def test_any_text_and_value_are_judged_without_failing(path: str, value: Any) -> None:
    if fits(path, value):
        assert is_path(path)
        assert parse(path).text == path


@pytest.mark.parametrize(
    ("value", "is_kc"),
    [
        ("XU100123-20001", True), ("KC 인증번호 CB061R1234-5001", True), ("해당 없음", True), ("공급자적합성확인 대상", True),
        ("안전기준 준수(유아용 섬유제품)", True), ("상세페이지 참조", False), ("인증 받음", False), ("KC", False),
    ],
)  # fmt: skip
def test_a_safety_mark_is_a_number_or_the_reason_for_none(value: str, is_kc: bool) -> None:
    assert is_kc_statement(value) is is_kc


def test_what_a_notice_lacks() -> None:
    fields = [
        {"code": "item", "label": "품명"},
        {"code": "mark", "label": "KC", "kind": "kc"},
        {"code": "note", "label": "비고", "required": False},
    ]
    assert [(one.code, one.flaw) for one in notice_flaws(fields, {"item": " "})] == [
        ("item", "missing"),
        ("mark", "missing"),
    ]
    given_values = {"item": "가" * 1001, "mark": "상세페이지 참조"}
    assert [(one.code, one.flaw) for one in notice_flaws(fields, given_values)] == [
        ("item", "too_long"),
        ("mark", "kc_number"),
    ]
    assert notice_flaws(fields, {"item": "상세페이지 참조", "mark": "해당 없음"}) == []
    assert [fits_category(code, ["FOOD"]) for code in ("FOOD", "WEAR", "ETC")] == [True, False, True]
    assert fits_category("WEAR", [])


@given(st.lists(st.integers(0, 5), unique=True, min_size=1), st.data())
def test_moving_keeps_everything(keys: list[int], data: Any) -> None:
    moves = data.draw(st.lists(st.tuples(st.sampled_from(keys), st.integers(-9, 9)), max_size=5))
    assert sorted(reordered(keys, moves)) == sorted(keys)


def test_moving_stays_within_the_ends() -> None:
    assert reordered([1, 2, 3], [(3, -9)]) == [3, 1, 2]
    assert reordered([1, 2, 3], [(1, 1), (1, 1), (1, 1)]) == [2, 3, 1]
