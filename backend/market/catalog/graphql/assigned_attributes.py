"""Attributes of a thing with their values, in a type for each kind of value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import graphene

from market.catalog.graphql.attributes import Attribute, File, file_of
from market.catalog.graphql.translations import language_argument, name_translation
from market.catalog.graphql.views import NOWHERE, in_channel
from market.catalog.models import REFERENCES, AttributeInputType
from market.catalog.models import Category as CategoryModel
from market.catalog.selectors.collections import collection_list, collections_shown
from market.catalog.selectors.products import products_in_view
from market.catalog.selectors.structure import products_shown
from market.catalog.selectors.variants import variants_in_view
from market.catalog.selectors.view import View
from market.core import clock
from market.core.graphql.batch import batch
from market.core.graphql.scalars import DateTime, PositiveInt
from market.core.graphql.types import non_null_list


def _first(root: Any) -> Any:
    return root.values[0] if root.values else None


class AssignedAttribute(graphene.Interface):
    """An attribute of a thing with its value, in a type for each kind of value."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> str:
        attribute = instance.attribute
        if attribute.input_type not in REFERENCES:
            return ASSIGNED_TYPES[attribute.input_type]
        number = "Single" if attribute.input_type == AttributeInputType.SINGLE_REFERENCE else "Multi"
        return f"Assigned{number}{attribute.entity_type}ReferenceAttribute"


class AssignedBooleanAttribute(graphene.ObjectType):
    """Yes or no."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Boolean(description="The value.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> bool | None:
        return getattr(_first(root), "boolean", None)


class AssignedFileAttribute(graphene.ObjectType):
    """A file."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(File, description="The value.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> Any:
        return file_of(root.values[0]) if root.values else None


class AssignedNumericAttribute(graphene.ObjectType):
    """A number."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Float(description="The value, in the attribute's unit.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> float | None:
        return getattr(_first(root), "numeric", None)


class AssignedPlainTextAttribute(graphene.ObjectType):
    """A text."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.String(description="The value.")
    translation = graphene.String(description="The value in another language.", **language_argument())

    @staticmethod
    def resolve_value(root: Any, info: Any) -> str | None:
        return getattr(_first(root), "plain_text", None)

    @staticmethod
    def resolve_translation(root: Any, info: Any, language_code: Any) -> str | None:
        made = name_translation("AttributeValueTranslation", root.values[0], language_code) if root.values else None
        return made.name if made else None


class AssignedDateAttribute(graphene.ObjectType):
    """A date."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Date(description="The value.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> Any:
        moment = getattr(_first(root), "date_time", None)
        return moment.astimezone(clock.SEOUL).date() if moment else None


class AssignedDateTimeAttribute(graphene.ObjectType):
    """An instant."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = DateTime(description="The value.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> Any:
        return getattr(_first(root), "date_time", None)


class AssignedChoiceAttributeValue(graphene.ObjectType):
    """One of the values that an attribute offers."""

    name = graphene.String(description="Name of the value.")
    slug = graphene.String(description="Slug of the value.")
    translation = graphene.String(description="Its name in another language.", **language_argument())

    @staticmethod
    def resolve_translation(root: Any, info: Any, language_code: Any) -> str | None:
        made = name_translation("AttributeValueTranslation", root, language_code)
        return made.name if made else None


class AssignedSingleChoiceAttribute(graphene.ObjectType):
    """One of the offered values."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(AssignedChoiceAttributeValue, description="The chosen value.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> Any:
        return _first(root)


class AssignedMultiChoiceAttribute(graphene.ObjectType):
    """Several of the offered values."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(non_null_list(AssignedChoiceAttributeValue), required=True, description="The chosen values.")

    @staticmethod
    def resolve_value(root: Any, info: Any) -> Any:
        return root.values


Loader = Callable[[list[int], View], dict[int, Any]]


