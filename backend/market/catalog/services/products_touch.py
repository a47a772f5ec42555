"""Say that products are different now."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.events import ProductsChanged
from market.catalog.models import Product
from market.core import catalogue_version, clock, outbox


def products_touch(product_ids: Iterable[int]) -> None:
    """Note the time of the change, publish it, and let go of kept anonymous answers. Call it in the transaction that changes them."""
    changed = sorted(set(product_ids))
    if changed:
        Product.objects.filter(pk__in=changed).update(updated_at=clock.now())
        outbox.publish(ProductsChanged(product_ids=changed))
        catalogue_version.bump()
