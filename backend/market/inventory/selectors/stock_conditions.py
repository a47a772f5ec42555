"""Stock as a condition on product lists (p: product), and as a fact about products."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from market.catalog.selectors.view import View
from market.catalog.sql import Sql, fetch

SOLD_HERE = """SELECT 1 FROM catalog_productvariant sv JOIN catalog_variantchannellisting sl
    ON sl.variant_id = sv.id AND sl.channel_id = {channel} AND sl.price_amount IS NOT NULL
    WHERE sv.product_id = p.id AND (NOT sv.track_inventory OR EXISTS (SELECT 1 FROM inventory_stock s
        JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id AND wc.channel_id = {channel}
        WHERE s.variant_id = sv.id AND s.quantity > s.quantity_allocated))"""
SOLD_OUT = Sql("""NOT EXISTS (SELECT 1 FROM catalog_productvariant sv WHERE sv.product_id = p.id AND (NOT sv.track_inventory
    OR EXISTS (SELECT 1 FROM inventory_stock s WHERE s.variant_id = sv.id AND s.quantity > s.quantity_allocated)))""")
VARIANT_FREE = """(NOT v.track_inventory OR EXISTS (SELECT 1 FROM inventory_stock s
    JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id AND wc.channel_id = %s
    WHERE s.variant_id = v.id AND s.quantity > s.quantity_allocated))"""
VARIANT_AMOUNT = (
    "(SELECT COALESCE(sum(s.quantity - s.quantity_allocated), 0) FROM inventory_stock s WHERE s.variant_id = v.id)"
)
VARIANT_AMOUNT_IN = VARIANT_AMOUNT[:-1] + " AND s.warehouse_id = ANY(%s::uuid[]))"
AMOUNT = """(SELECT COALESCE(sum(s.quantity - s.quantity_allocated), 0) FROM inventory_stock s
    JOIN catalog_productvariant sv ON sv.id = s.variant_id WHERE sv.product_id = p.id {warehouses})"""


def in_stock(wanted: bool, view: View) -> Sql:
    """Products of which the channel sells a variant that is in stock or is not counted; or those without one."""
    exists = f"EXISTS ({SOLD_HERE.format(channel=int(view.channel_id))})"
    return Sql(exists if wanted else f"NOT {exists}")


def stock_between(gte: int | None, lte: int | None, warehouse_ids: Sequence[UUID] | None) -> Sql:
    """Products of which so many pieces are free, in these warehouses or in all, whichever channels they serve (as Saleor)."""
    places, params = (
        ("AND s.warehouse_id = ANY(%s::uuid[])", [list(warehouse_ids)]) if warehouse_ids is not None else ("", [])
    )
    amount = AMOUNT.format(warehouses=places)
    parts: list[str] = []
    values: list[object] = []
    for sign, bound in ((">=", gte), ("<=", lte)):
        if bound is not None:
            parts.append(f"{amount} {sign} %s")
            values += [*params, bound]
    if not parts:
        parts, values = [f"{amount} > 0"], list(params)
    return Sql(" AND ".join(parts), tuple(values))


def variant_in_stock(wanted: bool, view: View) -> Sql:
    """Variants (v) that the channel can send: with a free piece in a warehouse that serves it, or not counted; or those it cannot."""
    return Sql(VARIANT_FREE if wanted else f"NOT {VARIANT_FREE}", (view.channel_id,))


def variant_stock_between(gte: int | None, lte: int | None, warehouse_ids: Sequence[UUID] | None) -> Sql:
    """Variants (v) of which so many pieces are free, in these warehouses or in all; at least one unless told."""
    here, params = (VARIANT_AMOUNT, ()) if warehouse_ids is None else (VARIANT_AMOUNT_IN, (list(warehouse_ids),))
    bounds = [(sign, bound) for sign, bound in ((">=", gte), ("<=", lte)) if bound is not None] or [(">", 0)]
    text = " AND ".join(f"{here} {sign} %s" for sign, _ in bounds)
    return Sql(text, tuple(value for _, bound in bounds for value in (*params, bound)))


def products_in_stock(product_ids: Sequence[int], channel_id: int) -> set[int]:
    """Which of the products can be had in the channel, in one statement."""
    text = f"SELECT p.id FROM catalog_product p WHERE p.id = ANY(%s::bigint[]) AND EXISTS ({SOLD_HERE.format(channel=int(channel_id))})"  # noqa: S608
    return {row[0] for row in fetch(text, (list(product_ids),))}
