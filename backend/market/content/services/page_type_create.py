"""A new kind of page."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.models import PageType
from market.content.services.page_type_fields_set import page_type_attributes_set, page_type_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.texts import slug_race


def page_type_create(*, actor: Actor, values: dict[str, Any]) -> PageType:
    """Make a page type with its attributes. Raises Required, InvalidInput, SlugTaken, NotFound, DuplicatedInputItem."""
    with transaction.atomic():
        page_type = PageType()
        page_type_fields_set(page_type=page_type, values=values)
        with slug_race():
            page_type.save()
        page_type_attributes_set(page_type=page_type, add=values.get("add_attributes") or [], remove=[])
        audit.record(
            actor=actor,
            action="content.page_type_create",
            subject_type="PageType",
            subject_id=page_type.pk,
            slug=page_type.slug,
        )
        catalogue_version.bump()
    return page_type
