"""Inputs of the catalogue's lists."""

from __future__ import annotations

import graphene

from market.catalog.graphql.enums import CollectionSortField, ProductOrderField, TaxKindEnum
from market.catalog.graphql.filter_inputs import (
    DateRangeInput,
    DateTimeFilterInput,
    DateTimeRangeInput,
    DecimalFilterInput,
    DecimalRangeInput,
    GlobalIDFilterInput,
    IntRangeInput,
    MetadataFilter,
    PriceRangeInput,
    StringFilterInput,
)
from market.core.graphql.enums import OrderDirection
from market.core.graphql.extensions import extensions_for
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import non_null_list

__all__ = [
    "AssignedAttributeReferenceInput",
    "AssignedAttributeValueInput",
    "AssignedAttributeWhereInput",
    "AttributeInput",
    "CategoryFilterInput",
    "CategoryWhereInput",
    "CollectionFilterInput",
    "CollectionSortingInput",
    "CollectionWhereInput",
    "ContainsFilterInput",
    "DateRangeInput",
    "DateTimeFilterInput",
    "DateTimeRangeInput",
    "DecimalFilterInput",
    "DecimalRangeInput",
    "GlobalIDFilterInput",
    "IntRangeInput",
    "MetadataFilter",
    "PriceRangeInput",
    "ProductFilterInput",
    "ProductOrder",
    "ProductVariantFilterInput",
    "ProductWhereInput",
    "StringFilterInput",
]


class ContainsFilterInput(graphene.InputObjectType):
    """Holds any of these, or all of these."""

    contains_any = non_null_list(graphene.String, description="At least one of them.")
    contains_all = non_null_list(graphene.String, description="All of them.")


class AssignedAttributeReferenceInput(graphene.InputObjectType):
    """What a reference attribute points at."""

    referenced_ids = ContainsFilterInput(description="By id.")
    page_slugs = ContainsFilterInput(description="Pages by slug.")
    product_slugs = ContainsFilterInput(description="Products by slug.")
    product_variant_skus = ContainsFilterInput(description="Variants by SKU.")
    category_slugs = ContainsFilterInput(description="Categories by slug.")
    collection_slugs = ContainsFilterInput(description="Collections by slug.")


class AssignedAttributeValueInput(graphene.InputObjectType):
    """What the value must be; name one thing only."""

    slug = StringFilterInput(description="By the slug of the value.")
    name = StringFilterInput(description="By the name of the value.")
    numeric = DecimalFilterInput(description="By the number.")
    date = DateRangeInput(description="By the date.")
    date_time = DateTimeRangeInput(description="By the instant.")
    boolean = graphene.Boolean(description="Yes or no.")
    reference = AssignedAttributeReferenceInput(description="By what it points at.")


class AssignedAttributeWhereInput(graphene.InputObjectType):
    """Has an attribute and, when given, a value of it."""

    slug = graphene.String(description="Slug of the attribute.")
    value = AssignedAttributeValueInput(description="What its value must be.")


class AttributeInput(graphene.InputObjectType):
    """Has an attribute and, when given, a value of it: by ``value``, or by one of the older fields."""

    slug = graphene.String(description="Slug of the attribute.")
    value = AssignedAttributeValueInput(description="What its value must be.")
    values = non_null_list(graphene.String, description="Slugs of values; older than `value`.")
    values_range = IntRangeInput(description="Between these numbers; older than `value`.")
    date_time = DateTimeRangeInput(description="Between these instants; older than `value`.")
    date = DateRangeInput(description="Between these dates; older than `value`.")
    boolean = graphene.Boolean(description="Yes or no; older than `value`.")


class _OurFilters:
    """What Ieum's lists can be narrowed by, beyond Saleor's."""

    vendors = non_null_list(graphene.ID, description="Of one of these vendors.")
    certificates = non_null_list(
        graphene.String, description="Of a vendor that holds one of these certificates today; codes."
    )
    districts = non_null_list(graphene.String, description="Of a vendor in one of these districts; codes.")
    values = non_null_list(graphene.String, description="With a checked claim to one of these value themes; codes.")
    tax_kinds = non_null_list(TaxKindEnum, description="Of one of these tax kinds.")
    is_service = graphene.Boolean(description="Services only, or goods only.")


