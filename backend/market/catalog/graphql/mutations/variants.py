"""Make, change, sort and delete variants."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog import errors
from market.catalog.graphql.desk_views import whole_product, whole_variants
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.goods_inputs import ProductVariantCreateInput, ProductVariantInput
from market.catalog.graphql.goods_values import new_variant, variant_changes
from market.catalog.graphql.mutations.products import (
    GOODS_ERRORS,
    most_at_once,
    named_once,
    proposal_field,
)
from market.catalog.graphql.products import Product
from market.catalog.graphql.variants import ProductVariant
from market.catalog.rules.listing_paths import new_key
from market.catalog.selectors.desk import variant_key
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_change import listing_change
from market.catalog.services.variants_delete import variants_delete
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.bulk import ReorderInput, reordered
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or


class _NamedVariant:
    """How mutations name a variant: by one of three keys."""

    id = graphene.ID(description="ID of the variant.")
    external_reference = graphene.String(description="Its key in an outside system.")
    sku = graphene.String(description="Its stock keeping unit.")


def named_variant(
    info: Any, id: str | None = None, external_reference: str | None = None, sku: str | None = None
) -> tuple[int, int, str]:
    """Keys of a variant and its product, and the argument that named it; behind the door for staff and members."""
    ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
    named_once(id=id, externalReference=external_reference, sku=sku)
    pk = pk_from_id(id, "ProductVariant") if id is not None else None
    field = "id" if id is not None else "sku" if sku is not None else "externalReference"
    return (*variant_key(id=pk, external_reference=external_reference, sku=sku), field)


class ProductVariantCreate(BaseMutation):
    class Meta:
        description = (
            "Give a product one more variant. On goods on sale, a member's waits for a review; see `proposal`."
        )
        error_type = ProductError

    class Arguments:
        input = ProductVariantCreateInput(required=True, description="What is given.")

    raises = GOODS_ERRORS
    product_variant = graphene.Field(ProductVariant, description="The variant.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, input: Any) -> ProductVariantCreate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        product_id = pk_from_id(input["product"], "Product", field="product")
        path = f"variant:{new_key()}"
        outcome = listing_change(
            product_id=product_id, changes={path: new_variant(input)}, actor=info.context.actor, field="product"
        )
        made = whole_variants(info, outcome.made.values())
        return cls(product_variant=made[0] if made else None, proposal=outcome.proposal)


class ProductVariantUpdate(BaseMutation):
    class Meta:
        description = "Change a variant. On goods on sale, a member's changes wait for a review; see `proposal`."
        error_type = ProductError

    class Arguments(_NamedVariant):
        input = ProductVariantInput(required=True, description="What is given.")

    raises = GOODS_ERRORS
    product_variant = graphene.Field(ProductVariant, description="The variant.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, input: Any, **named: Any) -> ProductVariantUpdate:
        pk, product_id, field = named_variant(info, **named)
        outcome = listing_change(
            product_id=product_id, changes=variant_changes(pk, input), actor=info.context.actor, field=field
        )
        return cls(product_variant=whole_variants(info, [pk])[0], proposal=outcome.proposal)


class ProductVariantDelete(BaseMutation):
    class Meta:
        description = "Delete a variant; orders keep what they say of it."
        error_type = ProductError

    class Arguments(_NamedVariant):
        pass

    raises = (NotFound, InvalidId, InvalidInput, Required)
    product_variant = graphene.Field(ProductVariant, description="The variant that was deleted.")

    @classmethod
    def perform(cls, info: Any, **named: Any) -> ProductVariantDelete:
        pk, _, field = named_variant(info, **named)
        deleted = whole_variants(info, [pk])
        variants_delete(variant_ids=[pk], actor=info.context.actor, field=field)
        return cls(product_variant=deleted[0])


class ProductVariantBulkDelete(BaseMutation):
    class Meta:
        description = "Delete variants, all or none of them."
        error_type = ProductError

    class Arguments:
        ids = non_null_list(graphene.ID, description="IDs of the variants.")
        skus = non_null_list(graphene.String, description="SKUs of the variants, instead of IDs.")

    raises = (NotFound, InvalidId, InvalidInput, Required)
    count = graphene.Int(required=True, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str] | None = None, skus: list[str] | None = None) -> Any:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        named_once(ids=ids, skus=skus)
        most_at_once(ids or skus or [], "ids" if ids is not None else "skus")
        keys = [pk_from_id(key, "ProductVariant", field="ids") for key in ids or []]
        keys += [variant_key(sku=sku)[0] for sku in skus or []]
        variants_delete(variant_ids=keys, actor=info.context.actor, field="ids" if ids is not None else "skus")
        return cls(count=len(set(keys)))

    @classmethod
    def failed(cls, info: Any, errors: list[Any]) -> Any:
        answer = super().failed(info, errors)
        answer.count = 0
        return answer


class ProductVariantReorder(BaseMutation):
    class Meta:
        description = "Put the variants of a product in order."
        error_type = ProductError

    class Arguments:
        product_id = graphene.ID(required=True, description="ID of the product.")
        moves = non_null_list(ReorderInput, required=True, description="Moves, carried out one after the other.")

    raises = (NotFound, InvalidId, InvalidInput, errors.NotProductsVariant)
    product = graphene.Field(Product, description="The product.")

    @classmethod
    def perform(cls, info: Any, product_id: str, moves: list[Any]) -> ProductVariantReorder:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        key = pk_from_id(product_id, "Product", field="productId")
        wanted = [
            (pk_from_id(move["id"], "ProductVariant", field="moves"), move.get("sort_order") or 0) for move in moves
        ]
        try:
            order = reordered(listing_values(key).get("variantOrder", []), wanted)
        except KeyError:
            order = [pk for pk, _ in wanted]  # whose they are is told to nobody but who may know
        listing_change(product_id=key, changes={"variantOrder": order}, actor=info.context.actor, field="productId")
        return cls(product=whole_product(info, key))


class ProductVariantSetDefault(BaseMutation):
    class Meta:
        description = "Let a variant stand for its product."
        error_type = ProductError

    class Arguments:
        product_id = graphene.ID(required=True, description="ID of the product.")
        variant_id = graphene.ID(required=True, description="ID of the variant.")

    raises = (NotFound, InvalidId, InvalidInput, errors.NotProductsVariant)
    product = graphene.Field(Product, description="The product.")

    @classmethod
    def perform(cls, info: Any, product_id: str, variant_id: str) -> ProductVariantSetDefault:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        key = pk_from_id(product_id, "Product", field="productId")
        changes = {"defaultVariant": pk_from_id(variant_id, "ProductVariant", field="variantId")}
        listing_change(product_id=key, changes=changes, actor=info.context.actor, field="productId")
        return cls(product=whole_product(info, key))
