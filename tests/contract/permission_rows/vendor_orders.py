"""The order desk of enterprises."""

from contract.permission_rows.access import MEMBER, Access
from market.core import permissions as names

HANDLING = (names.MANAGE_ORDERS, MEMBER)
QUERIES: dict[str, Access] = dict.fromkeys(
    (
        "vendorOrders",
        "vendorOrderCounts",
        "vendorOrder",
        "vendorOrderCancellationPreview",
        "withdrawals",
        "withdrawal",
    ),
    HANDLING,
)
MUTATIONS: dict[str, Access] = dict.fromkeys(
    (
        "orderFulfill",
        "orderFulfillmentUpdateTracking",
        "orderFulfillmentCancel",
        "fulfillmentMarkDelivered",
        "vendorOrderConfirm",
        "vendorOrderPrepare",
        "vendorOrderBulkConfirm",
        "vendorOrderBulkPrepare",
        "vendorOrderAgreeDelivery",
        "vendorOrderFulfill",
        "vendorOrderBulkFulfill",
        "vendorOrderLineCancel",
        "vendorOrderDecline",
        "withdrawalAccept",
        "withdrawalReject",
        "withdrawalReceive",
    ),
    HANDLING,
)
