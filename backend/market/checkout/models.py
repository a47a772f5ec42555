"""Carts on their way to an order. Do NOT sell at a price stored here: prices are asked of the catalogue each time.

``shown_total`` only remembers what the last answer said, so that completion can refuse to charge something else.
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.accounts.models import Address, User
from market.catalog.models import MONEY, ProductVariant
from market.channels.models import Channel
from market.core.models import ModelWithMetadata, metadata_index
from market.orders.enums import PaymentMeans
from market.shipping.models import ShippingMethod


class Checkout(ModelWithMetadata):
    token = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="checkouts")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="checkouts")
    email = models.EmailField(blank=True, default="")
    language_code = models.CharField(max_length=35, default="ko")
    billing_address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    shipping_address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    save_billing_address = models.BooleanField(default=False)
    save_shipping_address = models.BooleanField(default=False)
    shipping_method = models.ForeignKey(
        ShippingMethod, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.TextField(blank=True, default="")
    authorized_amount = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="promised by a provider, not yet charged"
    )
    charged_amount = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="received, less what was given back"
    )
    payment_means = models.CharField(
        max_length=20,
        choices=PaymentMeans.choices,
        blank=True,
        default="",
        db_default="",
        help_text="of the latest attempt",
    )
    voucher_code = models.CharField(max_length=255, blank=True, default="", db_default="")
    gift_card_ids = ArrayField(
        models.BigIntegerField(),
        default=list,
        db_default=[],
        blank=True,
        help_text="in the order they were added, which is the order they pay in; cards are never deleted",
    )
    shown_total = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="the total the buyer was last told, VAT included"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(authorized_amount__gte=0, charged_amount__gte=0),
                name="checkout_funds_not_negative",
            )
        ]
        indexes = [
            models.Index(fields=["user", "-updated_at"], name="checkout_of_user"),
            models.Index(
                fields=["updated_at"],
                name="checkout_paid",
                condition=models.Q(charged_amount__gt=0) | models.Q(authorized_amount__gt=0),
            ),
            metadata_index("checkout_metadata"),
        ]

    def __str__(self) -> str:
        return str(self.token)


class CheckoutLine(ModelWithMetadata):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    checkout = models.ForeignKey(Checkout, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="checkout_lines")
    quantity = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(quantity__gte=1), name="checkout_line_has_pieces")]

    def __str__(self) -> str:
        return f"{self.variant_id} x {self.quantity}"
