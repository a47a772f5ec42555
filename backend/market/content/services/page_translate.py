"""A page in another language."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.locks import pages_for_update
from market.content.models import Page, PageTranslation
from market.content.services.page_fields_set import LONGEST_SEO_DESCRIPTION, LONGEST_SEO_TITLE, LONGEST_TITLE
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.rich_text import clean_rich_text, plain_text
from market.core.texts import slug_clean, slug_race, text_clean

TEXTS = {
    "title": ("title", LONGEST_TITLE),
    "seo_title": ("seoTitle", LONGEST_SEO_TITLE),
    "seo_description": ("seoDescription", LONGEST_SEO_DESCRIPTION),
}


def page_translate(*, actor: Actor, page_id: int, language_code: str, values: dict[str, Any]) -> Page:
    """Write what is given of a page in a language; an empty text means that it is not translated.

    Raises NotFound, InvalidInput, and SlugTaken for a slug that another page has in this language.
    """
    with transaction.atomic():
        page = pages_for_update().filter(pk=page_id).first()
        if page is None:
            raise NotFound("id")
        found = PageTranslation.objects.filter(page=page, language_code=language_code).first()
        translation = found or PageTranslation(page=page, language_code=language_code)
        for name, (field, longest) in TEXTS.items():
            if name in values:
                setattr(translation, name, text_clean(values[name], field=field, longest=longest, is_required=False))
        if "slug" in values:
            translation.slug = _slug(translation, values["slug"])
        if "content" in values:
            translation.content = clean_rich_text(values["content"])
            translation.content_plaintext = plain_text(translation.content)
        with slug_race():
            translation.save()
        audit.record(
            actor=actor,
            action="content.page_translate",
            subject_type="Page",
            subject_id=page_id,
            language=language_code,
            fields=sorted(values),
        )
        catalogue_version.bump()
    return page


def _slug(translation: PageTranslation, given: str | None) -> str | None:
    if not given:
        return None
    others = PageTranslation.objects.filter(language_code=translation.language_code).exclude(pk=translation.pk)
    return slug_clean(given, rows=others, is_given=True)
