"""What an enterprise could not send. Only ever added to: the buyer was told, and the money was granted."""

from __future__ import annotations

from django.db import models

from market.accounts.models import User
from market.catalog.models import MONEY
from market.orders.models.orders import OrderGrantedRefund, OrderLine, VendorOrder


class LineCancellation(models.Model):
    """Pieces of one part that its enterprise cancelled before dispatch, and why. Amounts include VAT."""

    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.CASCADE, related_name="line_cancellations")
    reason = models.CharField(max_length=500, help_text="the enterprise's words; the buyer reads them")
    is_sold_out = models.BooleanField(default=False, help_text="품절: the stock was set to what is promised")
    amount = models.DecimalField(**MONEY, help_text="what the pieces cost, and the delivery where nothing is left")
    is_shipping_included = models.BooleanField(default=False)
    granted_refund = models.OneToOneField(
        OrderGrantedRefund, null=True, blank=True, on_delete=models.SET_NULL, related_name="line_cancellation"
    )
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="line_cancellation_has_reason"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="line_cancellation_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_order_id}: {self.amount}"


class CancelledLine(models.Model):
    """So many pieces of a line in one cancellation."""

    cancellation = models.ForeignKey(LineCancellation, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="cancelled_lines")
    quantity = models.PositiveIntegerField()
    amount = models.DecimalField(**MONEY)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["cancellation", "order_line"], name="cancelled_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="cancelled_line_has_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
