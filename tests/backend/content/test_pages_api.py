"""Pages through the API: who sees which, lists, translations, attributes."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.catalog import AttributeFactory, collect, sell
from factories.channels import ChannelFactory
from factories.content import PageFactory, PageTypeFactory, give, text
from market.content.models import Page, PageTranslation
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_PAGES

pytestmark = pytest.mark.django_db
ONE = """query ($slug: String, $id: ID, $l: LanguageCodeEnum) { page(slug: $slug, id: $id, slugLanguageCode:
    $l) { id slug title isPublished } }"""
LIST = """query ($first: Int, $after: String, $search: String, $sort: PageSortingInput, $filter: PageFilterInput) {
    pages(first: $first, after: $after, search: $search, sortBy: $sort, filter: $filter) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } }"""
WHOLE = """query ($first: Int) { pages(first: $first, channel: "citizen") { edges { node { id slug title content seoTitle seoDescription isPublished
    publishedAt created updatedAt metadata { key value } pageType { name slug attributes { slug } }
    translation(languageCode: EN) { title slug content seoTitle language { code } }
    attributes { attribute { slug } values { slug name } }
    assignedAttributes { attribute { slug } ... on AssignedNumericAttribute { value } ... on AssignedSingleChoiceAttribute { choice: value { slug } }
        ... on AssignedSingleCollectionReferenceAttribute { collection: value { slug } } } } } } }"""


def slugs(answer: Any) -> list[str]:
    assert "errors" not in answer, answer["errors"]
    return [edge["node"]["slug"] for edge in answer["data"]["pages"]["edges"]]


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        ({}, True),
        ({"published_at": None}, True),
        ({"is_published": False}, False),
        ({"published_at": dt.datetime(2099, 1, 1, tzinfo=dt.UTC)}, False),
    ],
)
def test_a_hidden_page_is_as_good_as_none(graphql: Any, fields: dict[str, Any], is_shown: bool) -> None:
    page = PageFactory(slug="terms", **fields)
    key = to_global_id("Page", page.pk)
    for user in (None, UserFactory(), staff_with()):
        assert bool(graphql(ONE, {"slug": "terms"}, user=user)["data"]["page"]) == is_shown
        assert bool(graphql(ONE, {"id": key}, user=user)["data"]["page"]) == is_shown
        assert slugs(graphql(LIST, {"first": 5}, user=user)) == (["terms"] if is_shown else [])
    keeper = staff_with(MANAGE_PAGES)
    assert graphql(ONE, {"slug": "terms"}, user=keeper)["data"]["page"]["id"] == key
    assert slugs(graphql(LIST, {"first": 5}, user=keeper)) == ["terms"]


def test_a_hidden_page_answers_like_a_missing_one(graphql: Any) -> None:
    PageFactory(slug="secret", is_published=False)
    assert graphql(ONE, {"slug": "secret"}) == {
        **graphql(ONE, {"slug": "nowhere"}),
        "extensions": graphql(ONE, {"slug": "secret"})["extensions"],
    }


@pytest.mark.parametrize(
    ("variables", "message"),
    [({}, "At least one of arguments is required"), ({"slug": "a", "id": "b"}, "cannot be combined")],
)
def test_one_thing_names_the_page(graphql: Any, variables: dict[str, str], message: str) -> None:
    assert message in graphql(ONE, variables)["errors"][0]["message"]


def test_a_page_is_found_by_its_slug_in_another_language(graphql: Any) -> None:
    page = PageFactory(slug="이용약관")
    PageTranslation.objects.create(page=page, language_code="en", title="Terms", slug="terms")
    assert graphql(ONE, {"slug": "이용약관"})["data"]["page"]["title"] == page.title
    assert graphql(ONE, {"slug": "terms", "l": "EN"})["data"]["page"]["slug"] == "이용약관"
    assert graphql(ONE, {"slug": "terms", "l": "FR"})["data"]["page"] is None
    assert graphql(ONE, {"slug": "terms"})["data"]["page"] is None


def test_the_whole_of_a_page(graphql: Any) -> None:
    channel = ChannelFactory()
    page = PageFactory(slug="about", content=text("글"), seo_title="검색 제목", metadata={"shelf": "help"})
    PageTranslation.objects.create(page=page, language_code="en", title="About", content=text("Words"))
    give(page, AttributeFactory(slug="size", input_type="numeric"), numeric=3.5)
    give(page, AttributeFactory(slug="tone", input_type="dropdown"), slug="calm")
    shown = collect(channel, sell(channel), slug="shown")
    give(page, AttributeFactory(slug="goods", input_type="single-reference"), reference_collection_id=shown.pk)
    give(page, AttributeFactory(slug="inner", is_visible_in_storefront=False), slug="x")
    node = graphql(WHOLE, {"first": 1})["data"]["pages"]["edges"][0]["node"]
    assert json.loads(node["content"]) == text("글")
    assert node["translation"]["title"] == "About"
    assert json.loads(node["translation"]["content"]) == text("Words")
    assert node["translation"]["seoTitle"] is None
    assert node["metadata"] == [{"key": "shelf", "value": "help"}]
    assert [one["slug"] for one in node["pageType"]["attributes"]] == ["size", "tone", "goods"]
    assert [one["attribute"]["slug"] for one in node["attributes"]] == ["size", "tone", "goods"]
    assert [list(one.items())[1:] for one in node["assignedAttributes"]] == [
        [("value", 3.5)],
        [("choice", {"slug": "calm"})],
        [("collection", {"slug": "shown"})],
    ]


def test_one_attribute_by_its_slug_and_a_limit(graphql: Any) -> None:
    page = PageFactory(slug="a")
    for slug in ("one", "two"):
        give(page, AttributeFactory(slug=slug), slug=f"{slug}-value")
    ask = """{ page(slug: "a") { assignedAttribute(slug: "two") { attribute { slug } } attribute(slug: "nil") {
        attribute { slug } } assignedAttributes(limit: 1) { attribute { slug } } } }"""
    assert graphql(ask)["data"]["page"] == {
        "assignedAttribute": {"attribute": {"slug": "two"}},
        "attribute": None,
        "assignedAttributes": [{"attribute": {"slug": "one"}}],
    }


def test_private_metadata_is_for_keepers(graphql: Any) -> None:
    PageFactory(slug="a", private_metadata={"note": "x"})
    ask = '{ page(slug: "a") { privateMetadata { key } } }'
    assert graphql(ask, user=staff_with())["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert graphql(ask, user=staff_with(MANAGE_PAGES))["data"]["page"]["privateMetadata"] == [{"key": "note"}]


def test_paging_walks_through_all_in_order(graphql: Any) -> None:
    for slug in "cab":
        PageFactory(slug=slug)
    first = graphql(LIST, {"first": 2})["data"]["pages"]
    assert first["totalCount"] == 3
    rest = graphql(LIST, {"first": 2, "after": first["pageInfo"]["endCursor"]})
    assert [edge["node"]["slug"] for edge in first["edges"]] + slugs(rest) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("field", "order"),
    [
        ("TITLE", ["b", "a", "c"]),
        ("SLUG", ["a", "b", "c"]),
        ("VISIBILITY", ["c", "b", "a"]),
        ("PUBLISHED_AT", ["c", "a", "b"]),
        ("PUBLICATION_DATE", ["c", "a", "b"]),
        ("CREATED_AT", ["a", "b", "c"]),
        ("CREATION_DATE", ["a", "b", "c"]),
    ],
)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_sorting_also_across_pages(graphql: Any, field: str, order: list[str], direction: str) -> None:
    now = clock.now()
    PageFactory(slug="a", title="나", published_at=now - dt.timedelta(days=3))
    PageFactory(slug="b", title="가", published_at=now - dt.timedelta(days=1))
    PageFactory(slug="c", title="다", is_published=False, published_at=None)
    variables: dict[str, Any] = {"first": 1, "sort": {"field": field, "direction": direction}}
    found, after = [], None
    for _ in range(3):
        answer = graphql(LIST, {**variables, "after": after}, user=staff_with(MANAGE_PAGES))
        found += slugs(answer)
        after = answer["data"]["pages"]["pageInfo"]["endCursor"]
    assert found == (order if direction == "ASC" else order[::-1])


def test_words_are_found_in_every_language(graphql: Any) -> None:
    PageFactory(slug="returns", title="교환 안내", content_plaintext="받은 날부터 7일")
    page = PageFactory(slug="delivery", title="배송 안내")
    PageTranslation.objects.create(
        page=page, language_code="en", title="Delivery", content_plaintext="Jeju and islands"
    )
    assert slugs(graphql(LIST, {"first": 5, "search": "7일 교환"})) == ["returns"]
    assert slugs(graphql(LIST, {"first": 5, "search": "jeju"})) == ["delivery"]
    assert slugs(graphql(LIST, {"first": 5, "filter": {"search": "안내"}})) == ["delivery", "returns"]
    assert slugs(graphql(LIST, {"first": 5, "search": "\x00%_"})) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"slugs": ["a", "c"]}, ["a", "c"]),
        ({"metadata": [{"key": "shelf"}]}, ["a", "b"]),
        ({"metadata": [{"key": "shelf", "value": "x"}]}, ["a"]),
        ({"pageTypes": ["law"]}, ["c"]),
        ({"ids": []}, ["a", "b", "c"]),
    ],
)
def test_plain_filters(graphql: Any, wanted: dict[str, Any], found: list[str]) -> None:
    PageFactory(slug="a", metadata={"shelf": "x"})
    PageFactory(slug="b", metadata={"shelf": "y"})
    law = PageTypeFactory(slug="law")
    PageFactory(slug="c", page_type=law)
    if "pageTypes" in wanted:
        wanted = {"pageTypes": [to_global_id("PageType", law.pk)]}
    assert slugs(graphql(LIST, {"first": 5, "filter": wanted})) == found


def test_the_list_costs_the_same_for_one_and_many(graphql: Any, assert_constant_queries: Any) -> None:
    channel = ChannelFactory()
    for number in range(12):
        page = PageFactory(page_type=PageTypeFactory(slug=f"type-{number % 3}"))
        PageTranslation.objects.create(page=page, language_code="en", title="Page")
        give(page, AttributeFactory(slug=f"tone-{number % 3}"), slug="calm")
        shown = collect(channel, slug=f"collection-{number}")
        attribute = AttributeFactory(slug=f"goods-{number % 3}", input_type="single-reference")
        give(page, attribute, reference_collection_id=shown.pk)
    assert_constant_queries(WHOLE, {"first": 1}, {"first": 12})


def test_kinds_of_pages(graphql: Any) -> None:
    kind = PageFactory(page_type=PageTypeFactory(slug="law", name="약관")).page_type
    PageTypeFactory(slug="empty", name="빈 종류")
    ask = '{ pageTypes(first: 5, filter: {search: "약관"}) { edges { node { slug } } } }'
    assert graphql(ask)["data"]["pageTypes"]["edges"] == [{"node": {"slug": "law"}}]
    one = "query ($id: ID!) { pageType(id: $id) { name hasPages } }"
    key = to_global_id("PageType", kind.pk)
    assert graphql(one, {"id": key}, user=staff_with(MANAGE_PAGES))["data"]["pageType"] == {
        "name": "약관",
        "hasPages": True,
    }
    assert graphql(one, {"id": key})["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert Page.objects.count() == 1
