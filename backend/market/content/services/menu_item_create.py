"""A new item in a menu."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from market.content.errors import CannotAssignNode
from market.content.locks import menus_for_update
from market.content.models import MOST_MENU_LEVELS, MenuItem
from market.content.services.menu_item_fields_set import menu_item_fields_set
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound

TOO_DEEP = {
    "reason_ko": f"메뉴는 {MOST_MENU_LEVELS}단계까지 만들 수 있어요.",
    "reason_en": f"A menu has at most {MOST_MENU_LEVELS} levels.",
}


def menu_item_create(*, actor: Actor, menu_id: int, parent_id: int | None, values: dict[str, Any]) -> MenuItem:
    """Add an item behind its siblings, at the top or below a parent of the same menu.

    Raises NotFound (menu, parent, target), CannotAssignNode below the deepest level, and what ``menu_item_fields_set`` raises.
    """
    with transaction.atomic():
        menu = menus_for_update().filter(pk=menu_id).first()
        if menu is None:
            raise NotFound("menu")
        item = MenuItem(menu=menu)
        if parent_id is not None:
            parent = MenuItem.objects.filter(menu=menu, pk=parent_id).first()
            if parent is None:
                raise NotFound("parent")
            if parent.level + 1 >= MOST_MENU_LEVELS:
                raise CannotAssignNode("parent", **TOO_DEEP)
            item.parent, item.level = parent, parent.level + 1
        menu_item_fields_set(item=item, values=values)
        last = MenuItem.objects.filter(menu=menu, parent=parent_id).aggregate(last=Max("sort_order"))["last"]
        item.sort_order = 0 if last is None else last + 1
        item.save()
        audit.record(
            actor=actor, action="content.menu_item_create", subject_type="MenuItem", subject_id=item.pk, menu=menu_id
        )
        catalogue_version.bump()
    return item
