"""What is written of product types, categories and collections."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.filter_inputs import MetadataFilter
from market.catalog.graphql.structure_enums import (
    ProductAttributeType,
    ProductTypeConfigurable,
    ProductTypeEnum,
    ProductTypeKindEnum,
    ProductTypeSortField,
)
from market.channels.graphql.tax_classes import tax_kind_of
from market.core.graphql.enums import OrderDirection
from market.core.graphql.mutations import pk_from_id
from market.core.graphql.scalars import DateTime, JSONString, Upload
from market.core.graphql.seo import SeoInput
from market.core.graphql.types import MetadataInput, non_null_list
from market.core.graphql.weights import WeightScalar


class ProductTypeInput(graphene.InputObjectType):
    """A kind of product."""

    name = graphene.String(description="Name of the kind.")
    slug = graphene.String(description="Slug of the kind; made of the name when left out.")
    kind = ProductTypeKindEnum(description="Goods and services (NORMAL), or gift cards.")
    has_variants = graphene.Boolean(description="Whether its products come in variants.")
    product_attributes = non_null_list(graphene.ID, description="IDs of all attributes its products have, in order.")
    variant_attributes = non_null_list(graphene.ID, description="IDs of all attributes its variants have, in order.")
    is_shipping_required = graphene.Boolean(description="Whether it is shipped.")
    is_digital = graphene.Boolean(description="Whether it is delivered as a file.")
    weight = WeightScalar(description="What one piece weighs unless the product says.")
    tax_class = graphene.ID(description="ID of the tax class its products usually have.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Metadata for staff only to add.")


def product_type_values(given: Any) -> dict[str, Any]:
    """Ids as keys, the tax class as its kind. Raises InvalidId, NotFound."""
    values = plain_values(given)
    for name, field in (("product_attributes", "productAttributes"), ("variant_attributes", "variantAttributes")):
        if values.get(name) is not None:
            values[name] = [pk_from_id(one, "Attribute", field=field) for one in values[name]]
    if "tax_class" in values:
        named = values.pop("tax_class")
        values["tax_kind"] = tax_kind_of(named) if named is not None else None
    return values


def plain_values(given: Any) -> dict[str, Any]:
    """A copy of an input; members of enums are their values."""
    return {name: getattr(value, "value", value) for name, value in given.items()}


class ProductAttributeAssignInput(graphene.InputObjectType):
    """An attribute and where it goes."""

    id = graphene.ID(required=True, description="ID of the attribute.")
    type = ProductAttributeType(required=True, description="Whether products or variants get it.")
    variant_selection = graphene.Boolean(description="Whether a buyer chooses the variant by it.")


class ProductAttributeAssignmentUpdateInput(graphene.InputObjectType):
    """A variant attribute and whether a buyer chooses by it."""

    id = graphene.ID(required=True, description="ID of the attribute.")
    variant_selection = graphene.Boolean(required=True, description="Whether a buyer chooses the variant by it.")


class MoveProductInput(graphene.InputObjectType):
    """A product and by how many places it moves."""

    product_id = graphene.ID(required=True, description="ID of the product.")
    sort_order = graphene.Int(description="How many places on (1) or back (-1); it stops at the end.")


def moves_of(moves: list[Any], type_name: str, *, key: str = "id") -> list[tuple[int, int]]:
    """``(key, places)``. Raises InvalidId on ``moves``."""
    return [(pk_from_id(move[key], type_name, field="moves"), move.get("sort_order") or 0) for move in moves]


class ProductTypeFilterInput(graphene.InputObjectType):
    """What product types can be narrowed by."""

    search = graphene.String(description="Words in name or slug.")
    configurable = ProductTypeConfigurable(description="With variants, or without.")
    product_type = ProductTypeEnum(description="Delivered as a file, or shipped.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    kind = ProductTypeKindEnum(description="Of this kind.")
    ids = non_null_list(graphene.ID, description="One of these types.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class ProductTypeSortingInput(graphene.InputObjectType):
    """How to sort product types."""

    direction = OrderDirection(required=True, description="Which way.")
    field = ProductTypeSortField(required=True, description="By what.")


class CategoryInput(graphene.InputObjectType):
    """A category's texts and picture."""

    description = JSONString(description="Description as EditorJS.")
    name = graphene.String(description="Name of the category.")
    slug = graphene.String(description="Slug for addresses; made of the name when left out.")
    seo = SeoInput(description="Texts for search engines.")
    background_image = Upload(description="Its picture; null takes it away.")
    background_image_alt = graphene.String(description="What the picture shows, for those who cannot see it.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Metadata for staff only to add.")


class CollectionInput(graphene.InputObjectType):
    """A collection's texts and picture."""

    is_published = graphene.Boolean(
        description="Of no effect, as in Saleor: collectionChannelListingUpdate says where it is shown."
    )
    name = graphene.String(description="Name of the collection.")
    slug = graphene.String(description="Slug for addresses; made of the name when left out.")
    description = JSONString(description="Description as EditorJS.")
    background_image = Upload(description="Its picture; null takes it away.")
    background_image_alt = graphene.String(description="What the picture shows, for those who cannot see it.")
    seo = SeoInput(description="Texts for search engines.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Metadata for staff only to add.")


class CollectionCreateInput(CollectionInput):
    """A new collection."""

    products = non_null_list(graphene.ID, description="IDs of its products, in their order.")


class PublishableChannelListingInput(graphene.InputObjectType):
    """How a thing stands in a channel."""

    channel_id = graphene.ID(required=True, description="ID of the channel.")
    is_published = graphene.Boolean(description="Whether shoppers may see it once its time has come.")
    published_at = DateTime(description="From when on shoppers see it; now when left out at publishing.")


class CollectionChannelListingUpdateInput(graphene.InputObjectType):
    """Which channels a collection is put into and taken out of."""

    add_channels = non_null_list(PublishableChannelListingInput, description="Channels to list it in, or to change.")
    remove_channels = non_null_list(graphene.ID, description="IDs of channels to take it out of.")


class AttributeValueTranslationInput(graphene.InputObjectType):
    """A value's texts in another language; what is empty is not translated."""

    name = graphene.String(description="Name.")
    rich_text = JSONString(description="Rich text as EditorJS.")
    plain_text = graphene.String(description="Text.")
