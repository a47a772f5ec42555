"""Every type of the catalogue under one address, for references from other rooms."""

from __future__ import annotations

from market.catalog.graphql.assigned_attributes import (
    REFERENCE_TYPES,
    AssignedAttribute,
    AssignedBooleanAttribute,
    AssignedDateAttribute,
    AssignedDateTimeAttribute,
    AssignedFileAttribute,
    AssignedMultiChoiceAttribute,
    AssignedNumericAttribute,
    AssignedPlainTextAttribute,
    AssignedSingleChoiceAttribute,
)
from market.catalog.graphql.attributes import Attribute, AttributeValue, File, SelectedAttribute
from market.catalog.graphql.categories import Category, CategoryCountableConnection
from market.catalog.graphql.collections import Collection, CollectionCountableConnection
from market.catalog.graphql.enums import TaxKindEnum
from market.catalog.graphql.media import ProductMedia
from market.catalog.graphql.notices import ProductNotice
from market.catalog.graphql.product_types import ProductType
from market.catalog.graphql.products import Product, ProductCountableConnection
from market.catalog.graphql.translations import LanguageDisplay, ProductTranslation
from market.catalog.graphql.value_themes import ValueClaim, ValueTheme
from market.catalog.graphql.variants import ProductVariant, ProductVariantCountableConnection

# Reached through their interface only, so the schema must be told of them.
SCHEMA_TYPES = [
    AssignedBooleanAttribute,
    AssignedDateAttribute,
    AssignedDateTimeAttribute,
    AssignedFileAttribute,
    AssignedMultiChoiceAttribute,
    AssignedNumericAttribute,
    AssignedPlainTextAttribute,
    AssignedSingleChoiceAttribute,
    *REFERENCE_TYPES,
]

__all__ = [
    "SCHEMA_TYPES",
    "AssignedAttribute",
    "AssignedBooleanAttribute",
    "AssignedDateAttribute",
    "AssignedDateTimeAttribute",
    "AssignedFileAttribute",
    "AssignedMultiChoiceAttribute",
    "AssignedNumericAttribute",
    "AssignedPlainTextAttribute",
    "AssignedSingleChoiceAttribute",
    "Attribute",
    "AttributeValue",
    "Category",
    "CategoryCountableConnection",
    "Collection",
    "CollectionCountableConnection",
    "File",
    "LanguageDisplay",
    "Product",
    "ProductCountableConnection",
    "ProductMedia",
    "ProductNotice",
    "ProductTranslation",
    "ProductType",
    "ProductVariant",
    "ProductVariantCountableConnection",
    "SelectedAttribute",
    "TaxKindEnum",
    "ValueClaim",
    "ValueTheme",
]
