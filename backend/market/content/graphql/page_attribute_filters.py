"""Pages by the attributes they have: which inputs make sense, and what they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q
from graphql import GraphQLError

from market.catalog.graphql.filters import text, texts
from market.catalog.models import Attribute, AttributeInputType, AttributeValue, Collection
from market.content.models import PageAttributeValue
from market.core.clock import SEOUL
from market.core.global_ids import int_pk

NOTHING = Q(pk__in=[])
REFERENCES = {AttributeInputType.REFERENCE, AttributeInputType.SINGLE_REFERENCE}
FITTING = {
    "numeric": {AttributeInputType.NUMERIC},
    "boolean": {AttributeInputType.BOOLEAN},
    "date": {AttributeInputType.DATE},
    "date_time": {AttributeInputType.DATE_TIME},
    "reference": REFERENCES,
}


def attributes_condition(value: list[Any] | None) -> Q:
    """The page has every one of the attributes, with such values where some are given; one statement for reading the attributes.

    Raises a GraphQLError for an attribute named twice, an empty entry, several values in one, and a value of another kind.
    """
    if not value:
        return Q()
    slugs = [text(entry["slug"]) for entry in value if entry.get("slug") is not None]
    if len(slugs) != len(set(slugs)):
        raise GraphQLError("Duplicated attribute slugs in attribute 'where' input are not allowed.")
    known = {attribute.slug: attribute for attribute in Attribute.objects.filter(slug__in=slugs)}
    for position, entry in enumerate(value):
        _ensure_sensible(position, entry, known)
    if len(known) != len(slugs):
        return NOTHING
    condition = Q()
    for entry in value:
        attribute = known.get(text(entry["slug"])) if entry.get("slug") is not None else None
        condition &= _has_value(attribute, entry.get("value"))
    return condition


def _ensure_sensible(position: int, entry: Any, known: dict[str, Attribute]) -> None:
    where = f"Incorrect input for attributes on position: {position}."
    value, slug = entry.get("value"), entry.get("slug")
    if ("value" in entry and not value) or ("slug" in entry and slug is None) or not (value or slug):
        raise GraphQLError(f"{where} Provided 'value' cannot be empty or null.")
    if not value:
        return
    if len(value) > 1:
        raise GraphQLError(f"{where} Provided 'value' must have only one input key.")
    kind, wanted = next(iter(value.items()))
    if wanted is None:
        raise GraphQLError(f"{where} Provided 'value' cannot be empty or null.")
    attribute = known.get(text(slug)) if slug else None
    if kind in FITTING and attribute is not None and attribute.input_type not in FITTING[kind]:
        raise GraphQLError(f"{where} Provided 'value' do not match the attribute input type.")
    if kind == "reference":
        _ensure_sensible_reference(where, wanted)


def _ensure_sensible_reference(where: str, wanted: Any) -> None:
    if not wanted or any(not item for item in wanted.values()):
        raise GraphQLError(f"{where} Provided values must contains 'containsAll' or 'containsAny' key.")
    for item in wanted.values():
        if "contains_all" in item and "contains_any" in item:
            raise GraphQLError(
                f"{where} Cannot provide both 'containsAll' and 'containsAny' for the same reference filter."
            )
        if not all(item.values()):
            raise GraphQLError(f"{where} Provided values cannot be null or empty.")


def _has_value(attribute: Attribute | None, wanted: Any) -> Q:
    of_attribute: dict[str, Any] = {"attribute": attribute} if attribute is not None else {}
    if not wanted:
        return _assigned(Q(**of_attribute))
    kind, value = next(iter(wanted.items()))
    if kind == "reference":
        return _points_at(Q(**of_attribute), value)
    if kind in FITTING:
        of_attribute["attribute__input_type__in"] = FITTING[kind]
    return _assigned(Q(**of_attribute) & VALUES[kind](value))


def _assigned(condition: Q) -> Q:
    values = AttributeValue.objects.filter(condition, pk=OuterRef("value_id"))
    return Q(Exists(PageAttributeValue.objects.filter(Exists(values), page=OuterRef("pk"))))


def _text(column: str) -> Callable[[Any], Q]:
    def condition(value: Any) -> Q:
        if "eq" in value:
            return Q(**{column: text(value["eq"])}) if value["eq"] is not None else NOTHING
        return Q(**{f"{column}__in": texts(value["one_of"])}) if value.get("one_of") else NOTHING

    return condition


def _number(value: Any) -> Q:
    if "eq" in value:
        return Q(numeric=value["eq"]) if value["eq"] is not None else Q(numeric__isnull=True)
    if value.get("one_of"):
        return Q(numeric__in=value["one_of"])
    return _within("numeric", value.get("range") or {}) or NOTHING


def _within(column: str, span: Any) -> Q:
    return Q(**{f"{column}__{end}": span[end] for end in ("gte", "lte") if span.get(end) is not None})


def _date(value: Any) -> Q:
    """Days as they are in Seoul, where the dates were written down."""
    condition = Q()
    if value.get("gte") is not None:
        condition &= Q(date_time__gte=dt.datetime.combine(value["gte"], dt.time(), tzinfo=SEOUL))
    if value.get("lte") is not None and value["lte"] < dt.date.max:
        condition &= Q(date_time__lt=dt.datetime.combine(value["lte"] + dt.timedelta(days=1), dt.time(), tzinfo=SEOUL))
    return condition


VALUES: dict[str, Callable[[Any], Q]] = {
    "slug": _text("slug"),
    "name": _text("name"),
    "numeric": _number,
    "boolean": lambda value: Q(boolean=value),
    "date": _date,
    "date_time": lambda value: _within("date_time", value),
}


def _points_at(of_attribute: Q, value: Any) -> Q:
    """Collections are what can be pointed at; a page that would have to point at anything else is none."""
    condition = Q()
    for name, item in value.items():
        if name == "referenced_ids":
            wanted = [[int_pk(one, "Collection")] for one in item.get("contains_all") or item.get("contains_any")]
        elif name == "collection_slugs":
            wanted = [
                list(Collection.objects.filter(slug=text(one)).values_list("pk", flat=True))
                for one in item.get("contains_all") or item.get("contains_any")
            ]
        else:
            return NOTHING
        if item.get("contains_all"):
            for ids in wanted:
                condition &= _assigned(of_attribute & Q(reference_collection_id__in=ids))
        else:
            any_id = [pk for ids in wanted for pk in ids]
            condition &= _assigned(of_attribute & Q(reference_collection_id__in=any_id))
    return condition
