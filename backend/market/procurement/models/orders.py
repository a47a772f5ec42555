"""Orders of agencies, and the purchase orders (발주서) that go out with them."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember, Department
from market.orders.models import Order, VendorOrder
from market.papers.models import Paper
from market.procurement.models.requests import PurchaseRequest


class AgencyOrder(models.Model):
    """Which agency and department an order of the public channel was placed for."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="agency_order")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="orders")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="orders")
    request = models.ForeignKey(
        PurchaseRequest,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="orders",
        help_text="null: ordered directly",
    )

    class Meta:
        indexes = [models.Index(fields=["agency", "order"], name="agency_orders")]

    def __str__(self) -> str:
        return f"{self.order_id} for {self.agency_id}"


class PurchaseOrderStatus(models.TextChoices):
    ISSUED = "issued", "발주"
    ACCEPTED = "accepted", "수락"
    CHANGE_PROPOSED = "change_proposed", "변경 제안"
    CANCELED = "canceled", "취소"


class PurchaseOrder(models.Model):
    """One enterprise's part of an approved request, as it was ordered (발주). Its paper is never edited: a change issues a new one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, unique=True)
    request = models.ForeignKey(PurchaseRequest, on_delete=models.PROTECT, related_name="purchase_orders")
    vendor_order = models.OneToOneField(VendorOrder, on_delete=models.PROTECT, related_name="purchase_order")
    status = models.CharField(max_length=16, choices=PurchaseOrderStatus.choices, default=PurchaseOrderStatus.ISSUED)
    ordered_on = models.DateField(help_text="계약일, Seoul")
    deliver_by = models.DateField(help_text="납품 기한, Seoul")
    delivery_place = models.CharField(max_length=250, blank=True, default="")
    delay_rate_per_day = models.DecimalField(
        max_digits=6, decimal_places=5, help_text="지체상금률, of the order's date"
    )
    paper = models.ForeignKey(
        Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="the latest"
    )
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    canceled_at = models.DateTimeField(null=True, blank=True)
    canceled_reason = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="accepted", accepted_at__isnull=False) | ~models.Q(status="accepted"),
                name="purchase_order_accepted_at",
            ),
            models.CheckConstraint(
                condition=models.Q(status="canceled") ^ models.Q(canceled_at__isnull=True),
                name="purchase_order_canceled_at",
            ),
        ]
        indexes = [models.Index(fields=["request"], name="purchase_order_of_request")]

    def __str__(self) -> str:
        return self.number


class ChangeStatus(models.TextChoices):
    PROPOSED = "proposed", "제안"
    AGREED = "agreed", "동의"
    REFUSED = "refused", "거절"
    WITHDRAWN = "withdrawn", "철회"


class PurchaseOrderChange(models.Model):
    """What an enterprise proposes instead: a later day, or fewer pieces (``pieces``: order line id -> how many it can send). Never a higher price."""

    purchase_order = models.ForeignKey(PurchaseOrder, on_delete=models.PROTECT, related_name="changes")
    status = models.CharField(max_length=10, choices=ChangeStatus.choices, default=ChangeStatus.PROPOSED)
    deliver_by = models.DateField(null=True, blank=True)
    pieces = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=500)
    proposed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(AgencyMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["purchase_order"], condition=models.Q(status="proposed"), name="purchase_order_change_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(status="proposed") ^ models.Q(decided_at__isnull=False),
                name="purchase_order_change_decided_at",
            ),
            models.CheckConstraint(
                condition=models.Q(deliver_by__isnull=False) | ~models.Q(pieces={}),
                name="purchase_order_change_is_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} on {self.purchase_order_id}"
