"""How products stand in a channel, and what their variants cost there."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce

from market.catalog.models.products import Product, ProductVariant
from market.channels.models import Channel

NO_PRICE = 999_999_999_999_999
MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 3}


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
    prior_price_amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="what it cost before")
    cost_price_amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="what it costs the enterprise")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["variant", "channel"], name="variant_listing_once"),
            models.CheckConstraint(
                condition=models.Q(prior_price_amount__gte=0), name="variant_prior_price_not_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(cost_price_amount__gte=0), name="variant_cost_price_not_negative"
            ),
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


class QuantityPrice(models.Model):
    """What each piece costs in a channel from so many pieces on (수량 단가). It is below the variant's price and falls with the quantity
    (services/quantity_prices_set.py); what a buyer pays is the lowest that holds (rules/quantity_prices.py)."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="quantity_prices")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="quantity_prices")
    minimum_quantity = models.PositiveIntegerField()
    price_amount = models.DecimalField(**MONEY, help_text="of one, VAT included")

    class Meta:
        ordering = ["variant", "channel", "minimum_quantity"]
        constraints = [
            models.UniqueConstraint(fields=["variant", "channel", "minimum_quantity"], name="quantity_price_once"),
            models.CheckConstraint(condition=models.Q(minimum_quantity__gte=2), name="quantity_price_from_two"),
            models.CheckConstraint(condition=models.Q(price_amount__gt=0), name="quantity_price_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} in {self.channel_id} from {self.minimum_quantity}"
