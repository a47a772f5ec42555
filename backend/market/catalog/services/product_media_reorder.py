"""Put the pictures of a product in order."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia
from market.catalog.selectors.media_rights import media_product_get
from market.catalog.services.listing_change import listing_change
from market.core.actor import Actor
from market.core.errors import InvalidInput


def product_media_reorder(*, product_id: int, media_ids: Sequence[int], actor: Actor) -> list[ProductMedia]:
    """Show the pictures in this order; the first stands for the product. Needs no review: nothing new is shown.

    Raises NotFound and PermissionDenied for who may not, InvalidInput on ``mediaIds`` unless each picture is named once.
    """
    with transaction.atomic():
        product_for_update(product_id, field="productId")
        media_product_get(product_id, actor, field="productId")
        there = ProductMedia.objects.filter(product_id=product_id).values_list("pk", flat=True)
        if sorted(there) != sorted(media_ids):
            raise InvalidInput(
                "mediaIds",
                "이 상품의 사진을 빠짐없이 한 번씩 적어 주세요.",
                "Name each picture of the product exactly once.",
            )
        changes = {"mediaOrder": list(media_ids)}
        listing_change(product_id=product_id, changes=changes, actor=actor, field="productId")
    return list(ProductMedia.objects.filter(product_id=product_id))
