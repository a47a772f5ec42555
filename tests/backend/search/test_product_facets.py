"""Each facet equals what counting by hand gives: a list for every choice, under every other filter."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest

from factories.catalog import CategoryFactory, ThemeFactory, sell
from factories.channels import ChannelFactory
from factories.vendors import DistrictFactory, SellerFactory, certify
from market.catalog.models import Category
from market.core.global_ids import to_global_id
from market.search.services.search_entries_refresh import search_entries_refresh

pytestmark = pytest.mark.django_db
FACETS = """query($filter: ProductFilterInput, $where: ProductWhereInput, $search: String) {
  productFacets(channel: "citizen", filter: $filter, where: $where, search: $search) {
    totalCount priceMin priceMax categories { category { id slug } count } certificates { kind { code } count } districts { district { code } count }
    values { theme { code } count } taxKinds { taxKind count } prices { from to count } } }"""
COUNT = """query($filter: ProductFilterInput, $where: ProductWhereInput, $search: String) {
  products(first: 100, channel: "citizen", filter: $filter, where: $where, search: $search) {
    totalCount edges { node { pricing { priceRange { start { gross { amount } } } } } } } }"""
THEMES, KINDS, DISTRICTS = ("vegan", "local"), ("SOCIAL_ENTERPRISE", "COOP", "WOMEN"), ("guro", "mapo", "jongno")
PRICES = (0, 10_000, 30_000, 50_000, 100_000, 300_000)


@pytest.fixture
def shop():
    draw = random.Random(3)
    channel = ChannelFactory()
    leaves = []
    for root in range(3):
        top = CategoryFactory(slug=f"top{root}")
        middle = CategoryFactory(slug=f"middle{root}", parent=top)
        leaves += [
            top,
            middle,
            CategoryFactory(slug=f"leaf{root}a", parent=middle),
            CategoryFactory(slug=f"leaf{root}b", parent=top),
        ]
    for code in THEMES:
        ThemeFactory(code=code)
    sellers = []
    for number in range(6):
        seller = SellerFactory(
            district=DistrictFactory(code=draw.choice(DISTRICTS)), status="active" if number else "suspended"
        )
        for code in draw.sample(KINDS, draw.randint(0, 2)):
            certify(seller, code, valid_until=draw.choice([None, dt.date(2021, 1, 1)]))
            certify(seller, code)  # a second proof of the same kind counts once
        sellers.append(seller)
    for number in range(60):
        sell(
            channel, draw.choice([500, 9_999, 10_000, 29_000, 50_000, 250_000, 900_000]), vendor=draw.choice(sellers),
            category=draw.choice([*leaves, None]), name=f"{draw.choice(['비누', '종이'])} {number}", tax_kind=draw.choice(["taxable", "exempt"]),
            value_codes=draw.sample(THEMES, draw.randint(0, 2)),
        )  # fmt: skip
    search_entries_refresh()
    return channel


def category(slug):
    return to_global_id("Category", Category.objects.get(slug=slug).pk)


CHOICES = [
    {},
    {"categories": "top0"},
    {"categories": "middle1"},
    {"categories": "leaf0a"},
    {"certificates": ["COOP"]},
    {"districts": ["guro", "mapo"]},
    {"values": ["vegan"]},
    {"taxKinds": ["EXEMPT"]},
    {"minimalPrice": {"gte": 10_000, "lte": 60_000}},
    {"price": {"gte": 10_000}},
    {"certificates": ["COOP"], "values": ["vegan"]},
    {"categories": "top1", "districts": ["guro"], "taxKinds": ["TAXABLE"], "isService": False},
    {"categories": "top2", "minimalPrice": {"lte": 30_000}, "certificates": ["WOMEN", "COOP"], "values": ["local"]},
]


@pytest.mark.parametrize(("choice", "search"), list(itertools.product(CHOICES, [None, "비누"])), ids=str)
def test_facets_equal_brute_force(graphql, shop, choice, search):
    chosen = dict(choice)
    parent = Category.objects.get(slug=chosen["categories"]) if "categories" in chosen else None
    if parent is not None:
        chosen["categories"] = [category(parent.slug)]
    answer = graphql(FACETS, {"filter": chosen, "search": search})
    assert "errors" not in answer, answer["errors"]
    facets = answer["data"]["productFacets"]

    def under(own, **mine):
        others = {name: value for name, value in chosen.items() if name not in own}
        return graphql(COUNT, {"filter": {**others, **mine}, "search": search})["data"]["products"]

    def counts(own, name, options):
        found = {option: under(own, **{name: value})["totalCount"] for option, value in options.items()}
        return {option: count for option, count in found.items() if count}

    assert facets["totalCount"] == under([])["totalCount"]
    children = Category.objects.filter(parent=parent)
    assert {item["category"]["slug"]: item["count"] for item in facets["categories"]} == counts(
        ["categories"], "categories", {child.slug: [category(child.slug)] for child in children}
    )
    assert {item["kind"]["code"]: item["count"] for item in facets["certificates"]} == counts(
        ["certificates"], "certificates", {code: [code] for code in KINDS}
    )
    assert {item["district"]["code"]: item["count"] for item in facets["districts"]} == counts(
        ["districts"], "districts", {code: [code] for code in DISTRICTS}
    )
    assert {item["theme"]["code"]: item["count"] for item in facets["values"]} == counts(
        ["values"], "values", {code: [code] for code in THEMES}
    )
    assert {item["taxKind"]: item["count"] for item in facets["taxKinds"]} == counts(
        ["taxKinds"], "taxKinds", {kind: [kind] for kind in ("TAXABLE", "EXEMPT", "ZERO_RATED")}
    )
    amounts = [
        edge["node"]["pricing"]["priceRange"]["start"]["gross"]["amount"]
        for edge in under(["price", "minimalPrice"])["edges"]
    ]
    assert (facets["priceMin"], facets["priceMax"]) == ((min(amounts), max(amounts)) if amounts else (None, None))
    steps = {
        (start, end): sum(start <= amount < (end or 10**9) for amount in amounts)
        for start, end in itertools.pairwise([*PRICES, None])
    }
    assert {(item["from"], item["to"]): item["count"] for item in facets["prices"]} == {
        step: n for step, n in steps.items() if n
    }


def test_where_names_the_same_facets(graphql, shop):
    by_filter = {"categories": [category("top0")], "certificates": ["COOP"], "minimalPrice": {"gte": 10_000}}
    by_where = {
        "category": {"eq": category("top0")},
        "certificates": ["COOP"],
        "minimalPrice": {"range": {"gte": 10_000}},
    }
    assert graphql(FACETS, {"where": by_where})["data"] == graphql(FACETS, {"filter": by_filter})["data"]


def test_an_unknown_channel_has_no_facets(graphql, shop):
    answer = graphql(FACETS.replace("citizen", "nowhere"))
    assert answer["data"]["productFacets"]["totalCount"] == 0
