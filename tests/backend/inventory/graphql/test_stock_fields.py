"""What the catalogue says about stock."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from market.inventory.models import Stock

pytestmark = pytest.mark.django_db

LIST = """query($first: Int, $filter: ProductFilterInput) { products(channel: "citizen", first: $first, filter: $filter) {
  edges { node { slug isAvailable productVariants(first: 5) { edges { node { quantityAvailable } } } } } } }"""


def listed(answer: dict[str, Any]) -> dict[str, tuple[bool, list[int]]]:
    assert "errors" not in answer, answer["errors"]
    nodes = [edge["node"] for edge in answer["data"]["products"]["edges"]]
    return {
        node["slug"]: (
            node["isAvailable"],
            [edge["node"]["quantityAvailable"] for edge in node["productVariants"]["edges"]],
        )
        for node in nodes
    }


def test_availability_and_quantities(graphql: Any) -> None:
    channel = ChannelFactory()
    there, out, service, quoted, limited = (
        variant_on_sale(channel, stock=7, slug="there"),
        variant_on_sale(channel, stock=3, slug="out"),
        variant_on_sale(channel, stock=None, is_service=True, slug="service"),
        variant_on_sale(channel, stock=3, is_quote_only=True, slug="quoted"),
        variant_on_sale(channel, stock=50, slug="limited"),
    )
    Stock.objects.filter(variant=out).update(quantity_allocated=3)
    limited.quantity_limit_per_customer = 4
    limited.save()
    assert {there.pk, service.pk, quoted.pk}
    found = listed(graphql(LIST, {"first": 10}))
    assert found == {
        "there": (True, [7]),
        "out": (False, [0]),
        "service": (True, [9_999]),
        "quoted": (False, [3]),
        "limited": (True, [4]),
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"stockAvailability": "IN_STOCK"}, {"there", "service"}),
        ({"stockAvailability": "OUT_OF_STOCK"}, {"out"}),
        ({"stocks": {"quantity": {"gte": 5}}}, {"there"}),
        ({"stocks": {"quantity": {"lte": 0}}}, {"out", "service"}),
        ({"stocks": {"warehouseIds": []}}, set()),
    ],
)
def test_filters(graphql: Any, given: dict[str, Any], expected: set[str]) -> None:
    channel = ChannelFactory()
    variant_on_sale(channel, stock=7, slug="there")
    variant_on_sale(channel, stock=0, slug="out")
    variant_on_sale(channel, stock=None, is_service=True, slug="service")
    assert set(listed(graphql(LIST, {"first": 10, "filter": given}))) == expected


def test_a_list_costs_the_same_for_one_and_for_many(assert_constant_queries: Any) -> None:
    channel = ChannelFactory()
    for _ in range(24):
        variant_on_sale(channel)
    assert_constant_queries(LIST, {"first": 1}, {"first": 24})
