"""What clients should not send gets a typed answer and never an internal error."""

from __future__ import annotations

import base64
import json

import pytest

from factories.catalog import sell
from factories.channels import ChannelFactory
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LIST = """query($first: Int, $last: Int, $after: String, $filter: ProductFilterInput, $where: ProductWhereInput,
    $search: String, $sortBy: ProductOrder) {
  products(channel: "citizen", first: $first, last: $last, after: $after, filter: $filter, where: $where, search: $search, sortBy: $sortBy) {
    totalCount edges { node { slug } } } }"""


@pytest.fixture(autouse=True)
def _shop():
    sell(ChannelFactory(), slug="soap", name="비누")


def cursor(*values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def code_of(answer):
    return answer["errors"][0]["extensions"]["exception"]["code"]


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"first": 1, "last": 1},
        {"first": -1},
        {"first": 101},
        {"first": 2_000_000_000},
        {"first": 1, "after": "?"},
        {"first": 1, "after": "YQ=="},
        {"first": 1, "after": cursor("a", "b")},
        {"first": 1, "after": cursor(None)},
        {"first": 1, "after": cursor(5)},
        {"first": 1, "after": cursor("a\x00")},
        {"first": 1, "after": cursor(["a"])},
        {"first": 1, "after": cursor("NaN", 1), "sortBy": {"field": "PRICE", "direction": "ASC"}},
        {"first": 1, "after": cursor("1e99999", 1), "sortBy": {"field": "PRICE", "direction": "ASC"}},
        {"first": 1, "after": cursor("10", 2**70), "sortBy": {"field": "PRICE", "direction": "ASC"}},
        {"first": 1, "after": cursor("yesterday", 1), "sortBy": {"field": "DATE", "direction": "ASC"}},
        {"first": 1, "after": cursor("2022-01-01T00:00:00", 1), "sortBy": {"field": "DATE", "direction": "ASC"}},
        {"first": 1, "filter": {"ids": ["soap"]}},
        {"first": 1, "filter": {"ids": [to_global_id("Category", 1)]}},
        {"first": 1, "filter": {"categories": [to_global_id("Category", "x")]}},
        {"first": 1, "filter": {"vendors": [to_global_id("Vendor", "1" * 30)]}},
        {"first": 1, "where": {"category": {"eq": "x"}}},
        {"first": 1, "filter": {"attributes": [{"slug": "a", "value": {"boolean": True, "slug": {"eq": "b"}}}]}},
        {"first": 1, "sortBy": {"attributeId": "x", "direction": "ASC"}},
    ],
    ids=str,
)
def test_refused_with_a_reason(graphql, variables):
    answer = graphql(LIST, variables)
    assert code_of(answer) in ("GraphQLError", "BadGlobalId", "GRAPHQL_ERROR"), answer
    assert answer["errors"][0]["message"]


@pytest.mark.parametrize(
    ("variables", "found"),
    [
        ({"first": 0}, []),
        ({"first": 5, "filter": {"ids": [to_global_id("Product", 10**17)]}}, []),
        ({"first": 5, "filter": {"categories": [to_global_id("Category", 10**17)]}}, []),
        ({"first": 5, "filter": {"price": {"gte": -5, "lte": -1}}}, []),
        ({"first": 5, "filter": {"price": {"gte": 1e300}}}, []),
        ({"first": 5, "filter": {"minimalPrice": {"lte": 1e300}}}, ["soap"]),
        ({"first": 5, "filter": {"slugs": ["so\x00ap"]}}, []),
        ({"first": 5, "filter": {"slugs": []}}, ["soap"]),
        ({"first": 5, "filter": {"metadata": [{"key": "\x00", "value": "'"}]}}, []),
        ({"first": 5, "filter": {"certificates": ["' OR TRUE --", "%s"]}}, []),
        ({"first": 5, "filter": {"districts": ["%(x)s"], "values": ["{}"]}}, []),
        ({"first": 5, "where": {"AND": [], "OR": []}}, ["soap"]),
        ({"first": 5, "where": {"slug": {"eq": "soap"}}, "search": "   "}, ["soap"]),
        ({"first": 5, "search": "\x00"}, []),
        ({"first": 5, "search": "':* & | ! ( )' \\ % %s"}, []),
        ({"first": 5, "search": "비" * 5000}, []),
        ({"first": 5, "search": "a " * 5000}, []),
    ],
    ids=lambda value: str(value)[:60],
)
def test_odd_but_answered(graphql, variables, found):
    answer = graphql(LIST, variables)
    assert "errors" not in answer, answer["errors"]
    assert [edge["node"]["slug"] for edge in answer["data"]["products"]["edges"]] == found


@pytest.mark.parametrize(
    "document",
    [
        '{ product(id: "x", channel: "citizen") { slug } }',
        '{ productVariant(id: "x", channel: "citizen") { sku } }',
        '{ productVariant(channel: "citizen") { sku } }',
        '{ category(id: "UHJvZHVjdDox") { slug } }',
        "{ category { slug } }",
        '{ collection(id: "", channel: "citizen") { slug } }',
        '{ collections(channel: "citizen") { totalCount } }',
        '{ productVariants(first: 1, after: "x", channel: "citizen") { totalCount } }',
        '{ productVariants(first: 1, ids: ["x"], channel: "citizen") { totalCount } }',
        '{ productFacets(channel: "citizen", filter: {categories: ["x"]}) { totalCount } }',
        '{ categories(first: 1, after: "bnVsbA==") { totalCount } }',
        '{ products(first: 1, channel: "citizen") { edges { node { productVariants(first: 1, after: "x") { totalCount } } } } }',
    ],
)
def test_single_things_refused_with_a_reason(graphql, document):
    answer = graphql(document)
    assert code_of(answer) in ("GraphQLError", "BadGlobalId", "GRAPHQL_ERROR"), answer


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ('{ product(slug: "a\\u0000b", channel: "citizen") { slug } }', "product"),
        ('{ product(slug: "soap", channel: "citi\\u0000zen") { slug } }', "product"),
        ('{ category(slug: "\\u0000") { slug } }', "category"),
        ('{ collection(slug: "none", channel: "citizen") { slug } }', "collection"),
        ('{ productVariant(sku: "none", channel: "citizen") { sku } }', "productVariant"),
        ('{ product(slug: "soap", slugLanguageCode: EN, channel: "citizen") { slug } }', "product"),
    ],
)
def test_what_is_not_there_is_null(graphql, document, name):
    assert graphql(document)["data"] == {name: None}


def test_a_level_beyond_the_tree_is_empty(graphql):
    answer = graphql(
        "{ categories(first: 1, level: 2000000000) { totalCount } below: categories(first: 1, level: -1) { totalCount } }"
    )
    assert answer["data"] == {"categories": {"totalCount": 0}, "below": {"totalCount": 0}}
