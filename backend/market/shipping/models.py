"""How goods travel. A zone says from where and to where, its methods how; a method's listing in a channel may say for how much."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.catalog.models import MONEY, Product
from market.channels.models import Channel
from market.core.models import ModelWithMetadata
from market.inventory.models import Warehouse


class ShippingZone(ModelWithMetadata):
    """Countries that the same methods reach from the same warehouses."""

    name = models.CharField(max_length=100)
    description = models.TextField(blank=True, default="")
    countries = ArrayField(models.CharField(max_length=2), default=list)
    is_default = models.BooleanField(default=False, help_text="took all countries that no other zone had")
    channels = models.ManyToManyField(Channel, related_name="shipping_zones", blank=True)
    warehouses = models.ManyToManyField(Warehouse, related_name="shipping_zones", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="shipping_zone_one_default"
            )
        ]

    def __str__(self) -> str:
        return self.name


class DeliveryKind(models.TextChoices):
    PARCEL = "parcel", "택배"
    ON_SITE = "on_site", "방문 제공"


class MethodLimits(models.TextChoices):
    """What a method looks at before it is offered: Saleor's type of a method."""

    PRICE = "price", "Price based shipping"
    WEIGHT = "weight", "Weight based shipping"


class ShippingMethod(ModelWithMetadata):
    """A way of delivery a buyer may choose, e.g. 택배. What it costs stands in its listing, else in each vendor's own terms."""

    zone = models.ForeignKey(ShippingZone, on_delete=models.CASCADE, related_name="methods")
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True, default="")
    description = models.JSONField(null=True, blank=True)
    translations = models.JSONField(
        default=dict,
        db_default=models.Value({}, models.JSONField()),
        blank=True,
        help_text="{language: {name, description}}",
    )
    type = models.CharField(max_length=10, choices=DeliveryKind.choices, default=DeliveryKind.PARCEL)
    limits = models.CharField(
        max_length=10, choices=MethodLimits.choices, default=MethodLimits.PRICE, db_default=MethodLimits.PRICE
    )
    minimum_order_weight_grams = models.PositiveIntegerField(null=True, blank=True)
    maximum_order_weight_grams = models.PositiveIntegerField(null=True, blank=True)
    minimum_delivery_days = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_delivery_days = models.PositiveSmallIntegerField(null=True, blank=True)
    excluded_products = models.ManyToManyField(Product, related_name="excluding_methods", blank=True)
    is_active = models.BooleanField(default=True)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(maximum_order_weight_grams__gt=models.F("minimum_order_weight_grams"))
                | models.Q(maximum_order_weight_grams=None)
                | models.Q(minimum_order_weight_grams=None),
                name="shipping_method_weights_are_a_range",
            ),
            models.CheckConstraint(
                condition=models.Q(maximum_delivery_days__gte=models.F("minimum_delivery_days"))
                | models.Q(maximum_delivery_days=None)
                | models.Q(minimum_delivery_days=None),
                name="shipping_method_days_are_a_range",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ShippingMethodType(ShippingMethod):
    """A method as staff see and change it; what a buyer is offered is made of it. The same rows under Saleor's other name."""

    class Meta:
        proxy = True


class ShippingMethodChannelListing(models.Model):
    """A method in a channel. ``price_amount`` is charged for each vendor's parcel, VAT included; none: each vendor's own terms."""

    method = models.ForeignKey(ShippingMethod, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="shipping_listings")
    currency = models.CharField(max_length=3)
    price_amount = models.DecimalField(**MONEY, null=True, blank=True)
    minimum_order_price_amount = models.DecimalField(**MONEY, null=True, blank=True)
    maximum_order_price_amount = models.DecimalField(**MONEY, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["method", "channel"], name="shipping_listing_once_per_channel"),
            models.CheckConstraint(
                condition=(models.Q(price_amount=None) | models.Q(price_amount__gte=0))
                & (models.Q(minimum_order_price_amount=None) | models.Q(minimum_order_price_amount__gte=0)),
                name="shipping_listing_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(maximum_order_price_amount__gt=models.F("minimum_order_price_amount"))
                | models.Q(maximum_order_price_amount=None)
                | models.Q(minimum_order_price_amount=None),
                name="shipping_listing_prices_are_a_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method_id} in {self.channel_id}"


class PostalCodeInclusion(models.TextChoices):
    INCLUDE = "include", "Shipping method should include postal code rule"
    EXCLUDE = "exclude", "Shipping method should exclude postal code rule"


class PostalCodeRule(models.Model):
    """Postcodes a method goes to, or does not; without an end: from the start upwards."""

    method = models.ForeignKey(ShippingMethod, on_delete=models.CASCADE, related_name="postal_code_rules")
    start = models.CharField(max_length=32)
    end = models.CharField(max_length=32, blank=True, default="")
    inclusion = models.CharField(
        max_length=10, choices=PostalCodeInclusion.choices, default=PostalCodeInclusion.EXCLUDE
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["method", "start", "end"], name="postal_code_rule_once_per_method")
        ]

    def __str__(self) -> str:
        return f"{self.inclusion} {self.start}-{self.end}"


class RemoteArea(models.Model):
    """A range of postcodes (제주·도서산간) for which vendors charge a surcharge."""

    name = models.CharField(max_length=60)
    first_postal_code = models.CharField(max_length=5)
    last_postal_code = models.CharField(max_length=5)
    extra_delivery_days = models.PositiveSmallIntegerField(
        default=2, db_default=2, help_text="working days that a parcel takes longer to there"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_postal_code__gte=models.F("first_postal_code")), name="remote_area_is_a_range"
            )
        ]

    def __str__(self) -> str:
        return self.name
