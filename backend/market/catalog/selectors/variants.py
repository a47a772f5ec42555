"""Variants with their price in the viewed channel."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from market.catalog.models import ProductVariant
from market.catalog.selectors.view import View, product_source, visible_products
from market.catalog.sql import Columns, Sql, all_of, columns, fetch, select


class VariantListing(NamedTuple):
    """The price of a variant in the viewed channel, VAT included."""

    currency: str
    price_amount: Any
    discounted_price_amount: Any


PRICE_COLUMNS = "vl.currency, vl.price_amount, vl.discounted_price_amount"
HEAVY_FIELDS = ("metadata", "private_metadata")


def _columns() -> Columns:
    return columns(ProductVariant, "v", HEAVY_FIELDS)


def _source(view: View) -> str:
    """Variants (v) with their listing (vl): shoppers get only what has a price in the channel."""
    join = "LEFT JOIN" if view.sees_whole else "JOIN"
    priced = "" if view.sees_whole else " AND vl.price_amount IS NOT NULL"
    return (
        f"catalog_productvariant v {join} catalog_variantchannellisting vl "
        f"ON vl.variant_id = v.id AND vl.channel_id = {int(view.channel_id)}{priced}"
    )


def _made(made: Columns, row: Sequence[Any], view: View) -> ProductVariant:
    variant: Any = made.instance(row[: made.width])
    listing = row[made.width : made.width + 3]
    variant.view = view
    variant.listing = VariantListing._make(listing) if listing[0] is not None else None
    made_variant: ProductVariant = variant
    return made_variant


def variants_of_products(product_ids: Iterable[int], view: View) -> list[ProductVariant]:
    """The variants of the products that are sold in the viewed channel (staff: all), in the vendors' order."""
    made = _columns()
    rows = fetch(
        select(
            f"{made.text}, {PRICE_COLUMNS}",
            _source(view),
            "v.product_id = ANY(%s::bigint[])",
            "ORDER BY v.product_id, v.sort_order, v.id",
        ),
        (sorted(set(product_ids)),),
    )
    return [_made(made, row, view) for row in rows]


def variants_in_view(ids: Iterable[int], view: View) -> dict[int, ProductVariant]:
    """The variants with their price in the viewed channel, sold there or not: for what names a variant already (a cart's line)."""
    made = _columns()
    rows = fetch(
        select(f"{made.text}, {PRICE_COLUMNS}", _source(View(view.channel, sees_all=True)), "v.id = ANY(%s::bigint[])"),
        (sorted(set(ids)),),
    )
    return {variant.pk: variant for variant in (_made(made, row, view) for row in rows)}


def visible_variants(view: View) -> Sql:
    """A condition on ``v``: its product is one that the viewer may see in the channel."""
    if view.is_own or (view.sees_all and view.channel is None):
        return Sql("TRUE")  # whose own goods they are is said beside
    source, where = product_source(view), all_of([*visible_products(view, listed=False), Sql("p.id = v.product_id")])
    return Sql(f"EXISTS ({select('1', source.text, where.text)})", (*source.params, *where.params))


def variant_has_metadata(key: str, value: str | None) -> Sql:
    """A condition on ``v``."""
    if value:
        return Sql("v.metadata @> %s::jsonb", (json.dumps({key: value}),))
    return Sql("v.metadata ? %s", (key,))


def variant_with_attribute(slug: str | None, value: Sql | None) -> Sql:
    """A condition on ``v``: it has a value (``av``) of the attribute that meets the condition, or any."""
    named = [Sql("at.slug = %s", (slug,))] if slug is not None else []
    where = all_of([*named, *([value] if value is not None else [])])
    if not where.text:
        return Sql("TRUE")
    return Sql(
        "v.id IN (SELECT vv.variant_id FROM catalog_variantattributevalue vv JOIN catalog_attributevalue av ON av.id = vv.value_id "  # noqa: S608
        f"JOIN catalog_attribute at ON at.id = av.attribute_id WHERE {where.text})",
        where.params,
    )


def variant_get(*, view: View, condition: Sql) -> ProductVariant | None:
    """The one variant that meets the condition over ``v``, if the viewer may see it."""
    rows = variant_rows(view=view, condition=condition, tail="LIMIT 1")
    return rows[0] if rows else None


def variant_rows(*, view: View, condition: Sql, tail: str) -> list[ProductVariant]:
    made, where = _columns(), all_of([visible_variants(view), condition])
    rows = fetch(select(f"{made.text}, {PRICE_COLUMNS}", _source(view), where.text, tail), where.params)
    return [_made(made, row, view) for row in rows]


def variant_count(*, view: View, condition: Sql) -> int:
    where = all_of([visible_variants(view), condition])
    return int(fetch(select("count(*)", _source(view), where.text), where.params)[0][0])
