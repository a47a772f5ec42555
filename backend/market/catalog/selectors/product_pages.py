"""Pages of products: one statement a page, for one list or for many lists side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from market.catalog.models import Product
from market.catalog.selectors.product_orders import ProductSort
from market.catalog.selectors.view import (
    LISTING_COLUMNS,
    SELLING_VENDOR,
    Listing,
    View,
    product_source,
    visible_products,
)
from market.catalog.sql import Columns, Sql, all_of, columns, fetch, select

HEAVY_FIELDS = (
    "description",
    "description_plaintext",
    "notice",
    "notice_en",
    "metadata",
    "private_metadata",
    "seo_title",
    "seo_description",
)


def product_columns(heavy: Iterable[str] = ()) -> Columns:
    """All that is light, and of the heavy columns those that were asked for."""
    wanted = set(heavy)
    return columns(Product, "p", tuple(name for name in HEAVY_FIELDS if name not in wanted))


@dataclass(frozen=True)
class ProductList:
    """A list of products: who looks, what belongs to it, in which order. ``below`` ties the products to a parent row ``par``."""

    view: View
    conditions: tuple[Sql, ...] = ()
    sort: ProductSort = field(default_factory=lambda: ProductSort(()))
    match: Sql | None = None
    below: Sql | None = None
    joins: tuple[str, ...] = ()
    is_whole: bool = False  # whether its conditions alone say what belongs to it: a list of somebody's own goods

    def source(self) -> Sql:
        base = product_source(self.view)
        parts = [base.text, *self.joins]
        params = base.params
        if self.match is not None:
            parts.append(f"JOIN ({self.match.text}) m ON m.product_id = p.id")
            params += self.match.params
        return Sql(" ".join(parts), params)

    def where(self) -> Sql:
        visible = [] if self.is_whole else visible_products(self.view, listed=True)
        parts = [*visible, *self.conditions]
        return all_of([*parts, self.below] if self.below is not None else parts)

    @property
    def is_whole_channel(self) -> bool:
        """Whether a shopper's list holds everything that a channel shows."""
        return (
            not self.is_whole
            and not self.view.sees_all
            and not self.conditions
            and self.match is None
            and self.below is None
        )

    def under(self, parent: int) -> ProductList:
        """The list below one parent, whose key stands in the statement itself so that the planner can see it."""
        assert self.below is not None
        joins = tuple(join.replace("par.id", str(int(parent))) for join in self.joins)
        return replace(
            self, below=Sql(self.below.text.replace("par.id", str(int(parent))), self.below.params), joins=joins
        )


@dataclass(frozen=True)
class Cut:
    """Which part of the list: ``size`` rows after or before a cursor, from the end when ``backwards``."""

    size: int
    backwards: bool = False
    after: Sequence[Any] | None = None
    before: Sequence[Any] | None = None


def product_page(wanted: ProductList, cut: Cut, heavy: Iterable[str] = ()) -> list[Product]:
    """Up to ``size + 1`` products from the cut's end; each carries ``view``, ``listing`` and ``cursor_values``."""
    made = product_columns(heavy)
    statement = _statement(wanted, cut, made.text)
    return [product_of_row(made, row, wanted.view) for row in fetch(statement.text, statement.params)]


def product_pages(
    wanted: ProductList, parents: Sequence[int], cut: Cut, heavy: Iterable[str] = ()
) -> dict[int, list[Product]]:
    """A page below each parent, in one statement."""
    if len(set(parents)) == 1:
        return {parents[0]: product_page(wanted.under(parents[0]), cut, heavy)}
    made = product_columns(heavy)
    inner = _statement(wanted, cut, made.text)
    text = select("x.*, par.id", f"unnest(%s::bigint[]) par(id) CROSS JOIN LATERAL ({inner.text}) x")
    pages: dict[int, list[Product]] = {parent: [] for parent in parents}
    for row in fetch(text, (list(pages), *inner.params)):
        pages[row[-1]].append(product_of_row(made, row[:-1], wanted.view))
    return pages


