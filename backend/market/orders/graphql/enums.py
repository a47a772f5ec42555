"""Enums of orders."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.orders import enums

OrderStatus = enum_from_choices("OrderStatus", enums.OrderStatus, "Where an order stands.")
OrderChargeStatusEnum = enum_from_choices("OrderChargeStatusEnum", enums.ChargeStatus, "How much of an order is paid.")
FulfillmentStatus = enum_from_choices("FulfillmentStatus", enums.FulfillmentStatus, "Where a dispatch stands.")
PaymentMeansEnum = enum_from_choices("PaymentMeansEnum", enums.PaymentMeans, "How an order is to be paid.")


class OrderAuthorizeStatusEnum(graphene.Enum):
    """How much of an order is covered by what is paid or promised."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class PaymentChargeStatusEnum(graphene.Enum):
    """How far the payment of an order has come."""

    NOT_CHARGED = "not-charged"
    PENDING = "pending"
    PARTIALLY_CHARGED = "partially-charged"
    FULLY_CHARGED = "fully-charged"
    PARTIALLY_REFUNDED = "partially-refunded"
    FULLY_REFUNDED = "fully-refunded"
    REFUSED = "refused"
    CANCELLED = "cancelled"


OrderDiscountType = enum_from_choices("OrderDiscountType", enums.DiscountType, "Where a discount comes from.")


CourierEnum = enum_from_choices("CourierEnum", enums.Courier, "A carrier whose parcels can be followed.")
WithdrawalStatusEnum = enum_from_choices(
    "WithdrawalStatusEnum", enums.WithdrawalStatus, "Where a withdrawal (청약철회) stands."
)
WithdrawalReasonEnum = enum_from_choices("WithdrawalReasonEnum", enums.WithdrawalReason, "Why goods go back.")
ReturnCostBearerEnum = enum_from_choices(
    "ReturnCostBearerEnum", enums.CostBearer, "Who pays what sending goods back costs."
)


class OrderSortField(graphene.Enum):
    """What orders can be sorted by."""

    NUMBER = "number"
    CREATED_AT = "created_at"


class OrderStatusFilter(graphene.Enum):
    """Statuses to narrow orders by."""

    READY_TO_FULFILL = "ready_to_fulfill"
    READY_TO_CAPTURE = "ready_to_capture"
    UNFULFILLED = "unfulfilled"
    UNCONFIRMED = "unconfirmed"
    PARTIALLY_FULFILLED = "partially fulfilled"
    FULFILLED = "fulfilled"
    CANCELED = "canceled"


OrderErrorCode = error_code_enum(
    "OrderErrorCode",
    """BILLING_ADDRESS_NOT_SET CANNOT_CANCEL_FULFILLMENT CANNOT_CANCEL_ORDER CANNOT_DELETE CANNOT_DISCOUNT CANNOT_REFUND
    CANNOT_FULFILL_UNPAID_ORDER CAPTURE_INACTIVE_PAYMENT GIFT_CARD_LINE NOT_EDITABLE FULFILL_ORDER_LINE GRAPHQL_ERROR INVALID
    PRODUCT_NOT_PUBLISHED PRODUCT_UNAVAILABLE_FOR_PURCHASE NOT_FOUND ORDER_NO_SHIPPING_ADDRESS PAYMENT_ERROR PAYMENT_MISSING
    TRANSACTION_ERROR REQUIRED SHIPPING_METHOD_NOT_APPLICABLE SHIPPING_METHOD_REQUIRED TAX_ERROR UNIQUE VOID_INACTIVE_PAYMENT
    ZERO_QUANTITY INVALID_QUANTITY INSUFFICIENT_STOCK DUPLICATED_INPUT_ITEM NOT_AVAILABLE_IN_CHANNEL CHANNEL_INACTIVE INVALID_VOUCHER
    INVALID_VOUCHER_CODE NON_EDITABLE_GIFT_LINE NON_REMOVABLE_GIFT_LINE MISSING_ADDRESS_DATA""",
)
WithdrawalErrorCode = error_code_enum(
    "WithdrawalErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED DUPLICATED_INPUT_ITEM ZERO_QUANTITY INVALID_QUANTITY INVALID_STATUS NOT_WITHDRAWABLE
    WITHDRAWAL_PERIOD_OVER""",
)