def _collections(keys: list[int], view: View) -> dict[int, Any]:
    """Those that the viewer may see in the channel of the thing; what is of no channel may point at what any of them shows."""
    rows = collections_shown(None) if view is NOWHERE else collection_list(view=view)
    return {pk: in_channel(row, view) for pk, row in rows.in_bulk(keys).items()}


def _products(keys: list[int], view: View) -> dict[int, Any]:
    shown = products_shown(keys, view)
    return dict(products_in_view(shown, view)) if shown else {}


def _variants(keys: list[int], view: View) -> dict[int, Any]:
    rows = dict(variants_in_view(keys, view)) if keys else {}
    shown = products_shown((row.product_id for row in rows.values()), view)
    return {pk: row for pk, row in rows.items() if row.product_id in shown}


def _categories(keys: list[int], view: View) -> dict[int, Any]:
    return dict(CategoryModel.objects.in_bulk(keys))


def reference_types(entity: str, node: str, column: str, load: Loader) -> tuple[Any, Any]:
    """The types of an attribute that points at one thing of a kind, and at several."""

    def found(parents: Sequence[Any]) -> tuple[list[list[int]], dict[int, Any]]:
        named = [[pk for value in parent.values if (pk := getattr(value, column)) is not None] for parent in parents]
        return named, load([pk for keys in named for pk in keys], parents[0].view or NOWHERE)

    @batch
    def one(parents: Sequence[Any], info: Any) -> list[Any]:
        named, rows = found(parents)
        return [next((rows[pk] for pk in keys if pk in rows), None) for keys in named]

    @batch
    def several(parents: Sequence[Any], info: Any, limit: int | None = MOST_REFERENCES) -> list[list[Any]]:
        named, rows = found(parents)
        return [[rows[pk] for pk in keys if pk in rows][: limit or MOST_REFERENCES] for keys in named]

    meta = type("Meta", (), {"interfaces": (AssignedAttribute,)})
    single = {
        "__doc__": f"One {entity} that the thing points at.",
        "Meta": meta,
        "value": graphene.Field(node, description="What it points at; none when the viewer may not see it."),
        "resolve_value": one,
    }
    multi = {
        "__doc__": f"Things of the kind {entity} that the thing points at.",
        "Meta": meta,
        "value": graphene.Field(
            non_null_list(node),
            required=True,
            limit=PositiveInt(default_value=MOST_REFERENCES, description="How many at most."),
            description="What it points at, as far as the viewer may see it.",
        ),
        "resolve_value": several,
    }
    names = (f"AssignedSingle{entity}ReferenceAttribute", f"AssignedMulti{entity}ReferenceAttribute")
    return type(names[0], (graphene.ObjectType,), single), type(names[1], (graphene.ObjectType,), multi)


MOST_REFERENCES = 100
REFERENCE_TYPES = [
    *reference_types(
        "Collection", "market.catalog.graphql.collections.Collection", "reference_collection_id", _collections
    ),
    *reference_types("Product", "market.catalog.graphql.products.Product", "reference_product_id", _products),
    *reference_types(
        "ProductVariant", "market.catalog.graphql.variants.ProductVariant", "reference_variant_id", _variants
    ),
    *reference_types("Category", "market.catalog.graphql.categories.Category", "reference_category_id", _categories),
]
ASSIGNED_TYPES = {
    AttributeInputType.BOOLEAN: "AssignedBooleanAttribute",
    AttributeInputType.FILE: "AssignedFileAttribute",
    AttributeInputType.NUMERIC: "AssignedNumericAttribute",
    AttributeInputType.PLAIN_TEXT: "AssignedPlainTextAttribute",
    AttributeInputType.RICH_TEXT: "AssignedPlainTextAttribute",
    AttributeInputType.DATE: "AssignedDateAttribute",
    AttributeInputType.DATE_TIME: "AssignedDateTimeAttribute",
    AttributeInputType.DROPDOWN: "AssignedSingleChoiceAttribute",
    AttributeInputType.SWATCH: "AssignedSingleChoiceAttribute",
    AttributeInputType.MULTISELECT: "AssignedMultiChoiceAttribute",
}
