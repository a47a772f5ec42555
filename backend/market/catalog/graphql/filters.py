"""From filter inputs to conditions. What an upper room filters by comes from its mixin's ``CONDITIONS``."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from graphql import GraphQLError

from market.catalog.graphql.attribute_filters import attribute_condition
from market.catalog.selectors import product_conditions as conditions
from market.catalog.selectors.view import View
from market.catalog.sql import FALSE, TRUE, Sql, all_of, any_of, from_queryset
from market.core.global_ids import int_pk
from market.core.graphql.extensions import extensions_for

Filter = Callable[[Any, View], Any]


def plain(value: Any) -> Any:
    """The value of an enum member."""
    return getattr(value, "value", value)


def text(value: str) -> str:
    """A text that the database can compare; a NUL can be in no row."""
    return value.replace("\x00", "\ufffd")


def texts(values: Sequence[str]) -> list[str]:
    return [text(value) for value in values]


def keys(values: Sequence[str], type_name: str) -> list[int]:
    return [int_pk(value, type_name) for value in values]


def by_text(column: str) -> Filter:
    def condition(value: Any, view: View) -> Sql:
        return _equal(column, value, "varchar", text)

    return condition


def _equal(column: str, value: Any, cast: str, prepare: Callable[[Any], Any]) -> Sql:
    """``eq`` or ``oneOf``; an input that names neither finds nothing, as in Saleor."""
    if not value:
        return FALSE
    if value.get("eq") is not None:
        return conditions.one_of(column, [prepare(value["eq"])], cast)
    if value.get("one_of") is not None:
        return conditions.one_of(column, [prepare(item) for item in value["one_of"]], cast)
    return FALSE


def _ids(value: Any, type_name: str) -> list[int]:
    if not value:
        return []
    return keys([value["eq"]] if value.get("eq") is not None else value.get("one_of") or [], type_name)


def amount(value: Any) -> Decimal | None:
    return Decimal(str(value)) if value is not None else None


def _price(value: Any, view: View) -> Sql:
    return conditions.price_within(view, amount(value.get("gte")), amount(value.get("lte")))


def _minimal_price(value: Any, view: View) -> Sql:
    return conditions.minimal_price_within(amount(value.get("gte")), amount(value.get("lte")))


def _amounts(value: Any, range_condition: Callable[[Decimal | None, Decimal | None], Sql]) -> Sql:
    if not value:
        return FALSE
    if value.get("range") is not None:
        return range_condition(amount(value["range"].get("gte")), amount(value["range"].get("lte")))
    wanted = [value["eq"]] if value.get("eq") is not None else value.get("one_of") or []
    return any_of(range_condition(amount(item), amount(item)) for item in wanted)


def moment_within(column: str) -> Filter:
    def condition(value: Any, view: View) -> Sql:
        if not value:
            return FALSE
        if "range" in value or "eq" in value or "one_of" in value:
            if value.get("range") is not None:
                return conditions.within(column, value["range"].get("gte"), value["range"].get("lte"))
            return _equal(column, value, "timestamptz", lambda item: item)
        return conditions.within(column, value.get("gte"), value.get("lte"))

    return condition


def _metadata(value: Any, view: View) -> Sql:
    return all_of(
        conditions.has_metadata(text(entry["key"]), text(entry["value"]) if entry.get("value") else None)
        for entry in value or []
    )


def _attributes(value: Any, view: View) -> Sql:
    return all_of(attribute_condition(item) for item in value or [])


def _gift_card(value: bool, view: View) -> Sql:
    return FALSE if value else TRUE  # the market sells none


COMMON: dict[str, Filter] = {
    "is_published": lambda value, view: conditions.is_published(value),
    "is_available": lambda value, view: conditions.is_available(value),
    "is_visible_in_listing": lambda value, view: conditions.is_visible_in_listing(value),
    "has_category": lambda value, view: conditions.has_category(value),
    "published_from": lambda value, view: conditions.within("l.published_at", None, value),
    "available_from": lambda value, view: conditions.within("l.available_for_purchase_at", None, value),
    "updated_at": moment_within("p.updated_at"),
    "metadata": _metadata,
    "attributes": _attributes,
    "gift_card": _gift_card,
    "ids": lambda value, view: conditions.one_of("p.id", keys(value, "Product")),
    "vendors": lambda value, view: conditions.one_of("p.vendor_id", keys(value, "Vendor")),
    "certificates": lambda value, view: conditions.with_certificates(texts(value)),
    "districts": lambda value, view: conditions.in_districts(texts(value)),
    "values": lambda value, view: conditions.with_values(texts(value)),
    "tax_kinds": lambda value, view: conditions.one_of("p.tax_kind", [plain(item) for item in value], "varchar"),
    "is_service": lambda value, view: conditions.is_service(value),
}
FILTER: dict[str, Filter] = {
    **COMMON,
    "categories": lambda value, view: conditions.in_categories(keys(value, "Category")) if value else TRUE,
    "collections": lambda value, view: conditions.in_collections(keys(value, "Collection")) if value else TRUE,
    "product_types": lambda value, view: conditions.of_kinds(keys(value, "ProductType")) if value else TRUE,
    "slugs": lambda value, view: conditions.one_of("p.slug", texts(value), "varchar"),
    "price": _price,
    "minimal_price": _minimal_price,
}
WHERE: dict[str, Filter] = {
    **COMMON,
    "name": by_text("p.name"),
    "slug": by_text("p.slug"),
    "product_type": lambda value, view: conditions.of_kinds(_ids(value, "ProductType")),
    "category": lambda value, view: conditions.in_categories(_ids(value, "Category")),
    "collection": lambda value, view: conditions.in_collections(_ids(value, "Collection")),
    "price": lambda value, view: _amounts(value, functools.partial(conditions.price_within, view)),
    "minimal_price": lambda value, view: _amounts(value, conditions.minimal_price_within),
}
BOXES = {"vendors", "certificates", "districts", "values", "tax_kinds", "ids", "slugs"}


@functools.cache
def _of_upper_rooms(input_name: str) -> dict[str, Filter]:
    return {name: condition for mixin in extensions_for(input_name) for name, condition in mixin.CONDITIONS.items()}


def _condition(name: str, value: Any, view: View, known: dict[str, Filter]) -> Sql:
    if value is None or (name in BOXES and value == []):
        return TRUE  # nothing chosen: nothing narrowed
    made = known[name](value, view)
    return from_queryset("p.id", made) if isinstance(made, QuerySet) else made


def filter_conditions(value: Any, view: View, *, without: Iterable[str] = ()) -> list[Sql]:
    """The conditions of a ProductFilterInput, but for the words and the names left out."""
    known = {**FILTER, **_of_upper_rooms("ProductFilterInput")}
    skipped = {"search", *without}
    return [_condition(name, item, view, known) for name, item in (value or {}).items() if name not in skipped]


def where_condition(value: Any, view: View, *, without: Iterable[str] = ()) -> Sql:
    """The condition of a ProductWhereInput, all of its fields and branches; the names are left out at the top only."""
    known = {**WHERE, **_of_upper_rooms("ProductWhereInput")}
    parts = []
    for name, item in (value or {}).items():
        if name in without or item is None:
            continue
        if name in ("AND", "OR"):
            join = all_of if name == "AND" else any_of
            parts.append(join(where_condition(branch, view) for branch in item) if item else TRUE)
        else:
            parts.append(_condition(name, item, view, known))
    return all_of(parts)


def product_conditions(filter: Any, where: Any, view: View) -> tuple[Sql, ...]:
    if filter and where:
        raise GraphQLError("Only one filtering argument (filter or where) can be specified.")
    given = filter_conditions(filter, view)
    return (*given, where_condition(where, view)) if where else tuple(given)
