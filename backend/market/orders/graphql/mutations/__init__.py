"""What can be done with orders."""

from market.orders.graphql.mutations.order_cancel import OrderCancel
from market.orders.graphql.mutations.order_fulfill import OrderFulfill
from market.orders.graphql.mutations.order_mark_as_paid import OrderMarkAsPaid


class OrderMutations:
    order_cancel = OrderCancel.Field()
    order_fulfill = OrderFulfill.Field()
    order_mark_as_paid = OrderMarkAsPaid.Field()
