"""What variants can be narrowed by, combined with AND and OR; conditions over ``v``."""

from __future__ import annotations

import functools
from typing import Any

import graphene

from market.catalog.graphql.attribute_filters import attribute_and_value
from market.catalog.graphql.filters import by_text, keys, moment_within, text
from market.catalog.graphql.inputs import (
    AssignedAttributeWhereInput,
    DateTimeRangeInput,
    MetadataFilter,
    StringFilterInput,
)
from market.catalog.selectors.product_conditions import one_of
from market.catalog.selectors.variants import variant_has_metadata, variant_with_attribute
from market.catalog.selectors.view import View
from market.catalog.sql import TRUE, Sql, all_of, any_of
from market.core.graphql.extensions import extensions_for
from market.core.graphql.types import non_null_list

NAME = "ProductVariantWhereInput"


class ProductVariantWhereInput(*extensions_for(NAME), graphene.InputObjectType):  # type: ignore[misc]
    """What variants can be narrowed by, combined with AND and OR."""

    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    ids = non_null_list(graphene.ID, description="One of these variants.")
    sku = StringFilterInput(description="By the SKU.")
    updated_at = DateTimeRangeInput(description="Last changed.")
    attributes = non_null_list(AssignedAttributeWhereInput, description="Has all of these attributes.")
    AND = non_null_list(lambda: ProductVariantWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: ProductVariantWhereInput, name="OR", description="One of these must hold.")


def _metadata(value: Any, view: View) -> Sql:
    return all_of(
        variant_has_metadata(text(entry["key"]), text(entry["value"]) if entry.get("value") else None)
        for entry in value or []
    )


def _attributes(value: Any, view: View) -> Sql:
    return all_of(variant_with_attribute(*attribute_and_value(item)) for item in value or [])


OWN: dict[str, Any] = {
    "metadata": _metadata,
    "ids": lambda value, view: one_of("v.id", keys(value, "ProductVariant")) if value else TRUE,
    "sku": by_text("v.sku"),
    "updated_at": moment_within("v.updated_at"),
    "attributes": _attributes,
}


@functools.cache
def _known() -> dict[str, Any]:
    upper = {name: condition for mixin in extensions_for(NAME) for name, condition in mixin.CONDITIONS.items()}
    return {**OWN, **upper}


def variant_where(value: Any, view: View) -> Sql:
    """The condition of all its fields and branches; what is given as null narrows nothing."""
    parts = []
    for name, item in (value or {}).items():
        if item is None:
            continue
        if name in ("AND", "OR"):
            join = all_of if name == "AND" else any_of
            parts.append(join(variant_where(branch, view) for branch in item) if item else TRUE)
        else:
            parts.append(_known()[name](item, view))
    return all_of(parts)
