"""What a buyer sends back (청약철회): asked for, accepted, received, refunded.

Do NOT set a status but through ``services.withdrawal_status_set``.
"""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.catalog.models import MONEY
from market.orders.enums import CostBearer, Courier, WithdrawalReason, WithdrawalStatus
from market.orders.models.orders import Order, OrderGrantedRefund, OrderLine, VendorOrder


class Withdrawal(models.Model):
    """One wish of a buyer to give back pieces of one enterprise's part (전자상거래법 §17)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, unique=True, help_text="vendor order number, -R, running number")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="withdrawals")
    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.CASCADE, related_name="withdrawals")
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="who asked; none: a guest"
    )
    status = models.CharField(max_length=12, choices=WithdrawalStatus.choices, default=WithdrawalStatus.REQUESTED)
    reason_kind = models.CharField(max_length=16, choices=WithdrawalReason.choices)
    reason = models.CharField(max_length=1000, blank=True, default="", help_text="the buyer's words")
    known_on = models.DateField(null=True, blank=True, help_text="for a fault: the Seoul date on which it was noticed")
    rejection_reason = models.CharField(max_length=1000, blank=True, default="")
    cost_bearer = models.CharField(max_length=8, choices=CostBearer.choices, help_text="who pays the way back")
    currency = models.CharField(max_length=3)
    return_fee = models.DecimalField(**MONEY, help_text="kept of the refund, VAT included")
    courier = models.CharField(max_length=12, choices=Courier.choices, blank=True, default="")
    tracking_number = models.CharField(max_length=255, blank=True, default="")
    is_resellable = models.BooleanField(default=False, help_text="the pieces went back into the stock")
    refund_by = models.DateField(null=True, blank=True, help_text="the Seoul date until which the money must be back")
    refund_amount = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="goods less fee, and delivery where it is due"
    )
    gift_card_amount = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="of the refund, what gift cards got back"
    )
    late_interest = models.DecimalField(**MONEY, default=0, db_default=0, help_text="owed for a refund that came late")
    granted_refund = models.OneToOneField(
        OrderGrantedRefund, null=True, blank=True, on_delete=models.SET_NULL, related_name="withdrawal"
    )
    requested_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="refunded, rejected or called off")

    class Meta:
        ordering = ["-requested_at", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(return_fee__gte=0, late_interest__gte=0, gift_card_amount__gte=0)
                & models.Q(refund_amount__gte=models.F("gift_card_amount")),
                name="withdrawal_amounts_in_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(cost_bearer="vendor") | models.Q(return_fee=0),
                name="withdrawal_fault_costs_nothing",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["received", "refunded"])
                | models.Q(received_at__isnull=False, refund_by__isnull=False),
                name="withdrawal_received_has_deadline",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="rejected") | ~models.Q(rejection_reason=""),
                name="withdrawal_rejected_with_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) ^ models.Q(status__in=["refunded", "rejected", "canceled"]),
                name="withdrawal_ended_is_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["order"], name="withdrawal_open", condition=models.Q(status="received")),
            models.Index(fields=["-requested_at", "id"], name="withdrawal_newest"),
        ]

    def __str__(self) -> str:
        return self.number


class WithdrawalLine(models.Model):
    """So many pieces of a line that go back."""

    withdrawal = models.ForeignKey(Withdrawal, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="withdrawal_lines")
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["withdrawal", "order_line"], name="withdrawal_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="withdrawal_line_has_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
