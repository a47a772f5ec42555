"""Statuses in words."""

from __future__ import annotations

from market.orders.enums import ChargeStatus, OrderStatus, PaymentMeans
from market.orders.models import Order

IN_ENGLISH = {
    OrderStatus.DRAFT: "Draft",
    OrderStatus.UNCONFIRMED: "Unconfirmed",
    OrderStatus.UNFULFILLED: "Being prepared",
    OrderStatus.PARTIALLY_FULFILLED: "Partly dispatched",
    OrderStatus.FULFILLED: "Dispatched",
    OrderStatus.PARTIALLY_RETURNED: "Partly returned",
    OrderStatus.RETURNED: "Returned",
    OrderStatus.CANCELED: "Canceled",
    OrderStatus.EXPIRED: "Expired",
}


def status_words(order: Order, status: str, language: str) -> str:
    """What to tell people; an order that waits for its transfer says so."""
    english = language.startswith("en")
    awaited = order.payment_means == PaymentMeans.BANK_TRANSFER and order.charge_status in (
        ChargeStatus.NONE,
        ChargeStatus.PARTIAL,
    )
    if awaited and status in (OrderStatus.UNFULFILLED, OrderStatus.UNCONFIRMED):
        return "Waiting for payment" if english else "입금 대기"
    return IN_ENGLISH[OrderStatus(status)] if english else str(OrderStatus(status).label)
