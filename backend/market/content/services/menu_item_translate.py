"""A menu item in another language."""

from __future__ import annotations

from django.db import transaction

from market.content.models import MenuItem, MenuItemTranslation
from market.content.services.menu_item_fields_set import LONGEST_NAME
from market.content.services.menu_item_get import menu_item_get_for_update
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.texts import text_clean


def menu_item_translate(*, actor: Actor, item_id: int, language_code: str, name: str | None) -> MenuItem:
    """Name an item in a language; an empty name takes the translation away. Raises NotFound, InvalidInput."""
    with transaction.atomic():
        item = menu_item_get_for_update(item_id)
        cleaned = text_clean(name, field="name", longest=LONGEST_NAME, is_required=False)
        rows = MenuItemTranslation.objects.filter(menu_item=item, language_code=language_code)
        if not cleaned:
            rows.delete()
        elif not rows.update(name=cleaned):
            MenuItemTranslation.objects.create(menu_item=item, language_code=language_code, name=cleaned)
        audit.record(
            actor=actor,
            action="content.menu_item_translate",
            subject_type="MenuItem",
            subject_id=item_id,
            language=language_code,
        )
        catalogue_version.bump()
    return item
