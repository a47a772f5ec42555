"""Let a picture of the product stand for one of its variants."""

from __future__ import annotations

from django.db import transaction

from market.catalog.errors import MediaAlreadyAssigned, NotProductsImage
from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia, ProductVariant, VariantMedia
from market.catalog.selectors.media import variant_owner
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor


def variant_media_assign(*, variant_id: int, media_id: int, actor: Actor) -> tuple[ProductVariant, ProductMedia]:
    """Raises NotFound, PermissionDenied, NeedsProposal, NotProductsImage, MediaAlreadyAssigned."""
    with transaction.atomic():
        product = product_for_update(variant_owner(variant_id, field="variantId"), field="variantId")
        ensure_changes_media(product, actor, field="variantId")
        variant = ProductVariant.objects.get(pk=variant_id)
        media = ProductMedia.objects.filter(pk=media_id, product_id=product.pk).first()
        if media is None:
            raise NotProductsImage("mediaId")
        _, is_new = VariantMedia.objects.get_or_create(variant=variant, media=media)
        if not is_new:
            raise MediaAlreadyAssigned("mediaId")
        products_touch([product.pk])
    return variant, media
