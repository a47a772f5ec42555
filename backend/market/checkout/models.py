"""Carts on their way to an order. Do NOT sell at a price stored here: prices are asked of the catalogue each time.

``shown_total`` only remembers what the last answer said, so that completion can refuse to charge something else. The one price that is
kept is that of a held line: an enterprise named it in a quote, for so many pieces, until a moment.
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
    held_unit_price = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="what one costs by a quote, VAT included; null: the price of now"
    )
    held_until = models.DateTimeField(null=True, blank=True, help_text="the price is no longer given from then on")
    held_delivery = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="the delivery charge of the quote, the same on all of its lines"
    )
    held_reference = models.CharField(
        max_length=100, blank=True, default="", db_default="", help_text="the line of the quote"
    )
    held_quote = models.CharField(
        max_length=100, blank=True, default="", db_default="", help_text="the quote; its delivery is charged once"
    )
    held_note = models.TextField(
        blank=True, default="", db_default="", help_text="what was agreed on besides the price, e.g. the specification"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="checkout_line_has_pieces"),
            models.CheckConstraint(
                condition=models.Q(
                    held_unit_price__isnull=True,
                    held_until__isnull=True,
                    held_delivery__isnull=True,
                    held_reference="",
                    held_quote="",
                    held_note="",
                )
                | models.Q(
                    ~models.Q(held_reference=""),
                    ~models.Q(held_quote=""),
                    held_unit_price__gte=0,
                    held_until__isnull=False,
                    held_delivery__gte=0,
                    held_unit_price__isnull=False,
                    held_delivery__isnull=False,
                ),
                name="checkout_line_held_whole",
            ),
            models.UniqueConstraint(
                fields=["checkout", "held_reference"],
                condition=~models.Q(held_reference=""),
                name="checkout_line_held_once",
            ),
        ]

    @property
    def is_held(self) -> bool:
        """Whether a quote holds its price and quantity."""
        return self.held_unit_price is not None

    def __str__(self) -> str:
        return f"{self.variant_id} x {self.quantity}"
