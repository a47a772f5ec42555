"""A new item in a menu."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import CannotAssignNode, TooManyMenuItems
from market.content.graphql.menu_inputs import MenuItemCreateInput, item_values
from market.content.graphql.menu_types import MenuError, MenuItem
from market.content.services.menu_item_create import menu_item_create
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_MENUS


class MenuItemCreate(BaseMutation):
    class Meta:
        description = "Add an item to a menu; it points at one thing, or at nothing as a heading."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        input = MenuItemCreateInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, TooManyMenuItems, CannotAssignNode)
    menu_item = graphene.Field(MenuItem, description="The item.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> MenuItemCreate:
        parent = pk_from_id(input["parent"], "MenuItem", field="parent") if input.get("parent") else None
        menu, values = pk_from_id(input["menu"], "Menu", field="menu"), item_values(input)
        item = menu_item_create(actor=info.context.actor, menu_id=menu, parent_id=parent, values=values)
        return cls(menu_item=item)