class ProductFilterInput(*extensions_for("ProductFilterInput"), _OurFilters, graphene.InputObjectType):  # type: ignore[misc]
    """What products can be narrowed by. All that is given must hold."""

    is_published = graphene.Boolean(description="Published in the channel now.")
    collections = non_null_list(graphene.ID, description="In one of these collections.")
    categories = non_null_list(graphene.ID, description="In one of these categories or below.")
    has_category = graphene.Boolean(description="Has a category at all.")
    attributes = non_null_list(AttributeInput, description="Has all of these attributes.")
    search = graphene.String(description="Words to find.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    published_from = DateTime(description="Published by this instant.")
    is_available = graphene.Boolean(description="Can be bought now.")
    available_from = DateTime(description="On sale by this instant.")
    is_visible_in_listing = graphene.Boolean(description="Shown in the channel's lists.")
    price = PriceRangeInput(description="Some variant's price before discounts.")
    minimal_price = PriceRangeInput(description="The lowest price now.")
    updated_at = DateTimeRangeInput(description="Last changed.")
    product_types = non_null_list(graphene.ID, description="Of one of these product types.")
    gift_card = graphene.Boolean(description="Gift cards only, or none.")
    ids = non_null_list(graphene.ID, description="One of these products.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class ProductWhereInput(*extensions_for("ProductWhereInput"), _OurFilters, graphene.InputObjectType):  # type: ignore[misc]
    """What products can be narrowed by, combined with AND and OR."""

    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these products.")
    name = StringFilterInput(description="By name.")
    slug = StringFilterInput(description="By slug.")
    product_type = GlobalIDFilterInput(description="By product type.")
    category = GlobalIDFilterInput(description="In the category or below.")
    collection = GlobalIDFilterInput(description="By collection.")
    is_available = graphene.Boolean(description="Can be bought now.")
    is_published = graphene.Boolean(description="Published in the channel now.")
    is_visible_in_listing = graphene.Boolean(description="Shown in the channel's lists.")
    published_from = DateTime(description="Published by this instant.")
    available_from = DateTime(description="On sale by this instant.")
    has_category = graphene.Boolean(description="Has a category at all.")
    price = DecimalFilterInput(description="Some variant's price before discounts.")
    minimal_price = DecimalFilterInput(description="The lowest price now.")
    attributes = non_null_list(AttributeInput, description="Has all of these attributes.")
    gift_card = graphene.Boolean(description="Gift cards only, or none.")
    updated_at = DateTimeFilterInput(description="Last changed.")
    AND = non_null_list(lambda: ProductWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: ProductWhereInput, name="OR", description="One of these must hold.")


class ProductOrder(graphene.InputObjectType):
    """How to sort products: by a field or by an attribute."""

    direction = OrderDirection(required=True, description="Which way.")
    attribute_id = graphene.ID(description="By the values of this attribute.")
    field = ProductOrderField(description="By this field.")


class CategoryFilterInput(graphene.InputObjectType):
    """What categories can be narrowed by."""

    search = graphene.String(description="Words in name or description.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these categories.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")
    updated_at = DateTimeRangeInput(description="Last changed.")


class CategoryWhereInput(graphene.InputObjectType):
    """What categories can be narrowed by, combined with AND and OR."""

    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these categories; none when the list is empty.")
    AND = non_null_list(lambda: CategoryWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: CategoryWhereInput, name="OR", description="One of these must hold.")


class CollectionWhereInput(graphene.InputObjectType):
    """What collections can be narrowed by, combined with AND and OR."""

    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these collections; none when the list is empty.")
    AND = non_null_list(lambda: CollectionWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: CollectionWhereInput, name="OR", description="One of these must hold.")


class CollectionPublished(graphene.Enum):
    """Whether shoppers see a collection."""

    PUBLISHED = "published"
    HIDDEN = "hidden"


class CollectionFilterInput(graphene.InputObjectType):
    """What collections can be narrowed by."""

    published = CollectionPublished(description="Shown to shoppers of the channel, or hidden from them.")
    search = graphene.String(description="Words in name or slug.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these collections.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class CollectionSortingInput(graphene.InputObjectType):
    """How to sort collections."""

    direction = OrderDirection(required=True, description="Which way.")
    field = CollectionSortField(required=True, description="By what.")


class ProductVariantFilterInput(graphene.InputObjectType):
    """What variants can be narrowed by."""

    sku = non_null_list(graphene.String, description="One of these SKUs.")
    search = graphene.String(description="Part of the name or the SKU.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    updated_at = DateTimeRangeInput(description="Last changed.")
