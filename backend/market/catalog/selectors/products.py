"""Single products, and many by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from market.catalog.models import Product
from market.catalog.selectors.product_pages import product_columns, product_of_row
from market.catalog.selectors.view import LISTING_COLUMNS, View, product_source, visible_products
from market.catalog.sql import Sql, all_of, fetch, select

LEFT_SOURCE = "catalog_product p LEFT JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.channel_id = "


def product_get(*, view: View, condition: Sql, heavy: Iterable[str] = ()) -> Product | None:
    """The one product that meets the condition, if the viewer may see it; also one that the channel shows in no list.

    Through a view of own goods (``is_own``) the condition must say whose they are.
    """
    source = Sql(f"{LEFT_SOURCE}{int(view.channel_id)}") if view.sees_whole else product_source(view)
    where = all_of([*([] if view.is_own else visible_products(view, listed=False)), condition])
    made = product_columns(heavy)
    rows = fetch(
        select(f"{made.text}, {LISTING_COLUMNS}", source.text, where.text, "LIMIT 1"),
        (*source.params, *where.params),
    )
    return product_of_row(made, rows[0], view) if rows else None


def products_in_view(ids: Iterable[int], view: View, heavy: Iterable[str] = ()) -> dict[int, Product]:
    """The products with their listing in the viewed channel, visible there or not: for what names a product already (a cart's line)."""
    made = product_columns(heavy)
    rows = fetch(
        select(f"{made.text}, {LISTING_COLUMNS}", f"{LEFT_SOURCE}{int(view.channel_id)}", "p.id = ANY(%s::bigint[])"),
        (sorted(set(ids)),),
    )
    products = [product_of_row(made, row, view) for row in rows]
    return {product.pk: product for product in products}


def visible_products_in_view(ids: Sequence[int], view: View) -> list[Product]:
    """Those of the products that the viewer may see in the channel, in the given order."""
    made, source = product_columns(), product_source(view)
    where = all_of([*visible_products(view, listed=False), Sql("p.id = ANY(%s::bigint[])", (list(ids),))])
    rows = fetch(select(f"{made.text}, {LISTING_COLUMNS}", source.text, where.text), (*source.params, *where.params))
    found = {product.pk: product for product in (product_of_row(made, row, view) for row in rows)}
    return [found[pk] for pk in ids if pk in found]
