"""Fields that categories, collections, product types and attributes share, cleaned as they may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, models, transaction

from market.catalog.errors import AlreadyTaken
from market.core.errors import InvalidInput, Required
from market.core.rich_text import clean_rich_text, plain_text
from market.core.texts import SlugTaken, slug_clean, text_clean

LONGEST_NAME, LONGEST_SEO_TITLE, LONGEST_SEO_DESCRIPTION, LONGEST_ALT, LONGEST_REFERENCE = 250, 70, 300, 128, 250
MOST_ENTRIES, LONGEST_KEY, LONGEST_VALUE = 100, 256, 32_768


def name_and_slug_set(row: Any, values: dict[str, Any]) -> None:
    """Put name and slug on the row, unsaved; a new row without a slug gets one of its name. Raises Required, InvalidInput, SlugTaken."""
    is_new = row.pk is None
    if is_new or "name" in values:
        row.name = text_clean(values.get("name"), field="name", longest=LONGEST_NAME)
    if is_new or "slug" in values:
        others = type(row)._default_manager.exclude(pk=row.pk)
        is_given = bool(values.get("slug")) or not is_new
        row.slug = slug_clean(values.get("slug"), rows=others, source=row.name, is_given=is_given)


def showcase_set(row: Any, values: dict[str, Any]) -> None:
    """Description, picture and texts for search engines of a category or collection, unsaved. Raises InvalidInput."""
    if "description" in values:
        row.description = clean_rich_text(values["description"], field="description")
        if hasattr(row, "description_plaintext"):
            row.description_plaintext = plain_text(row.description)
    seo = values.get("seo") or {}
    if "title" in seo:
        row.seo_title = text_clean(seo["title"], field="title", longest=LONGEST_SEO_TITLE, is_required=False)
    if "description" in seo:
        row.seo_description = text_clean(
            seo["description"], field="description", longest=LONGEST_SEO_DESCRIPTION, is_required=False
        )
    if "background_image_key" in values:
        row.background_image = values["background_image_key"] or ""
    if "background_image_alt" in values:
        row.background_image_alt = text_clean(
            values["background_image_alt"], field="backgroundImageAlt", longest=LONGEST_ALT, is_required=False
        )
    metadata_set(row, values)


def metadata_set(row: Any, values: dict[str, Any]) -> None:
    """Add the given entries of metadata, unsaved. Raises Required for an empty key, InvalidInput for too much."""
    for name, field in (("metadata", "metadata"), ("private_metadata", "privateMetadata")):
        for entry in values.get(name) or []:
            key = text_clean(entry["key"], field=field, longest=LONGEST_KEY)
            if len(entry["value"]) > LONGEST_VALUE or "\x00" in entry["value"]:
                raise InvalidInput(
                    field, f"값은 {LONGEST_VALUE:,}자까지예요.", f"A value has at most {LONGEST_VALUE:,} characters."
                )
            setattr(row, name, {**getattr(row, name), key: entry["value"]})
        if len(getattr(row, name)) > MOST_ENTRIES:
            raise InvalidInput(field, f"{MOST_ENTRIES}개까지 둘 수 있어요.", f"At most {MOST_ENTRIES} entries.")


def external_reference_set(row: Any, values: dict[str, Any], *, field: str = "externalReference") -> None:
    """The row's key in an outside system, unsaved. Raises AlreadyTaken, InvalidInput."""
    if "external_reference" not in values:
        return
    text = text_clean(values["external_reference"], field=field, longest=LONGEST_REFERENCE, is_required=False)
    row.external_reference = text or None
    others: models.QuerySet[Any] = type(row)._default_manager.exclude(pk=row.pk)
    if text and others.filter(external_reference=text).exists():
        raise AlreadyTaken(field)


@contextmanager
def taken_meanwhile() -> Iterator[None]:
    """Saving inside: a slug or outside key that somebody took in the meantime becomes the error it would have been before."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if "external_reference" in constraint:
            raise AlreadyTaken("externalReference") from error
        if "slug" in constraint:
            raise SlugTaken("slug") from error
        raise


def flag_of(values: dict[str, Any], name: str, field: str) -> bool:
    """A yes or no that may not be null. Raises Required."""
    if values[name] is None:
        raise Required(field)
    return bool(values[name])
