"""Categories, collections, attributes and values in other languages."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.attributes import Attribute, AttributeValue
from market.catalog.graphql.categories import Category
from market.catalog.graphql.collections import Collection
from market.catalog.graphql.structure_inputs import AttributeValueTranslationInput
from market.catalog.graphql.translations import language_of
from market.catalog.services.structure_translate import (
    attribute_translate,
    attribute_value_translate,
    category_translate,
    collection_translate,
)
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.translations import NameTranslationInput, TranslationError, TranslationInput
from market.core.permissions import MANAGE_TRANSLATIONS
from market.core.texts import SlugTaken


def _arguments(of: str, given: Any) -> type:
    return type(
        "Arguments",
        (),
        {
            "id": graphene.ID(required=True, description=f"ID of the {of}, or of its translatable content."),
            "language_code": graphene.Argument(LanguageCodeEnum, required=True, description="Language of the texts."),
            "input": given(required=True, description="What is given."),
        },
    )


class CategoryTranslate(BaseMutation):
    class Meta:
        description = "Write a category's texts in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    Arguments = _arguments("category", TranslationInput)
    raises = (NotFound, InvalidId, InvalidInput, SlugTaken)
    category = graphene.Field(Category, description="The category.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> CategoryTranslate:
        key, language = pk_from_id(id, "Category", "CategoryTranslatableContent"), language_of(language_code)
        made = category_translate(actor=info.context.actor, category_id=key, language_code=language, values=dict(input))
        return cls(category=made)


class CollectionTranslate(BaseMutation):
    class Meta:
        description = "Write a collection's texts in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    Arguments = _arguments("collection", TranslationInput)
    raises = (NotFound, InvalidId, InvalidInput, SlugTaken)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> CollectionTranslate:
        key, language = pk_from_id(id, "Collection", "CollectionTranslatableContent"), language_of(language_code)
        made = collection_translate(
            actor=info.context.actor, collection_id=key, language_code=language, values=dict(input)
        )
        return cls(collection=made)


class AttributeTranslate(BaseMutation):
    class Meta:
        description = "Name an attribute in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    Arguments = _arguments("attribute", NameTranslationInput)
    raises = (NotFound, InvalidId, InvalidInput)
    attribute = graphene.Field(Attribute, description="The attribute.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> AttributeTranslate:
        key, language = pk_from_id(id, "Attribute", "AttributeTranslatableContent"), language_of(language_code)
        made = attribute_translate(
            actor=info.context.actor, attribute_id=key, language_code=language, name=input.get("name")
        )
        return cls(attribute=made)


class AttributeValueTranslate(BaseMutation):
    class Meta:
        description = "Write a value's name or text in a language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    Arguments = _arguments("value", AttributeValueTranslationInput)
    raises = (NotFound, InvalidId, InvalidInput)
    attribute_value = graphene.Field(AttributeValue, description="The value.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> AttributeValueTranslate:
        key = pk_from_id(id, "AttributeValue", "AttributeValueTranslatableContent")
        made = attribute_value_translate(
            actor=info.context.actor, value_id=key, language_code=language_of(language_code), values=dict(input)
        )
        return cls(attribute_value=made)
