"""What variants cost by the quantity."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.rules.quantity_prices import QuantityStep
from market.catalog.sql import fetch

Steps = tuple[QuantityStep, ...]
# The steps of variant v in the channel of vl, by quantity: an array of (minimum, price), null for none.
STEPS_COLUMN = """(SELECT array_agg(ARRAY[qp.minimum_quantity, qp.price_amount] ORDER BY qp.minimum_quantity)
     FROM catalog_quantityprice qp WHERE qp.variant_id = v.id AND qp.channel_id = vl.channel_id)"""


def quantity_steps(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Steps]:
    """The steps of variants in channels, by (variant, channel); pairs without any are left out. One statement."""
    wanted = sorted(set(pairs))
    if not wanted:
        return {}
    rows = fetch(
        "SELECT qp.variant_id, qp.channel_id, qp.minimum_quantity, qp.price_amount FROM catalog_quantityprice qp "
        "JOIN unnest(%s::bigint[], %s::bigint[]) AS asked (variant_id, channel_id) "
        "ON asked.variant_id = qp.variant_id AND asked.channel_id = qp.channel_id "
        "ORDER BY qp.variant_id, qp.channel_id, qp.minimum_quantity",
        ([variant for variant, _ in wanted], [channel for _, channel in wanted]),
    )
    found: dict[tuple[int, int], list[QuantityStep]] = {}
    for variant_id, channel_id, minimum, price in rows:
        found.setdefault((variant_id, channel_id), []).append(QuantityStep(minimum, price))
    return {pair: tuple(steps) for pair, steps in found.items()}
