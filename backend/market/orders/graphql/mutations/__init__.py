"""What can be done with orders."""

from market.orders.graphql.mutations.order_cancel import OrderCancel
from market.orders.graphql.mutations.order_fulfill import OrderFulfill


class OrderMutations:
    order_cancel = OrderCancel.Field()
    order_fulfill = OrderFulfill.Field()
