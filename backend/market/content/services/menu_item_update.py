"""Changing a menu item."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.models import MenuItem
from market.content.services.menu_item_fields_set import menu_item_fields_set
from market.content.services.menu_item_get import menu_item_get_for_update
from market.core import audit, catalogue_version
from market.core.actor import Actor


def menu_item_update(*, actor: Actor, item_id: int, values: dict[str, Any]) -> MenuItem:
    """Change name and target of an item, as far as given. Raises NotFound and what ``menu_item_fields_set`` raises."""
    with transaction.atomic():
        item = menu_item_get_for_update(item_id)
        menu_item_fields_set(item=item, values=values)
        item.save(update_fields=["name", "url", "category", "collection", "page"])
        audit.record(
            actor=actor,
            action="content.menu_item_update",
            subject_type="MenuItem",
            subject_id=item_id,
            fields=sorted(values),
        )
        catalogue_version.bump()
    return item
