"""Texts and slugs as they may be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from market.core.errors import DomainError, InvalidInput, Required


class SlugTaken(DomainError):
    code = "unique"
    message_ko = "이미 쓰고 있는 주소 이름(slug)이에요."
    message_en = "This slug is already in use."


LONGEST_SLUG = 255
SLUG = re.compile(r"^[\w-]+$")


def text_clean(text: str | None, *, field: str, longest: int, is_required: bool = True) -> str:
    """The text without blanks around it. Raises Required for nothing, InvalidInput for too much or for what cannot be kept."""
    cleaned = (text or "").strip()
    if not cleaned and is_required:
        raise Required(field)
    if len(cleaned) > longest or "\x00" in cleaned:
        raise InvalidInput(field, f"{longest}자까지 쓸 수 있어요.", f"At most {longest} characters.")
    return cleaned


def slug_clean(slug: str | None, *, rows: models.QuerySet[Any], source: str = "", is_given: bool) -> str:
    """A slug that no row has: the given one, or one made of ``source``. Raises Required, InvalidInput, SlugTaken."""
    if not is_given and source:
        return _free_slug(source, rows)
    cleaned = text_clean(slug, field="slug", longest=LONGEST_SLUG)
    if not SLUG.match(cleaned):
        raise InvalidInput(
            "slug", "글자, 숫자, -, _ 만 쓸 수 있어요.", "Only letters, digits, hyphens and underscores."
        )
    if rows.filter(slug=cleaned).exists():
        raise SlugTaken("slug")
    return cleaned


def _free_slug(source: str, rows: models.QuerySet[Any]) -> str:
    base = slugify(source, allow_unicode=True)[: LONGEST_SLUG - 10] or "item"
    taken = set(rows.filter(slug__startswith=base).values_list("slug", flat=True))
    return (
        base
        if base not in taken
        else next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)
    )


@contextmanager
def slug_race() -> Iterator[None]:
    """Saving inside: somebody who took the slug in the meantime becomes SlugTaken, as if they had been first."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if "slug" not in constraint:
            raise
        raise SlugTaken("slug") from error
