"""The kind of a product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.attribute_inputs import (
    AttributeFilterInput,
    AttributeWhereInput,
    narrowed_attributes,
    sort_keys,
)
from market.catalog.graphql.attributes import Attribute, AttributeCountableConnection
from market.catalog.graphql.enums import VariantAttributeScope
from market.catalog.graphql.structure_enums import ProductTypeKindEnum
from market.catalog.selectors.attributes import SELECTION_TYPES
from market.catalog.selectors.structure import (
    assigned_to,
    attribute_list,
    product_attribute_links,
    sees_hidden_attributes,
    variant_attribute_links,
)
from market.channels.selectors.tax_classes import tax_class_of
from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import Connection, connection_type, paginate, paging_arguments
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list
from market.core.graphql.weights import Weight, weight_of
from market.core.permissions import MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES

ProductTypeCountableConnection = connection_type(
    "ProductType", "market.catalog.graphql.product_types.ProductType", "product types"
)


class AssignedVariantAttribute(graphene.ObjectType):
    """An attribute that variants of a type have, and whether a buyer chooses by it."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")
    variant_selection = graphene.Boolean(required=True, description="Whether a buyer chooses the variant by it.")

    @staticmethod
    def resolve_variant_selection(root: Any, info: Any) -> bool:
        return is_selection(root)


def is_selection(link: Any) -> bool:
    return bool(link.variant_selection and link.attribute.input_type in SELECTION_TYPES)


class ProductType(ModelObjectType):
    """A kind of product: which attributes it has and whether it is shipped."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the kind.")
    slug = graphene.String(required=True, description="Slug of the kind.")
    kind = graphene.Field(ProductTypeKindEnum, required=True, description="Goods and services, or gift cards.")
    has_variants = graphene.Boolean(required=True, description="Whether its products come in variants.")
    is_shipping_required = graphene.Boolean(required=True, description="Whether it is shipped.")
    is_digital = graphene.Boolean(required=True, description="Whether it is delivered as a file.")
    weight = graphene.Field(Weight, description="What one piece weighs unless the product says.")
    tax_class = graphene.Field(
        "market.channels.graphql.tax_classes.TaxClass", description="How VAT usually applies to its products."
    )
    product_attributes = non_null_list(Attribute, description="Attributes its products have, in their order.")
    variant_attributes = non_null_list(
        Attribute,
        description="Attributes its variants have, in their order.",
        variant_selection=VariantAttributeScope(description="Which of them."),
    )
    assigned_variant_attributes = non_null_list(
        AssignedVariantAttribute,
        description="Attributes its variants have, with whether a buyer chooses by them.",
        variant_selection=VariantAttributeScope(description="Which of them."),
    )
    available_attributes = graphene.Field(
        AttributeCountableConnection,
        description="Product attributes that can still be assigned. Requires MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES.",
        filter=AttributeFilterInput(description="Narrows the list."),
        where=AttributeWhereInput(description="Narrows the list, combined with AND and OR."),
        search=graphene.String(description="Words in name or slug."),
        **paging_arguments(),
    )

    @staticmethod
    def resolve_weight(root: Any, info: Any) -> Any:
        return weight_of(root.weight_grams)

    @staticmethod
    def resolve_tax_class(root: Any, info: Any) -> Any:
        return tax_class_of(root.tax_kind) if root.tax_kind else None

    @batch
    def resolve_product_attributes(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        links = _shown(info, product_attribute_links(parent.pk for parent in parents))
        return [[link.attribute for link in rows] for rows in _by_type(parents, links)]

    @batch
    def resolve_variant_attributes(
        parents: Sequence[Any], info: Any, variant_selection: Any = VariantAttributeScope.ALL
    ) -> list[list[Any]]:
        return [[link.attribute for link in rows] for rows in _variant_links(parents, info, variant_selection)]

    @batch
    def resolve_assigned_variant_attributes(
        parents: Sequence[Any], info: Any, variant_selection: Any = VariantAttributeScope.ALL
    ) -> list[list[Any]]:
        return _variant_links(parents, info, variant_selection)

    @batch
    def resolve_available_attributes(
        parents: Sequence[Any],
        info: Any,
        filter: Any = None,
        where: Any = None,
        search: str | None = None,
        **paging: Any,
    ) -> list[Any]:
        if not info.context.actor.has_permission(MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES):
            raise PermissionDenied(MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES)
        return [_available(info, parent.pk, filter, where, search, paging) for parent in parents]


def _available(info: Any, pk: int, filter: Any, where: Any, search: str | None, paging: Any) -> Connection:
    """A page for one type. It is asked on the page of one type, whose rest no list can share."""
    rows = attribute_list(sees_hidden=True).filter(type="product-type")
    taken = attribute_list(sees_hidden=True).filter(assigned_to(pk)).values("pk")
    return paginate(
        info, narrowed_attributes(rows.exclude(pk__in=taken), filter, where, search), sort_keys(None), **paging
    )


def _shown(info: Any, links: list[Any]) -> list[Any]:
    actor = info.context.actor
    if all(link.attribute.is_visible_in_storefront for link in links):
        return links
    sees_hidden = info.context.remember(("catalog.sees_hidden_attributes",), lambda: sees_hidden_attributes(actor))
    return [link for link in links if sees_hidden or link.attribute.is_visible_in_storefront]


def _by_type(parents: Sequence[Any], links: list[Any]) -> list[list[Any]]:
    return grouped(links, lambda link: link.product_type_id, [parent.pk for parent in parents])


def _variant_links(parents: Sequence[Any], info: Any, scope: Any) -> list[list[Any]]:
    wanted = getattr(scope, "value", scope)
    links = _shown(info, variant_attribute_links(parent.pk for parent in parents))
    if wanted != "all":
        links = [link for link in links if is_selection(link) == (wanted == "variant_selection")]
    return _by_type(parents, links)
