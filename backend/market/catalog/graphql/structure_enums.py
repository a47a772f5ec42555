"""Enums of product types and attributes."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.models import AttributeEntityType, AttributeType, ProductTypeKind
from market.core.graphql.enums import enum_from_choices

_UNITS = """MM CM DM M KM FT YD INCH SQ_MM SQ_CM SQ_DM SQ_M SQ_KM SQ_FT SQ_YD SQ_INCH CUBIC_MILLIMETER CUBIC_CENTIMETER CUBIC_DECIMETER
    CUBIC_METER LITER CUBIC_FOOT CUBIC_INCH CUBIC_YARD QT PINT FL_OZ ACRE_IN ACRE_FT G LB OZ KG TONNE"""

AttributeTypeEnum = enum_from_choices("AttributeTypeEnum", AttributeType, "Whose property an attribute is.")
AttributeEntityTypeEnum = enum_from_choices(
    "AttributeEntityTypeEnum", AttributeEntityType, "What a reference attribute points at."
)
ProductTypeKindEnum = enum_from_choices("ProductTypeKindEnum", ProductTypeKind, "Kinds of product types.")


def _words(description: str) -> Any:
    return lambda member: member.name.replace("_", " ").lower() if member is not None else description


MeasurementUnitsEnum = graphene.Enum(
    "MeasurementUnitsEnum",
    [(name, name.lower()) for name in _UNITS.split()],
    description=_words("Units of an attribute's numbers."),
)
ProductAttributeType = graphene.Enum(
    "ProductAttributeType",
    [("PRODUCT", "product"), ("VARIANT", "variant")],
    description=_words("Whether products or variants have an attribute."),
)
ProductTypeConfigurable = graphene.Enum(
    "ProductTypeConfigurable",
    [("CONFIGURABLE", "configurable"), ("SIMPLE", "simple")],
    description=_words("With variants, or without."),
)
ProductTypeEnum = graphene.Enum(
    "ProductTypeEnum",
    [("DIGITAL", "digital"), ("SHIPPABLE", "shippable")],
    description=_words("Delivered as a file, or shipped."),
)
ProductTypeSortField = graphene.Enum(
    "ProductTypeSortField",
    [("NAME", "name"), ("DIGITAL", "is_digital"), ("SHIPPING_REQUIRED", "is_shipping_required")],
    description=_words("What product types are sorted by."),
)
AttributeSortField = graphene.Enum(
    "AttributeSortField",
    [
        ("NAME", "name"),
        ("SLUG", "slug"),
        ("VALUE_REQUIRED", "is_value_required"),
        ("IS_VARIANT_ONLY", "is_variant_only"),
        ("VISIBLE_IN_STOREFRONT", "is_visible_in_storefront"),
    ],
    description=_words("What attributes are sorted by."),
)
AttributeChoicesSortField = graphene.Enum(
    "AttributeChoicesSortField",
    [("NAME", "name"), ("SLUG", "slug")],
    description=_words("What the values of an attribute are sorted by."),
)


def unit_of(value: str | None) -> str | None:
    """The unit as the API knows it; a word that it does not know is none."""
    return value if value in MeasurementUnitsEnum._meta.enum._value2member_map_ else None
