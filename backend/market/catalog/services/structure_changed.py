"""Tell that products look different because something of the catalogue's structure changed."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.events import ProductsChanged
from market.catalog.models import ProductAttributeValue, ProductVariant, VariantAttributeValue
from market.core import catalogue_version, outbox

PRODUCTS_PER_EVENT = 1_000


def structure_changed(product_ids: Iterable[int] = ()) -> None:
    """Publish that these products changed, and make every anonymous answer stale. Call it in the transaction of the change."""
    ids = sorted(set(product_ids))
    for start in range(0, len(ids), PRODUCTS_PER_EVENT):
        outbox.publish(ProductsChanged(product_ids=ids[start : start + PRODUCTS_PER_EVENT]))
    catalogue_version.bump()


def products_with_values(value_ids: Iterable[int]) -> set[int]:
    """Keys of the products that have one of these attribute values, themselves or on a variant."""
    wanted = list(value_ids)
    own = ProductAttributeValue.objects.filter(value__in=wanted).values_list("product_id", flat=True)
    variants = VariantAttributeValue.objects.filter(value__in=wanted).values("variant_id")
    return {*own, *ProductVariant.objects.filter(pk__in=variants).values_list("product_id", flat=True)}
