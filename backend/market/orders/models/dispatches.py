"""What was sent. Do NOT create a dispatch but through ``services``: pieces leave the stock with it."""

from __future__ import annotations

from django.db import models

from market.core.models import ModelWithMetadata
from market.orders.enums import Courier, FulfillmentStatus
from market.orders.models.orders import OrderLine, VendorOrder


class Fulfillment(ModelWithMetadata):
    """One dispatch of one vendor."""

    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.CASCADE, related_name="fulfillments")
    fulfillment_order = models.PositiveIntegerField()
    status = models.CharField(max_length=32, choices=FulfillmentStatus.choices, default=FulfillmentStatus.FULFILLED)
    courier = models.CharField(max_length=12, choices=Courier.choices, blank=True, default="", db_default="")
    tracking_number = models.CharField(max_length=255, blank=True, default="")
    created_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True, blank=True)
    is_delivery_assumed = models.BooleanField(
        default=False, db_default=False, help_text="nobody said that it arrived; so much time has passed"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["vendor_order", "fulfillment_order"], name="fulfillment_number_once"),
            models.CheckConstraint(
                condition=models.Q(delivered_at__isnull=True) | models.Q(delivered_at__gte=models.F("created_at")),
                name="fulfillment_arrives_after_dispatch",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                name="fulfillment_under_way",
                condition=models.Q(status="fulfilled", delivered_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.vendor_order_id} #{self.fulfillment_order}"


class FulfillmentLine(models.Model):
    fulfillment = models.ForeignKey(Fulfillment, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="fulfillment_lines")
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(quantity__gte=1), name="fulfillment_line_has_pieces")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
