"""Enums of deposits, refunds by transfer and the comparison of books."""

from __future__ import annotations

from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.payments import enums

BankDepositStatusEnum = enum_from_choices("BankDepositStatusEnum", enums.DepositStatus, "What became of a deposit.")
BankDepositMatchEnum = enum_from_choices(
    "BankDepositMatchEnum", enums.DepositMatchKind, "How well a deposit fits what is awaited."
)
BankStatementStatusEnum = enum_from_choices(
    "BankStatementStatusEnum", enums.BatchStatus, "Where an uploaded statement stands."
)
BookDifferenceKindEnum = enum_from_choices(
    "BookDifferenceKindEnum", enums.DifferenceKind, "How a provider's books differ from ours."
)
PaymentActionStatusEnum = enum_from_choices(
    "PaymentActionStatusEnum", enums.ActionStatus, "Where something asked of a provider stands."
)
PaymentBookErrorCode = error_code_enum(
    "PaymentBookErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED INCORRECT_DETAILS"
)
