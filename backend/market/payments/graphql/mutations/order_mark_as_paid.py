"""Record a payment that was seen on the account."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.permissions import MANAGE_ORDERS
from market.orders.errors import OrderNotPayable
from market.orders.graphql.types import Order, OrderError
from market.orders.selectors.order_get import order_get
from market.payments.services.order_mark_as_paid import order_mark_as_paid


class OrderMarkAsPaid(BaseMutation):
    class Meta:
        description = "Mark an order as paid in full, after its transfer has been seen."
        error_type = OrderError
        idempotent = True
        permissions = (MANAGE_ORDERS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the order.")
        transaction_reference = graphene.String(description="What the bank statement says.")

    raises = (NotFound, InvalidId, OrderNotPayable)
    order = graphene.Field(Order, description="The order after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, transaction_reference: str | None = None) -> OrderMarkAsPaid:
        reference = (transaction_reference or "").replace("\x00", "")
        order = order_mark_as_paid(order_id=uuid_from_id(id, "Order"), actor=info.context.actor, reference=reference)
        return cls(order=order_get(order_id=order.pk, viewer=info.context.actor))
