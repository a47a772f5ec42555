"""Enums of vouchers and gift cards."""

from __future__ import annotations

from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.promotions import enums

VoucherTypeEnum = enum_from_choices("VoucherTypeEnum", enums.VoucherType, "What a voucher takes something off.")
DiscountValueTypeEnum = enum_from_choices(
    "DiscountValueTypeEnum", enums.DiscountValueType, "Whether a discount is an amount or a share."
)
VoucherFunderEnum = enum_from_choices("VoucherFunderEnum", enums.Funder, "Who bears a discount.")
GiftCardEventsEnum = enum_from_choices("GiftCardEventsEnum", enums.GiftCardEventType, "What happened to a gift card.")


DiscountStatusEnum = enum_from_choices("DiscountStatusEnum", enums.DiscountStatus, "Where a voucher stands in time.")
DiscountErrorCode = error_code_enum(
    "DiscountErrorCode",
    """ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE CANNOT_MANAGE_PRODUCT_WITHOUT_VARIANT DUPLICATED_INPUT_ITEM
    VOUCHER_ALREADY_USED""",
)
GiftCardErrorCode = error_code_enum(
    "GiftCardErrorCode",
    "ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE EXPIRED_GIFT_CARD DUPLICATED_INPUT_ITEM CANNOT_ASSIGN",
)
VoucherCodeBulkDeleteErrorCode = error_code_enum("VoucherCodeBulkDeleteErrorCode", "GRAPHQL_ERROR NOT_FOUND INVALID")
