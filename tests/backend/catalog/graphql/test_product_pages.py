"""Walking a list of products forwards and backwards meets each product once, in the same order, however it is sorted."""

from __future__ import annotations

import random

import pytest
from django.utils import timezone

from factories.catalog import (
    AttributeFactory,
    AttributeValueFactory,
    CategoryFactory,
    ProductTypeFactory,
    collect,
    list_in,
    sell,
)
from factories.channels import ChannelFactory
from factories.vendors import SellerFactory
from market.catalog.models import Product, ProductAttributeValue, VariantChannelListing
from market.core.global_ids import to_global_id
from market.search.services.search_entries_refresh import search_entries_refresh

pytestmark = pytest.mark.django_db
PAGE = """query($first: Int, $last: Int, $after: String, $before: String, $sortBy: ProductOrder, $search: String) {
  products(channel: "citizen", first: $first, last: $last, after: $after, before: $before, sortBy: $sortBy, search: $search) {
    edges { node { slug } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
FIELDS = [
    "NAME",
    "PRICE",
    "MINIMAL_PRICE",
    "LAST_MODIFIED",
    "DATE",
    "TYPE",
    "PUBLISHED",
    "PUBLICATION_DATE",
    "PUBLISHED_AT",
    "LAST_MODIFIED_AT",
    "COLLECTION",
    "RATING",
    "CREATED_AT",
]


@pytest.fixture
def shelf():
    """Thirty products full of ties: few prices (some none), few names, few dates, few ratings."""
    draw = random.Random(7)
    channel = ChannelFactory()
    category, seller = CategoryFactory(), SellerFactory()
    origin = AttributeFactory(slug="origin")
    values = [AttributeValueFactory(attribute=origin, name=name) for name in ("가평", "나주")]
    for number in range(30):
        moment = timezone.now().replace(microsecond=draw.choice([1, 2]))
        product = sell(
            channel, draw.choice([1_000, 2_000, 3_000]), slug=f"p{number:02}", name=draw.choice(["비누", "쌀", "쌀 비누"]), category=category,
            vendor=seller, created_at=moment, updated_at=moment, rating=draw.choice([None, 3.5, 4.1]),
            product_type=ProductTypeFactory(slug=draw.choice(["goods", "service"])),
        )  # fmt: skip
        list_in(product, channel, draw.choice([1_000, 2_000]), published_at=draw.choice([None, moment]))
        if number % 7 == 0:
            VariantChannelListing.objects.filter(variant__product=product).delete()
            list_in(product, channel)
        if number % 3:
            ProductAttributeValue.objects.create(product=product, value=draw.choice(values))
    search_entries_refresh()
    return channel


def walk(graphql, size, *, backwards=False, **variables):
    """Every slug, page by page, with a check that the pages say truly whether there is more."""
    slugs, cursor = [], None
    while True:
        step = {"last": size, "before": cursor} if backwards else {"first": size, "after": cursor}
        answer = graphql(PAGE, {**variables, **step})
        assert "errors" not in answer, answer["errors"]
        connection = answer["data"]["products"]
        page, info = [edge["node"]["slug"] for edge in connection["edges"]], connection["pageInfo"]
        assert info["hasPreviousPage" if not backwards else "hasNextPage"] == (cursor is not None)
        slugs = [*page, *slugs] if backwards else [*slugs, *page]
        if not info["hasPreviousPage" if backwards else "hasNextPage"]:
            return slugs
        cursor = info["startCursor" if backwards else "endCursor"]


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("field", FIELDS)
def test_pages_have_no_gap_and_no_repetition(graphql, shelf, field, direction):
    sort_by = {"field": field, "direction": direction}
    whole = walk(graphql, 100, sortBy=sort_by)
    assert sorted(whole) == [f"p{number:02}" for number in range(30)]
    assert walk(graphql, 7, sortBy=sort_by) == whole
    assert walk(graphql, 4, sortBy=sort_by, backwards=True) == whole
    opposite = walk(graphql, 100, sortBy={"field": field, "direction": "DESC" if direction == "ASC" else "ASC"})
    assert opposite == whole[::-1]


def test_pages_by_attribute(graphql, shelf):
    sort_by = {"attributeId": to_global_id("Attribute", AttributeFactory(slug="origin").pk), "direction": "ASC"}
    whole = walk(graphql, 100, sortBy=sort_by)
    assert walk(graphql, 7, sortBy=sort_by) == whole
    assert walk(graphql, 4, sortBy=sort_by, backwards=True) == whole
    names = [
        Product.objects.get(slug=slug).attribute_values.values_list("value__name", flat=True).first() or ""
        for slug in whole
    ]
    assert names == sorted(names)


@pytest.mark.parametrize(
    "sort_by", [None, {"field": "RANK", "direction": "DESC"}, {"field": "NAME", "direction": "ASC"}]
)
def test_pages_of_a_search(graphql, shelf, sort_by):
    whole = walk(graphql, 100, search="쌀", sortBy=sort_by)
    assert set(whole) == set(Product.objects.filter(name__startswith="쌀").values_list("slug", flat=True))
    assert walk(graphql, 3, search="쌀", sortBy=sort_by) == whole
    assert walk(graphql, 4, search="쌀", sortBy=sort_by, backwards=True) == whole


def test_prices_sort_by_the_channel_and_the_priceless_come_last(graphql, shelf):
    for field in ("PRICE", "MINIMAL_PRICE"):
        whole = walk(graphql, 100, sortBy={"field": field, "direction": "ASC"})
        prices = [Product.objects.get(slug=slug).channel_listings.get().price_amount for slug in whole]
        assert [price for price in prices if price is not None] == sorted(
            price for price in prices if price is not None
        )
        assert prices[-prices.count(None) :] == [None] * prices.count(None)


def test_rank_needs_words(graphql, shelf):
    answer = graphql(PAGE, {"first": 1, "sortBy": {"field": "RANK", "direction": "DESC"}})
    assert "RANK" in answer["errors"][0]["message"]


def test_sorting_by_two_things_is_refused(graphql, shelf):
    sort_by = {"field": "NAME", "attributeId": to_global_id("Attribute", 1), "direction": "ASC"}
    assert "either" in graphql(PAGE, {"first": 1, "sortBy": sort_by})["errors"][0]["message"]


def test_lists_below_parents_page_alike(graphql, shelf):
    """Several categories, and several collections, side by side: each has its own page, order and count."""
    seller = SellerFactory()
    roots = [CategoryFactory(slug=f"root{n}") for n in range(2)]
    leaves = [CategoryFactory(slug=f"leaf{n}", parent=root) for n, root in enumerate(roots)]
    first = [sell(shelf, slug=f"x{n}", category=leaves[0], vendor=seller) for n in range(3)]
    second = [sell(shelf, slug=f"y{n}", category=leaves[1], vendor=seller) for n in range(2)]
    collect(shelf, *reversed(first), slug="one")
    collect(shelf, *second, slug="two")
    inner = (
        "products(first: 2, %s after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } }"
    )
    document = """query($slugs: [String!], $after: String) {
      categories(first: 5, filter: {slugs: $slugs}) { edges { node { slug %s } } } }""" % (
        inner % 'channel: "citizen",'
    )
    nodes = graphql(document, {"slugs": ["root0", "root1"]})["data"]["categories"]["edges"]
    assert [_page(node) for node in nodes] == [(3, True, ["x0", "x1"]), (2, False, ["y0", "y1"])]
    cursor = nodes[0]["node"]["products"]["pageInfo"]["endCursor"]
    assert _page(graphql(document, {"slugs": ["root0"], "after": cursor})["data"]["categories"]["edges"][0]) == (
        3,
        False,
        ["x2"],
    )
    document = 'query($after: String) { collections(first: 5, channel: "citizen") { edges { node { slug %s } } } }' % (
        inner % ""
    )
    nodes = graphql(document)["data"]["collections"]["edges"]
    assert [_page(node) for node in nodes] == [(3, True, ["x2", "x1"]), (2, False, ["y0", "y1"])]


def _page(edge):
    connection = edge["node"]["products"]
    return (
        connection["totalCount"],
        connection["pageInfo"]["hasNextPage"],
        [item["node"]["slug"] for item in connection["edges"]],
    )
