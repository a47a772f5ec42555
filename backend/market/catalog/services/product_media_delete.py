"""Take pictures off products."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from market.catalog.locks import lock_products
from market.catalog.models import ProductMedia
from market.catalog.selectors.media_rights import ensure_changes_media
from market.catalog.services.products_touch import products_touch
from market.core.actor import Actor
from market.core.errors import NotFound


def product_media_delete(*, media_ids: Collection[int], actor: Actor, field: str = "id") -> list[ProductMedia]:
    """Delete the pictures, all or none; returns them as they were, in the order of their keys.

    The files go with the next sweep, unless an order still shows them. Raises NotFound when one of them is not there or another's,
    PermissionDenied, NeedsProposal.
    """
    wanted = set(media_ids)
    with transaction.atomic():
        owners = ProductMedia.objects.filter(pk__in=wanted).values_list("product_id", flat=True)
        products = lock_products(owners)
        found = list(ProductMedia.objects.filter(pk__in=wanted, product_id__in=products).order_by("pk"))
        if len(found) != len(wanted):
            raise NotFound(field)
        for product in products.values():
            ensure_changes_media(product, actor, field=field)
        ProductMedia.objects.filter(pk__in=wanted).delete()
        products_touch(products)
    return found
