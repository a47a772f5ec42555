"""How products and variants stand in a channel, for rows that came without it."""

from __future__ import annotations

from collections.abc import Sequence

from market.catalog.selectors.variants import PRICE_COLUMNS, VariantListing
from market.catalog.selectors.view import LISTING_COLUMNS, Listing
from market.catalog.sql import fetch


def product_listings(product_ids: Sequence[int], channel_id: int) -> dict[int, Listing]:
    rows = fetch(
        f"SELECT l.product_id, {LISTING_COLUMNS} FROM catalog_productchannellisting l "  # noqa: S608
        "WHERE l.channel_id = %s AND l.product_id = ANY(%s::bigint[])",
        (channel_id, list(product_ids)),
    )
    return {row[0]: Listing._make(row[1:]) for row in rows}


def variant_listings(variant_ids: Sequence[int], channel_id: int) -> dict[int, VariantListing]:
    rows = fetch(
        f"SELECT vl.variant_id, {PRICE_COLUMNS} FROM catalog_variantchannellisting vl "  # noqa: S608
        "WHERE vl.channel_id = %s AND vl.variant_id = ANY(%s::bigint[])",
        (channel_id, list(variant_ids)),
    )
    return {row[0]: VariantListing._make(row[1:]) for row in rows}
