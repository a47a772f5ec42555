"""Pages, their kinds, and what they say in other languages."""

from __future__ import annotations

from django.db import models

from market.catalog.models import Attribute, AttributeValue
from market.core.models import ModelWithMetadata, metadata_index


class PageType(ModelWithMetadata):
    """A kind of page: which attributes its pages have."""

    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    attributes = models.ManyToManyField(Attribute, through="PageTypeAttribute", related_name="page_types", blank=True)

    class Meta:
        ordering = ["slug"]
        indexes = [metadata_index("page_type_metadata")]

    def __str__(self) -> str:
        return self.slug


class PageTypeAttribute(models.Model):
    page_type = models.ForeignKey(PageType, on_delete=models.CASCADE, related_name="attribute_links")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="page_type_links")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["page_type", "attribute"], name="page_type_attribute_once")]

    def __str__(self) -> str:
        return f"{self.attribute_id} of {self.page_type_id}"


class Page(ModelWithMetadata):
    """A page of text. Shown to shoppers when it is published and its time has come."""

    page_type = models.ForeignKey(PageType, on_delete=models.CASCADE, related_name="pages")
    title = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    content = models.JSONField(null=True, blank=True, help_text="EditorJS, cleaned by rules.rich_text")
    content_plaintext = models.TextField(blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["slug"]
        indexes = [metadata_index("page_metadata")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="page_has_a_title"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="page_has_a_slug"),
        ]

    def __str__(self) -> str:
        return self.slug


class PageTranslation(models.Model):
    """A page in another language; what is empty was not translated."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=35)
    title = models.CharField(max_length=255, blank=True, default="")
    slug = models.SlugField(max_length=255, null=True, blank=True, allow_unicode=True)
    content = models.JSONField(null=True, blank=True)
    content_plaintext = models.TextField(blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["page", "language_code"]
        constraints = [
            models.UniqueConstraint(fields=["page", "language_code"], name="page_translation_once"),
            models.UniqueConstraint(fields=["language_code", "slug"], name="page_slug_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} in {self.language_code}"


class PageAttributeValue(models.Model):
    """One value of an attribute that a page has."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="attribute_values")
    value = models.ForeignKey(AttributeValue, on_delete=models.CASCADE, related_name="page_links")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["page", "value"], name="page_attribute_value_once")]

    def __str__(self) -> str:
        return f"{self.value_id} of {self.page_id}"
