"""What lists of attributes and of their values are narrowed and sorted by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import graphene
from django.db.models import Q, QuerySet
from graphql import GraphQLError

from market.catalog.graphql.enums import AttributeInputTypeEnum
from market.catalog.graphql.filter_inputs import MetadataFilter, StringFilterInput
from market.catalog.graphql.structure_enums import (
    AttributeChoicesSortField,
    AttributeEntityTypeEnum,
    AttributeSortField,
    AttributeTypeEnum,
    MeasurementUnitsEnum,
)
from market.catalog.models import Attribute, AttributeValue
from market.catalog.selectors.structure import (
    TYPES_WITH_CHOICES,
    products_in_category,
    products_in_collection,
    used_by,
    value_list,
)
from market.core.global_ids import int_pk
from market.core.graphql.connections import SortKey
from market.core.graphql.enums import OrderDirection
from market.core.graphql.types import non_null_list

MOST_TEXT = 250


def _enum_filter(name: str, enum: Any) -> Any:
    return type(
        name,
        (graphene.InputObjectType,),
        {
            "__doc__": "Equals this one, or one of these.",
            "eq": enum(description="Equal to."),
            "one_of": non_null_list(enum, description="One of."),
        },
    )


AttributeInputTypeEnumFilterInput = _enum_filter("AttributeInputTypeEnumFilterInput", AttributeInputTypeEnum)
AttributeEntityTypeEnumFilterInput = _enum_filter("AttributeEntityTypeEnumFilterInput", AttributeEntityTypeEnum)
AttributeTypeEnumFilterInput = _enum_filter("AttributeTypeEnumFilterInput", AttributeTypeEnum)
MeasurementUnitsEnumFilterInput = _enum_filter("MeasurementUnitsEnumFilterInput", MeasurementUnitsEnum)


class AttributeFilterInput(graphene.InputObjectType):
    """What attributes can be narrowed by. All that is given must hold."""

    value_required = graphene.Boolean(description="Needs a value.")
    is_variant_only = graphene.Boolean(description="For variants only.")
    visible_in_storefront = graphene.Boolean(description="Shown to shoppers.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    search = graphene.String(description="Words in name or slug.")
    ids = non_null_list(graphene.ID, description="One of these attributes.")
    type = AttributeTypeEnum(description="Whose property it is.")
    in_collection = graphene.ID(description="Of a type with products in this collection.")
    in_category = graphene.ID(description="Of a type with products in this category or below.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class AttributeWhereInput(graphene.InputObjectType):
    """What attributes can be narrowed by, combined with AND and OR."""

    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these attributes.")
    name = StringFilterInput(description="By name.")
    slug = StringFilterInput(description="By slug.")
    with_choices = graphene.Boolean(description="Offers values to choose from.")
    input_type = AttributeInputTypeEnumFilterInput(description="By the kind of its values.")
    entity_type = AttributeEntityTypeEnumFilterInput(description="By what it points at.")
    type = AttributeTypeEnumFilterInput(description="By whose property it is.")
    unit = MeasurementUnitsEnumFilterInput(description="By unit.")
    in_collection = graphene.ID(description="Of a type with products in this collection.")
    in_category = graphene.ID(description="Of a type with products in this category or below.")
    value_required = graphene.Boolean(description="Needs a value.")
    visible_in_storefront = graphene.Boolean(description="Shown to shoppers.")
    AND = non_null_list(lambda: AttributeWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: AttributeWhereInput, name="OR", description="One of these must hold.")


class AttributeSortingInput(graphene.InputObjectType):
    """How to sort attributes."""

    direction = OrderDirection(required=True, description="Which way.")
    field = AttributeSortField(required=True, description="By what.")


class AttributeValueFilterInput(graphene.InputObjectType):
    """What the values of an attribute can be narrowed by."""

    search = graphene.String(description="Words in name or slug.")
    ids = non_null_list(graphene.ID, description="One of these values.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class AttributeValueWhereInput(graphene.InputObjectType):
    """What the values of an attribute can be narrowed by, combined with AND and OR."""

    ids = non_null_list(graphene.ID, description="One of these values.")
    name = StringFilterInput(description="By name.")
    slug = StringFilterInput(description="By slug.")
    AND = non_null_list(lambda: AttributeValueWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: AttributeValueWhereInput, name="OR", description="One of these must hold.")


class AttributeChoicesSortingInput(graphene.InputObjectType):
    """How to sort the values of an attribute."""

    direction = OrderDirection(required=True, description="Which way.")
    field = AttributeChoicesSortField(required=True, description="By what.")


Condition = Callable[[Any], Q]
NOTHING = Q(pk__in=())


def plain(value: Any) -> Any:
    return getattr(value, "value", value)


def clean(text: str) -> str:
    """A text that the database can compare; a NUL can be in no row."""
    return text.replace("\x00", "\ufffd")


def words_in(*columns: str) -> Condition:
    def condition(words: Any) -> Q:
        made = Q()
        for word in clean(words or "")[:MOST_TEXT].split():
            one = Q()
            for column in columns:
                one |= Q(**{f"{column}__icontains": word})
            made &= one
        return made

    return condition


def by_ids(type_name: str) -> Condition:
    return lambda ids: Q(pk__in=[int_pk(one, type_name) for one in ids or []])


def by_slugs(slugs: Any) -> Q:
    return Q(slug__in=[clean(one) for one in slugs])


def by_metadata(entries: Any) -> Q:
    made = Q()
    for entry in entries or []:
        key, value = clean(entry["key"]), entry.get("value")
        made &= Q(metadata__contains={key: clean(value)}) if value else Q(metadata__has_key=key)
    return made


def equals(column: str) -> Condition:
    """``eq`` or ``oneOf``; an input that names neither finds nothing, as in Saleor."""

    def condition(value: Any) -> Q:
        if value and value.get("eq") is not None:
            return Q(**{column: _comparable(value["eq"])})
        if value and value.get("one_of") is not None:
            return Q(**{f"{column}__in": [_comparable(one) for one in value["one_of"]]})
        return NOTHING

    return condition


def _comparable(value: Any) -> Any:
    value = plain(value)
    return clean(value) if isinstance(value, str) else value


def is_flag(column: str) -> Condition:
    return lambda value: Q(**{column: value})


def _with_choices(value: bool) -> Q:
    offering = Q(input_type__in=TYPES_WITH_CHOICES)
    return offering if value else ~offering


SHARED: dict[str, Condition] = {
    "metadata": by_metadata,
    "ids": by_ids("Attribute"),
    "value_required": is_flag("is_value_required"),
    "is_variant_only": is_flag("is_variant_only"),
    "visible_in_storefront": is_flag("is_visible_in_storefront"),
    "in_collection": lambda value: used_by(products_in_collection(int_pk(value, "Collection"))),
    "in_category": lambda value: used_by(products_in_category(int_pk(value, "Category"))),
}
FILTERS: dict[str, Condition] = {
    **SHARED,
    "search": words_in("name", "name_en", "slug"),
    "type": lambda value: Q(type=plain(value)),
    "slugs": by_slugs,
}
WHERES: dict[str, Condition] = {
    **SHARED,
    "name": equals("name"),
    "slug": equals("slug"),
    "with_choices": _with_choices,
    "input_type": equals("input_type"),
    "entity_type": equals("entity_type"),
    "type": equals("type"),
    "unit": equals("unit"),
}
VALUE_FILTERS: dict[str, Condition] = {
    "search": words_in("name", "name_en", "slug"),
    "ids": by_ids("AttributeValue"),
    "slugs": by_slugs,
}
VALUE_WHERES: dict[str, Condition] = {
    "ids": by_ids("AttributeValue"),
    "name": equals("name"),
    "slug": equals("slug"),
}
LISTS = {"ids", "slugs"}


def filter_condition(value: Any, known: dict[str, Condition]) -> Q:
    """All that is given; an empty list of a filter narrows nothing."""
    made = Q()
    for name, item in (value or {}).items():
        if item is not None and not (name in LISTS and item == []):
            made &= known[name](item)
    return made


def where_condition(value: Any, known: dict[str, Condition]) -> Q:
    """All that is given with its branches; an empty list of a where finds nothing, as in Saleor."""
    made = Q()
    for name, item in (value or {}).items():
        if item is None:
            continue
        if name in ("AND", "OR"):
            made &= _branches(name, item, known)
        else:
            made &= known[name](item)
    return made


def _branches(name: str, items: Sequence[Any], known: dict[str, Condition]) -> Q:
    made = Q()
    for item in items:
        branch = where_condition(item, known)
        made = made & branch if name == "AND" else made | branch
    return made


def ensure_one(filter: Any, where: Any) -> None:
    if filter and where:
        raise GraphQLError("Only one filtering argument (filter or where) can be specified.")


def narrowed_attributes(rows: QuerySet[Attribute], filter: Any, where: Any, search: str | None) -> QuerySet[Attribute]:
    """The attributes that filter or where, and the words, let through; each once."""
    ensure_one(filter, where)
    condition = filter_condition(filter, FILTERS) & where_condition(where, WHERES) & FILTERS["search"](search)
    return rows.filter(pk__in=Attribute.objects.filter(condition).values("pk")) if condition else rows


def attribute_values(filter: Any, where: Any, search: str | None) -> QuerySet[AttributeValue]:
    """The offered values that filter or where, and the words, let through."""
    ensure_one(filter, where)
    condition = filter_condition(filter, VALUE_FILTERS) & where_condition(where, VALUE_WHERES)
    return value_list().filter(condition & VALUE_FILTERS["search"](search))


def parsed_text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("not a text")
    return value


def _parsed_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not a flag")
    return value


def sort_keys(sort_by: Any, default: str = "slug") -> list[SortKey]:
    """The keys of a list of attributes or types; the slug decides among equals."""
    if sort_by is None:
        return [SortKey(default, parse=parsed_text)]
    column, descending = plain(sort_by["field"]), plain(sort_by["direction"]) == "-"
    parse = _parsed_flag if column.startswith("is_") else parsed_text
    first = [] if column == "slug" else [SortKey(column, descending, parse=parse)]
    return [*first, SortKey("slug", descending, parse=parsed_text)]


def choice_keys(sort_by: Any) -> list[SortKey]:
    """The keys of a list of values: their order, unless told."""
    if sort_by is None:
        return [SortKey("sort_order", parse=int), SortKey("id", parse=int)]
    column, descending = plain(sort_by["field"]), plain(sort_by["direction"]) == "-"
    return [SortKey(column, descending, parse=parsed_text), SortKey("id", descending, parse=int)]
