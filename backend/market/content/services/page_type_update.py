"""Changing a kind of page."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.locks import page_types_for_update
from market.content.models import PageType
from market.content.services.page_type_fields_set import page_type_attributes_set, page_type_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import slug_race


def page_type_update(*, actor: Actor, page_type_id: int, values: dict[str, Any]) -> PageType:
    """Change what is given of a page type. Raises NotFound, Required, InvalidInput, SlugTaken, DuplicatedInputItem."""
    with transaction.atomic():
        page_type = page_types_for_update().filter(pk=page_type_id).first()
        if page_type is None:
            raise NotFound("id")
        page_type_fields_set(page_type=page_type, values=values)
        with slug_race():
            page_type.save()
        page_type_attributes_set(
            page_type=page_type, add=values.get("add_attributes") or [], remove=values.get("remove_attributes") or []
        )
        audit.record(
            actor=actor,
            action="content.page_type_update",
            subject_type="PageType",
            subject_id=page_type.pk,
            fields=sorted(values),
        )
        catalogue_version.bump()
    return page_type
