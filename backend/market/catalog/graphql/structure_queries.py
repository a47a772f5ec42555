"""Product types and attributes, for those who manage them and those who fill them in."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Q
from graphql import GraphQLError

from market.catalog.graphql.attribute_inputs import (
    AttributeFilterInput,
    AttributeSortingInput,
    AttributeWhereInput,
    by_ids,
    by_metadata,
    by_slugs,
    clean,
    filter_condition,
    narrowed_attributes,
    plain,
    sort_keys,
    words_in,
)
from market.catalog.graphql.attributes import Attribute, AttributeCountableConnection
from market.catalog.graphql.product_types import ProductTypeCountableConnection
from market.catalog.graphql.structure_inputs import ProductTypeFilterInput, ProductTypeSortingInput
from market.catalog.models import Attribute as AttributeModel
from market.catalog.models import ProductType as ProductTypeModel
from market.catalog.selectors.structure import attribute_list, sees_hidden_attributes
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, paginate, paging_arguments
from market.core.graphql.enums import LanguageCodeEnum

TYPE_FILTERS: dict[str, Any] = {
    "search": words_in("name", "slug"),
    "configurable": lambda value: Q(has_variants=plain(value) == "configurable"),
    "product_type": lambda value: Q(is_digital=True) if plain(value) == "digital" else Q(is_shipping_required=True),
    "metadata": by_metadata,
    "kind": lambda value: Q(kind=plain(value)),
    "ids": by_ids("ProductType"),
    "slugs": by_slugs,
}


class StructureQueries:
    attribute = graphene.Field(
        Attribute,
        id=graphene.ID(description="ID of the attribute."),
        slug=graphene.String(description="Slug of the attribute."),
        slug_language_code=LanguageCodeEnum(description="Language of the slug; attributes have one slug only."),
        external_reference=graphene.String(description="Key of the attribute in an outside system."),
        description="One attribute. Those that shoppers do not see are for staff and members of enterprises.",
    )
    attributes = graphene.Field(
        AttributeCountableConnection,
        filter=AttributeFilterInput(description="Narrows the list."),
        where=AttributeWhereInput(description="Narrows the list, combined with AND and OR."),
        search=graphene.String(description="Words in name or slug."),
        sort_by=AttributeSortingInput(description="Sorts the list."),
        channel=graphene.String(description="Slug of a channel; attributes are the same in all."),
        **paging_arguments(),
        description="Attributes by slug. Those that shoppers do not see are for staff and members of enterprises.",
    )
    product_types = graphene.Field(
        ProductTypeCountableConnection,
        filter=ProductTypeFilterInput(description="Narrows the list."),
        sort_by=ProductTypeSortingInput(description="Sorts the list."),
        **paging_arguments(),
        description="Kinds of products by slug.",
    )

    @staticmethod
    def resolve_attribute(
        root: Any,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        external_reference: str | None = None,
        slug_language_code: Any = None,
    ) -> AttributeModel | None:
        given = [name for name in (id, slug, external_reference) if name is not None]
        if len(given) != 1:
            raise GraphQLError("Exactly one of arguments is required: 'id', 'slug', 'externalReference'.")
        if id is not None:
            wanted = Q(pk=int_pk(id, "Attribute"))
        elif slug is not None:
            wanted = Q(slug=clean(slug))
        else:
            wanted = Q(external_reference=clean(external_reference or ""))
        return attribute_list(sees_hidden=sees_hidden_attributes(info.context.actor)).filter(wanted).first()

    @staticmethod
    def resolve_attributes(
        root: Any,
        info: Any,
        filter: Any = None,
        where: Any = None,
        search: str | None = None,
        sort_by: Any = None,
        channel: str | None = None,
        **paging: Any,
    ) -> Connection:
        rows = attribute_list(sees_hidden=sees_hidden_attributes(info.context.actor))
        return paginate(info, narrowed_attributes(rows, filter, where, search), sort_keys(sort_by), **paging)

    @staticmethod
    def resolve_product_types(
        root: Any, info: Any, filter: Any = None, sort_by: Any = None, **paging: Any
    ) -> Connection:
        rows = ProductTypeModel.objects.filter(filter_condition(filter, TYPE_FILTERS))
        return paginate(info, rows, sort_keys(sort_by), **paging)
