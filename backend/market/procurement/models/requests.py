"""Purchase requests (품의): what is to be bought, why, from which money, by which legal way.

While one is in approval its terms are held by an order of status UNCONFIRMED (prices, stock, campaign) and by its budget use.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from market.agencies.models import Agency, AgencyMember, BudgetLine, Department
from market.catalog.models import MONEY, ProductVariant
from market.core.tax import TaxKind
from market.orders.models import Order
from market.quotes.models import Quote, QuoteLine
from market.vendors.models import Vendor

AMOUNT: dict[str, Any] = MONEY


class RequestStatus(models.TextChoices):
    DRAFT = "draft", "작성 중"
    IN_APPROVAL = "in_approval", "결재 중"
    SENT_BACK = "sent_back", "보완 요청"
    LAPSED = "lapsed", "유지 기간 끝남"
    APPROVED = "approved", "승인·발주"
    REJECTED = "rejected", "반려"
    WITHDRAWN = "withdrawn", "취하"
    CANCELED = "canceled", "발주 취소"


class PurchaseRequest(models.Model):
    """Amounts are those of the lines that stand, delivery included. ``round`` counts how often it was put up for approval."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, null=True, blank=True, help_text="품의번호, given when it is put up first")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="purchase_requests")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="purchase_requests"
    )
    requester = models.ForeignKey(AgencyMember, on_delete=models.PROTECT, related_name="purchase_requests")
    status = models.CharField(max_length=12, choices=RequestStatus.choices, default=RequestStatus.DRAFT)
    round = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=150)
    purpose = models.TextField(blank=True, default="", help_text="개요·목적")
    budget_line = models.ForeignKey(
        BudgetLine, null=True, blank=True, on_delete=models.PROTECT, related_name="purchase_requests"
    )
    deliver_by = models.DateField(null=True, blank=True, help_text="납품 희망일")
    delivery_place = models.CharField(max_length=250, blank=True, default="")
    choice_reason = models.CharField(
        max_length=500, blank=True, default="", help_text="why not the lowest quote, if so"
    )
    split_reason = models.CharField(
        max_length=500, blank=True, default="", help_text="why this is no split purchase, if warned"
    )
    checkout_token = models.UUIDField(null=True, blank=True, help_text="the basket, while it is being written")
    order = models.OneToOneField(
        Order,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="purchase_request",
        help_text="of this round",
    )
    currency = models.CharField(max_length=3, default="KRW")
    total_net = models.DecimalField(**AMOUNT, default=0)
    total_gross = models.DecimalField(**AMOUNT, default=0)
    held_until = models.DateTimeField(null=True, blank=True, help_text="how long price, stock and budget stand")
    campaign_ended_told_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="purchase_request_number_once"),
            models.CheckConstraint(
                condition=~models.Q(status__in=["in_approval", "approved"])
                | models.Q(
                    number__isnull=False,
                    order__isnull=False,
                    budget_line__isnull=False,
                    submitted_at__isnull=False,
                    held_until__isnull=False,
                ),
                name="purchase_request_running_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(total_net__lte=models.F("total_gross"), total_net__gte=0),
                name="purchase_request_amounts",
            ),
            models.UniqueConstraint(
                fields=["checkout_token"],
                condition=models.Q(checkout_token__isnull=False),
                name="purchase_request_one_of_a_basket",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "status", "-created_at"], name="purchase_request_of_agency"),
            models.Index(fields=["requester", "-created_at"], name="purchase_request_of_member"),
            models.Index(
                fields=["held_until"], name="purchase_request_to_lapse", condition=models.Q(status="in_approval")
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)


class RequestLineStatus(models.TextChoices):
    REQUESTED = "requested", "요청"
    REJECTED = "rejected", "반려"


class RequestLine(models.Model):
    """An item of one round as it was put up; a rejected one stays here and leaves the order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(PurchaseRequest, on_delete=models.CASCADE, related_name="lines")
    round = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    order_line_id = models.UUIDField(unique=True, help_text="in this round's order; gone from it once rejected")
    variant = models.ForeignKey(ProductVariant, null=True, on_delete=models.SET_NULL, related_name="+")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="+")
    quote_line = models.ForeignKey(QuoteLine, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=386)
    option = models.CharField(max_length=500, blank=True, default="", help_text="규격")
    artwork = models.CharField(max_length=100, blank=True, default="")
    quantity = models.PositiveIntegerField()
    tax_kind = models.CharField(max_length=10, choices=TaxKind.choices)
    unit_price_gross = models.DecimalField(**AMOUNT)
    total_net = models.DecimalField(**AMOUNT)
    total_gross = models.DecimalField(**AMOUNT)
    status = models.CharField(max_length=10, choices=RequestLineStatus.choices, default=RequestLineStatus.REQUESTED)
    rejected_by = models.ForeignKey(AgencyMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    rejected_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["round", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "round", "position"], name="request_line_place"),
            models.CheckConstraint(
                condition=models.Q(status="requested", rejected_reason="")
                | (models.Q(status="rejected") & ~models.Q(rejected_reason="")),
                name="request_line_rejected_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} x {self.quantity}"


class RequestGround(models.Model):
    """By which legal way one enterprise's part is bought (수의계약 사유), as it was judged when the round began. A copy of the answer."""

    request = models.ForeignKey(PurchaseRequest, on_delete=models.CASCADE, related_name="grounds")
    round = models.PositiveSmallIntegerField()
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="+")
    shipping_net = models.DecimalField(**AMOUNT, default=0)
    shipping_gross = models.DecimalField(**AMOUNT, default=0)
    estimated_price = models.DecimalField(**AMOUNT, help_text="추정가격, without VAT")
    judged_on = models.DateField()
    answer = models.JSONField(help_text="the route engine's answer (procurement.selectors.basket_routes), as JSON")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["request", "round", "vendor"], name="request_ground_once")]

    def __str__(self) -> str:
        return f"{self.vendor_id} of {self.request_id}"


class RequestQuote(models.Model):
    """A quote attached to a request, chosen or compared."""

    request = models.ForeignKey(PurchaseRequest, on_delete=models.CASCADE, related_name="quotes")
    quote = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="requests")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["request", "quote"], name="request_quote_once")]

    def __str__(self) -> str:
        return f"{self.quote_id} with {self.request_id}"


class RequestEvent(models.Model):
    """One step of a purchase's trail: who, when, in which role, from where. Only ever added to (the database refuses changes)."""

    request = models.ForeignKey(PurchaseRequest, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=40, help_text="a value of enums.TrailAction")
    round = models.PositiveSmallIntegerField(default=0)
    actor_id = models.BigIntegerField(null=True, help_text="the user; no foreign key, since a row never changes")
    actor_name = models.CharField(max_length=80, blank=True, default="", help_text="as it was then")
    role = models.CharField(
        max_length=120, blank=True, default="", help_text="department, title, deputy of whom, as it was then"
    )
    ip_address = models.GenericIPAddressField(null=True, blank=True)
    comment = models.TextField(blank=True, default="")
    data = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["request", "id"], name="request_event_of_request")]

    def __str__(self) -> str:
        return f"{self.action} on {self.request_id}"
