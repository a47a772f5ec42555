"""Take pictures off products."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from market.catalog.locks import lock_products
from market.catalog.models import ProductMedia
from market.catalog.services.listing_change import listing_change
from market.core.actor import Actor
from market.core.errors import NotFound


def product_media_delete(*, media_ids: Collection[int], actor: Actor, field: str = "id") -> list[ProductMedia]:
    """Take the pictures off, all or none, now or after a review; returns them as they were, in the order of their keys.

    The files go with the next sweep, unless an order still shows them. Raises NotFound when one of them is not there or another's,
    PermissionDenied.
    """
    wanted = set(media_ids)
    with transaction.atomic():
        products = lock_products(ProductMedia.objects.filter(pk__in=wanted).values_list("product_id", flat=True))
        found = list(ProductMedia.objects.filter(pk__in=wanted, product_id__in=products).order_by("pk"))
        if len(found) != len(wanted):
            raise NotFound(field)
        for product_id in sorted(products):
            changes = {f"media:{media.pk}": None for media in found if media.product_id == product_id}
            listing_change(product_id=product_id, changes=changes, actor=actor, field=field)
    return found
