"""Enums and errors of procurement."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.core.graphql.mutations import SaleorError
from market.procurement.enums import Decision, TrailAction
from market.procurement.models import ChangeStatus, PurchaseOrderStatus, RequestLineStatus, RequestStatus, StepStatus

PurchaseRequestStatusEnum = enum_from_choices(
    "PurchaseRequestStatusEnum", RequestStatus, "Where a purchase request (품의) stands."
)
PurchaseRequestLineStatusEnum = enum_from_choices(
    "PurchaseRequestLineStatusEnum", RequestLineStatus, "Whether an item of a purchase request stands."
)
ApprovalStepStatusEnum = enum_from_choices(
    "ApprovalStepStatusEnum", StepStatus, "What somebody in an approval line said."
)
PurchaseRequestDecisionEnum = enum_from_choices(
    "PurchaseRequestDecisionEnum", Decision, "What somebody in an approval line can say."
)
PurchaseTrailActionEnum = enum_from_choices("PurchaseTrailActionEnum", TrailAction, "The steps of a purchase.")
PurchaseOrderStatusEnum = enum_from_choices(
    "PurchaseOrderStatusEnum", PurchaseOrderStatus, "Where a purchase order (발주) stands."
)
PurchaseOrderChangeStatusEnum = enum_from_choices(
    "PurchaseOrderChangeStatusEnum", ChangeStatus, "What became of a proposed change."
)

ProcurementErrorCode = error_code_enum(
    "ProcurementErrorCode",
    "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE NOBODY_TO_APPROVE APPROVER_GONE NOT_EDITABLE BASKET_TAKEN BASKET_GONE OPEN_TENDER "
    "QUOTES_MISSING SPLIT_REASON_NEEDED CHOICE_REASON_NEEDED NOT_IN_APPROVAL HOLD_LAPSED OLDER_ROUND TOTAL_MOVED NOT_YOUR_TURN NOT_IN_LINE "
    "DECIDED_ALREADY OWN_REQUEST VENDOR_STOPPED DELIVERY_DAY_PASSED BUDGET_EXCEEDED NOT_POSSIBLE_NOW FOLDER_TOO_LARGE INSUFFICIENT_STOCK "
    "EMAIL_NOT_SET BILLING_ADDRESS_NOT_SET SHIPPING_ADDRESS_NOT_SET SHIPPING_METHOD_NOT_SET INVALID_SHIPPING_METHOD NO_LINES "
    "PRODUCT_NOT_PUBLISHED PRODUCT_UNAVAILABLE_FOR_PURCHASE CHANNEL_INACTIVE UNAVAILABLE_VARIANT_IN_CHANNEL VENDOR_ON_HOLIDAY "
    "HELD_PRICE_LAPSED QUOTE_ONLY CHECKOUT_NOT_FULLY_PAID CANNOT_CANCEL_ORDER ZERO_QUANTITY INVALID_QUANTITY CANNOT_FULFILL_UNPAID_ORDER "
    "DUPLICATED_INPUT_ITEM VOUCHER_NOT_APPLICABLE GIFT_CARD_NOT_APPLICABLE PAYMENT_ERROR REQUEST_ABILITY_NEEDED",
)


class ProcurementError(SaleorError):
    """One thing that went wrong with a purchase request, an approval line or a purchase order."""

    code = graphene.Field(ProcurementErrorCode, required=True, description="The error's code.")
    vendor = graphene.String(description="The enterprise it is about.")
    needed = graphene.Int(description="For QUOTES_MISSING: how many quotes are needed.")
    attached = graphene.Int(description="For QUOTES_MISSING: how many count of those that are attached.")
    available = graphene.String(description="For BUDGET_EXCEEDED: won that are left on the line.")
    asked = graphene.String(description="For BUDGET_EXCEEDED: won that are asked for.")
    total = graphene.String(description="For TOTAL_MOVED: the total of now, in won.")
