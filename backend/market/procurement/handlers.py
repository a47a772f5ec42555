"""What procurement does when orders and enterprises change."""

from __future__ import annotations

from uuid import UUID

from market.core.events import handles
from market.orders.events import (
    OrderCancelled,
    OrderExpired,
    OrderPaid,
    OrderRefundGranted,
    VendorOrderCancelled,
    VendorOrderLinesCancelled,
)
from market.procurement.events import RequestVendorStopped
from market.procurement.services.commitment_settle import purchase_follow
from market.procurement.services.requests_lapse import request_vendor_stop, vendor_stop_note
from market.vendors.events import VendorStatusChanged


@handles(OrderCancelled, name="procurement.follow_cancelled_order")
def follow_cancelled_order(event: OrderCancelled) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(OrderExpired, name="procurement.follow_expired_order")
def follow_expired_order(event: OrderExpired) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(OrderPaid, name="procurement.follow_paid_order")
def follow_paid_order(event: OrderPaid) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(OrderRefundGranted, name="procurement.follow_refund")
def follow_refund(event: OrderRefundGranted) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(VendorOrderCancelled, name="procurement.follow_cancelled_part")
def follow_cancelled_part(event: VendorOrderCancelled) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(VendorOrderLinesCancelled, name="procurement.follow_cancelled_lines")
def follow_cancelled_lines(event: VendorOrderLinesCancelled) -> None:
    purchase_follow(order_id=UUID(str(event.order_id)))


@handles(VendorStatusChanged, name="procurement.note_stopped_vendor")
def note_stopped_vendor(event: VendorStatusChanged) -> None:
    vendor_stop_note(vendor_id=event.vendor_id)


@handles(RequestVendorStopped, name="procurement.return_request")
def return_request(event: RequestVendorStopped) -> None:
    request_vendor_stop(request_id=UUID(str(event.request_id)), round=event.round, vendor_id=event.vendor_id)
