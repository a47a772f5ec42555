"""Pictures of products and variants."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.models import ProductMedia
from market.catalog.sql import columns, fetch

LEFT_OUT = ("metadata", "private_metadata")


def media_of_products(product_ids: Iterable[int]) -> list[ProductMedia]:
    """Every picture of the products, in the vendors' order."""
    made = columns(ProductMedia, "pm", LEFT_OUT)
    rows = fetch(
        f"SELECT {made.text} FROM catalog_productmedia pm WHERE pm.product_id = ANY(%s::bigint[]) ORDER BY pm.product_id, pm.sort_order, pm.id",  # noqa: S608
        (sorted(set(product_ids)),),
    )
    return [made.instance(row) for row in rows]


def first_media_of_products(product_ids: Iterable[int]) -> dict[int, ProductMedia]:
    """The picture that stands for each product."""
    made = columns(ProductMedia, "pm", LEFT_OUT)
    rows = fetch(
        f"SELECT DISTINCT ON (pm.product_id) {made.text} FROM catalog_productmedia pm "  # noqa: S608
        "WHERE pm.product_id = ANY(%s::bigint[]) AND pm.type = 'IMAGE' ORDER BY pm.product_id, pm.sort_order, pm.id",
        (sorted(set(product_ids)),),
    )
    return {media.product_id: media for media in map(made.instance, rows)}


def media_of_variants(variant_ids: Iterable[int]) -> dict[int, list[ProductMedia]]:
    made = columns(ProductMedia, "pm", LEFT_OUT)
    rows = fetch(
        f"SELECT vm.variant_id, {made.text} FROM catalog_productmedia pm JOIN catalog_variantmedia vm ON vm.media_id = pm.id "  # noqa: S608
        "WHERE vm.variant_id = ANY(%s::bigint[]) ORDER BY vm.variant_id, pm.sort_order, pm.id",
        (sorted(set(variant_ids)),),
    )
    found: dict[int, list[ProductMedia]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(made.instance(row[1:]))
    return found
