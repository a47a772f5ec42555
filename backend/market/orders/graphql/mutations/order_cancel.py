"""Cancel an order."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.permissions import MANAGE_ORDERS
from market.orders.errors import OrderNotCancellable
from market.orders.graphql.types import Order, OrderError
from market.orders.selectors.order_get import order_get
from market.orders.services.order_cancel import order_cancel


class OrderCancel(BaseMutation):
    class Meta:
        description = "Cancel an order that nothing was dispatched of; its pieces are free again."
        error_type = OrderError
        idempotent = True
        permissions = (MANAGE_ORDERS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the order.")

    raises = (NotFound, InvalidId, OrderNotCancellable)
    order = graphene.Field(Order, description="The order after the change.")

    @classmethod
    def perform(cls, info: Any, id: str) -> OrderCancel:
        order = order_cancel(order_id=uuid_from_id(id, "Order"), actor=info.context.actor)
        return cls(order=order_get(order_id=order.pk, viewer=info.context.actor))
