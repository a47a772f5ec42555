"""Let a picture of the product stand for one of its variants."""

from __future__ import annotations

from django.db import transaction

from market.catalog.errors import MediaAlreadyAssigned, NotProductsImage
from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia, ProductVariant
from market.catalog.selectors.media import variant_owner
from market.catalog.selectors.media_rights import media_product_get
from market.catalog.services.variant_pictures_change import variant_pictures, variant_pictures_change
from market.core.actor import Actor


def variant_media_assign(*, variant_id: int, media_id: int, actor: Actor) -> tuple[ProductVariant, ProductMedia]:
    """Now, or after a review. Raises NotFound for another's as for none, PermissionDenied, NotProductsImage, MediaAlreadyAssigned."""
    with transaction.atomic():
        product = product_for_update(variant_owner(variant_id, field="variantId"), field="variantId")
        media_product_get(product.pk, actor, field="variantId")
        media = ProductMedia.objects.filter(pk=media_id, product_id=product.pk).first()
        if media is None:
            raise NotProductsImage("mediaId")
        there, is_waiting = variant_pictures(product=product, variant_id=variant_id, actor=actor)
        if media_id in there:
            raise MediaAlreadyAssigned("mediaId")
        variant_pictures_change(
            product=product, variant_id=variant_id, media_ids=[*there, media_id], is_waiting=is_waiting, actor=actor
        )
    return ProductVariant.objects.get(pk=variant_id), media
