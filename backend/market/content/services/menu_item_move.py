"""Moving the items of a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from market.content.errors import CannotAssignNode
from market.content.locks import menus_for_update
from market.content.models import MOST_MENU_LEVELS, Menu, MenuItem
from market.content.rules.menu_tree import calculate_levels, is_below, moved_by
from market.content.services.menu_item_create import TOO_DEEP
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound

BELOW_ITSELF = {
    "reason_ko": "자기 자신이나 자기 아래 항목 밑으로는 옮길 수 없어요.",
    "reason_en": "An item cannot be moved below itself or one of its descendants.",
}


@dataclass(frozen=True, kw_only=True)
class MenuItemMove:
    """Where an item goes: below ``parent_id`` (to the top when there is none), then by ``steps`` among its siblings."""

    item_id: int
    parent_id: int | None = None
    steps: int = 0


def menu_item_move(*, actor: Actor, menu_id: int, moves: Sequence[MenuItemMove]) -> Menu:
    """Move items one after the other, all or none; who comes to a new parent stands behind its children before the steps.

    Raises NotFound for an item or parent that is not of this menu, CannotAssignNode for a circle and for too many levels.
    """
    with transaction.atomic():
        menu = menus_for_update().filter(pk=menu_id).first()
        if menu is None:
            raise NotFound("menu")
        items = {item.pk: item for item in MenuItem.objects.filter(menu=menu).order_by("sort_order", "pk")}
        parents = {pk: item.parent_id for pk, item in items.items()}
        children: dict[int | None, list[int]] = {}
        for pk, parent in parents.items():
            children.setdefault(parent, []).append(pk)
        for move in moves:
            _move(move, parents, children)
        _save(items, parents, children)
        audit.record(
            actor=actor,
            action="content.menu_item_move",
            subject_type="Menu",
            subject_id=menu_id,
            items=[move.item_id for move in moves],
        )
        catalogue_version.bump()
    return menu


def _move(move: MenuItemMove, parents: dict[int, int | None], children: dict[int | None, list[int]]) -> None:
    if move.item_id not in parents:
        raise NotFound("item")
    if move.parent_id is not None and move.parent_id not in parents:
        raise NotFound("parentId")
    if move.parent_id is not None and is_below(parents, move.parent_id, move.item_id):
        raise CannotAssignNode("parentId", **BELOW_ITSELF)
    old = parents[move.item_id]
    if move.parent_id != old:
        children[old].remove(move.item_id)
        children.setdefault(move.parent_id, []).append(move.item_id)
        parents[move.item_id] = move.parent_id
    if move.steps:
        children[move.parent_id] = moved_by(children[move.parent_id], move.item_id, move.steps)


def _save(items: dict[int, MenuItem], parents: dict[int, int | None], children: dict[int | None, list[int]]) -> None:
    levels = calculate_levels(parents)
    if max(levels.values(), default=0) >= MOST_MENU_LEVELS:
        raise CannotAssignNode("parentId", **TOO_DEEP)
    for siblings in children.values():
        for place, pk in enumerate(siblings):
            items[pk].parent_id, items[pk].level, items[pk].sort_order = parents[pk], levels[pk], place
    MenuItem.objects.bulk_update(items.values(), ["parent", "level", "sort_order"])
