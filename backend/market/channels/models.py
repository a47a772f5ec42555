"""Sales channels. One catalogue is sold through several; each has its own listings, prices, buyers and rules."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from market.core.models import ModelWithMetadata


class Audience(models.TextChoices):
    CITIZEN = "citizen", "시민"
    PUBLIC = "public", "공공기관"


class AllocationStrategy(models.TextChoices):
    """Which warehouse serves an order first."""

    PRIORITIZE_SORTING_ORDER = "prioritize-sorting-order", "the channel's own order of its warehouses"
    PRIORITIZE_HIGH_STOCK = "prioritize-high-stock", "the warehouse with the most free pieces"


class Channel(ModelWithMetadata):
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True)
    currency_code = models.CharField(max_length=3, default="KRW")
    default_country = models.CharField(max_length=2, default="KR")
    is_active = models.BooleanField(default=False)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.CITIZEN)
    # A citizen order waits for its bank transfer and then lapses; an agency pays after inspection (후불), so its order never does.
    allow_unpaid_orders = models.BooleanField(default=True)
    expire_orders_after_minutes = models.PositiveIntegerField(null=True, blank=True)
    allocation_strategy = models.CharField(
        max_length=30,
        choices=AllocationStrategy.choices,
        default=AllocationStrategy.PRIORITIZE_SORTING_ORDER,
        db_default=AllocationStrategy.PRIORITIZE_SORTING_ORDER,
    )

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(currency_code__regex=r"^[A-Z]{3}$"), name="channel_currency_is_iso"
            )
        ]

    def __str__(self) -> str:
        return self.slug


class TaxRate(models.Model):
    """The standard VAT rate of a country from a date on (부가가치세법 §30: 10 %)."""

    country = models.CharField(max_length=2, default="KR")
    rate = models.DecimalField(max_digits=5, decimal_places=4)
    effective_from = models.DateField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "effective_from"], name="tax_rate_one_per_day"),
            models.CheckConstraint(condition=models.Q(rate__gte=0, rate__lt=Decimal(1)), name="tax_rate_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.rate} from {self.effective_from}"
