"""Let a picture no longer stand for a variant."""

from __future__ import annotations

from django.db import transaction

from market.catalog.errors import NotProductsImage
from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia, ProductVariant, VariantMedia
from market.catalog.selectors.media import variant_owner
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor


def variant_media_unassign(*, variant_id: int, media_id: int, actor: Actor) -> tuple[ProductVariant, ProductMedia]:
    """Raises NotFound, PermissionDenied, NeedsProposal, NotProductsImage where it does not stand for the variant."""
    with transaction.atomic():
        product = product_for_update(variant_owner(variant_id, field="variantId"), field="variantId")
        ensure_changes_media(product, actor, field="variantId")
        variant = ProductVariant.objects.get(pk=variant_id)
        link = VariantMedia.objects.filter(variant=variant, media_id=media_id).select_related("media").first()
        if link is None:
            raise NotProductsImage("mediaId")
        link.delete()
        products_touch([product.pk])
    return variant, link.media
