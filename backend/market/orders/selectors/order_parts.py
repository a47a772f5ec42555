"""What belongs to orders, for many orders at once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from market.orders.models import (
    Fulfillment,
    FulfillmentLine,
    OrderDiscount,
    OrderGrantedRefund,
    OrderGrantedRefundLine,
    OrderLine,
    VendorOrder,
)


def order_lines_of(order_ids: Iterable[UUID]) -> QuerySet[OrderLine]:
    """The lines of these orders in their printed order, each with its vendor."""
    lines = OrderLine.objects.filter(order_id__in=list(order_ids)).select_related("vendor_order__vendor")
    return lines.order_by("sort_order", "id")


def vendor_orders_of(order_ids: Iterable[UUID]) -> QuerySet[VendorOrder]:
    """The vendor orders of these orders, each with its vendor and order, by number."""
    return (
        VendorOrder.objects.filter(order_id__in=list(order_ids))
        .select_related("vendor", "order")
        .order_by("created_at", "number")
    )


def discounts_of(order_ids: Iterable[UUID]) -> QuerySet[OrderDiscount]:
    return OrderDiscount.objects.filter(order_id__in=list(order_ids)).order_by("id")


def fulfillments_of(vendor_order_ids: Iterable[UUID]) -> QuerySet[Fulfillment]:
    return Fulfillment.objects.filter(vendor_order_id__in=list(vendor_order_ids)).order_by("pk")


def fulfillments_of_orders(order_ids: Iterable[UUID]) -> QuerySet[Fulfillment]:
    rows = Fulfillment.objects.filter(vendor_order__order_id__in=list(order_ids)).select_related("vendor_order")
    return rows.order_by("pk")


def fulfillment_lines_of(fulfillment_ids: Iterable[int]) -> QuerySet[FulfillmentLine]:
    lines = FulfillmentLine.objects.filter(fulfillment_id__in=list(fulfillment_ids))
    return lines.select_related("order_line__vendor_order__vendor").order_by("pk")


def granted_refunds_of(order_ids: Iterable[UUID]) -> QuerySet[OrderGrantedRefund]:
    rows = OrderGrantedRefund.objects.filter(order_id__in=list(order_ids)).select_related("vendor_order__vendor")
    return rows.order_by("pk")


def granted_refund_lines_of(granted_refund_ids: Iterable[int]) -> QuerySet[OrderGrantedRefundLine]:
    lines = OrderGrantedRefundLine.objects.filter(granted_refund_id__in=list(granted_refund_ids))
    return lines.select_related("order_line__order", "order_line__vendor_order__vendor").order_by("pk")
