"""What a page and its translations may be given, put on the row."""

from __future__ import annotations

from typing import Any

from market.content.models import Page
from market.core import clock
from market.core.rich_text import clean_rich_text, plain_text
from market.core.texts import slug_clean, text_clean

LONGEST_TITLE, LONGEST_SEO_TITLE, LONGEST_SEO_DESCRIPTION = 250, 70, 300


def page_fields_set(*, page: Page, values: dict[str, Any]) -> None:
    """Put the given fields on the page, unsaved. Raises Required, InvalidInput, SlugTaken.

    A page that is published without a date is published now, as in Saleor.
    """
    is_new = page.pk is None
    if is_new or "title" in values:
        page.title = text_clean(values.get("title"), field="title", longest=LONGEST_TITLE)
    if is_new or "slug" in values:
        others = Page.objects.exclude(pk=page.pk)
        is_given = values.get("slug") is not None or not is_new
        page.slug = slug_clean(values.get("slug"), rows=others, source=page.title, is_given=is_given)
    if "content" in values:
        page.content = clean_rich_text(values["content"])
        page.content_plaintext = plain_text(page.content)
    seo = values.get("seo") or {}
    if "title" in seo:
        page.seo_title = text_clean(seo["title"], field="seo", longest=LONGEST_SEO_TITLE, is_required=False)
    if "description" in seo:
        text = text_clean(seo["description"], field="seo", longest=LONGEST_SEO_DESCRIPTION, is_required=False)
        page.seo_description = text
    _publication_set(page, values)


def _publication_set(page: Page, values: dict[str, Any]) -> None:
    was_published = page.is_published
    if values.get("is_published") is not None:
        page.is_published = values["is_published"]
    if "published_at" in values:
        page.published_at = values["published_at"]
    if page.is_published and not values.get("published_at") and (not was_published or page.published_at is None):
        page.published_at = clock.now()
