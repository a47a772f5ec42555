"""A page in another language."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.translations import language_of
from market.content.errors import SlugTaken
from market.content.graphql.page_inputs import PageTranslationInput
from market.content.graphql.page_types import PageTranslatableContent
from market.content.services.page_translate import page_translate
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.translations import TranslationError
from market.core.permissions import MANAGE_TRANSLATIONS


class PageTranslate(BaseMutation):
    class Meta:
        description = "Write a page's texts in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the page, or of its translatable content.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="Language of the texts.")
        input = PageTranslationInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, InvalidInput, SlugTaken)
    page = graphene.Field(PageTranslatableContent, description="What of the page can be translated.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> PageTranslate:
        key, language = pk_from_id(id, "Page", "PageTranslatableContent"), language_of(language_code)
        page = page_translate(actor=info.context.actor, page_id=key, language_code=language, values=dict(input))
        return cls(page=page)
