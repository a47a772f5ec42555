"""What can be done with orders."""

from market.orders.graphql.mutations.fulfillment_mark_delivered import FulfillmentMarkDelivered
from market.orders.graphql.mutations.fulfillment_update_tracking import FulfillmentUpdateTracking
from market.orders.graphql.mutations.order_cancel import OrderCancel
from market.orders.graphql.mutations.order_fulfill import OrderFulfill
from market.orders.graphql.mutations.vendor_order_cancel import VendorOrderBulkCancel, VendorOrderCancel
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
    fulfillment_mark_delivered = FulfillmentMarkDelivered.Field()
    vendor_order_cancel = VendorOrderCancel.Field()
    vendor_order_bulk_cancel = VendorOrderBulkCancel.Field()
    withdrawal_create = WithdrawalCreate.Field()
    withdrawal_cancel = WithdrawalCancel.Field()
    withdrawal_update_tracking = WithdrawalUpdateTracking.Field()
    withdrawal_accept = WithdrawalAccept.Field()
    withdrawal_reject = WithdrawalReject.Field()
    withdrawal_receive = WithdrawalReceive.Field()
