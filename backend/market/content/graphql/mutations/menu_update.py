"""Renaming a menu."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import SlugTaken
from market.content.graphql.menu_inputs import MenuInput
from market.content.graphql.menu_types import Menu, MenuError
from market.content.services.menu_update import menu_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_MENUS


class MenuUpdate(BaseMutation):
    class Meta:
        description = "Change name and slug of a menu."
        error_type = MenuError
        permissions = (MANAGE_MENUS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the menu.")
        input = MenuInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, SlugTaken)
    menu = graphene.Field(Menu, description="The menu.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> MenuUpdate:
        key = pk_from_id(id, "Menu")
        return cls(menu=menu_update(actor=info.context.actor, menu_id=key, values=dict(input)))
