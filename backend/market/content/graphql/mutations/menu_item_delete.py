"""Taking a menu item away."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.graphql.menu_types import MenuError, MenuItem
from market.content.services.menu_item_delete import menu_item_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_MENUS


class MenuItemDelete(BaseMutation):
    class Meta:
        description = "Delete a menu item with all below it."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the item.")

    raises = (NotFound, InvalidId)
    menu_item = graphene.Field(MenuItem, description="The item.")

    @classmethod
    def perform(cls, info: Any, id: str) -> MenuItemDelete:
        return cls(menu_item=menu_item_delete(actor=info.context.actor, item_id=pk_from_id(id, "MenuItem")))
