"""What an attribute's value must be, as a condition over ``av`` (catalog_attributevalue)."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError

from market.catalog.selectors.product_conditions import one_of, with_attribute, within
from market.catalog.sql import FALSE, TRUE, Sql, all_of
from market.core.global_ids import int_pk

ONE_THING = "Name exactly one thing that the attribute's value must be."


def attribute_condition(value: Any) -> Sql:
    """Of an AttributeInput or AssignedAttributeWhereInput: has the attribute and, when given, a value of it."""
    slug, wanted = value.get("slug"), _wanted(value)
    if slug is None and wanted is None:
        return TRUE
    return with_attribute(slug.replace("\x00", "") if slug is not None else None, _value(wanted) if wanted else TRUE)


def attribute_and_value(value: Any) -> tuple[str | None, Sql | None]:
    """The attribute's slug, and what its value must be: none where any will do."""
    slug, wanted = value.get("slug"), _wanted(value)
    return (slug.replace("\x00", "") if slug is not None else None, _value(wanted) if wanted else None)


def _wanted(value: Any) -> Any:
    """What the value must be. Saleor's older fields say it beside the slug; they are put as the newer ones."""
    older = {NEWER.get(name, name): put(value[name]) for name, put in OLDER.items() if value.get(name) is not None}
    if older and value.get("value"):
        raise GraphQLError(ONE_THING)
    return older or value.get("value")


def _value(wanted: Any) -> Sql:
    given = [name for name, item in wanted.items() if item is not None]
    if len(given) != 1:
        raise GraphQLError(ONE_THING)
    return VALUES[given[0]](wanted[given[0]])


def _texts(column: str, value: Any) -> Sql:
    items = [value["eq"]] if value.get("eq") is not None else value.get("one_of") or []
    return one_of(column, [item.replace("\x00", "") for item in items], "varchar")


def _numbers(value: Any) -> Sql:
    if value.get("range") is not None:
        return within("av.numeric", value["range"].get("gte"), value["range"].get("lte"))
    return one_of(
        "av.numeric::numeric", [value["eq"]] if value.get("eq") is not None else value.get("one_of") or [], "numeric"
    )


def _dates(value: Any) -> Sql:
    return within("(av.date_time AT TIME ZONE 'Asia/Seoul')::date", value.get("gte"), value.get("lte"))


def _reference(value: Any) -> Sql:
    """Only collections can be pointed at; a reference to anything else is in no row."""
    parts = []
    for name, item in value.items():
        if item is None:
            continue
        if name == "referenced_ids":
            parts.append(_contains(item, lambda found: _referenced([int_pk(one, "Collection") for one in found])))
        elif name == "collection_slugs":
            parts.append(_contains(item, _referenced_slugs))
        else:
            parts.append(FALSE)
    return all_of(parts)


def _contains(item: Any, condition: Any) -> Sql:
    parts = [condition(item["contains_any"])] if item.get("contains_any") is not None else []
    # A value points at one thing: it can hold all of several only if they are one.
    parts += [condition([one]) for one in item.get("contains_all") or []]
    return all_of(parts) if parts else FALSE


def _referenced(ids: list[int]) -> Sql:
    return one_of("av.reference_collection_id", ids)


def _referenced_slugs(slugs: list[str]) -> Sql:
    return Sql(
        "av.reference_collection_id IN (SELECT rc.id FROM catalog_collection rc WHERE rc.slug = ANY(%s::varchar[]))",
        ([slug.replace("\x00", "") for slug in slugs],),
    )


OLDER: dict[str, Any] = {
    "values": lambda slugs: {"one_of": slugs},
    "values_range": lambda numbers: {"range": numbers},
    "date_time": lambda moments: moments,
    "date": lambda days: days,
    "boolean": lambda answer: answer,
}
NEWER = {"values": "slug", "values_range": "numeric"}
VALUES: dict[str, Any] = {
    "slug": lambda value: _texts("av.slug", value),
    "name": lambda value: _texts("av.name", value),
    "numeric": _numbers,
    "date": _dates,
    "date_time": lambda value: within("av.date_time", value.get("gte"), value.get("lte")),
    "boolean": lambda value: Sql("av.boolean = %s", (value,)),
    "reference": _reference,
}
