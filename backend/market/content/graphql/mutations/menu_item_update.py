"""Changing a menu item."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import TooManyMenuItems
from market.content.graphql.menu_inputs import MenuItemInput, item_values
from market.content.graphql.menu_types import MenuError, MenuItem
from market.content.services.menu_item_update import menu_item_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_MENUS


class MenuItemUpdate(BaseMutation):
    class Meta:
        description = "Change name and target of a menu item; a new target takes the place of the old one."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the item.")
        input = MenuItemInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, TooManyMenuItems)
    menu_item = graphene.Field(MenuItem, description="The item.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> MenuItemUpdate:
        key, values = pk_from_id(id, "MenuItem"), item_values(input)
        return cls(menu_item=menu_item_update(actor=info.context.actor, item_id=key, values=values))
