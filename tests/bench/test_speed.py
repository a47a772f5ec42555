"""How fast the API answers at the size of the real mall, each beside its raw-SQL floor of the same run.

`make bench` prints the table. Saleor's figures are those of design.md (3.24, two cores, two workers, no response cache, 14,101 products).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings

from bench.documents import CATEGORY, LIST, ORDER_FLOW, PRODUCT, SEARCH
from bench.load import Connection, Measured, run
from bench.servers import postgres_processes, served

pytestmark = pytest.mark.bench
SECONDS = float(os.environ.get("IEUM_BENCH_SECONDS", "4"))
CLIENTS = 8
ADDRESS = {
    "firstName": "지우", "lastName": "한", "streetAddress1": "개봉로23길 10", "city": "구로구", "countryArea": "서울특별시", "postalCode": "08274",
    "country": "KR", "phone": "+821000001234",
}  # fmt: skip


@dataclass(frozen=True)
class Saleor:
    """requests/s at 8 clients, p50 ms at one, processor ms a request."""

    per_second: float
    p50: float
    cpu: float


SALEOR = {
    "list": Saleor(9.8, 171, 171),
    "category": Saleor(4.8, 372, 376),
    "product": Saleor(10.9, 152, 155),
    "search": Saleor(8.8, 191, 193),
    "order flow": Saleor(0.7, 2171, 2210),
}


@dataclass
class Row:
    name: str
    many: Measured
    single: Measured
    kept: Measured | None = None
    floor: Measured | None = None
    notes: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        saleor = SALEOR[self.name]
        cpu = " + ".join(f"{self.many.cpu_ms[name]:.1f}" for name in ("api", "postgres"))
        cells = [
            f"{self.name:<11}",
            f"{self.many.requests_per_second:8.1f}",
            f"{self.single.p50:7.2f} / {self.single.p95:6.2f}",
            f"{cpu:>13}",
            f"{self.many.requests_per_second / saleor.per_second:6.1f}x",
            f"{saleor.cpu / sum(self.many.cpu_ms.values()):6.1f}x",
            f"{self.kept.requests_per_second:8.1f} ({self.kept.requests_per_second / saleor.per_second:.0f}x)"
            if self.kept
            else " " * 15,
            f"{self.floor.requests_per_second:8.1f} / {self.floor.p50:5.2f}" if self.floor else "",
        ]
        return " | ".join(cells)


HEAD = "             req/s @8 | p50 / p95 ms @1 |  cpu ms api+pg | of Saleor: req/s, 1/cpu | kept answers req/s | floor req/s / p50 ms"


@pytest.fixture(scope="module")
def dsn() -> str:
    database = settings.DATABASES["default"]
    parts = {
        "dbname": database["NAME"],
        "user": database["USER"],
        "host": database["HOST"] or database["OPTIONS"].get("host", ""),
        "port": database["PORT"],
    }
    parts["password"] = database.get("PASSWORD", "")
    return " ".join(f"{key}={value}" for key, value in parts.items() if value)


@pytest.fixture(scope="module")
def facts(dsn: str) -> dict[str, Any]:
    """A category with many products, a product, a word, and variants with plenty in stock."""
    with psycopg.connect(dsn) as connection:
        one = lambda text: connection.execute(text).fetchall()  # noqa: E731
        category = one(
            "SELECT path[1], count(*) FROM catalog_product p JOIN catalog_category c ON c.id = p.category_id GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
        )
        slugs = [
            row[0]
            for row in one(
                """SELECT p.slug FROM catalog_product p JOIN catalog_productchannellisting l ON l.product_id = p.id
                JOIN channels_channel c ON c.id = l.channel_id AND c.slug = 'citizen' ORDER BY md5(p.slug) LIMIT 200"""
            )
        ]
        variants = one(
            """SELECT v.id FROM catalog_productvariant v JOIN catalog_variantchannellisting l ON l.variant_id = v.id
            JOIN channels_channel c ON c.id = l.channel_id AND c.slug = 'citizen' JOIN inventory_stock s ON s.variant_id = v.id
            JOIN catalog_product p ON p.id = v.product_id
            WHERE v.track_inventory AND s.quantity - s.quantity_allocated > 30 AND NOT p.is_quote_only AND p.minimum_order_quantity = 1
            ORDER BY md5(v.id::text) LIMIT 4000"""
        )
        count = one("SELECT count(*) FROM catalog_product")[0][0]
        template = one(
            """SELECT o.id FROM orders_order o JOIN orders_orderline l ON l.order_id = o.id
            WHERE o.shipping_address_id IS NOT NULL GROUP BY 1 HAVING count(*) = 1 LIMIT 1"""
        )[0][0]
    chosen = [row[0] for row in variants]
    return {"category": category[0][0], "slugs": slugs, "variants": chosen, "products": count, "template": template}


def reading(document: str, variables: Any) -> Any:
    async def step(connection: Connection, number: int) -> None:
        data = await connection.graphql(document, variables(number))
        assert next(iter(data.values())), data

    return step


def floor_step(path: Any) -> Any:
    async def step(connection: Connection, number: int) -> None:
        assert json.loads(await connection.request("GET", path(number)))["data"]

    return step


def measured(port: int, step: Any, api: Any, seconds: float = SECONDS) -> tuple[Measured, Measured]:
    run(
        "127.0.0.1", port, step, clients=2, seconds=1, groups={}
    )  # documents planned, connections open, pages in memory
    groups = {"api": api, "postgres": postgres_processes()}
    many = run("127.0.0.1", port, step, clients=CLIENTS, seconds=seconds, groups=groups)
    single = run("127.0.0.1", port, step, clients=1, seconds=seconds / 2, groups=groups)
    return many, single


def global_id(kind: str, pk: Any) -> str:
    from market.core.global_ids import to_global_id

    return to_global_id(kind, pk)


def test_reads_and_orders(dsn: str, facts: dict[str, Any]) -> None:
    category = global_id("Category", facts["category"])
    slugs = facts["slugs"]
    reads = {
        "list": (LIST, lambda n: {}, lambda n: "/list"),
        "category": (CATEGORY, lambda n: {"category": category}, lambda n: f"/category?category={facts['category']}"),
        "product": (
            PRODUCT,
            lambda n: {"slug": slugs[n % len(slugs)]},
            lambda n: f"/product?slug={quote(slugs[n % len(slugs)])}",
        ),
        "search": (SEARCH, lambda n: {"word": "비누"}, lambda n: f"/search?word={quote('비누')}"),
    }
    rows: dict[str, Row] = {}
    with served("market.config.wsgi:application", "wsgi", "/health/", IEUM_GRAPHQL_RESPONSE_CACHE_SECONDS="0") as (
        port,
        processes,
    ):
        memory = max(process.memory_info().rss for process in processes) / 2**20
        after = second_page_cursor(port, category)
        for name, (document, variables, _) in reads.items():
            extended = (lambda n, v=variables: {**v(n), "after": after}) if name == "category" else variables
            rows[name] = Row(name, *measured(port, reading(document, extended), processes))
            reads[name] = (document, extended, reads[name][2])
        rows["order flow"] = Row("order flow", *measured(port, order_flow(facts["variants"]), processes))
        memory_after = max(process.memory_info().rss for process in processes) / 2**20
    with served("market.config.wsgi:application", "wsgi", "/health/", IEUM_GRAPHQL_RESPONSE_CACHE_SECONDS="60") as (
        port,
        processes,
    ):
        for name, (document, variables, _) in reads.items():
            rows[name].kept = measured(port, reading(document, variables), processes)[0]
    with served("bench.floor:application", "asginl", "/list", FLOOR_DSN=dsn) as (port, processes):
        paths = {name: path for name, (_, _, path) in reads.items()} | {"order flow": order_floor(facts)}
        for name, path in paths.items():
            many, single = measured(port, floor_step(path), processes)
            rows[name].floor = Measured(many.requests_per_second, single.p50, single.p95, many.cpu_ms)
    memory_line = f"largest worker {memory:.0f} MiB fresh, {memory_after:.0f} MiB after"
    print(f"\n{facts['products']:,} products; {CLIENTS} clients, {SECONDS:g} s each; {memory_line}\n{HEAD}")
    for row in rows.values():
        print(row.line())
    for name in reads:
        row = rows[name]
        assert row.floor is not None
        assert row.kept is not None
        assert row.many.requests_per_second > row.floor.requests_per_second / 15, f"{name} is far from its floor"
        assert row.kept.requests_per_second > row.many.requests_per_second, f"{name}: a kept answer is no faster"


def second_page_cursor(port: int, category: str) -> str:
    import asyncio

    async def ask() -> str:
        connection = Connection("127.0.0.1", port)
        await connection.open()
        data = await connection.graphql(CATEGORY, {"category": category})
        await connection.close()
        cursor: str = data["products"]["pageInfo"]["endCursor"]
        return cursor

    return asyncio.run(ask())


def order_floor(facts: dict[str, Any]) -> Any:
    """The whole flow as one statement a flow, on other variants than the API's own run bought."""
    variants = facts["variants"][::-1]
    return lambda n: f"/order?template={facts['template']}&variant={variants[n % len(variants)]}"


def order_flow(variants: list[int]) -> Any:
    """Create, two addresses, e-mail, delivery, complete: six calls; each flow buys one piece of another variant."""

    async def step(connection: Connection, number: int) -> None:
        variant = global_id("ProductVariant", variants[number % len(variants)])
        created = await connection.graphql(ORDER_FLOW["create"], {"lines": [{"variantId": variant, "quantity": 1}]})
        checkout = created["checkoutCreate"]["checkout"]
        assert checkout, created
        key = {"id": checkout["id"]}
        await _without_errors(connection, "shipping", {**key, "address": ADDRESS})
        await _without_errors(connection, "billing", {**key, "address": ADDRESS})
        await _without_errors(connection, "email", {**key, "email": f"shopper{number}@citizen.example"})
        delivery = await _without_errors(connection, "options", key)
        await _without_errors(connection, "delivery", {**key, "method": delivery["deliveries"][0]["id"]})
        done = await _without_errors(connection, "complete", key)
        assert done["order"]["number"]

    return step


async def _without_errors(connection: Connection, name: str, variables: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = next(iter((await connection.graphql(ORDER_FLOW[name], variables)).values()))
    assert not result["errors"], result["errors"]
    return result
