"""Attributes, their values, and both as they stand on a product or a variant."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.attribute_inputs import (
    AttributeChoicesSortingInput,
    AttributeValueFilterInput,
    AttributeValueWhereInput,
    attribute_values,
    choice_keys,
)
from market.catalog.graphql.channel_context import ChannelContext
from market.catalog.graphql.enums import AttributeInputTypeEnum
from market.catalog.graphql.structure_enums import (
    AttributeEntityTypeEnum,
    AttributeTypeEnum,
    MeasurementUnitsEnum,
    unit_of,
)
from market.catalog.graphql.translations import (
    AttributeTranslation,
    AttributeValueTranslation,
    attribute_translations,
    language_argument,
    value_translations,
)
from market.catalog.models import Attribute as AttributeModel
from market.catalog.models import AttributeInputType, ProductType
from market.catalog.selectors.structure import TYPES_WITH_CHOICES
from market.catalog.sql import ensure_loaded
from market.core.clock import SEOUL
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, connection_type, paginate_each, paging_arguments
from market.core.graphql.extensions import extensions_for
from market.core.graphql.scalars import Date, DateTime, JSONString
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list

AttributeCountableConnection = connection_type("Attribute", "market.catalog.graphql.attributes.Attribute", "attributes")
AttributeValueCountableConnection = connection_type(
    "AttributeValue", "market.catalog.graphql.attributes.AttributeValue", "values"
)
PRODUCT_TYPES = "market.catalog.graphql.product_types.ProductTypeCountableConnection"
BY_SLUG = [SortKey("slug", parse=str)]
REFERENCE_COLUMNS = {
    "reference_product_id": "Product",
    "reference_variant_id": "ProductVariant",
    "reference_category_id": "Category",
    "reference_collection_id": "Collection",
    "reference_page_id": "Page",
}


class File(graphene.ObjectType):
    """A file."""

    url = graphene.String(required=True, description="Where it is.")
    content_type = graphene.String(description="Its media type.")


def file_of(value: Any) -> dict[str, str | None] | None:
    if not value.file_url:
        return None
    return {"url": value.file_url, "content_type": value.content_type or mimetypes.guess_type(value.file_url)[0]}


def _types(parents: Sequence[Any], info: Any, relation: str, paging: Any) -> list[Connection]:
    keys = [parent.pk for parent in parents]
    return paginate_each(info, keys, ProductType.objects.all(), f"{relation}__attribute", BY_SLUG, **paging)


class Attribute(*extensions_for("Attribute"), ModelObjectType):  # type: ignore[misc]
    """A property that things of a kind have."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the attribute.")
    slug = graphene.String(required=True, description="Slug of the attribute.")
    type = graphene.Field(AttributeTypeEnum, required=True, description="Whose property it is.")
    input_type = graphene.Field(AttributeInputTypeEnum, description="What kind of values it takes.")
    entity_type = graphene.Field(AttributeEntityTypeEnum, description="What it points at, where it is a reference.")
    unit = graphene.Field(MeasurementUnitsEnum, description="Unit of its numbers.")
    value_required = graphene.Boolean(required=True, description="Whether every thing must have a value of it.")
    is_variant_only = graphene.Boolean(required=True, description="Whether it is for variants only.")
    visible_in_storefront = graphene.Boolean(required=True, description="Whether shoppers see it.")
    with_choices = graphene.Boolean(required=True, description="Whether it offers values to choose from.")
    external_reference = graphene.String(description="Its key in an outside system.")
    choices = graphene.Field(
        AttributeValueCountableConnection,
        description="The values it offers, in their order.",
        sort_by=AttributeChoicesSortingInput(description="Sorts the values."),
        filter=AttributeValueFilterInput(description="Narrows the values."),
        where=AttributeValueWhereInput(description="Narrows the values, combined with AND and OR."),
        search=graphene.String(description="Words in name or slug."),
        **paging_arguments(),
    )
    product_types = graphene.Field(
        PRODUCT_TYPES, required=True, description="The types whose products have it.", **paging_arguments()
    )
    product_variant_types = graphene.Field(
        PRODUCT_TYPES, required=True, description="The types whose variants have it.", **paging_arguments()
    )
    translation = graphene.Field(
        AttributeTranslation, description="Its name in another language.", **language_argument()
    )

    resolve_metadata = ChannelContext.resolve_metadata
    resolve_metafield = ChannelContext.resolve_metafield
    resolve_metafields = ChannelContext.resolve_metafields
    resolve_private_metadata = ChannelContext.resolve_private_metadata

    @staticmethod
    def resolve_unit(root: Any, info: Any) -> str | None:
        return unit_of(root.unit)

    @staticmethod
    def resolve_value_required(root: Any, info: Any) -> bool:
        return bool(root.is_value_required)

    @staticmethod
    def resolve_visible_in_storefront(root: Any, info: Any) -> bool:
        return bool(root.is_visible_in_storefront)

    @staticmethod
    def resolve_with_choices(root: Any, info: Any) -> bool:
        return root.input_type in TYPES_WITH_CHOICES

    @batch
    def resolve_choices(
        parents: Sequence[Any],
        info: Any,
        sort_by: Any = None,
        filter: Any = None,
        where: Any = None,
        search: str | None = None,
        **paging: Any,
    ) -> list[Connection]:
        rows = attribute_values(filter, where, search)
        return paginate_each(info, [parent.pk for parent in parents], rows, "attribute", choice_keys(sort_by), **paging)

    @batch
    def resolve_product_types(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        return _types(parents, info, "product_attribute_links", paging)

    @batch
    def resolve_product_variant_types(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        return _types(parents, info, "variant_attribute_links", paging)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        return attribute_translations(parents, language_code)


def _input_types(values: Sequence[Any]) -> list[str | None]:
    """The input type of each value's attribute, in one statement."""
    wanted = {value.attribute_id for value in values}
    found = dict(AttributeModel.objects.filter(pk__in=wanted).values_list("pk", "input_type"))
    return [found.get(value.attribute_id) for value in values]


class AttributeValue(ModelObjectType):
    """One value of an attribute."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(description="Name of the value.")
    slug = graphene.String(description="Slug of the value.")
    value = graphene.String(description="A colour code or another plain value.")
    input_type = graphene.Field(AttributeInputTypeEnum, description="What kind of values its attribute takes.")
    boolean = graphene.Boolean(description="The value of a yes-or-no attribute.")
    date = Date(description="The value of a date attribute, in Seoul.")
    date_time = DateTime(description="The value of a date attribute.")
    plain_text = graphene.String(description="The value of a text attribute.")
    rich_text = JSONString(description="The value of a rich text attribute, as EditorJS.")
    reference = graphene.ID(description="ID of what a reference points at.")
    file = graphene.Field(File, description="The value of a file attribute.")
    external_reference = graphene.String(description="Its key in an outside system.")
    translation = graphene.Field(
        AttributeValueTranslation, description="Its name in another language.", **language_argument()
    )

    @batch
    def resolve_input_type(parents: Sequence[Any], info: Any) -> list[str | None]:
        return _input_types(parents)

    @batch
    def resolve_date(parents: Sequence[Any], info: Any) -> list[Any]:
        kinds = _input_types(parents)
        return [
            parent.date_time.astimezone(SEOUL).date() if kind == AttributeInputType.DATE and parent.date_time else None
            for parent, kind in zip(parents, kinds, strict=True)
        ]

    @batch
    def resolve_rich_text(parents: Sequence[Any], info: Any) -> list[Any]:
        ensure_loaded(parents, "rich_text")
        return [parent.__dict__["rich_text"] for parent in parents]

    @staticmethod
    def resolve_reference(root: Any, info: Any) -> str | None:
        return reference_of(root)

    @staticmethod
    def resolve_file(root: Any, info: Any) -> dict[str, str | None] | None:
        return file_of(root)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        return value_translations(info, parents, language_code)


def reference_of(value: Any) -> str | None:
    """The global id of what a value points at."""
    for column, type_name in REFERENCE_COLUMNS.items():
        pk = getattr(value, column)
        if pk is not None:
            return to_global_id(type_name, pk)
    return None


class SelectedAttribute(graphene.ObjectType):
    """An attribute and the values chosen for it."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")
    values = graphene.Field(non_null_list(AttributeValue), required=True, description="The values, possibly none.")
