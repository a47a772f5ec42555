"""Pictures of products and variants."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.models import Category, Collection, ProductChannelListing, ProductMedia, ProductVariant
from market.catalog.sql import columns, fetch
from market.core.errors import NotFound

LEFT_OUT = ("metadata", "private_metadata")
# Whatever was decided: staff may want to see again what was proposed.
PROPOSED = r"""
SELECT DISTINCT (regexp_matches(pp.changes::text, '[a-z]+/[0-9a-f]{32}\.(?:jpg|webp)', 'g'))[1] FROM catalog_productproposal pp
"""


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


def media_owner(media_id: int, *, field: str) -> int:
    """The product the picture belongs to. Raises NotFound."""
    found = ProductMedia.objects.filter(pk=media_id).values_list("product_id", flat=True).first()
    if found is None:
        raise NotFound(field)
    return found


def variant_owner(variant_id: int, *, field: str) -> int:
    """The product of the variant. Raises NotFound."""
    found = ProductVariant.objects.filter(pk=variant_id).values_list("product_id", flat=True).first()
    if found is None:
        raise NotFound(field)
    return found


def shown_picture(media_id: int) -> str | None:
    """The key of an uploaded picture of a product that is published somewhere, or the drawing; None where there is nothing to show.

    Ids can be counted through, so pictures of goods that are not out yet are reached by their keys only.
    """
    media = ProductMedia.objects.filter(pk=media_id).first()
    if media is None or media.artwork:
        return media.artwork if media else None
    published = ProductChannelListing.objects.filter(product_id=media.product_id, is_published=True)
    return media.image if published.exists() else None


def picture_keys_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys of kept pictures that a product, category, collection or proposal names."""
    wanted = list(keys)
    return {
        *(key for (key,) in fetch(PROPOSED) if key in wanted),
        *ProductMedia.objects.filter(image__in=wanted).values_list("image", flat=True),
        *Category.objects.filter(background_image__in=wanted).values_list("background_image", flat=True),
        *Collection.objects.filter(background_image__in=wanted).values_list("background_image", flat=True),
    }
