"""Say anew what a picture shows."""

from __future__ import annotations

from django.db import transaction

from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia
from market.catalog.selectors.media import media_owner
from market.catalog.selectors.media_rights import media_product_get
from market.catalog.services.listing_change import listing_change
from market.core.actor import Actor
from market.core.errors import NotFound


def product_media_update(*, media_id: int, alt: str | None, actor: Actor, field: str = "id") -> ProductMedia:
    """Set the words for those who cannot see it, now or after a review; None leaves them. The picture as it is now is returned.

    Raises NotFound for another's as for none, PermissionDenied.
    """
    with transaction.atomic():
        product = product_for_update(media_owner(media_id, field=field), field=field)
        media_product_get(product.pk, actor, field=field)
        if alt is not None:
            changes = {f"media:{media_id}:alt": alt}
            listing_change(product_id=product.pk, changes=changes, actor=actor, field=field)
        media = ProductMedia.objects.filter(pk=media_id, product_id=product.pk).first()
        if media is None:
            raise NotFound(field)
    return media