def product_count(wanted: ProductList) -> int:
    source, where = wanted.source(), wanted.where()
    if wanted.is_whole_channel:
        return _whole_channel_count(wanted.view)
    rows = fetch(select("count(*)", source.text, where.text), (*source.params, *where.params))
    return int(rows[0][0])


def _whole_channel_count(view: View) -> int:
    """All that the channel shows, counted on the narrow listings; the few goods of vendors that do not sell are taken off."""
    shown = all_of(part for part in visible_products(view, listed=True) if part is not SELLING_VENDOR)
    here = f"l.channel_id = {int(view.channel_id)} AND ({shown.text})"
    hidden = select(
        "count(*)",
        "vendors_vendor nv JOIN catalog_product np ON np.vendor_id = nv.id "
        "JOIN catalog_productchannellisting l ON l.product_id = np.id",
        f"nv.status <> 'active' AND {here}",
    )
    text = select(f"count(*) - ({hidden})", "catalog_productchannellisting l", here)
    return int(fetch(text, (*shown.params, *shown.params))[0][0])


def product_counts(wanted: ProductList, parents: Sequence[int]) -> dict[int, int]:
    """How many products there are below each parent, in one statement."""
    if len(set(parents)) == 1:
        return {parents[0]: product_count(wanted.under(parents[0]))}
    source, where = wanted.source(), wanted.where()
    inner = select("count(*) AS n", source.text, where.text)
    text = select("par.id, x.n", f"unnest(%s::bigint[]) par(id) CROSS JOIN LATERAL ({inner}) x")
    return dict(fetch(text, (list(dict.fromkeys(parents)), *source.params, *where.params)))


def _statement(wanted: ProductList, cut: Cut, column_text: str) -> Sql:
    """The page first, from indexes as far as they go; what it shows is read for its rows only."""
    keys = wanted.sort.keys
    source = wanted.source()
    cuts = [(values, beyond) for values, beyond in ((cut.after, True), (cut.before, False)) if values is not None]
    where = all_of([wanted.where(), *(_bound(wanted.sort, values, beyond) for values, beyond in cuts)])
    direction = "DESC" if wanted.sort.descending != cut.backwards else "ASC"
    names = [f"key{place}" for place in range(len(keys))]
    keyed = "".join(f", {key.sql.text} AS {name}" for key, name in zip(keys, names, strict=True))
    order = ", ".join(f"{key.sql.text} {direction}" for key in keys)
    key_params = tuple(value for key in keys for value in key.sql.params)
    page = select(
        f"p.id AS product_id, l.id AS listing_id{keyed}",
        source.text,
        where.text,
        f"ORDER BY {order} LIMIT {int(cut.size) + 1}",
    )
    text = select(
        f"{column_text}, {LISTING_COLUMNS}, {', '.join(f'page.{name}' for name in names)}",
        f"({page}) page JOIN catalog_product p ON p.id = page.product_id "
        "LEFT JOIN catalog_productchannellisting l ON l.id = page.listing_id",
        tail=f"ORDER BY {', '.join(f'page.{name} {direction}' for name in names)}",
    )
    return Sql(text, (*key_params, *source.params, *where.params, *key_params))


def _bound(sort: ProductSort, values: Sequence[Any], beyond: bool) -> Sql:
    """The rows strictly after (``beyond``) or before the cursor's values in the order."""
    operator = ">" if beyond != sort.descending else "<"
    columns_text = ", ".join(key.sql.text for key in sort.keys)
    places = ", ".join(f"%s::{key.cast}" for key in sort.keys)
    key_params = tuple(value for key in sort.keys for value in key.sql.params)
    return Sql(f"({columns_text}) {operator} ({places})", (*key_params, *values))


def product_of_row(made: Columns, row: Sequence[Any], view: View) -> Product:
    product = made.instance(row[: made.width])
    listing_end = made.width + len(Listing._fields)
    product.view = view
    listing = row[made.width : listing_end]
    product.listing = Listing._make(listing) if listing[4] is not None else None
    product.cursor_values = row[listing_end:]
    return product
