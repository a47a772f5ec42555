"""Bring the price ranges of product listings in line with the variants' prices."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from market.catalog.events import ProductsChanged
from market.catalog.sql import fetch
from market.core import catalogue_version, outbox

PRODUCTS_PER_EVENT = 1_000
UPDATE = """
UPDATE catalog_productchannellisting AS listing
SET price_amount = found.low, price_max_amount = found.high,
    discounted_price_amount = found.low_now, discounted_price_max_amount = found.high_now
FROM (
    SELECT held.id, min(priced.price_amount) AS low, max(priced.price_amount) AS high,
           min(COALESCE(priced.discounted_price_amount, priced.price_amount)) AS low_now,
           max(COALESCE(priced.discounted_price_amount, priced.price_amount)) AS high_now
    FROM catalog_productchannellisting held
    LEFT JOIN catalog_productvariant variant ON variant.product_id = held.product_id
    LEFT JOIN catalog_variantchannellisting priced ON priced.variant_id = variant.id AND priced.channel_id = held.channel_id
    WHERE %s OR held.product_id = ANY(%s::bigint[])
    GROUP BY held.id
) AS found
WHERE listing.id = found.id
  AND (listing.price_amount, listing.price_max_amount, listing.discounted_price_amount, listing.discounted_price_max_amount)
      IS DISTINCT FROM (found.low, found.high, found.low_now, found.high_now)
RETURNING listing.product_id
"""


def product_listing_prices_update(product_ids: Iterable[int] | None = None) -> int:
    """Recompute the ranges of these products (of all, when none are named) in every channel, in one statement.

    Call it after any change of variants or their prices, in that change's transaction or after it. Returns how many products changed;
    their change is published, and anonymous answers become stale.
    """
    with transaction.atomic():
        rows = fetch(UPDATE, (product_ids is None, sorted(set(product_ids or ()))))
        changed = sorted({row[0] for row in rows})
        for start in range(0, len(changed), PRODUCTS_PER_EVENT):
            outbox.publish(ProductsChanged(product_ids=changed[start : start + PRODUCTS_PER_EVENT]))
        if changed:
            catalogue_version.bump()
    return len(changed)
