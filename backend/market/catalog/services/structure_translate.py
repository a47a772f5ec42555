"""Names and texts of categories, collections, attributes and values in other languages.

English names stand on the rows themselves, where lists read them without a further statement.
"""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from market.catalog.locks import attributes_for_update, category_tree_for_update, collections_for_update
from market.catalog.models import (
    Attribute,
    AttributeTranslation,
    AttributeValue,
    AttributeValueTranslation,
    Category,
    CategoryTranslation,
    Collection,
    CollectionTranslation,
)
from market.catalog.services.category_save import products_below
from market.catalog.services.structure_changed import products_with_values, structure_changed
from market.catalog.services.structure_fields import (
    LONGEST_NAME,
    LONGEST_SEO_DESCRIPTION,
    LONGEST_SEO_TITLE,
    taken_meanwhile,
)
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.rich_text import clean_rich_text
from market.core.texts import slug_clean, text_clean

ENGLISH = "en"
LONGEST_TEXT = 20_000
TEXTS = {
    "name": ("name", LONGEST_NAME),
    "seo_title": ("seoTitle", LONGEST_SEO_TITLE),
    "seo_description": ("seoDescription", LONGEST_SEO_DESCRIPTION),
}


def category_translate(*, actor: Actor, category_id: int, language_code: str, values: dict[str, Any]) -> Category:
    """Write what is given of a category; an empty text means that it is not translated. Raises NotFound, InvalidInput, SlugTaken."""
    with transaction.atomic():
        category = _found(category_tree_for_update(), category_id)
        rows = CategoryTranslation.objects.filter(category=category, language_code=language_code)
        translation = rows.first() or CategoryTranslation(category=category, language_code=language_code)
        _texts_write(category, translation, values)
        _done(actor, "Category", category.pk, language_code, products_below(category.pk) if "name" in values else ())
    return category


def collection_translate(*, actor: Actor, collection_id: int, language_code: str, values: dict[str, Any]) -> Collection:
    """The same of a collection."""
    with transaction.atomic():
        collection = _found(collections_for_update(), collection_id)
        rows = CollectionTranslation.objects.filter(collection=collection, language_code=language_code)
        translation = rows.first() or CollectionTranslation(collection=collection, language_code=language_code)
        _texts_write(collection, translation, values)
        _done(actor, "Collection", collection.pk, language_code)
    return collection


def attribute_translate(*, actor: Actor, attribute_id: int, language_code: str, name: str | None) -> Attribute:
    """Name an attribute in a language; an empty name takes the translation away. Raises NotFound, InvalidInput."""
    with transaction.atomic():
        attribute = _found(attributes_for_update(), attribute_id)
        cleaned = text_clean(name, field="name", longest=LONGEST_NAME, is_required=False)
        rows = AttributeTranslation.objects.filter(attribute=attribute, language_code=language_code)
        if language_code == ENGLISH:
            attribute.name_en = cleaned
            attribute.save(update_fields=["name_en"])
        elif not cleaned:
            rows.delete()
        elif not rows.update(name=cleaned):
            AttributeTranslation.objects.create(attribute=attribute, language_code=language_code, name=cleaned)
        _done(actor, "Attribute", attribute.pk, language_code)
    return attribute


def attribute_value_translate(
    *, actor: Actor, value_id: int, language_code: str, values: dict[str, Any]
) -> AttributeValue:
    """Write name, plain text or rich text of a value in a language; what is empty is not translated. Raises NotFound, InvalidInput."""
    with transaction.atomic():
        owner = AttributeValue.objects.filter(pk=value_id).values_list("attribute_id", flat=True).first()
        attributes_for_update().filter(pk__in=[owner]).first()
        value = _found(AttributeValue.objects.all(), value_id)
        rows = AttributeValueTranslation.objects.filter(value=value, language_code=language_code)
        translation = rows.first() or AttributeValueTranslation(value=value, language_code=language_code)
        if "name" in values:
            name = text_clean(values["name"], field="name", longest=LONGEST_NAME, is_required=False)
            translation.name = name or None
            if language_code == ENGLISH:
                value.name_en = name
                value.save(update_fields=["name_en"])
        if "plain_text" in values:
            text = text_clean(values["plain_text"], field="plainText", longest=LONGEST_TEXT, is_required=False)
            translation.plain_text = text or None
        if "rich_text" in values:
            translation.rich_text = clean_rich_text(values["rich_text"], field="richText")
        translation.save()
        _done(actor, "AttributeValue", value.pk, language_code, products_with_values([value.pk]))
    return value


def _found(rows: models.QuerySet[Any], pk: int) -> Any:
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound("id")
    return row


def _texts_write(row: Any, translation: Any, values: dict[str, Any]) -> None:
    for name, (field, longest) in TEXTS.items():
        if name in values:
            text = text_clean(values[name], field=field, longest=longest, is_required=False)
            setattr(translation, name, text or None)
    if "description" in values:
        translation.description = clean_rich_text(values["description"], field="description")
    if "slug" in values:
        others = type(translation)._default_manager.filter(language_code=translation.language_code)
        rows = others.exclude(pk=translation.pk)
        translation.slug = slug_clean(values["slug"], rows=rows, is_given=True) if values["slug"] else None
    with taken_meanwhile():
        translation.save()
    if translation.language_code == ENGLISH and "name" in values:
        row.name_en = translation.name or ""
        row.save(update_fields=["name_en"])


def _done(actor: Actor, kind: str, pk: int, language_code: str, touched: Any = ()) -> None:
    audit.record(
        actor=actor,
        action="catalog.translate",
        subject_type=kind,
        subject_id=pk,
        language=language_code,
    )
    structure_changed(touched)
