"""Vouchers, their codes, what they are worth in each channel, and who has used them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Upper

from market.catalog.models import MONEY, Category, Collection, Product, ProductVariant
from market.channels.models import Channel
from market.core.models import ModelWithMetadata, metadata_index
from market.promotions.enums import DiscountValueType, Funder, VoucherType
from market.vendors.models import Vendor


class Voucher(ModelWithMetadata):
    """The terms of a discount; codes open it. What it is worth stands in its channel listings."""

    type = models.CharField(max_length=20, choices=VoucherType.choices, default=VoucherType.ENTIRE_ORDER)
    name = models.CharField(max_length=255, blank=True, default="")
    name_translations = models.JSONField(default=dict, blank=True, help_text="language code -> name")
    discount_value_type = models.CharField(
        max_length=10, choices=DiscountValueType.choices, default=DiscountValueType.FIXED
    )
    start_date = models.DateTimeField()
    end_date = models.DateTimeField(null=True, blank=True, help_text="last instant at which it counts")
    usage_limit = models.PositiveIntegerField(null=True, blank=True, help_text="of each code")
    single_use = models.BooleanField(default=False, help_text="each code counts once and is spent then")
    apply_once_per_order = models.BooleanField(default=False, help_text="counts for the cheapest piece only")
    apply_once_per_customer = models.BooleanField(default=False)
    only_for_staff = models.BooleanField(default=False)
    min_checkout_items_quantity = models.PositiveIntegerField(null=True, blank=True)
    countries = ArrayField(
        models.CharField(max_length=2), default=list, blank=True, help_text="of delivery; none: everywhere"
    )
    products = models.ManyToManyField(Product, blank=True, related_name="vouchers")
    variants = models.ManyToManyField(ProductVariant, blank=True, related_name="vouchers")
    collections = models.ManyToManyField(Collection, blank=True, related_name="vouchers")
    categories = models.ManyToManyField(Category, blank=True, related_name="vouchers")
    funder = models.CharField(max_length=10, choices=Funder.choices, default=Funder.MARKET)
    vendor = models.ForeignKey(
        Vendor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="vouchers",
        help_text="counts for this enterprise's goods and delivery only",
    )
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True) | models.Q(end_date__gt=models.F("start_date")),
                name="voucher_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(funder=Funder.MARKET) | models.Q(vendor__isnull=False),
                name="voucher_of_a_vendor_names_it",
            ),
        ]
        indexes = [metadata_index("voucher_metadata")]

    def __str__(self) -> str:
        return self.name or str(self.pk)


class VoucherChannelListing(models.Model):
    """What a voucher is worth in a channel: an amount of its currency, or per cent."""

    voucher = models.ForeignKey(Voucher, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="voucher_listings")
    discount_value = models.DecimalField(**MONEY)
    currency = models.CharField(max_length=3)
    min_spent_amount = models.DecimalField(**MONEY, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["voucher", "channel"], name="voucher_once_per_channel"),
            models.CheckConstraint(
                condition=models.Q(discount_value__gte=0)
                & (models.Q(min_spent_amount__isnull=True) | models.Q(min_spent_amount__gte=0)),
                name="voucher_listing_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voucher_id} in {self.channel_id}"


class VoucherCode(models.Model):
    """One code. ``usage_limit`` repeats the voucher's (1 for a single use), so that the database can hold the count to it."""

    voucher = models.ForeignKey(Voucher, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(max_length=255)
    used = models.PositiveIntegerField(default=0)
    usage_limit = models.PositiveIntegerField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(Upper("code"), name="voucher_code_once"),
            models.CheckConstraint(
                condition=models.Q(usage_limit__isnull=True) | models.Q(used__lte=models.F("usage_limit")),
                name="voucher_code_within_limit",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class VoucherUse(models.Model):
    """One purchase a code counted for. Released when that purchase comes to nothing; the row stays as its history.

    ``order_id`` is an opaque key: this room knows no orders. The customer is kept as a digest of the e-mail address.
    """

    code = models.ForeignKey(VoucherCode, null=True, on_delete=models.SET_NULL, related_name="uses")
    voucher = models.ForeignKey(Voucher, on_delete=models.CASCADE, related_name="uses")
    order_id = models.UUIDField(unique=True)
    customer = models.CharField(max_length=64, blank=True, default="")
    is_once_per_customer = models.BooleanField(default=False)
    used_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["voucher", "customer"],
                condition=models.Q(is_once_per_customer=True, released_at__isnull=True),
                name="voucher_once_per_customer",
            )
        ]

    def __str__(self) -> str:
        return f"{self.voucher_id} for {self.order_id}"
