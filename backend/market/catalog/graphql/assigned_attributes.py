"""Attributes of a thing with their values, in a type for each kind of value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.attributes import Attribute, File, file_of
from market.catalog.graphql.translations import language_argument, name_translation
from market.catalog.graphql.views import NOWHERE, in_channel
from market.catalog.models import AttributeInputType
from market.catalog.selectors.collections import collection_list, collections_shown
from market.core import clock
from market.core.graphql.batch import batch
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import non_null_list


def _first(root: Any) -> Any:
    return root.values[0] if root.values else None


class AssignedAttribute(graphene.Interface):
    """An attribute of a thing with its value, in a type for each kind of value."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> str:
        return ASSIGNED_TYPES[instance.attribute.input_type]


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


class AssignedSingleCollectionReferenceAttribute(graphene.ObjectType):
    """A collection that the thing points at."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field("market.catalog.graphql.collections.Collection", description="The collection.")

    @batch
    def resolve_value(parents: Sequence[Any], info: Any) -> list[Any]:
        """The collection, if the viewer may see it in the channel of the thing; what is of no channel may point at what any of them shows."""
        view = parents[0].view or NOWHERE
        rows = collections_shown(None) if view is NOWHERE else collection_list(view=view)
        named = [parent.values[0].reference_collection_id if parent.values else None for parent in parents]
        found = rows.in_bulk([pk for pk in named if pk is not None])
        return [in_channel(found[pk], view) if pk in found else None for pk in named]


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
    AttributeInputType.SINGLE_REFERENCE: "AssignedSingleCollectionReferenceAttribute",
    AttributeInputType.REFERENCE: "AssignedSingleCollectionReferenceAttribute",
}
