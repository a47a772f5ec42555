"""Where products and variants are sold, and for how much."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.desk_views import whole_product, whole_variants
from market.catalog.graphql.goods_inputs import (
    ProductChannelListingUpdateInput,
    ProductVariantChannelListingAddInput,
)
from market.catalog.graphql.goods_types import ProductChannelListingError
from market.catalog.graphql.goods_values import channel_prices, listing_changes
from market.catalog.graphql.mutations.products import GOODS_ERRORS, named_once, proposal_field
from market.catalog.graphql.products import Product
from market.catalog.graphql.quantity_prices import VariantQuantityPricesInput, quantity_price_changes
from market.catalog.graphql.variants import ProductVariant
from market.catalog.selectors.desk import variant_key
from market.catalog.services.listing_change import listing_change
from market.core.graphql.mutations import BaseMutation, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or


class ProductChannelListingUpdate(BaseMutation):
    class Meta:
        description = (
            "Put a product into channels, publish or hide it. What a member publishes waits for a review, unless the enterprise is trusted or "
            "the product was on sale there before and is unchanged; hiding never waits. An enterprise's product needs a category, a legal "
            "notice without gaps and a price to be published."
        )
        error_type = ProductChannelListingError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the product.")
        input = ProductChannelListingUpdateInput(required=True, description="What is given.")

    raises = GOODS_ERRORS
    product = graphene.Field(Product, description="The product.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ProductChannelListingUpdate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        key = pk_from_id(id, "Product")
        outcome = listing_change(product_id=key, changes=listing_changes(input), actor=info.context.actor)
        return cls(product=whole_product(info, key), proposal=outcome.proposal)


class ProductVariantChannelListingUpdate(BaseMutation):
    class Meta:
        description = "Say what a variant costs in channels, VAT included. On goods on sale, a member's higher price waits; see `proposal`."
        error_type = ProductChannelListingError

    class Arguments:
        id = graphene.ID(description="ID of the variant.")
        sku = graphene.String(description="Its stock keeping unit.")
        input = non_null_list(ProductVariantChannelListingAddInput, required=True, description="Its prices.")

    raises = GOODS_ERRORS
    variant = graphene.Field(ProductVariant, description="The variant.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, input: list[Any], id: str | None = None, sku: str | None = None) -> Any:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        named_once(id=id, sku=sku)
        given = pk_from_id(id, "ProductVariant") if id is not None else None
        pk, product_id = variant_key(id=given, sku=sku)
        changes = {f"variant:{pk}:price:{channel}": price for channel, price in channel_prices(input).items()}
        outcome = listing_change(
            product_id=product_id, changes=changes, actor=info.context.actor, field="id" if id is not None else "sku"
        )
        return cls(variant=whole_variants(info, [pk])[0], proposal=outcome.proposal)


class VariantQuantityPricesUpdate(BaseMutation):
    class Meta:
        description = (
            "Say what a variant costs from more pieces on, in channels; what is not named stays. On goods on sale, what makes a quantity dearer "
            "waits for a member; see `proposal`."
        )
        error_type = ProductChannelListingError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the variant.")
        input = non_null_list(VariantQuantityPricesInput, required=True, description="Its quantity prices by channel.")

    raises = GOODS_ERRORS
    variant = graphene.Field(ProductVariant, description="The variant.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, id: str, input: list[Any]) -> VariantQuantityPricesUpdate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        pk, product_id = variant_key(id=pk_from_id(id, "ProductVariant"))
        changes = quantity_price_changes(pk, input)
        outcome = listing_change(product_id=product_id, changes=changes, actor=info.context.actor)
        return cls(variant=whole_variants(info, [pk])[0], proposal=outcome.proposal)
