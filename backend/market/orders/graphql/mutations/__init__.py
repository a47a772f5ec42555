"""What can be done with orders."""

from market.orders.graphql.mutations.fulfillment_cancel import FulfillmentCancel
from market.orders.graphql.mutations.fulfillment_mark_delivered import FulfillmentMarkDelivered
from market.orders.graphql.mutations.fulfillment_update_tracking import FulfillmentUpdateTracking
from market.orders.graphql.mutations.order_cancel import OrderCancel
from market.orders.graphql.mutations.order_fulfill import OrderFulfill
from market.orders.graphql.mutations.vendor_order_cancel import VendorOrderBulkCancel, VendorOrderCancel
from market.orders.graphql.mutations.vendor_order_lines_cancel import VendorOrderDecline, VendorOrderLineCancel
from market.orders.graphql.mutations.vendor_order_ship import VendorOrderBulkFulfill, VendorOrderFulfill
from market.orders.graphql.mutations.vendor_order_work import (
    VendorOrderAgreeDelivery,
    VendorOrderBulkConfirm,
    VendorOrderBulkPrepare,
    VendorOrderConfirm,
    VendorOrderPrepare,
)
from market.orders.graphql.mutations.withdrawals_of_buyers import (
    WithdrawalCancel,
    WithdrawalCreate,
    WithdrawalUpdateTracking,
)
from market.orders.graphql.mutations.withdrawals_of_sellers import (
    WithdrawalAccept,
    WithdrawalReceive,
    WithdrawalReject,
)


class OrderMutations:
    order_cancel = OrderCancel.Field()
    order_fulfill = OrderFulfill.Field()
    order_fulfillment_update_tracking = FulfillmentUpdateTracking.Field()
    order_fulfillment_cancel = FulfillmentCancel.Field()
    fulfillment_mark_delivered = FulfillmentMarkDelivered.Field()
    vendor_order_cancel = VendorOrderCancel.Field()
    vendor_order_bulk_cancel = VendorOrderBulkCancel.Field()
    vendor_order_confirm = VendorOrderConfirm.Field()
    vendor_order_prepare = VendorOrderPrepare.Field()
    vendor_order_bulk_confirm = VendorOrderBulkConfirm.Field()
    vendor_order_bulk_prepare = VendorOrderBulkPrepare.Field()
    vendor_order_agree_delivery = VendorOrderAgreeDelivery.Field()
    vendor_order_fulfill = VendorOrderFulfill.Field()
    vendor_order_bulk_fulfill = VendorOrderBulkFulfill.Field()
    vendor_order_line_cancel = VendorOrderLineCancel.Field()
    vendor_order_decline = VendorOrderDecline.Field()
    withdrawal_create = WithdrawalCreate.Field()
    withdrawal_cancel = WithdrawalCancel.Field()
    withdrawal_update_tracking = WithdrawalUpdateTracking.Field()
    withdrawal_accept = WithdrawalAccept.Field()
    withdrawal_reject = WithdrawalReject.Field()
    withdrawal_receive = WithdrawalReceive.Field()
