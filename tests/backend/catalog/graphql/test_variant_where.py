"""Variants narrowed the newer way: by fields combined with AND and OR."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import staff_with
from factories.catalog import AttributeFactory, AttributeValueFactory, ProductFactory, VariantFactory, list_in
from factories.channels import ChannelFactory
from factories.goods import gid
from factories.inventory import warehouse_of
from market.catalog.models import ProductVariant, VariantAttributeValue
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.models import Stock

pytestmark = pytest.mark.django_db
LIST = """query ($where: ProductVariantWhereInput, $channel: String) {
    productVariants(where: $where, channel: $channel, first: 10) { totalCount edges { node { sku } } } }"""


@pytest.fixture
def variants() -> dict[str, ProductVariant]:
    """a: red, 5 pieces; b: none; c: not counted, with metadata."""
    product = ProductFactory()
    made = {name: VariantFactory(product=product, sku=name, sort_order=n) for n, name in enumerate("abc")}
    list_in(product, ChannelFactory(slug="citizen"), 1000, 1000, 1000)
    ProductVariant.objects.filter(sku="c").update(track_inventory=False, metadata={"shelf": "9"})
    red = AttributeValueFactory(attribute=AttributeFactory(slug="colour"), slug="red", name="빨강")
    VariantAttributeValue.objects.create(variant=made["a"], value=red)
    Stock.objects.create(variant=made["a"], warehouse=warehouse_of(product.vendor), quantity=5)
    return made


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (None, "abc"),
        ({"sku": {"oneOf": ["a", "b"]}}, "ab"),
        ({"sku": {}}, ""),
        ({"metadata": [{"key": "shelf", "value": "9"}]}, "c"),
        ({"metadata": [{"key": "shelf"}]}, "c"),
        ({"updatedAt": {"lte": "2001-01-01T00:00:00Z"}}, ""),
        ({"attributes": [{"slug": "colour"}]}, "a"),
        ({"attributes": [{"slug": "colour", "value": {"slug": {"eq": "red"}}}]}, "a"),
        ({"attributes": [{"slug": "colour", "value": {"name": {"eq": "파랑"}}}]}, ""),
        ({"stockAvailability": "IN_STOCK"}, "ac"),
        ({"stockAvailability": "OUT_OF_STOCK"}, "b"),
        ({"stocks": {"quantity": {"gte": 5}}}, "a"),
        ({"stocks": {"quantity": {"lte": 0}}}, "bc"),
        ({"OR": [{"sku": {"eq": "b"}}, {"attributes": [{"slug": "colour"}]}]}, "ab"),
        ({"AND": [{"sku": {"oneOf": ["a", "b"]}}, {"stockAvailability": "OUT_OF_STOCK"}]}, "b"),
        ({"AND": []}, "abc"),
    ],
)
def test_where(graphql: Any, variants: dict[str, ProductVariant], where: Any, found: str) -> None:
    answer = graphql(LIST, {"where": where, "channel": "citizen"})
    assert "errors" not in answer, answer
    listed = answer["data"]["productVariants"]
    assert "".join(edge["node"]["sku"] for edge in listed["edges"]) == found
    assert listed["totalCount"] == len(found)


def test_where_by_id_and_warehouse(graphql: Any, variants: dict[str, ProductVariant]) -> None:
    staff = staff_with(MANAGE_PRODUCTS)
    own = Stock.objects.get().warehouse
    other = warehouse_of(ProductFactory().vendor)
    for where, found in (
        ({"ids": [gid(variants["b"])]}, ["b"]),
        ({"stocks": {"warehouseIds": [gid(own)], "quantity": {"gte": 1}}}, ["a"]),
        ({"stocks": {"warehouseIds": [gid(other)], "quantity": {"gte": 1}}}, []),
    ):
        listed = graphql(LIST, {"where": where}, user=staff)["data"]["productVariants"]
        assert [edge["node"]["sku"] for edge in listed["edges"]] == found
