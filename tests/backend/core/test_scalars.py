"""What a client may send for a scalar, and what it may not."""

from __future__ import annotations

import datetime as dt

import pytest
from graphql import GraphQLError, Undefined, parse_value

from market.core.clock import SEOUL
from market.core.graphql.scalars import DateTime, JSONString


@pytest.mark.parametrize(
    "text", ["NaN", '{"time": Infinity}', '{"a": -Infinity}', '{"a": 1e999}', '{"a": "\\ud800"}', "[" * 5000, "{", ""]
)
def test_json_that_no_database_takes_is_refused(text: str) -> None:
    assert JSONString.parse_value(text) is Undefined


def test_json_is_read_whole() -> None:
    assert JSONString.parse_value('{"a": ["가", 1, 2.5, null, true]}') == {"a": ["가", 1, 2.5, None, True]}


def test_a_time_without_a_zone_is_seouls() -> None:
    assert DateTime.parse_value("2026-11-20T09:30:00") == dt.datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)
    assert DateTime.parse_literal(parse_value('"2026-11-20T09:30:00"')).tzinfo is SEOUL
    assert DateTime.parse_value("2026-11-20T09:30:00Z") == dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text",
    ["0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59", "soon"],
)
def test_a_time_that_not_every_zone_can_tell_is_refused(text: str) -> None:
    with pytest.raises(GraphQLError):
        DateTime.parse_value(text)


@pytest.mark.parametrize("offset", ["+23:59", "-16:00", "+16:00"])
def test_a_time_of_a_zone_the_database_cannot_read_is_told_in_universal_time(offset: str) -> None:
    instant = DateTime.parse_value(f"2026-01-01T00:00:00{offset}")
    assert instant == dt.datetime.fromisoformat(f"2026-01-01T00:00:00{offset}")
    assert instant.utcoffset() == dt.timedelta()


def test_no_other_kind_of_value_is_a_time() -> None:
    with pytest.raises(GraphQLError):
        DateTime.parse_value(20261120)
    assert DateTime.parse_literal(parse_value("20261120")) is Undefined
