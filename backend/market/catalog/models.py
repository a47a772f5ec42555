"""What is sold. Saleor's catalogue, plus what a social-economy market must say: vendor, tax kind, notice, checked value claims.

Do NOT read prices from variant listings for a list: the product listing holds the computed range.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Coalesce

from market.channels.models import Channel
from market.core.models import ModelWithMetadata, metadata_index
from market.core.tax import TaxKind
from market.vendors.models import Vendor

NO_PRICE = 999_999_999_999_999
MONEY = {"max_digits": 18, "decimal_places": 3}


class Category(ModelWithMetadata):
    """A node of the category tree. ``path`` holds the ids from the root to the node itself, so a subtree is one index look-up."""

    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    description = models.JSONField(null=True, blank=True)
    description_plaintext = models.TextField(blank=True, default="")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    path = ArrayField(models.BigIntegerField(), default=list)
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    background_image = models.CharField(
        max_length=200, blank=True, default="", help_text="motif/palette/variation or a media path"
    )
    background_image_alt = models.CharField(max_length=128, blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["level", "sort_order", "id"]

    def __str__(self) -> str:
        return self.slug


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


class ProductType(ModelWithMetadata):
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True)
    has_variants = models.BooleanField(default=True)
    is_shipping_required = models.BooleanField(default=True)
    is_digital = models.BooleanField(default=False)
    is_service = models.BooleanField(default=False, help_text="용역, not 물품")
    product_attributes = models.ManyToManyField(Attribute, related_name="product_types", blank=True)
    variant_attributes = models.ManyToManyField(Attribute, related_name="variant_product_types", blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class NoticeType(models.Model):
    """A type of legal product notice (상품정보제공고시): which facts a listing of this kind must give."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    fields = models.JSONField(help_text="[{code, label, label_en}] in printing order")

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
            )
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


class MediaType(models.TextChoices):
    IMAGE = "IMAGE"
    VIDEO = "VIDEO"


class ProductMedia(ModelWithMetadata):
    """A picture: either a drawing of ours (``artwork``: motif/palette/variation) or an uploaded file (``image``)."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    artwork = models.CharField(max_length=100, blank=True, default="")
    image = models.CharField(max_length=250, blank=True, default="", help_text="path below the media folder")
    alt = models.CharField(max_length=250, blank=True, default="")
    type = models.CharField(max_length=10, choices=MediaType.choices, default=MediaType.IMAGE)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(artwork="", image=""), name="media_shows_something")]
        indexes = [models.Index(fields=["product", "sort_order"], name="media_of_product")]

    def __str__(self) -> str:
        return self.artwork or self.image


class VariantMedia(models.Model):
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="media_links")
    media = models.ForeignKey(ProductMedia, on_delete=models.CASCADE, related_name="variant_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "media"], name="variant_media_once")]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.media_id}"


class ProductChannelListing(models.Model):
    """How one product stands in one channel. Prices are computed from the variants' listings when those change."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="product_listings")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    visible_in_listings = models.BooleanField(default=True)
    available_for_purchase_at = models.DateTimeField(null=True, blank=True)
    currency = models.CharField(max_length=3)
    price_amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="lowest undiscounted variant price")
    price_max_amount = models.DecimalField(**MONEY, null=True, blank=True)
    discounted_price_amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="lowest variant price now")
    discounted_price_max_amount = models.DecimalField(**MONEY, null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "channel"], name="product_listing_once")]
        indexes = [
            # The expressions of selectors.product_orders: what has no price comes last.
            models.Index(
                "channel", Coalesce("discounted_price_amount", NO_PRICE), "product", name="listing_by_minimal_price"
            ),
            models.Index("channel", Coalesce("price_amount", NO_PRICE), "product", name="listing_by_full_price"),
            models.Index(fields=["channel", "published_at", "product"], name="listing_by_date"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.channel_id}"


class VariantChannelListing(models.Model):
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="variant_listings")
    currency = models.CharField(max_length=3)
    price_amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="VAT included")
    discounted_price_amount = models.DecimalField(**MONEY, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["variant", "channel"], name="variant_listing_once"),
            models.CheckConstraint(condition=models.Q(price_amount__gte=0), name="variant_price_not_negative"),
            models.CheckConstraint(
                condition=models.Q(
                    discounted_price_amount__gte=0, discounted_price_amount__lte=models.F("price_amount")
                ),
                name="variant_discount_lowers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} in {self.channel_id}"


class Collection(ModelWithMetadata):
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    description = models.JSONField(null=True, blank=True)
    background_image = models.CharField(max_length=200, blank=True, default="")
    background_image_alt = models.CharField(max_length=128, blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class CollectionProduct(models.Model):
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="product_links")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="collection_links")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["collection", "product"], name="collection_product_once")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.collection_id}"


class CollectionChannelListing(models.Model):
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="collection_listings")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "channel"], name="collection_listing_once")]

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.channel_id}"


class ValueTheme(models.Model):
    """A value people shop by (제로웨이스트, 비건, 배리어프리, 공정무역, 우리동네), with the evidence it takes."""

    code = models.CharField(max_length=30, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    cloth = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    tagline = models.CharField(max_length=120)
    tagline_en = models.CharField(max_length=160)
    description = models.TextField()
    description_en = models.TextField()
    criteria = models.TextField(blank=True, default="")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.code


class ValueClaim(models.Model):
    """A statement about a product that the market has checked against evidence."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="value_claims")
    theme = models.ForeignKey(ValueTheme, on_delete=models.PROTECT, related_name="claims")
    statement = models.CharField(max_length=200)
    evidence = models.CharField(max_length=250)
    issued_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField()

    class Meta:
        ordering = ["-checked_on", "id"]
        indexes = [models.Index(fields=["product"], name="claims_of_product")]

    def __str__(self) -> str:
        return self.statement
