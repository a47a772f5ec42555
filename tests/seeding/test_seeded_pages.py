"""The hand-written pages and menus: whole in both languages, without dead links, and in the market after a seed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from market.content.models import MenuItem, Page, PageTranslation
from market.core.rich_text import clean_rich_text
from market.seeding.content import page_sources
from market.seeding.editor import markdown_document
from market.seeding.sources import source

HANGUL = re.compile(r"[가-힣]")
LINK = re.compile(r'href="([^"]+)"')
OWN_ADDRESS = {"about", "help", "terms", "privacy"}
SHOP = {"/values", "/account/orders", "/public", "/stories", "/vendors", "/campaigns", "/vendor/apply"}


def anchors(body: str) -> list[str]:
    return [block["data"].get("anchor", "") for block in markdown_document(body)["blocks"] if block["type"] == "header"]


def sections(body: str) -> list[tuple[str, Any]]:
    """What kinds of blocks stand where: translations have the same build."""
    return [
        (block["type"], len(block["data"].get("content", block["data"].get("items", []))))
        for block in markdown_document(body)["blocks"]
    ]


def places() -> set[str]:
    found = set(SHOP)
    for front, body, *_ in page_sources():
        slug = front["slug"]
        path = f"/{slug}" if slug in OWN_ADDRESS else f"/pages/{slug}"
        found |= {path, *(f"{path}#{anchor}" for anchor in anchors(body) if anchor)}
    return found


def test_each_page_is_built_alike_in_both_languages() -> None:
    pages = list(page_sources())
    assert {front["slug"] for front, *_ in pages} == {"about", "delivery", "help", "privacy", "returns", "terms"}
    for front, body, front_en, body_en in pages:
        assert sections(body) == sections(body_en), front["slug"]
        assert anchors(body) == anchors(body_en), front["slug"]
        assert not HANGUL.search(json.dumps([front_en, body_en], ensure_ascii=False)), front["slug"]
        for text in (front["lead"], front_en["lead"]):
            assert 20 < len(text) <= 300, front["slug"]


def test_no_link_is_dead() -> None:
    links = {link for _, body, _, body_en in page_sources() for text in (body, body_en) for link in LINK.findall(json.dumps(
        [block["data"] for block in markdown_document(text)["blocks"]], ensure_ascii=False).replace('\\"', '"'))}  # fmt: skip
    assert links - places() == {"mailto:help@ieum.example"}

    def urls(items: list[dict[str, Any]]) -> set[str]:
        found = {item["url"] for item in items if "url" in item}
        return found.union(*(urls(item.get("children", [])) for item in items))

    assert set().union(*(urls(menu["items"]) for menu in source("content/menus.yaml"))) - places() == set()


def test_tables_lists_links_and_anchors_come_out_of_markdown() -> None:
    text = "## 머리 {#top}\n\n1. [하나](/help#ask)\n2. 둘\n\n| 가 | 나 |\n| --- | --- |\n| **1** | 2 |"
    header, numbered, table = markdown_document(text)["blocks"]
    assert header["data"] == {"text": "머리", "level": 2, "anchor": "top"}
    assert numbered["data"] == {"style": "ordered", "items": ['<a href="/help#ask">하나</a>', "둘"]}
    assert table["data"] == {"withHeadings": True, "content": [["가", "나"], ["<b>1</b>", "2"]]}


@pytest.mark.usefixtures("small_market")
class TestSeededPages:
    def test_pages_and_menus_are_there_in_both_languages(self, graphql: Any) -> None:
        asked = """{ page(slug: "terms") { title isPublished pageType { slug } translation(languageCode: EN) { title }
            assignedAttributes { attribute { slug } ... on AssignedDateAttribute { value } } } }"""
        page = graphql(asked)["data"]["page"]
        assert page["translation"] == {"title": "Terms of use"}
        assert page["assignedAttributes"] == [{"attribute": {"slug": "effective-from"}, "value": "2026-11-01"}]
        assert Page.objects.filter(is_sample=False).count() == 0
        assert PageTranslation.objects.filter(language_code="en").exclude(title="").count() == Page.objects.count()
        menu = """query ($slug: String) { menu(slug: $slug, channel: "citizen") { items { name level translation(languageCode: EN) { name }
            children { name level page { slug } url translation(languageCode: EN) { name } } } } }"""
        for slug, tops in (("navbar", 5), ("footer", 3)):
            items = graphql(menu, {"slug": slug})["data"]["menu"]["items"]
            assert len(items) == tops
            children = [child for item in items for child in item["children"]]
            assert all(entry["translation"] for entry in [*items, *children])
            assert all(child["page"] or child["url"] for child in children)
        assert not MenuItem.objects.filter(translations__isnull=True).exists()

    def test_what_is_kept_is_clean_already(self) -> None:
        for page in Page.objects.all():
            assert page.content == clean_rich_text(page.content)
            assert page.content_plaintext
