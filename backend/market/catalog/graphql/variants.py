"""The variant: what a buyer puts into the cart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.assigned_attributes import AssignedAttribute
from market.catalog.graphql.attributes import SelectedAttribute
from market.catalog.graphql.channel_context import ChannelContext
from market.catalog.graphql.enums import VariantAttributeScope
from market.catalog.graphql.media import ProductMedia
from market.catalog.graphql.pricing import VariantPricingInfo, variant_prices
from market.catalog.graphql.quantity_prices import QuantityPrice, ShownStep, shown_steps
from market.catalog.graphql.translations import ProductVariantTranslation, language_argument, name_translation
from market.catalog.graphql.views import view_of
from market.catalog.selectors.attributes import attributes_of_variants
from market.catalog.selectors.media import media_of_variants
from market.catalog.selectors.product_listings import variant_listings
from market.catalog.selectors.products import products_in_view
from market.catalog.sql import loaded_related, remember_related
from market.core.graphql.batch import batch
from market.core.graphql.connections import connection_type
from market.core.graphql.extensions import extensions_for
from market.core.graphql.scalars import DateTime, PositiveInt
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list

ProductVariantCountableConnection = connection_type(
    "ProductVariant", "market.catalog.graphql.variants.ProductVariant", "product variants"
)


class ProductVariant(*extensions_for("ProductVariant"), ChannelContext, ModelObjectType):  # type: ignore[misc]
    """One way a product is sold: a size, a set, a colour."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the variant.")
    sku = graphene.String(description="Stock keeping unit.")
    product = graphene.Field("market.catalog.graphql.products.Product", required=True, description="The product.")
    pricing = graphene.Field(VariantPricingInfo, description="What it costs in the channel.")
    quantity_prices = graphene.Field(
        non_null_list(QuantityPrice),
        required=True,
        description="What it costs from more pieces on, by quantity; each lowers the price of now.",
    )
    channel = graphene.String(description="Slug of the channel it is seen through.")
    track_inventory = graphene.Boolean(required=True, description="Whether its pieces are counted.")
    quantity_limit_per_customer = graphene.Int(description="At most so many in one checkout.")
    external_reference = graphene.String(description="Its key in an outside system.")
    created = DateTime(required=True, description="When it was entered.")
    updated_at = DateTime(required=True, description="When it was last changed.")
    attributes = graphene.Field(
        non_null_list(SelectedAttribute),
        required=True,
        description="The variant attributes of its kind with its values.",
        variant_selection=VariantAttributeScope(description="Which of them."),
    )
    assigned_attributes = graphene.Field(
        non_null_list(AssignedAttribute),
        required=True,
        description="The variant attributes of its kind with its values, typed.",
        variant_selection=VariantAttributeScope(description="Which of them."),
        limit=PositiveInt(description="At most so many; 100 unless told."),
    )
    media = graphene.Field(non_null_list(ProductMedia), description="The pictures of this variant.")
    translation = graphene.Field(
        ProductVariantTranslation, description="Its name in another language.", **language_argument()
    )

    @batch
    def resolve_product(parents: Sequence[Any], info: Any) -> list[Any]:
        return products_of(parents)

    @batch
    def resolve_pricing(parents: Sequence[Any], info: Any) -> list[Any]:
        _ensure_listings(parents)
        return [
            variant_prices(info, parent, product.tax_kind)
            for parent, product in zip(parents, products_of(parents), strict=True)
        ]

    @batch
    def resolve_quantity_prices(parents: Sequence[Any], info: Any) -> list[list[ShownStep]]:
        _ensure_listings(parents)
        return shown_steps(parents, [product.tax_kind for product in products_of(parents)], info)

    @batch
    def resolve_attributes(
        parents: Sequence[Any], info: Any, variant_selection: Any = VariantAttributeScope.ALL
    ) -> list[list[Any]]:
        return _selected(parents, variant_selection)

    @batch
    def resolve_assigned_attributes(
        parents: Sequence[Any], info: Any, variant_selection: Any = VariantAttributeScope.ALL, limit: int = 100
    ) -> list[list[Any]]:
        return [rows[:limit] for rows in _selected(parents, variant_selection)]

    @batch
    def resolve_media(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        found = media_of_variants(parent.pk for parent in parents)
        return [found.get(parent.pk, []) for parent in parents]

    @staticmethod
    def resolve_translation(root: Any, info: Any, language_code: Any) -> Any:
        return name_translation("ProductVariantTranslation", root, language_code)


def products_of(variants: Sequence[Any]) -> list[Any]:
    """The product of each variant, seen through the variant's channel."""
    lacking = [variant for variant in variants if not hasattr(loaded_related(variant, "product"), "view")]
    if lacking:
        found = products_in_view((variant.product_id for variant in lacking), view_of(lacking[0]))
        for variant in lacking:
            remember_related(variant, "product", found.get(variant.product_id))
    return [loaded_related(variant, "product") for variant in variants]


def _ensure_listings(variants: Sequence[Any]) -> None:
    """Variants that came without their price get it, in one statement a channel."""
    lacking: dict[int, list[Any]] = {}
    for variant in variants:
        if not hasattr(variant, "listing"):
            lacking.setdefault(view_of(variant).channel_id, []).append(variant)
    for channel_id, rows in lacking.items():
        listings = variant_listings([row.pk for row in rows], channel_id) if channel_id else {}
        for row in rows:
            row.listing = listings.get(row.pk)


def _selected(variants: Sequence[Any], scope: Any) -> list[list[Any]]:
    found = attributes_of_variants((variant.pk for variant in variants), view=view_of(variants[0]))
    return [
        [row for row in found[variant.pk] if _in_scope(row, getattr(scope, "value", scope))] for variant in variants
    ]


def _in_scope(selected: Any, scope: str) -> bool:
    if scope == "all":
        return True
    return bool(selected.is_selection == (scope == "variant_selection"))
