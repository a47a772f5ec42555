"""A new page."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.models import Page, PageType
from market.content.services.page_attributes_set import page_attributes_set
from market.content.services.page_fields_set import page_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import slug_race


def page_create(*, actor: Actor, page_type_id: int, values: dict[str, Any]) -> Page:
    """Make a page of a type; a missing slug is made of the title. Its rich text is cleaned.

    Raises NotFound for an unknown type, Required, InvalidInput, SlugTaken, and what ``page_attributes_set`` raises.
    """
    with transaction.atomic():
        page_type = PageType.objects.filter(pk=page_type_id).first()
        if page_type is None:
            raise NotFound("pageType")
        page = Page(page_type=page_type)
        page_fields_set(page=page, values=values)
        with slug_race():
            page.save()
        if values.get("attributes"):
            page_attributes_set(page=page, given=values["attributes"])
        audit.record(actor=actor, action="content.page_create", subject_type="Page", subject_id=page.pk, slug=page.slug)
        catalogue_version.bump()
    return page
