"""Say anew what a picture shows."""

from __future__ import annotations

from django.db import transaction

from market.catalog.locks import product_for_update
from market.catalog.models import ProductMedia
from market.catalog.selectors.media import media_owner
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor
from market.core.errors import NotFound


def product_media_update(*, media_id: int, alt: str | None, actor: Actor, field: str = "id") -> ProductMedia:
    """Set the words for those who cannot see it; None leaves them. Raises NotFound, PermissionDenied, NeedsProposal."""
    with transaction.atomic():
        product = product_for_update(media_owner(media_id, field=field), field=field)
        ensure_changes_media(product, actor, field=field)
        media = ProductMedia.objects.filter(pk=media_id, product_id=product.pk).first()
        if media is None:
            raise NotFound(field)
        if alt is not None and media.alt != alt:
            media.alt = alt
            media.save(update_fields=["alt"])
            products_touch([product.pk])
    return media
