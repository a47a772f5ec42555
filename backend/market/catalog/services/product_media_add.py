"""Give a product one more picture."""

from __future__ import annotations

from django.db import transaction

from market.catalog.errors import TooManyPictures
from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.pictures import is_picture_key

MOST_PICTURES = 20
SHELF = "products"


def product_media_add(*, product_id: int, picture: str, alt: str, actor: Actor, field: str = "product") -> ProductMedia:
    """Add a kept picture behind the others. ``picture`` is its key, of ``picture_store(…, shelf=SHELF)``.

    Raises NotFound and PermissionDenied for who may not, NeedsProposal, TooManyPictures.
    """
    if not is_picture_key(picture):
        raise NotFound("image")
    with transaction.atomic():
        product = product_for_update(product_id, field=field)
        ensure_changes_media(product, actor, field=field)
        places = list(ProductMedia.objects.filter(product_id=product_id).values_list("sort_order", flat=True))
        if len(places) >= MOST_PICTURES:
            raise TooManyPictures(field, limit=MOST_PICTURES)
        media = ProductMedia.objects.create(
            product_id=product_id, image=picture, alt=alt, sort_order=max(places, default=-1) + 1
        )
        products_touch([product_id])
    return media
