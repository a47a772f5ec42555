"""Enums of payments."""

from __future__ import annotations

from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.payments import enums

TransactionEventTypeEnum = enum_from_choices(
    "TransactionEventTypeEnum", enums.TransactionEventType, "What happened to a transaction."
)
TransactionActionEnum = enum_from_choices(
    "TransactionActionEnum", enums.TransactionAction, "What can be asked of a provider once a payment stands."
)
TransactionFlowStrategyEnum = enum_from_choices(
    "TransactionFlowStrategyEnum", enums.FlowStrategy, "Whether a payment is promised first, or taken at once."
)
PaymentGatewayInitializeErrorCode = error_code_enum(
    "PaymentGatewayInitializeErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND"
)
PaymentGatewayConfigErrorCode = error_code_enum("PaymentGatewayConfigErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND")
TransactionInitializeErrorCode = error_code_enum(
    "TransactionInitializeErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND UNIQUE CHECKOUT_COMPLETION_IN_PROGRESS"
)
TransactionProcessErrorCode = error_code_enum(
    "TransactionProcessErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND TRANSACTION_ALREADY_PROCESSED MISSING_PAYMENT_APP_RELATION MISSING_PAYMENT_APP
    CHECKOUT_COMPLETION_IN_PROGRESS""",
)
TransactionRequestActionErrorCode = error_code_enum(
    "TransactionRequestActionErrorCode",
    "INVALID GRAPHQL_ERROR NOT_FOUND MISSING_TRANSACTION_ACTION_REQUEST_WEBHOOK REFERENCE_NOT_FOUND",
)
TransactionEventReportErrorCode = error_code_enum(
    "TransactionEventReportErrorCode",
    "INVALID GRAPHQL_ERROR NOT_FOUND INCORRECT_DETAILS ALREADY_EXISTS REQUIRED REFERENCE_ALREADY_EXISTS",
)
