"""Pages and menus for tests."""

from __future__ import annotations

from typing import Any

import factory

from factories.vendors import LONG_AGO
from market.catalog.models import Attribute, AttributeValue
from market.content.models import Menu, MenuItem, Page, PageAttributeValue, PageType, PageTypeAttribute
from market.core.rich_text import plain_text


class PageTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PageType
        django_get_or_create = ("slug",)

    slug = "article"
    name = factory.SelfAttribute("slug")


class PageFactory(factory.django.DjangoModelFactory):
    """A published page."""

    class Meta:
        model = Page

    page_type = factory.SubFactory(PageTypeFactory)
    slug = factory.Sequence(lambda n: f"page-{n}")
    title = factory.LazyAttribute(lambda page: f"안내 {page.slug}")
    content = factory.LazyAttribute(lambda page: text(f"{page.title} 글"))
    content_plaintext = factory.LazyAttribute(lambda page: plain_text(page.content))
    is_published = True
    published_at = LONG_AGO


class MenuFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Menu
        django_get_or_create = ("slug",)

    slug = "footer"
    name = factory.SelfAttribute("slug")


class MenuItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MenuItem

    menu = factory.LazyAttribute(lambda item: item.parent.menu if item.parent else MenuFactory())
    parent = None
    name = factory.Sequence(lambda n: f"항목 {n}")
    level = factory.LazyAttribute(lambda item: item.parent.level + 1 if item.parent else 0)
    sort_order = factory.Sequence(lambda n: n)


def text(*paragraphs: str) -> dict[str, Any]:
    """An EditorJS document."""
    return {"blocks": [{"type": "paragraph", "data": {"text": paragraph}} for paragraph in paragraphs]}


def give(page: Page, attribute: Attribute, **value: Any) -> AttributeValue:
    """Give the page a value of the attribute, which its type has from then on."""
    PageTypeAttribute.objects.get_or_create(page_type=page.page_type, attribute=attribute)
    value.setdefault("slug", f"value-{AttributeValue.objects.count()}")
    value.setdefault("name", value["slug"])
    made, _ = AttributeValue.objects.get_or_create(attribute=attribute, slug=value.pop("slug"), defaults=value)
    PageAttributeValue.objects.create(page=page, value=made)
    return made
