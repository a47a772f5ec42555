"""Texts in another language than Korean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import graphene
from babel import Locale, UnknownLocaleError

from market.catalog.models import AttributeTranslation as AttributeTexts
from market.catalog.models import AttributeValueTranslation as ValueTexts
from market.core.global_ids import to_global_id
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import Node

ENGLISH = "en"


def language_argument() -> dict[str, Any]:
    return {"language_code": LanguageCodeEnum(required=True, description="The wanted language.")}


def language_of(value: Any) -> str:
    """The code of an enum member: ``en``, ``pt-br``."""
    return str(getattr(value, "value", value))


class LanguageDisplay(graphene.ObjectType):
    """A language by code and name."""

    code = graphene.Field(LanguageCodeEnum, required=True, description="Code of the language.")
    language = graphene.String(required=True, description="Its name in English.")


def language_display(code: str) -> dict[str, str]:
    try:
        name = Locale.parse(code, sep="-").get_display_name("en") or code
    except (ValueError, UnknownLocaleError):
        name = code
    return {"code": code.lower(), "language": name}


@dataclass(slots=True)
class NameTranslation:
    """The English name of something that keeps it beside the Korean one."""

    type_name: str
    pk: int
    language_code: str
    name: str
    slug: str | None = None
    description: Any = None
    seo_title: str | None = None
    seo_description: str | None = None
    plain_text: str | None = None
    rich_text: Any = None

    @property
    def id(self) -> str:
        return to_global_id(self.type_name, self.pk)

    @property
    def language(self) -> dict[str, str]:
        return language_display(self.language_code)


def name_translation(
    type_name: str, root: Any, language_code: Any, *, with_slug: bool = False
) -> NameTranslation | None:
    """The English translation, where there is one; texts that were not translated are null in it."""
    if language_of(language_code) != ENGLISH or not root.name_en:
        return None
    return NameTranslation(type_name, root.pk, ENGLISH, root.name_en, root.slug if with_slug else None)


def attribute_translations(rows: Sequence[Any], language_code: Any) -> list[NameTranslation | None]:
    """The name of each attribute. English stands on the attribute itself; another language takes one statement."""
    language = language_of(language_code)
    if language == ENGLISH:
        return [name_translation("AttributeTranslation", row, language) for row in rows]
    found = AttributeTexts.objects.filter(attribute__in=[row.pk for row in rows], language_code=language)
    names = dict(found.values_list("attribute_id", "name"))
    return [
        NameTranslation("AttributeTranslation", row.pk, language, names[row.pk]) if row.pk in names else None
        for row in rows
    ]


def value_translations(info: Any, rows: Sequence[Any], language_code: Any) -> list[Any]:
    """The texts of each value. An English name stands on the value itself; texts, and other languages, take one statement."""
    language, type_name = language_of(language_code), "AttributeValueTranslation"
    if language == ENGLISH and not (info.selects("plainText") or info.selects("richText")):
        return [name_translation(type_name, row, language) for row in rows]
    texts = ValueTexts.objects.filter(value__in=[row.pk for row in rows], language_code=language)
    found = {text.value_id: text for text in texts}
    made: list[Any] = []
    for row in rows:
        text = found.get(row.pk)
        name = (row.name_en if language == ENGLISH else "") or (text.name if text else "") or ""
        if text is None and not name:
            made.append(None)
            continue
        one = NameTranslation(type_name, row.pk, language, name)
        one.plain_text, one.rich_text = (text.plain_text, text.rich_text) if text else (None, None)
        made.append(one)
    return made


def showcase_translations(
    info: Any, rows: Sequence[Any], language_code: Any, *, type_name: str, texts: Any, owner: str
) -> list[NameTranslation | None]:
    """The texts of each category or collection. An English name stands on the row itself; all else takes one statement."""
    language = language_of(language_code)
    is_short = not any(info.selects(name) for name in ("description", "seoTitle", "seoDescription"))
    if language == ENGLISH and is_short and not info.selects("slug"):
        return [name_translation(type_name, row, language) for row in rows]
    kept = texts.objects.filter(**{f"{owner}__in": [row.pk for row in rows]}, language_code=language)
    found = {getattr(text, f"{owner}_id"): text for text in kept}
    return [_showcase(type_name, row, language, found.get(row.pk)) for row in rows]


def _showcase(type_name: str, row: Any, language: str, text: Any) -> NameTranslation | None:
    name = row.name_en if language == ENGLISH else ""
    if text is None:
        return name_translation(type_name, row, language, with_slug=True) if name else None
    slug = text.slug or (row.slug if language == ENGLISH else None)
    made = NameTranslation(type_name, row.pk, language, name or text.name, slug)
    made.description, made.seo_title, made.seo_description = text.description, text.seo_title, text.seo_description
    return made


class _Translation(graphene.ObjectType):
    class Meta:
        abstract = True

    id = graphene.ID(required=True, description="The ID of the translation.")
    language = graphene.Field(LanguageDisplay, required=True, description="Its language.")


class _TextTranslation(_Translation):
    class Meta:
        abstract = True

    name = graphene.String(description="Name in the language.")
    slug = graphene.String(description="Slug in the language.")
    description = JSONString(description="Description in the language, as EditorJS.")
    seo_title = graphene.String(description="Title for search engines in the language.")
    seo_description = graphene.String(description="Description for search engines in the language.")


class CategoryTranslation(_TextTranslation):
    """A category's texts in another language."""

    class Meta:
        interfaces = (Node,)


class CollectionTranslation(_TextTranslation):
    """A collection's texts in another language."""

    class Meta:
        interfaces = (Node,)


class ProductTranslation(_TextTranslation):
    """A product's texts in another language."""

    class Meta:
        interfaces = (Node,)

    summary = graphene.String(description="The product in one sentence, in the language.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("ProductTranslation", root.pk)

    @staticmethod
    def resolve_language(root: Any, info: Any) -> dict[str, str]:
        return language_display(root.language_code)


class ProductVariantTranslation(_Translation):
    """A variant's name in another language."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="Name in the language.")


class AttributeTranslation(_Translation):
    """An attribute's name in another language."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="Name in the language.")


class AttributeValueTranslation(_Translation):
    """An attribute value's name in another language."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="Name in the language.")
    plain_text = graphene.String(description="Text in the language.")
    rich_text = JSONString(description="Rich text in the language, as EditorJS.")
