"""Purchase requests, their approval, and what was ordered."""

from market.procurement.models.approvals import ApprovalStep, ApprovalTemplate, ApprovalTemplateStep, StepStatus
from market.procurement.models.orders import (
    AgencyOrder,
    ChangeStatus,
    PurchaseOrder,
    PurchaseOrderChange,
    PurchaseOrderStatus,
)
from market.procurement.models.requests import (
    PurchaseRequest,
    RequestEvent,
    RequestGround,
    RequestLine,
    RequestLineStatus,
    RequestQuote,
    RequestStatus,
)

__all__ = [
    "AgencyOrder",
    "ApprovalStep",
    "ApprovalTemplate",
    "ApprovalTemplateStep",
    "ChangeStatus",
    "PurchaseOrder",
    "PurchaseOrderChange",
    "PurchaseOrderStatus",
    "PurchaseRequest",
    "RequestEvent",
    "RequestGround",
    "RequestLine",
    "RequestLineStatus",
    "RequestQuote",
    "RequestStatus",
    "StepStatus",
]
