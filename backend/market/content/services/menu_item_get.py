"""A menu item for changing: its menu is locked first."""

from __future__ import annotations

from market.content.locks import menus_for_update
from market.content.models import MenuItem
from market.core.errors import NotFound


def menu_item_get_for_update(item_id: int) -> MenuItem:
    """The item, its menu locked. Raises NotFound. Inside a transaction only."""
    menu_id = MenuItem.objects.filter(pk=item_id).values_list("menu_id", flat=True).first()
    if menu_id is None or menus_for_update().filter(pk=menu_id).first() is None:
        raise NotFound("id")
    item = MenuItem.objects.filter(pk=item_id).first()
    if item is None:
        raise NotFound("id")
    return item
