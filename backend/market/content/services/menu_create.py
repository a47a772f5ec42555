"""A new menu."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.content.models import Menu, MenuItem
from market.content.services.menu_item_fields_set import menu_item_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.texts import slug_clean, slug_race, text_clean

LONGEST_NAME = 250


def menu_create(*, actor: Actor, values: dict[str, Any]) -> Menu:
    """Make a menu, with items of the top level where some are given; a missing slug is made of the name.

    Raises Required, InvalidInput, SlugTaken, and what ``menu_item_fields_set`` raises.
    """
    with transaction.atomic():
        menu = Menu(name=text_clean(values.get("name"), field="name", longest=LONGEST_NAME))
        is_given = values.get("slug") is not None
        menu.slug = slug_clean(values.get("slug"), rows=Menu.objects.all(), source=menu.name, is_given=is_given)
        with slug_race():
            menu.save()
        for place, entry in enumerate(values.get("items") or []):
            item = MenuItem(menu=menu, sort_order=place)
            menu_item_fields_set(item=item, values=entry)
            item.save()
        audit.record(actor=actor, action="content.menu_create", subject_type="Menu", subject_id=menu.pk, slug=menu.slug)
        catalogue_version.bump()
    return menu
