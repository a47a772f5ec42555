"""Products, their kinds and their variants."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.catalog.models.attributes import Attribute, AttributeValue
from market.catalog.models.categories import Category
from market.core.models import ModelWithMetadata, metadata_index
from market.core.tax import TaxKind
from market.vendors.models import Vendor


class ProductTypeKind(models.TextChoices):
    """Saleor's two kinds. The market's gift cards are no products, so nothing here makes one of a GIFT_CARD type."""

    NORMAL = "normal"
    GIFT_CARD = "gift_card"


class ProductType(ModelWithMetadata):
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    kind = models.CharField(max_length=10, choices=ProductTypeKind.choices, default=ProductTypeKind.NORMAL)
    tax_kind = models.CharField(
        max_length=10, choices=TaxKind.choices, null=True, blank=True, help_text="what its products usually are"
    )
    weight_grams = models.PositiveIntegerField(null=True, blank=True, help_text="of one piece, unless the product says")
    has_variants = models.BooleanField(default=True)
    is_shipping_required = models.BooleanField(default=True)
    is_digital = models.BooleanField(default=False)
    is_service = models.BooleanField(default=False, help_text="용역, not 물품")
    product_attributes = models.ManyToManyField(
        Attribute, through="ProductTypeProductAttribute", related_name="product_types", blank=True
    )
    variant_attributes = models.ManyToManyField(
        Attribute, through="ProductTypeVariantAttribute", related_name="variant_product_types", blank=True
    )

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class ProductTypeProductAttribute(models.Model):
    """An attribute that products of a type have. Their order is ``sort_order``, then ``id``."""

    product_type = models.ForeignKey(
        ProductType, on_delete=models.CASCADE, db_column="producttype_id", related_name="product_attribute_links"
    )
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="product_type_links")
    sort_order = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "catalog_producttype_product_attributes"
        ordering = ["sort_order", "id"]
        unique_together = [("product_type", "attribute")]

    def __str__(self) -> str:
        return f"{self.attribute_id} of {self.product_type_id}"


class ProductTypeVariantAttribute(models.Model):
    """An attribute that variants of a type have. ``variant_selection``: what a buyer chooses a variant by."""

    product_type = models.ForeignKey(
        ProductType, on_delete=models.CASCADE, db_column="producttype_id", related_name="variant_attribute_links"
    )
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="variant_type_links")
    sort_order = models.PositiveIntegerField(default=0, db_default=0)
    variant_selection = models.BooleanField(default=True, db_default=True)

    class Meta:
        db_table = "catalog_producttype_variant_attributes"
        ordering = ["sort_order", "id"]
        unique_together = [("product_type", "attribute")]

    def __str__(self) -> str:
        return f"{self.attribute_id} of {self.product_type_id}"


class ReturnPolicy(models.TextChoices):
    """Whether the buyer may withdraw without a reason (청약철회); the exceptions are those of 전자상거래법 §17② and 시행령 §21."""

    STANDARD = "standard", "7일 안에 반품할 수 있어요"
    MADE_TO_ORDER = "made_to_order", "주문을 받고 만들어요"  # 시행령 §21: needs a consent of its own before the order
    PERISHABLE = "perishable", "시간이 지나면 다시 팔 수 없어요"  # §17②3
    SEALED = "sealed", "포장을 뜯으면 복제할 수 있어요"  # §17②4
    DIGITAL = "digital", "제공이 시작되면 되돌릴 수 없어요"  # §17②5


class NoticeType(models.Model):
    """A type of legal product notice (상품정보제공고시): which facts a listing of this kind must give."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    fields = models.JSONField(
        help_text="[{code, label, label_en, kind?, required?}] in printing order; kind kc: a safety mark"
    )
    categories = models.ManyToManyField(
        Category, related_name="notice_types", blank=True, help_text="whose goods it usually describes, and those below"
    )

    def __str__(self) -> str:
        return self.code


