"""Changing a page."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.locks import pages_for_update
from market.content.models import Page
from market.content.services.page_attributes_set import page_attributes_set
from market.content.services.page_fields_set import page_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import slug_race


def page_update(*, actor: Actor, page_id: int, values: dict[str, Any]) -> Page:
    """Change what is given of a page; its rich text is cleaned.

    Raises NotFound, Required, InvalidInput, SlugTaken, and what ``page_attributes_set`` raises.
    """
    with transaction.atomic():
        page = pages_for_update().filter(pk=page_id).first()
        if page is None:
            raise NotFound("id")
        page_fields_set(page=page, values=values)
        with slug_race():
            page.save()
        if values.get("attributes"):
            page_attributes_set(page=page, given=values["attributes"])
        audit.record(
            actor=actor,
            action="content.page_update",
            subject_type="Page",
            subject_id=page.pk,
            fields=sorted(values),
            is_published=page.is_published,
        )
        catalogue_version.bump()
    return page
