"""The orders that product lists come in. Each is a row of keys that never are null and of which the last is unique."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from market.catalog.models import NO_PRICE
from market.catalog.sql import Sql


def parse_text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("not a text")
    return value


def parse_whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise ValueError("not a whole number")
    return value


def parse_number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    return float(value)


def parse_amount(value: Any) -> Decimal:
    amount = Decimal(str(value))
    if not amount.is_finite() or abs(amount.adjusted()) > 20:
        raise ValueError("not an amount")
    return amount


def parse_instant(value: Any) -> dt.datetime:
    instant = dt.datetime.fromisoformat(parse_text(value))
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant


@dataclass(frozen=True)
class Key:
    """One column of an order: its SQL, its type there, and how a cursor's value is read back."""

    sql: Sql
    cast: str
    parse: Callable[[Any], Any]


@dataclass(frozen=True)
class ProductSort:
    """All keys run the same way, so that a page is one row comparison, which an index can answer."""

    keys: tuple[Key, ...]
    descending: bool = False


def _text(column: str) -> Key:
    return Key(Sql(column), "varchar", parse_text)


def _instant(column: str) -> Key:
    return Key(Sql(f"COALESCE({column}, 'epoch'::timestamptz)"), "timestamptz", parse_instant)


ID = Key(Sql("p.id"), "bigint", parse_whole)
SLUG = _text("p.slug")
TYPE_NAME = Key(
    Sql("(SELECT tn.name FROM catalog_producttype tn WHERE tn.id = p.product_type_id)"), "varchar", parse_text
)
UPDATED = Key(Sql("p.updated_at"), "timestamptz", parse_instant)
CREATED = Key(Sql("p.created_at"), "timestamptz", parse_instant)


def _amount(column: str) -> Key:
    return Key(Sql(f"COALESCE({column}, {NO_PRICE})"), "numeric", parse_amount)


KEYS_BY_FIELD: dict[str, tuple[Key, ...]] = {
    "slug": (SLUG,),
    "name": (_text("p.name"), SLUG),
    "price": (_amount("l.price_amount"), ID),
    "minimal_price": (_amount("l.discounted_price_amount"), ID),
    "updated_at": (UPDATED, ID),
    "created_at": (CREATED, ID),
    "type": (TYPE_NAME, SLUG),
    "published": (Key(Sql("COALESCE(l.is_published, FALSE)::int"), "int", parse_whole), SLUG),
    "published_at": (_instant("l.published_at"), ID),
    "rating": (Key(Sql("COALESCE(p.rating, -1)"), "float8", parse_number), ID),
    "rank": (Key(Sql("m.rank"), "float8", parse_number), Key(Sql("m.popularity"), "float8", parse_number), ID),
    "collection": (Key(Sql("cl.sort_order"), "int", parse_whole), Key(Sql("cl.id"), "bigint", parse_whole)),
}


def sort_by_attribute(attribute_id: int) -> tuple[Key, ...]:
    """By the name of the product's first value of the attribute; products without one come first."""
    name = Sql(
        "COALESCE((SELECT min(sv.name) FROM catalog_productattributevalue sp JOIN catalog_attributevalue sv ON sv.id = sp.value_id "
        "WHERE sp.product_id = p.id AND sv.attribute_id = %s), '')",
        (attribute_id,),
    )
    return (Key(name, "varchar", parse_text), SLUG)
