"""Taking a menu away."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.graphql.menu_types import Menu, MenuError
from market.content.services.menu_delete import menu_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_MENUS


class MenuDelete(BaseMutation):
    class Meta:
        description = "Delete a menu with its items."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the menu.")

    raises = (NotFound, InvalidId)
    menu = graphene.Field(Menu, description="The menu.")

    @classmethod
    def perform(cls, info: Any, id: str) -> MenuDelete:
        return cls(menu=menu_delete(actor=info.context.actor, menu_id=pk_from_id(id, "Menu")))
