"""How many visible products there are of each kind, in one statement a question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from market.catalog.selectors.view import View, product_source, visible_products
from market.catalog.sql import Sql, all_of, fetch, select


def product_counts_by_value(view: View) -> dict[str, int]:
    """Listed products of the channel by the code of the value theme they claim."""
    return _counts(view, "unnest(p.value_codes)", [Sql("p.value_codes <> '{}'")])


def product_counts_by_vendor(view: View, vendor_ids: Iterable[int]) -> dict[int, int]:
    """Listed products of the channel by vendor."""
    return _counts(view, "p.vendor_id", [Sql("p.vendor_id = ANY(%s::bigint[])", (sorted(set(vendor_ids)),))])


def _counts(view: View, key: str, conditions: list[Sql]) -> dict[Any, int]:
    source, where = product_source(view), all_of([*visible_products(view, listed=True), *conditions])
    rows = fetch(select(f"{key}, count(*)", source.text, where.text, "GROUP BY 1"), (*source.params, *where.params))
    return dict(rows)
