"""How many products each further choice would leave: all facets in one statement over the products that the other filters leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from market.catalog.selectors.product_pages import ProductList
from market.catalog.sql import Sql, all_of, fetch, select
from market.core import clock
from market.vendors.models import Certificate
from market.vendors.selectors.certificates import counting_on
from market.vendors.selectors.duties import duty_terms_on

FACETS = ("categories", "certificates", "duties", "districts", "values", "tax_kinds", "prices")
BY_TEXT = frozenset({"duties", "values", "tax_kinds"})  # counted by a code, not by a number
PRICE_STEPS = (0, 10_000, 30_000, 50_000, 100_000, 300_000)


@dataclass
class FacetCounts:
    """Counts by facet and key: ids of rows, codes, or the lower end of a price step."""

    total: int = 0
    price_min: int | None = None
    price_max: int | None = None
    counts: dict[str, dict[Any, int]] = field(default_factory=lambda: {facet: {} for facet in FACETS})


def facet_counts(
    wanted: ProductList, own: dict[str, Sql], asked: Iterable[str], parent_categories: Sequence[int] = ()
) -> FacetCounts:
    """``wanted`` holds the conditions of no facet, ``own`` each facet's; a facet counts under every condition but its own.

    Categories are counted in the children of ``parent_categories``, or in the roots, each with all that lies below it.
    """
    base, names = _base(wanted, own), list(own)
    parts = [_total(names)]
    for facet in FACETS:
        if facet in asked:
            parts.append(COUNTERS[facet](_others(names, facet), parent_categories))
    text = f"WITH base AS MATERIALIZED ({base.text}) " + " UNION ALL ".join(part.text for part in parts)
    found = FacetCounts()
    for facet, key, number, low, high in fetch(
        text, (*base.params, *(value for part in parts for value in part.params))
    ):
        _note(found, facet, key, number, low, high)
    return found


def _note(found: FacetCounts, facet: str, key: str | None, number: int, low: int | None, high: int | None) -> None:
    if facet == "total":
        found.total, found.price_min, found.price_max = number, low, high
    elif key is not None:
        found.counts[facet][key if facet in BY_TEXT else int(key)] = number


def _base(wanted: ProductList, own: dict[str, Sql]) -> Sql:
    """One row a product: what the facets count by, and whether each facet's own condition holds."""
    source = wanted.source()
    flags = "".join(f", COALESCE({condition.text}, FALSE) AS own_{name}" for name, condition in own.items())
    flag_params = tuple(value for condition in own.values() for value in condition.params)
    where = wanted.where()
    columns = "p.id, p.vendor_id, p.category_id, p.tax_kind, p.value_codes, l.discounted_price_amount::bigint AS price"
    # What fails two facets' conditions is in nobody's count.
    failed = " + ".join(f"(NOT COALESCE({condition.text}, FALSE))::int" for condition in own.values())
    where = all_of([where, Sql(f"{failed} <= 1", flag_params)]) if len(own) > 1 else where
    text = select(f"{columns}{flags}", source.text, where.text)
    return Sql(text, (*flag_params, *source.params, *where.params))


def _others(names: Sequence[str], facet: str) -> str:
    return " AND ".join(["TRUE", *(f"b.own_{name}" for name in names if name != facet)])


def _total(names: Sequence[str]) -> Sql:
    """The number of products under all conditions, and the cheapest and the dearest under all but the price's own."""
    chosen, priced = _others(names, ""), _others(names, "prices")
    columns = (
        f"count(*) FILTER (WHERE {chosen}), min(b.price) FILTER (WHERE {priced}), max(b.price) FILTER (WHERE {priced})"
    )
    return Sql(select(f"'total', NULL, {columns}", "base b"))


def _categories(others: str, parents: Sequence[int]) -> Sql:
    level = "child.parent_id = ANY(%s::bigint[])" if parents else "child.parent_id IS NULL"
    text = (
        "SELECT 'categories', child.id::text, sum(n.n)::bigint, NULL, NULL FROM "  # noqa: S608
        f"(SELECT b.category_id, count(*) AS n FROM base b WHERE {others} GROUP BY 1) n "
        f"JOIN catalog_category c ON c.id = n.category_id JOIN catalog_category child ON child.id = ANY(c.path) AND {level} "
        "GROUP BY child.id"
    )
    return Sql(text, (list(parents),) if parents else ())


def _by_vendor(others: str) -> str:
    return f"(SELECT b.vendor_id, count(*) AS n FROM base b WHERE {others} GROUP BY 1) n"  # noqa: S608


def _certificates(others: str, parents: Sequence[int]) -> Sql:
    rows = Certificate.objects.filter(counting_on(clock.today())).order_by().values("vendor_id", "kind_id").distinct()
    held, params = rows.query.sql_with_params()
    text = (
        "SELECT 'certificates', held.kind_id::text, sum(n.n)::bigint, NULL, NULL FROM "  # noqa: S608
        f"{_by_vendor(others)} JOIN ({held}) held ON held.vendor_id = n.vendor_id GROUP BY held.kind_id"
    )
    return Sql(text, tuple(params))


def _duties(others: str, parents: Sequence[int]) -> Sql:
    """Goods of enterprises that count for a duty of public bodies today."""
    today = clock.today()
    held = Certificate.objects.filter(counting_on(today), kind__duties__in=duty_terms_on(today)).order_by()
    rows, params = held.values("vendor_id", "kind__duties__scheme__code").distinct().query.sql_with_params()
    text = (
        "SELECT 'duties', held.code, sum(n.n)::bigint, NULL, NULL FROM "  # noqa: S608
        f"{_by_vendor(others)} JOIN ({rows}) held (vendor_id, code) ON held.vendor_id = n.vendor_id GROUP BY held.code"
    )
    return Sql(text, tuple(params))


def _districts(others: str, parents: Sequence[int]) -> Sql:
    return Sql(
        "SELECT 'districts', v.district_id::text, sum(n.n)::bigint, NULL, NULL FROM "  # noqa: S608
        f"{_by_vendor(others)} JOIN vendors_vendor v ON v.id = n.vendor_id GROUP BY v.district_id"
    )


def _values(others: str, parents: Sequence[int]) -> Sql:
    source = "base b JOIN catalog_valuetheme theme ON theme.code = ANY(b.value_codes)"
    return Sql(
        select(
            "'values', theme.code, count(*), NULL, NULL",
            source,
            f"b.value_codes <> '{{}}' AND {others}",
            "GROUP BY theme.code",
        )
    )


def _tax_kinds(others: str, parents: Sequence[int]) -> Sql:
    return Sql(select("'tax_kinds', b.tax_kind, count(*), NULL, NULL", "base b", others, "GROUP BY b.tax_kind"))


def _prices(others: str, parents: Sequence[int]) -> Sql:
    """Counts by the lower end of the step."""
    steps = f"ARRAY[{', '.join(map(str, PRICE_STEPS))}]::bigint[]"
    by_step = select(
        f"width_bucket(b.price, {steps}) AS step, count(*) AS n",
        "base b",
        f"b.price IS NOT NULL AND {others}",
        "GROUP BY 1",
    )
    return Sql(select(f"'prices', ({steps})[n.step]::text, n.n, NULL, NULL", f"({by_step}) n"))


COUNTERS = {
    "categories": _categories,
    "certificates": _certificates,
    "duties": _duties,
    "districts": _districts,
    "values": _values,
    "tax_kinds": _tax_kinds,
    "prices": _prices,
}
