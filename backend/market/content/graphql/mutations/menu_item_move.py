"""Moving the items of a menu."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import CannotAssignNode
from market.content.graphql.menu_inputs import MenuItemMoveInput
from market.content.graphql.menu_types import Menu, MenuError
from market.content.services.menu_item_move import MenuItemMove as Move
from market.content.services.menu_item_move import menu_item_move
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_MENUS


class MenuItemMove(BaseMutation):
    class Meta:
        description = "Move items of a menu, one after the other, all or none."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        menu = graphene.ID(required=True, description="ID of the menu.")
        moves = graphene.Argument(
            non_null_list(MenuItemMoveInput), required=True, description="The moves, in their order."
        )

    raises = (NotFound, InvalidId, CannotAssignNode)
    menu = graphene.Field(Menu, description="The menu.")

    @classmethod
    def perform(cls, info: Any, menu: str, moves: list[Any]) -> MenuItemMove:
        key, wanted = pk_from_id(menu, "Menu", field="menu"), [_move(move) for move in moves]
        return cls(menu=menu_item_move(actor=info.context.actor, menu_id=key, moves=wanted))


def _move(given: Any) -> Move:
    parent = given.get("parent_id")
    return Move(
        item_id=pk_from_id(given["item_id"], "MenuItem", field="item"),
        parent_id=pk_from_id(parent, "MenuItem", field="parentId") if parent else None,
        steps=given.get("sort_order") or 0,
    )
