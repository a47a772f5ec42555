"""Taking a menu item away."""

from __future__ import annotations

from django.db import transaction

from market.content.models import MenuItem
from market.content.services.menu_item_get import menu_item_get_for_update
from market.core import audit, catalogue_version
from market.core.actor import Actor


def menu_item_delete(*, actor: Actor, item_id: int) -> MenuItem:
    """Delete an item with all below it. Raises NotFound. The answer is the item as it was, with its key."""
    with transaction.atomic():
        item = menu_item_get_for_update(item_id)
        item.delete()
        item.pk = item_id
        audit.record(
            actor=actor,
            action="content.menu_item_delete",
            subject_type="MenuItem",
            subject_id=item_id,
            menu=item.menu_id,
            name=item.name,
        )
        catalogue_version.bump()
    return item
