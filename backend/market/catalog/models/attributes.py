"""Properties that things of a kind have, and the values they take."""

from __future__ import annotations

from django.db import models

from market.core.models import ModelWithMetadata


class AttributeInputType(models.TextChoices):
    DROPDOWN = "dropdown"
    MULTISELECT = "multiselect"
    FILE = "file"
    REFERENCE = "reference"
    SINGLE_REFERENCE = "single-reference"
    NUMERIC = "numeric"
    RICH_TEXT = "rich-text"
    PLAIN_TEXT = "plain-text"
    SWATCH = "swatch"
    BOOLEAN = "boolean"
    DATE = "date"
    DATE_TIME = "date-time"


class Attribute(ModelWithMetadata):
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=250, unique=True, allow_unicode=True)
    input_type = models.CharField(
        max_length=20, choices=AttributeInputType.choices, default=AttributeInputType.DROPDOWN
    )
    unit = models.CharField(max_length=30, null=True, blank=True)
    is_variant_only = models.BooleanField(default=False)
    is_visible_in_storefront = models.BooleanField(default=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class AttributeValue(models.Model):
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="values")
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, allow_unicode=True)
    value = models.CharField(max_length=255, blank=True, default="")
    plain_text = models.TextField(null=True, blank=True)
    boolean = models.BooleanField(null=True, blank=True)
    date_time = models.DateTimeField(null=True, blank=True)
    numeric = models.FloatField(null=True, blank=True)
    file_url = models.URLField(null=True, blank=True)
    reference_collection_id = models.BigIntegerField(null=True, blank=True)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["attribute", "slug"], name="attribute_value_slug_once")]

    def __str__(self) -> str:
        return self.slug
