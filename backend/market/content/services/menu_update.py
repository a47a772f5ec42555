"""Renaming a menu."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.locks import menus_for_update
from market.content.models import Menu
from market.content.services.menu_create import LONGEST_NAME
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import slug_clean, slug_race, text_clean


def menu_update(*, actor: Actor, menu_id: int, values: dict[str, Any]) -> Menu:
    """Change name and slug of a menu, as far as given. Raises NotFound, Required, InvalidInput, SlugTaken."""
    with transaction.atomic():
        menu = menus_for_update().filter(pk=menu_id).first()
        if menu is None:
            raise NotFound("id")
        if "name" in values:
            menu.name = text_clean(values["name"], field="name", longest=LONGEST_NAME)
        if "slug" in values:
            menu.slug = slug_clean(values["slug"], rows=Menu.objects.exclude(pk=menu_id), is_given=True)
        with slug_race():
            menu.save(update_fields=["name", "slug"])
        audit.record(
            actor=actor, action="content.menu_update", subject_type="Menu", subject_id=menu_id, fields=sorted(values)
        )
        catalogue_version.bump()
    return menu
