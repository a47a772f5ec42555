"""A new menu."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import SlugTaken, TooManyMenuItems
from market.content.graphql.menu_inputs import MenuCreateInput, item_values
from market.content.graphql.menu_types import Menu, MenuError
from market.content.services.menu_create import menu_create
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.permissions import MANAGE_MENUS


class MenuCreate(BaseMutation):
    class Meta:
        description = "Make a menu, with items of the top where some are given."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        input = MenuCreateInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, TooManyMenuItems, SlugTaken)
    menu = graphene.Field(Menu, description="The menu.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> MenuCreate:
        values = {**input, "items": [item_values(item) for item in input.get("items") or []]}
        return cls(menu=menu_create(actor=info.context.actor, values=values))
