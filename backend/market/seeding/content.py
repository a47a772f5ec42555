"""Pages and menus, from ``content/``: kinds and menus in YAML, pages in Markdown, each with its English twin ``<slug>.en.md``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Max

from market.catalog.models import Attribute, AttributeType, AttributeValue
from market.content.models import (
    Menu,
    MenuItem,
    MenuItemTranslation,
    Page,
    PageAttributeValue,
    PageTranslation,
    PageType,
    PageTypeAttribute,
)
from market.core.clock import SEOUL
from market.core.rich_text import clean_rich_text, plain_text
from market.seeding.copier import Copier, as_json
from market.seeding.editor import markdown_document
from market.seeding.reference import Reference
from market.seeding.sources import Entry, SeedSourceError, folder, front_matter, source

ENGLISH = "en"


def load_content(copier: Copier, reference: Reference) -> None:
    """Store the kinds of pages with their attributes, the pages in both languages, and the menus."""
    types: list[Entry] = source("content/page_types.yaml")
    attributes = _page_types(copier, types)
    pages = list(page_sources())
    page_ids = {front["slug"]: number for number, (front, *_) in enumerate(pages, start=1)}
    type_ids = {entry["slug"]: number for number, entry in enumerate(types, start=1)}
    rows = [
        (number, type_ids[front["type"]], *_page_row(front, body)) for number, (front, body, *_) in _numbered(pages)
    ]
    fields = (
        "id", "page_type", "slug", "title", "content", "content_plaintext", "seo_description", "is_published",
        "published_at", "is_sample",
    )  # fmt: skip
    copier.copy(Page, fields, rows)
    translated = ("page", "language_code", "title", "slug", "content", "content_plaintext", "seo_description")
    copier.copy(
        PageTranslation,
        translated,
        [(number, ENGLISH, *_translation_row(front, *english)) for number, (front, _, *english) in _numbered(pages)],
    )
    _attribute_values(copier, pages, attributes)
    _menus(copier, page_ids, reference)
    copier.advance_sequences(PageType, Page, Menu, MenuItem)


def _numbered(items: list[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(items, start=1)


def page_sources() -> Iterator[tuple[Entry, str, Entry, str]]:
    for path in sorted((folder() / "content/pages").glob("*.md")):
        if not path.name.endswith(".en.md"):
            yield (
                *front_matter(f"content/pages/{path.name}"),
                *front_matter(f"content/pages/{path.name.removesuffix('.md')}.en.md"),
            )


def _texts(body: str) -> tuple[str, str]:
    """The document as JSON, and its words."""
    document = clean_rich_text(markdown_document(body))
    return as_json(document), plain_text(document)


def _page_row(front: Entry, body: str) -> tuple[Any, ...]:
    published = dt.datetime.combine(dt.date.fromisoformat(str(front["published"])), dt.time(9), tzinfo=SEOUL)
    return (front["slug"], front["title"], *_texts(body), front["lead"], True, published, True)


def _translation_row(front: Entry, front_en: Entry, body_en: str) -> tuple[Any, ...]:
    return (front_en["title"], front["slug"], *_texts(body_en), front_en["lead"])


def _page_types(copier: Copier, types: list[Entry]) -> dict[str, int]:
    """Load the kinds; returns the ids of the attributes they bring, by slug."""
    copier.copy(PageType, ("id", "name", "slug"), [(n, entry["name"], entry["slug"]) for n, entry in _numbered(types)])
    start = (Attribute.objects.aggregate(last=Max("id"))["last"] or 0) + 1
    brought = [(type_id, entry) for type_id, kind in _numbered(types) for entry in kind["attributes"]]
    fields = ("id", "name", "name_en", "slug", "input_type", "type")
    copier.copy(
        Attribute,
        fields,
        [
            (
                start + place,
                entry["name"],
                entry["name_en"],
                entry["slug"],
                entry["input_type"],
                AttributeType.PAGE_TYPE,
            )
            for place, (_, entry) in enumerate(brought)
        ],
    )
    links = [(type_id, start + place, place) for place, (type_id, _) in enumerate(brought)]
    copier.copy(PageTypeAttribute, ("page_type", "attribute", "sort_order"), links)
    copier.advance_sequences(Attribute)
    return {entry["slug"]: start + place for place, (_, entry) in enumerate(brought)}


def _attribute_values(copier: Copier, pages: list[Any], attributes: dict[str, int]) -> None:
    """Dates are the only values that pages of the seeds have; each belongs to its page."""
    start = (AttributeValue.objects.aggregate(last=Max("id"))["last"] or 0) + 1
    given = [
        (page_id, attributes[slug], value)
        for page_id, (front, *_) in _numbered(pages)
        for slug, value in front.get("attributes", {}).items()
    ]
    rows = [
        (
            start + place, attribute, str(value), f"page-{page_id}_{attribute}",
            dt.datetime.combine(value, dt.time(), tzinfo=SEOUL),
        )
        for place, (page_id, attribute, value) in enumerate(given)
    ]  # fmt: skip
    copier.copy(AttributeValue, ("id", "attribute", "name", "slug", "date_time"), rows)
    copier.copy(
        PageAttributeValue, ("page", "value"), [(page_id, start + place) for place, (page_id, *_) in enumerate(given)]
    )
    copier.advance_sequences(AttributeValue)


def _menus(copier: Copier, page_ids: dict[str, int], reference: Reference) -> None:
    menus: list[Entry] = source("content/menus.yaml")
    copier.copy(Menu, ("id", "name", "slug"), [(n, menu["name"], menu["slug"]) for n, menu in _numbered(menus)])
    rows: list[tuple[Any, ...]] = []
    names: list[tuple[int, str, str]] = []
    known = {"page": page_ids, "category": reference.categories, "collection": reference.collections}

    def add(entry: Entry, menu: int, parent: int | None, level: int, place: int) -> None:
        number = len(rows) + 1
        targets = [_target(known[kind], kind, entry.get(kind)) for kind in known]
        rows.append((number, menu, parent, level, place, entry["name"], entry.get("url", ""), *targets))
        names.append((number, ENGLISH, entry["name_en"]))
        for below, child in enumerate(entry.get("children", [])):
            add(child, menu, number, level + 1, below)

    for number, menu in _numbered(menus):
        for place, entry in enumerate(menu["items"]):
            add(entry, number, None, 0, place)
    fields = ("id", "menu", "parent", "level", "sort_order", "name", "url", "page", "category", "collection")
    copier.copy(MenuItem, fields, rows)
    copier.copy(MenuItemTranslation, ("menu_item", "language_code", "name"), names)


def _target(known: dict[str, int], kind: str, slug: str | None) -> int | None:
    if slug is None:
        return None
    if slug not in known:
        raise SeedSourceError(f"catalog-seeds/content/menus.yaml names the {kind} {slug!r}, which is none")
    return known[slug]
