"""What pages add to attributes: a reference may be narrowed to things of some product or page types."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.models import AttributeEntityType, ProductType
from market.catalog.sql import ensure_loaded
from market.content.models import PageType
from market.core.graphql.batch import batch
from market.core.graphql.scalars import PositiveInt

USUAL_TYPES = 100


@functools.cache
def reference_type() -> Any:
    """The union of both kinds of types; made late, since each of them names attributes."""
    from market.catalog.graphql.product_types import ProductType as ProductTypeType
    from market.content.graphql.page_types import PageType as PageTypeType

    class ReferenceType(graphene.Union):
        """A type that things pointed at must be of."""

        class Meta:
            types = (ProductTypeType, PageTypeType)

        @classmethod
        def resolve_type(cls, instance: Any, info: Any) -> str:
            return type(instance).__name__

    return ReferenceType


class AttributeReferenceFields:
    reference_types = graphene.List(
        lambda: graphene.NonNull(reference_type()),
        limit=PositiveInt(default_value=USUAL_TYPES, description="How many at most."),
        description="Product or page types that things pointed at must be of; any when empty. Only references have some.",
    )

    @batch
    def resolve_reference_types(
        parents: Sequence[Any], info: Any, limit: int | None = USUAL_TYPES
    ) -> list[list[Any] | None]:
        ensure_loaded(parents, "reference_type_ids")
        wanted: dict[bool, set[int]] = {True: set(), False: set()}
        for parent in parents:
            wanted[_of_pages(parent)].update(parent.__dict__["reference_type_ids"])
        found = {
            is_page: (PageType if is_page else ProductType).objects.in_bulk(keys) if keys else {}
            for is_page, keys in wanted.items()
        }
        return [_types_of(parent, found[_of_pages(parent)], limit or USUAL_TYPES) for parent in parents]


def _of_pages(attribute: Any) -> bool:
    return bool(attribute.entity_type == AttributeEntityType.PAGE)


def _types_of(attribute: Any, found: dict[int, Any], limit: int) -> list[Any] | None:
    if attribute.entity_type is None:
        return None
    return [found[pk] for pk in attribute.__dict__["reference_type_ids"] if pk in found][:limit]
