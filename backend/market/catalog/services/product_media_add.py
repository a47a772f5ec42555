"""Give a product one more picture."""

from __future__ import annotations

from market.catalog.models import ProductMedia
from market.catalog.rules.listing_paths import new_key
from market.catalog.services.listing_change import listing_change
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.pictures import is_picture_key

SHELF = "products"


def product_media_add(
    *, product_id: int, picture: str, alt: str, actor: Actor, field: str = "product"
) -> ProductMedia | None:
    """Add a kept picture behind the others. ``picture`` is its key, of ``picture_store(…, shelf=SHELF)``.

    None when the change waits for somebody of the market to look at it: what shoppers see of an enterprise that is not trusted is not
    changed at once. Raises NotFound and PermissionDenied for who may not, TooManyPictures.
    """
    if not is_picture_key(picture):
        raise NotFound("image")
    path = f"media:{new_key()}"
    changes = {path: {"image": picture, "alt": alt}}
    outcome = listing_change(product_id=product_id, changes=changes, actor=actor, field=field)
    return ProductMedia.objects.get(pk=outcome.made[path]) if path in outcome.made else None
