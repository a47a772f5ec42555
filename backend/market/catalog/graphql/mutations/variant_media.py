"""Which pictures of a product stand for which of its variants."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import MediaAlreadyAssigned, NotProductsImage
from market.catalog.graphql.desk_views import whole_variants
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.media import ProductMedia
from market.catalog.graphql.variants import ProductVariant
from market.catalog.services.variant_media_assign import variant_media_assign
from market.catalog.services.variant_media_unassign import variant_media_unassign
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or


def _keys(info: Any, media_id: str, variant_id: str) -> dict[str, Any]:
    ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
    return {
        "media_id": pk_from_id(media_id, "ProductMedia", field="mediaId"),
        "variant_id": pk_from_id(variant_id, "ProductVariant", field="variantId"),
        "actor": info.context.actor,
    }


def _whole_variant(info: Any, variant_id: int) -> Any:
    return next(iter(whole_variants(info, [variant_id])), None)


class VariantMediaAssign(BaseMutation):
    class Meta:
        description = "Let a picture of the product stand for a variant."
        error_type = ProductError

    class Arguments:
        media_id = graphene.ID(required=True, description="ID of a picture of the variant's product.")
        variant_id = graphene.ID(required=True, description="ID of the variant.")

    raises = (InvalidId, NotFound, NotProductsImage, MediaAlreadyAssigned)
    product_variant = graphene.Field(ProductVariant, description="The variant.")
    media = graphene.Field(ProductMedia, description="The picture.")

    @classmethod
    def perform(cls, info: Any, media_id: str, variant_id: str) -> VariantMediaAssign:
        variant, media = variant_media_assign(**_keys(info, media_id, variant_id))
        return cls(product_variant=_whole_variant(info, variant.pk), media=media)


class VariantMediaUnassign(BaseMutation):
    class Meta:
        description = "Let a picture no longer stand for a variant."
        error_type = ProductError

    class Arguments:
        media_id = graphene.ID(required=True, description="ID of the picture.")
        variant_id = graphene.ID(required=True, description="ID of the variant.")

    raises = (InvalidId, NotFound, NotProductsImage)
    product_variant = graphene.Field(ProductVariant, description="The variant.")
    media = graphene.Field(ProductMedia, description="The picture.")

    @classmethod
    def perform(cls, info: Any, media_id: str, variant_id: str) -> VariantMediaUnassign:
        variant, media = variant_media_unassign(**_keys(info, media_id, variant_id))
        return cls(product_variant=_whole_variant(info, variant.pk), media=media)
