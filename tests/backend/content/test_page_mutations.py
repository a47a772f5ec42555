"""What staff does with pages and their kinds, through the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError

from factories.accounts import staff_with
from factories.catalog import AttributeFactory, AttributeValueFactory, CollectionFactory
from factories.content import MenuFactory, MenuItemFactory, PageFactory, PageTypeFactory, give, text
from market.catalog.models import AttributeValue
from market.content.errors import SlugTaken
from market.content.models import Page, PageTranslation, PageType
from market.core import catalogue_version
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import (
    MANAGE_MENUS,
    MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    MANAGE_PAGES,
    MANAGE_TRANSLATIONS,
)
from market.core.texts import slug_race

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
PAGE_CREATE = f"""mutation ($input: PageCreateInput!) {{ pageCreate(input: $input) {{ page {{ id slug title content
    isPublished publishedAt }} {ERRORS} }} }}"""
PAGE_UPDATE = f"""mutation ($id: ID!, $input: PageInput!) {{ pageUpdate(id: $id, input: $input) {{ page {{ slug title
    isPublished publishedAt content seoTitle }} {ERRORS} }} }}"""


def key(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def test_a_page_is_made_published_and_audited(run: Any) -> None:
    kind, before = PageTypeFactory(), catalogue_version.current()
    made = run(PAGE_CREATE, MANAGE_PAGES, input={
        "title": "배송 안내", "pageType": key(kind), "isPublished": True,
        "content": json.dumps(text('<script>x</script><a href="javascript:x">글</a>')),
    })  # fmt: skip
    assert made["errors"] == []
    assert made["page"]["slug"] == "배송-안내"
    assert made["page"]["publishedAt"] is not None
    assert json.loads(made["page"]["content"]) == text('<a rel="noopener noreferrer">글</a>')
    page = Page.objects.get()
    assert page.content_plaintext == "글"
    assert AuditEntry.objects.filter(action="content.page_create", subject_id=str(page.pk)).exists()
    assert catalogue_version.current() > before


def test_an_unpublished_page_has_no_date_and_a_second_one_a_slug_of_its_own(run: Any) -> None:
    kind = PageTypeFactory()
    made = [run(PAGE_CREATE, MANAGE_PAGES, input={"title": "안내", "pageType": key(kind)})["page"] for _ in range(3)]
    assert [page["slug"] for page in made] == ["안내", "안내-2", "안내-3"]
    assert {page["publishedAt"] for page in made} == {None}


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"title": ""}, [("title", "REQUIRED")]),
        ({"slug": ""}, [("slug", "REQUIRED")]),
        ({"slug": "a b"}, [("slug", "INVALID")]),
        ({"slug": "taken"}, [("slug", "UNIQUE")]),
        ({"title": "가" * 251}, [("title", "INVALID")]),
        ({"title": "\x00"}, [("title", "INVALID")]),
        ({"seo": {"title": "가" * 71}}, [("seo", "INVALID")]),
        ({"content": "[]"}, [("content", "INVALID")]),
        ({"pageType": to_global_id("PageType", 10**9)}, [("pageType", "NOT_FOUND")]),
        ({"pageType": to_global_id("Product", 1)}, [("pageType", "GRAPHQL_ERROR")]),
        ({"attributes": [{"id": "x"}]}, [("attributes", "GRAPHQL_ERROR")]),
        ({"attributes": [{"id": to_global_id("Attribute", 10**9)}]}, [("attributes", "NOT_FOUND")]),
    ],
)
def test_what_no_page_can_be(run: Any, given: dict[str, Any], errors: list[Any]) -> None:
    kind = PageFactory(slug="taken").page_type
    made = run(PAGE_CREATE, MANAGE_PAGES, input={"title": "안내", "pageType": key(kind), **given})
    assert (made["page"], made["errors"]) == (None, errors)
    assert Page.objects.count() == 1


def test_changing_a_page_changes_what_is_given(run: Any) -> None:
    page = PageFactory(slug="old", title="옛", is_published=False, published_at=None, seo_title="검색")
    changed = run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"title": "새", "isPublished": True})["page"]
    assert (changed["title"], changed["slug"], changed["isPublished"], changed["seoTitle"]) == (
        "새",
        "old",
        True,
        "검색",
    )
    first = changed["publishedAt"]
    assert first
    again = run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"isPublished": True, "seo": {"description": "설명"}})[
        "page"
    ]
    assert again["publishedAt"] == first
    hidden = run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"isPublished": False})["page"]
    assert hidden["isPublished"] is False


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"slug": None}, [("slug", "REQUIRED")]),
        ({"slug": "taken"}, [("slug", "UNIQUE")]),
        ({"title": None}, [("title", "REQUIRED")]),
    ],
)
def test_a_page_keeps_a_title_and_a_slug(run: Any, given: dict[str, Any], errors: list[Any]) -> None:
    PageFactory(slug="taken")
    page = PageFactory(slug="mine")
    assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input=given)["errors"] == errors


def test_a_page_may_be_given_its_own_slug_again(run: Any) -> None:
    page = PageFactory(slug="mine")
    assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"slug": "mine"})["errors"] == []


def test_a_page_that_is_gone_is_not_found(run: Any) -> None:
    page = PageFactory()
    delete = f"mutation ($id: ID!) {{ pageDelete(id: $id) {{ page {{ id }} {ERRORS} }} }}"
    assert run(delete, MANAGE_PAGES, id=key(page))["page"] == {"id": key(page)}
    assert run(delete, MANAGE_PAGES, id=key(page))["errors"] == [("id", "NOT_FOUND")]
    assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={})["errors"] == [("id", "NOT_FOUND")]


TYPES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("numeric", {"numeric": "3.5"}, {"numeric": 3.5, "name": "3.5"}),
    ("boolean", {"boolean": True}, {"boolean": True}),
    ("plain-text", {"plainText": "글"}, {"plain_text": "글"}),
    ("rich-text", {"plainText": "글"}, {"plain_text": "글"}),
    ("date", {"date": "2026-05-01"}, {"name": "2026-05-01"}),
    ("date-time", {"dateTime": "2026-05-01T00:00:00Z"}, {}),
    ("file", {"file": "https://files.example/a.pdf"}, {"file_url": "https://files.example/a.pdf"}),
    ("dropdown", {"dropdown": {"value": "새 값"}}, {"name": "새 값", "slug": "새-값"}),
    ("swatch", {"swatch": {"value": "쪽빛"}}, {"name": "쪽빛"}),
    ("multiselect", {"multiselect": [{"value": "하나"}]}, {"name": "하나"}),
]


@pytest.mark.parametrize(("kind", "given", "kept"), TYPES)
def test_every_kind_of_attribute_takes_its_value(run: Any, kind: str, given: Any, kept: Any) -> None:
    attribute = AttributeFactory(slug=kind, input_type=kind)
    page_type = PageTypeFactory()
    page_type.attributes.add(attribute)
    page = PageFactory(page_type=page_type)
    value = {"attributes": [{"id": key(attribute), **given}]}
    for _ in range(2):
        assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input=value)["errors"] == []
    link = page.attribute_values.get()
    assert {name: getattr(link.value, name) for name in kept} == kept
    assert AttributeValue.objects.count() == 1, "the second time nothing new is made"
    assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"attributes": [{"id": key(attribute)}]})["errors"] == []
    assert not page.attribute_values.exists()


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("numeric", {"numeric": "viele"}),
        ("numeric", {"numeric": "NaN"}),
        ("numeric", {"plainText": "3"}),
        ("file", {"file": "javascript:alert(1)"}),
        ("dropdown", {"dropdown": {"value": "  "}}),
        ("dropdown", {"dropdown": {"id": to_global_id("AttributeValue", 10**9)}}),
        ("dropdown", {"dropdown": {"externalReference": "x"}}),
        ("plain-text", {"plainText": "가" * 20_001}),
        ("rich-text", {"richText": '{"blocks": 1}'}),
        ("reference", {"references": [to_global_id("Collection", 10**9)]}),
    ],
)
def test_a_value_that_does_not_fit_is_refused(run: Any, kind: str, given: Any) -> None:
    attribute = AttributeFactory(slug=kind, input_type=kind)
    page_type = PageTypeFactory()
    page_type.attributes.add(attribute)
    page = PageFactory(page_type=page_type)
    document = PAGE_UPDATE.replace("code", "code attributes")
    payload = run(
        document, MANAGE_PAGES, id=key(page), input={"title": "바뀜", "attributes": [{"id": key(attribute), **given}]}
    )
    assert payload["errors"] == [("attributes", "INVALID")]
    assert Page.objects.get().title == page.title, "nothing else changed either"


def test_choices_and_references_are_shared_and_own_values_go_with_the_page(run: Any) -> None:
    choice, number = AttributeFactory(slug="tone"), AttributeFactory(slug="size", input_type="numeric")
    goods = AttributeFactory(slug="goods", input_type="reference")
    page_type = PageTypeFactory()
    for attribute in (choice, number, goods):
        page_type.attributes.add(attribute)
    calm, tea = AttributeValueFactory(attribute=choice, name="차분"), CollectionFactory()
    pages = [PageFactory(page_type=page_type) for _ in range(2)]
    for page in pages:
        assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"attributes": [
            {"id": key(choice), "dropdown": {"id": key(calm)}}, {"id": key(number), "numeric": "3"}, {"id": key(goods), "references": [key(tea)]},
        ]})["errors"] == []  # fmt: skip
    assert (choice.values.count(), number.values.count(), goods.values.count()) == (1, 2, 1)
    run("mutation ($id: ID!) { pageDelete(id: $id) { errors { field code message } } }", MANAGE_PAGES, id=key(pages[0]))
    assert (choice.values.count(), number.values.count(), goods.values.count()) == (1, 1, 1)


def test_an_attribute_is_named_once_and_must_be_of_the_type(run: Any) -> None:
    page, attribute = PageFactory(), AttributeFactory(slug="tone")
    entry = {"id": key(attribute), "dropdown": {"value": "x"}}
    assert run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"attributes": [entry]})["errors"] == [
        ("attributes", "NOT_FOUND")
    ]
    page.page_type.attributes.add(attribute)
    twice = run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"attributes": [entry, entry]})
    assert twice["errors"] == [("attributes", "DUPLICATED_INPUT_ITEM")]


def test_kinds_of_pages_are_made_changed_and_taken_away(run: Any) -> None:
    one, two = AttributeFactory(slug="one"), AttributeFactory(slug="two")
    create = f"""mutation ($input: PageTypeCreateInput!) {{ pageTypeCreate(input: $input) {{ pageType {{ id slug
        attributes {{ slug }} }} {ERRORS} }} }}"""
    update = f"""mutation ($id: ID!, $input: PageTypeUpdateInput!) {{ pageTypeUpdate(id: $id, input: $input) {{
        pageType {{ name slug attributes {{ slug }} }} {ERRORS} }} }}"""
    delete = f"mutation ($id: ID!) {{ pageTypeDelete(id: $id) {{ pageType {{ id }} {ERRORS} }} }}"
    may = MANAGE_PAGE_TYPES_AND_ATTRIBUTES
    made = run(create, may, input={"name": "약관", "addAttributes": [key(two), key(one)]})["pageType"]
    assert (made["slug"], [a["slug"] for a in made["attributes"]]) == ("약관", ["two", "one"])
    assert run(create, may, input={"name": "x", "slug": "약관"})["errors"] == [("slug", "UNIQUE")]
    assert run(create, may, input={})["errors"] == [("name", "REQUIRED")]
    unknown = run(create, may, input={"name": "x", "addAttributes": [to_global_id("Attribute", 10**9)]})
    assert unknown["errors"] == [("addAttributes", "NOT_FOUND")]
    page_type = PageType.objects.get()
    page = PageFactory(page_type=page_type)
    give(page, two, slug="v")
    changed = run(update, may, id=made["id"], input={"name": "법", "removeAttributes": [key(two)]})["pageType"]
    assert changed == {"name": "법", "slug": "약관", "attributes": [{"slug": "one"}]}
    assert not page.attribute_values.exists()
    both = run(update, may, id=made["id"], input={"addAttributes": [key(one)], "removeAttributes": [key(one)]})
    assert both["errors"] == [("addAttributes", "DUPLICATED_INPUT_ITEM")]
    assert run(delete, may, id=made["id"])["errors"] == []
    assert not Page.objects.exists()
    assert run(delete, may, id=made["id"])["errors"] == [("id", "NOT_FOUND")]


def test_a_page_in_another_language(run: Any) -> None:
    page, other = PageFactory(slug="terms"), PageFactory(slug="other")
    PageTranslation.objects.create(page=other, language_code="en", slug="taken")
    translate = f"""mutation ($id: ID!, $input: PageTranslationInput!) {{ pageTranslate(id: $id, languageCode: EN,
        input: $input) {{ page {{ pageId translation(languageCode: EN) {{ title slug content seoTitle }} }}
        {ERRORS} }} }}"""
    script = json.dumps(text("<script>x</script>Words"))
    for id in (key(page), to_global_id("PageTranslatableContent", page.pk)):
        made = run(
            translate, MANAGE_TRANSLATIONS, id=id, input={"title": "Terms", "slug": "terms-en", "content": script}
        )
        assert json.loads(made["page"]["translation"].pop("content")) == text("Words")
        assert made["page"] == {
            "pageId": key(page),
            "translation": {"title": "Terms", "slug": "terms-en", "seoTitle": None},
        }
    kept = run(translate, MANAGE_TRANSLATIONS, id=key(page), input={"seoTitle": "Search"})["page"]["translation"]
    assert (kept["title"], kept["seoTitle"]) == ("Terms", "Search")
    assert PageTranslation.objects.filter(page=page).count() == 1
    assert run(translate, MANAGE_TRANSLATIONS, id=key(page), input={"slug": "taken"})["errors"] == [("slug", "UNIQUE")]
    gone = to_global_id("Page", 10**9)
    assert run(translate, MANAGE_TRANSLATIONS, id=gone, input={})["errors"] == [("id", "NOT_FOUND")]


@pytest.mark.parametrize(
    ("make", "permission"),
    [
        (PageFactory, MANAGE_PAGES),
        (PageTypeFactory, MANAGE_PAGE_TYPES_AND_ATTRIBUTES),
        (MenuFactory, MANAGE_MENUS),
        (MenuItemFactory, MANAGE_MENUS),
    ],
)
def test_metadata_belongs_to_those_who_manage_the_thing(graphql: Any, make: Any, permission: str) -> None:
    row = make()
    write = """mutation ($id: ID!) { updateMetadata(id: $id, input: [{key: "a", value: "b"}]) { item { metadata {
        key } } errors { code } } }"""
    refused = graphql(write, {"id": key(row)}, user=staff_with())
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    allowed = graphql(write, {"id": key(row)}, user=staff_with(permission))
    assert allowed["data"]["updateMetadata"] == {"item": {"metadata": [{"key": "a"}]}, "errors": []}


def test_who_loses_the_race_for_a_slug_is_told_so() -> None:
    PageFactory(slug="taken")
    with pytest.raises(SlugTaken), slug_race():
        PageFactory(slug="taken")
    with pytest.raises(IntegrityError), slug_race():
        PageFactory(title="")


def test_kept_answers_go_stale_when_a_page_changes(graphql: Any, run: Any, settings: Any) -> None:
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 60
    page = PageFactory(slug="terms", title="옛")
    ask = '{ page(slug: "terms") { title } }'
    assert graphql(ask)["data"]["page"] == {"title": "옛"}
    run(PAGE_UPDATE, MANAGE_PAGES, id=key(page), input={"title": "새"})
    assert graphql(ask)["data"]["page"] == {"title": "새"}