class Product(ModelWithMetadata):
    product_type = models.ForeignKey(ProductType, on_delete=models.PROTECT, related_name="products")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="products")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.SET_NULL, related_name="products")
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    summary = models.CharField(max_length=300, blank=True, default="")
    description = models.JSONField(null=True, blank=True, help_text="EditorJS, as Saleor")
    description_plaintext = models.TextField(blank=True, default="")
    tax_kind = models.CharField(max_length=10, choices=TaxKind.choices, default=TaxKind.TAXABLE)
    is_quote_only = models.BooleanField(default=False)
    minimum_order_quantity = models.PositiveIntegerField(default=1)
    dispatch_days = models.PositiveSmallIntegerField(default=2)
    origin_country = models.CharField(max_length=60, blank=True, default="")
    notice_type = models.ForeignKey(NoticeType, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    notice = models.JSONField(default=dict, blank=True, help_text="{field code: value}")
    notice_en = models.JSONField(default=dict, blank=True, help_text="the same in English, as far as it was given")
    return_policy = models.CharField(max_length=15, choices=ReturnPolicy.choices, default=ReturnPolicy.STANDARD)
    return_policy_note = models.CharField(
        max_length=500, blank=True, default="", help_text="the terms of an exception, as shown before an order"
    )
    passed_review_at = models.DateTimeField(
        null=True, blank=True, help_text="of what it says now; none: it is looked at before it goes on sale"
    )
    first_published_at = models.DateTimeField(null=True, blank=True)
    value_codes = ArrayField(
        models.CharField(max_length=30), default=list, blank=True, help_text="themes with a checked claim"
    )
    default_variant = models.OneToOneField(
        "ProductVariant", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    rating = models.FloatField(null=True, blank=True)
    weight_grams = models.PositiveIntegerField(null=True, blank=True)
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")
    external_reference = models.CharField(max_length=250, unique=True, null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_index=True)
    updated_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum_order_quantity__gte=1), name="product_minimum_is_positive"
            ),
            # An exception of withdrawal holds only where it is shown beforehand (전자상거래법 §17⑥).
            models.CheckConstraint(
                condition=models.Q(return_policy="standard") | ~models.Q(return_policy_note=""),
                name="product_return_exception_is_told",
            ),
        ]
        indexes = [
            models.Index(fields=["category", "id"], include=["vendor"], name="product_in_category"),
            models.Index(fields=["vendor", "id"], name="product_vendor"),
            # What facets count by: read from the index alone, since the rows are wide.
            models.Index(
                fields=["id"],
                include=["vendor", "category", "tax_kind", "value_codes", "product_type"],
                name="product_face",
            ),
            models.Index(fields=["name", "slug"], name="product_by_name"),
            metadata_index("product_metadata"),
        ]

    def __str__(self) -> str:
        return self.slug


class ProductTranslation(models.Model):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=35)
    name = models.CharField(max_length=250, null=True, blank=True)
    summary = models.CharField(max_length=400, null=True, blank=True)
    description = models.JSONField(null=True, blank=True)
    seo_title = models.CharField(max_length=70, null=True, blank=True)
    seo_description = models.CharField(max_length=300, null=True, blank=True)
    slug = models.SlugField(max_length=255, null=True, blank=True, allow_unicode=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "language_code"], name="product_translation_once")]

    def __str__(self) -> str:
        return f"{self.product_id} {self.language_code}"


class ProductAttributeValue(models.Model):
    """One value of one attribute on one product."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="attribute_values")
    value = models.ForeignKey(AttributeValue, on_delete=models.CASCADE, related_name="+")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "value"], name="product_attribute_value_once")]
        indexes = [models.Index(fields=["value", "product"], name="product_by_attribute")]

    def __str__(self) -> str:
        return f"{self.product_id} {self.value_id}"


class ProductVariant(ModelWithMetadata):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=255, unique=True, null=True, blank=True)
    name = models.CharField(max_length=255, blank=True, default="")
    name_en = models.CharField(max_length=255, blank=True, default="")
    sort_order = models.PositiveIntegerField(default=0)
    track_inventory = models.BooleanField(default=True)
    quantity_limit_per_customer = models.PositiveIntegerField(null=True, blank=True)
    weight_grams = models.PositiveIntegerField(null=True, blank=True)
    external_reference = models.CharField(max_length=250, unique=True, null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["sort_order", "sku"]
        indexes = [
            models.Index(fields=["product", "sort_order"], name="variant_of_product"),
            metadata_index("variant_metadata"),
        ]

    def __str__(self) -> str:
        return self.sku or str(self.pk)


class VariantAttributeValue(models.Model):
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="attribute_values")
    value = models.ForeignKey(AttributeValue, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "value"], name="variant_attribute_value_once")]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.value_id}"
