"""Put the pictures of a product in order."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor
from market.core.errors import InvalidInput


def product_media_reorder(*, product_id: int, media_ids: Sequence[int], actor: Actor) -> list[ProductMedia]:
    """Show the pictures in this order; the first stands for the product. Needs no review: nothing new is shown.

    Raises NotFound and PermissionDenied for who may not, InvalidInput on ``mediaIds`` unless each picture is named once.
    """
    with transaction.atomic():
        product = product_for_update(product_id, field="productId")
        ensure_changes_media(product, actor, field="productId", is_reviewed=False)
        found = {media.pk: media for media in ProductMedia.objects.filter(product_id=product_id)}
        if sorted(found) != sorted(media_ids):
            raise InvalidInput(
                "mediaIds",
                "이 상품의 사진을 빠짐없이 한 번씩 적어 주세요.",
                "Name each picture of the product exactly once.",
            )
        ordered = [found[pk] for pk in media_ids]
        for place, media in enumerate(ordered):
            media.sort_order = place
        ProductMedia.objects.bulk_update(ordered, ["sort_order"])
        products_touch([product_id])
    return ordered
