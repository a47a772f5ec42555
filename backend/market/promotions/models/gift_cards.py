"""Gift cards, what happened to each, and what they paid for."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.accounts.models import User
from market.catalog.models import MONEY
from market.core.models import ModelWithMetadata, metadata_index
from market.promotions.enums import GiftCardEventType


class GiftCard(ModelWithMetadata):
    """Money paid for beforehand. Whoever knows the code may spend it; the first to do so is the only one from then on."""

    code_digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the code; the code is not kept")
    last_4 = models.CharField(max_length=4)
    currency = models.CharField(max_length=3)
    initial_balance = models.DecimalField(**MONEY)
    current_balance = models.DecimalField(**MONEY)
    expiry_date = models.DateField(null=True, blank=True, help_text="last day on which it pays, in Seoul")
    is_active = models.BooleanField(default=True)
    tags = ArrayField(models.CharField(max_length=255), default=list, blank=True)
    created_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_by_email = models.EmailField(blank=True, default="")
    recipient_email = models.EmailField(blank=True, default="", help_text="whom staff meant it for; a note, no lock")
    used_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="gift_cards")
    used_by_email = models.EmailField(blank=True, default="")
    assigned_to = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="only this member may use it",
    )
    is_assigned = models.BooleanField(default=False, help_text="stays when the member leaves: then nobody may use it")
    last_used_on = models.DateTimeField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(current_balance__gte=0), name="gift_card_never_overdrawn"),
            models.CheckConstraint(
                condition=models.Q(is_assigned=True) | models.Q(assigned_to__isnull=True),
                name="gift_card_assigned_says_so",
            ),
            models.CheckConstraint(
                condition=models.Q(current_balance__lte=models.F("initial_balance")), name="gift_card_within_its_worth"
            ),
        ]
        indexes = [metadata_index("gift_card_metadata")]

    def __str__(self) -> str:
        return f"…{self.last_4}"

    @property
    def display_code(self) -> str:
        return self.last_4


class GiftCardEvent(models.Model):
    """One thing that happened to a card; only ever added to."""

    gift_card = models.ForeignKey(GiftCard, on_delete=models.CASCADE, related_name="events")
    type = models.CharField(max_length=30, choices=GiftCardEventType.choices)
    at = models.DateTimeField()
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    order_id = models.UUIDField(null=True, blank=True)
    message = models.TextField(blank=True, default="")
    old_balance = models.DecimalField(**MONEY, null=True, blank=True)
    balance = models.DecimalField(**MONEY, null=True, blank=True)
    old_expiry_date = models.DateField(null=True, blank=True)
    expiry_date = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.type} {self.gift_card_id}"


class GiftCardUse(models.Model):
    """What a card paid for one purchase, and how much of that came back. ``order_id`` is an opaque key: this room knows no orders."""

    gift_card = models.ForeignKey(GiftCard, on_delete=models.PROTECT, related_name="uses")
    order_id = models.UUIDField(db_index=True)
    amount = models.DecimalField(**MONEY)
    returned = models.DecimalField(**MONEY, default=0)
    used_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["gift_card", "order_id"], name="gift_card_once_per_purchase"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0, returned__gte=0, returned__lte=models.F("amount")),
                name="gift_card_returns_within_use",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gift_card_id} for {self.order_id}"


class GiftCardRefund(models.Model):
    """A key under which money went back to the cards of a purchase: the same key never pays twice."""

    key = models.CharField(max_length=200, unique=True)
    order_id = models.UUIDField(db_index=True)
    amount = models.DecimalField(**MONEY, help_text="what went back under this key")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gte=0), name="gift_card_refund_not_negative")]

    def __str__(self) -> str:
        return self.key
