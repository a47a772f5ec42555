"""Properties that things of a kind have, and the values they take."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.lookups import LessThanOrEqual

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


class AttributeType(models.TextChoices):
    """Whose property it is: that of a kind of product, of page, or of customer."""

    PRODUCT_TYPE = "product-type"
    PAGE_TYPE = "page-type"
    CUSTOMER_TYPE = "customer-type"


class AttributeEntityType(models.TextChoices):
    """What a reference points at. The values are the types of global ids."""

    PAGE = "Page"
    PRODUCT = "Product"
    PRODUCT_VARIANT = "ProductVariant"
    CATEGORY = "Category"
    COLLECTION = "Collection"


REFERENCES = (AttributeInputType.REFERENCE, AttributeInputType.SINGLE_REFERENCE)


class Attribute(ModelWithMetadata):
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    type = models.CharField(max_length=20, choices=AttributeType.choices, default=AttributeType.PRODUCT_TYPE)
    input_type = models.CharField(
        max_length=20, choices=AttributeInputType.choices, default=AttributeInputType.DROPDOWN
    )
    entity_type = models.CharField(max_length=20, choices=AttributeEntityType.choices, null=True, blank=True)
    reference_type_ids = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        help_text="product types, or page types of the room above, that things pointed at must be of; any when empty",
    )
    unit = models.CharField(max_length=30, null=True, blank=True)
    is_value_required = models.BooleanField(default=False)
    is_variant_only = models.BooleanField(default=False)
    is_visible_in_storefront = models.BooleanField(default=True)
    external_reference = models.CharField(max_length=250, unique=True, null=True, blank=True)

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(input_type__in=REFERENCES, entity_type__isnull=False)
                | (~models.Q(input_type__in=REFERENCES) & models.Q(entity_type__isnull=True)),
                name="attribute_reference_has_an_entity",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=True) | models.Q(input_type=AttributeInputType.NUMERIC),
                name="attribute_unit_of_numbers",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class AttributeValue(models.Model):
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="values")
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, allow_unicode=True)
    value = models.CharField(max_length=255, blank=True, default="")
    plain_text = models.TextField(null=True, blank=True)
    rich_text = models.JSONField(null=True, blank=True, help_text="EditorJS, cleaned by core.rich_text")
    boolean = models.BooleanField(null=True, blank=True)
    date_time = models.DateTimeField(null=True, blank=True)
    numeric = models.FloatField(null=True, blank=True)
    file_url = models.URLField(null=True, blank=True)
    content_type = models.CharField(max_length=100, null=True, blank=True)
    reference_collection_id = models.BigIntegerField(null=True, blank=True)
    reference_product = models.ForeignKey(
        "catalog.Product", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    reference_variant = models.ForeignKey(
        "catalog.ProductVariant", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    reference_category = models.ForeignKey(
        "catalog.Category", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    reference_page_id = models.BigIntegerField(null=True, blank=True, help_text="pages stand in a room above")
    external_reference = models.CharField(max_length=250, unique=True, null=True, blank=True)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["attribute", "slug"], name="attribute_value_slug_once"),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    models.Func(
                        *(
                            "reference_collection_id",
                            "reference_product_id",
                            "reference_variant_id",
                            "reference_category_id",
                            "reference_page_id",
                        ),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="attribute_value_points_at_one",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
