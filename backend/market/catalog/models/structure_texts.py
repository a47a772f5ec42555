"""Names and texts of the structure in other languages. English names stand beside the Korean ones, where lists read them."""

from __future__ import annotations

from django.db import models

from market.catalog.models.attributes import Attribute, AttributeValue
from market.catalog.models.categories import Category
from market.catalog.models.collections import Collection


class _Texts(models.Model):
    language_code = models.CharField(max_length=35)
    name = models.CharField(max_length=250, null=True, blank=True)
    slug = models.SlugField(max_length=255, null=True, blank=True, allow_unicode=True)
    description = models.JSONField(null=True, blank=True, help_text="EditorJS, cleaned by core.rich_text")
    seo_title = models.CharField(max_length=70, null=True, blank=True)
    seo_description = models.CharField(max_length=300, null=True, blank=True)

    class Meta:
        abstract = True


class CategoryTranslation(_Texts):
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["category", "language_code"], name="category_translation_once"),
            models.UniqueConstraint(fields=["language_code", "slug"], name="category_slug_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.category_id} in {self.language_code}"


class CollectionTranslation(_Texts):
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "language_code"], name="collection_translation_once"),
            models.UniqueConstraint(fields=["language_code", "slug"], name="collection_slug_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.language_code}"


class AttributeTranslation(models.Model):
    """An attribute's name in a language other than Korean and English."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=35)
    name = models.CharField(max_length=250)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attribute", "language_code"], name="attribute_translation_once")
        ]

    def __str__(self) -> str:
        return f"{self.attribute_id} in {self.language_code}"


class AttributeValueTranslation(models.Model):
    """A value in another language; an English name stands on the value itself."""

    value = models.ForeignKey(AttributeValue, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=35)
    name = models.CharField(max_length=250, null=True, blank=True)
    plain_text = models.TextField(null=True, blank=True)
    rich_text = models.JSONField(null=True, blank=True, help_text="EditorJS, cleaned by core.rich_text")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["value", "language_code"], name="attribute_value_translation_once")
        ]

    def __str__(self) -> str:
        return f"{self.value_id} in {self.language_code}"
