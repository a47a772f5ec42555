"""A menu item in another language."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.translations import language_of
from market.content.graphql.menu_types import MenuItem
from market.content.services.menu_item_translate import menu_item_translate
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.translations import NameTranslationInput, TranslationError
from market.core.permissions import MANAGE_TRANSLATIONS


class MenuItemTranslate(BaseMutation):
    class Meta:
        description = "Name a menu item in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the item, or of its translatable content.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="Language of the texts.")
        input = NameTranslationInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, InvalidInput)
    menu_item = graphene.Field(MenuItem, description="The item.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> MenuItemTranslate:
        key, language = pk_from_id(id, "MenuItem", "MenuItemTranslatableContent"), language_of(language_code)
        item = menu_item_translate(
            actor=info.context.actor, item_id=key, language_code=language, name=input.get("name")
        )
        return cls(menu_item=item)
