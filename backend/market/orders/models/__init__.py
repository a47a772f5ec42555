"""What was promised, what was sent, what was taken back, and what came back."""

from market.orders.models.cancellations import CancelledLine, LineCancellation
from market.orders.models.dispatches import Fulfillment, FulfillmentLine
from market.orders.models.orders import (
    Order,
    OrderDiscount,
    OrderGrantedRefund,
    OrderGrantedRefundLine,
    OrderLine,
    OrderStatusChange,
    VendorOrder,
)
from market.orders.models.withdrawals import Withdrawal, WithdrawalLine

__all__ = [
    "CancelledLine",
    "Fulfillment",
    "FulfillmentLine",
    "LineCancellation",
    "Order",
    "OrderDiscount",
    "OrderGrantedRefund",
    "OrderGrantedRefundLine",
    "OrderLine",
    "OrderStatusChange",
    "VendorOrder",
    "Withdrawal",
    "WithdrawalLine",
]
