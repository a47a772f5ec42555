"""In what order variants stand, which of them stands for the product, and which collections hold it."""

from __future__ import annotations

from collections.abc import Sequence

from market.catalog.errors import NotProductsVariant
from market.catalog.models import Collection, CollectionProduct, Product, ProductVariant
from market.core.errors import NotFound


def variant_order_set(*, product: Product, variant_ids: Sequence[int]) -> None:
    """The named variants come first, in this order; the others after them as before. Raises NotProductsVariant."""
    there = {row.pk: row for row in ProductVariant.objects.filter(product=product).order_by("sort_order", "id")}
    if len(set(variant_ids)) != len(variant_ids) or not set(variant_ids) <= set(there):
        raise NotProductsVariant("moves")
    named = set(variant_ids)
    for place, pk in enumerate([*variant_ids, *(pk for pk in there if pk not in named)]):
        there[pk].sort_order = place
    ProductVariant.objects.bulk_update(there.values(), ["sort_order"])


def default_variant_set(*, product: Product, variant_id: int | None) -> None:
    """The named variant stands for the product; where none is named, the one that does, or the first there is. Raises NotProductsVariant."""
    variants = ProductVariant.objects.filter(product=product)
    if variant_id is not None and not variants.filter(pk=variant_id).exists():
        raise NotProductsVariant("variantId")
    wanted = variant_id or product.default_variant_id
    if wanted is None or not variants.filter(pk=wanted).exists():
        wanted = variants.order_by("sort_order", "id").values_list("pk", flat=True).first()
    if wanted != product.default_variant_id:
        product.default_variant_id = wanted
        product.save(update_fields=["default_variant"])


def collections_set(*, product: Product, collection_ids: Sequence[int]) -> None:
    """The product is in exactly these collections; it keeps its place in those that held it. Raises NotFound."""
    wanted = set(collection_ids or ())
    if Collection.objects.filter(pk__in=wanted).count() != len(wanted):
        raise NotFound("collections")
    links = CollectionProduct.objects.filter(product=product)
    links.exclude(collection__in=wanted).delete()
    there = set(links.values_list("collection_id", flat=True))
    CollectionProduct.objects.bulk_create(
        [
            CollectionProduct(
                collection_id=pk, product=product, sort_order=CollectionProduct.objects.filter(collection=pk).count()
            )
            for pk in sorted(wanted - there)
        ]
    )
