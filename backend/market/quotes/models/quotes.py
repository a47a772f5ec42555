"""Quotes (견적서). Do NOT edit one that was issued: a new answer is a new quote that replaces the old."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember, Department
from market.catalog.models import MONEY, ProductVariant
from market.core.tax import TaxKind
from market.papers.models import Paper
from market.quotes.models.requests import QuoteInvitation, QuoteRequest, QuoteRequestItem
from market.vendors.models import Vendor

AMOUNT: dict[str, Any] = MONEY


class QuoteSource(models.TextChoices):
    INSTANT = "instant", "바로 견적"  # of a basket at the market's prices, issued by itself
    REQUEST = "request", "요청 견적"  # an enterprise's answer


class Quote(models.Model):
    """What one enterprise offers one agency. Amounts are sums of the lines and the delivery; the prices stand through ``valid_until``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, unique=True)
    source = models.CharField(max_length=10, choices=QuoteSource.choices)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="quotes")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    member = models.ForeignKey(
        AgencyMember, on_delete=models.PROTECT, related_name="quotes", help_text="for whom it was made out"
    )
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="quotes")
    request = models.ForeignKey(QuoteRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    invitation = models.ForeignKey(
        QuoteInvitation, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes"
    )
    bundle = models.UUIDField(null=True, blank=True, help_text="instant quotes that were made of one basket at once")
    title = models.CharField(max_length=200, blank=True, default="")
    issued_on = models.DateField(help_text="견적일, Seoul")
    valid_until = models.DateField(help_text="the last day its prices stand, Seoul")
    delivery_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="from the order, in days")
    remarks = models.TextField(blank=True, default="")
    currency = models.CharField(max_length=3, default="KRW")
    delivery_gross = models.DecimalField(**AMOUNT, default=0, help_text="delivery charge, VAT included")
    delivery_net = models.DecimalField(**AMOUNT, default=0)
    total_net = models.DecimalField(**AMOUNT)
    total_gross = models.DecimalField(**AMOUNT)
    replaced_at = models.DateTimeField(null=True, blank=True, help_text="when a newer answer took its place")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    chosen_at = models.DateTimeField(null=True, blank=True)
    chosen_by = models.ForeignKey(AgencyMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    chosen_reason = models.CharField(max_length=500, blank=True, default="", help_text="why not the lowest, if so")
    issued_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    paper = models.OneToOneField(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="quote")

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("issued_on")), name="quote_valid_after_issue"
            ),
            models.CheckConstraint(
                condition=models.Q(total_net__lte=models.F("total_gross"), total_net__gte=0, delivery_gross__gte=0),
                name="quote_amounts",
            ),
            models.CheckConstraint(
                condition=models.Q(source="instant", request__isnull=True, invitation__isnull=True)
                | models.Q(source="request", request__isnull=False, invitation__isnull=False),
                name="quote_source_fits",
            ),
            # One answer of an enterprise stands at a time.
            models.UniqueConstraint(
                fields=["invitation"],
                condition=models.Q(replaced_at__isnull=True, withdrawn_at__isnull=True, invitation__isnull=False),
                name="quote_standing_once",
            ),
            # One answer of a request is chosen at a time.
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(chosen_at__isnull=False), name="quote_chosen_once"
            ),
            models.CheckConstraint(
                condition=models.Q(source="instant", bundle__isnull=False)
                | models.Q(source="request", bundle__isnull=True),
                name="quote_bundle_fits",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "-created_at"], name="quote_of_agency"),
            models.Index(fields=["bundle"], name="quote_of_bundle", condition=models.Q(bundle__isnull=False)),
            models.Index(fields=["vendor", "-created_at"], name="quote_of_vendor"),
        ]

    def __str__(self) -> str:
        return self.number


class QuoteLine(models.Model):
    """One offered item, as a listing of the enterprise: its tax kind, category and record of purchases hang on it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey(
        QuoteRequestItem, null=True, blank=True, on_delete=models.PROTECT, related_name="quote_lines"
    )
    variant = models.ForeignKey(ProductVariant, null=True, on_delete=models.SET_NULL, related_name="quote_lines")
    name = models.CharField(max_length=386)
    specification = models.CharField(max_length=500, blank=True, default="")
    unit = models.CharField(max_length=20, default="개")
    quantity = models.PositiveIntegerField()
    tax_kind = models.CharField(max_length=10, choices=TaxKind.choices)
    tax_rate = models.DecimalField(max_digits=5, decimal_places=4)
    unit_price_gross = models.DecimalField(**AMOUNT, help_text="of one, VAT included")
    total_net = models.DecimalField(**AMOUNT)
    total_gross = models.DecimalField(**AMOUNT)
    remark = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["quote", "position"], name="quote_line_place"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="quote_line_has_pieces"),
            models.CheckConstraint(
                condition=models.Q(
                    total_gross=models.F("unit_price_gross") * models.F("quantity"), unit_price_gross__gte=0
                ),
                name="quote_line_total",
            ),
            models.CheckConstraint(
                condition=models.Q(total_net__lte=models.F("total_gross")), name="quote_line_net_within_gross"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} x {self.quantity}"
