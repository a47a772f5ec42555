"""What was promised, what was sent, what was taken back, and what came back."""

from market.orders.models.orders import (
    Fulfillment,
    FulfillmentLine,
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
    "Fulfillment",
    "FulfillmentLine",
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
