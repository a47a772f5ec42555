"""Call a dispatch off."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import InvalidId, pk_from_id, uuid_from_id
from market.orders.errors import FulfillmentNotCancellable
from market.orders.graphql.line_types import Fulfillment
from market.orders.graphql.mutations.desk import DeskMutation, order_for
from market.orders.graphql.types import Order, OrderError
from market.orders.services.fulfillment_cancel import fulfillment_cancel


class FulfillmentCancelInput(graphene.InputObjectType):
    """Where the pieces go."""

    warehouse_id = graphene.ID(description="The warehouse that gets them; the one that keeps them unless given.")


class FulfillmentCancel(DeskMutation):
    class Meta:
        description = "Call a dispatch off before it has arrived: its pieces are to be sent again."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the fulfillment.")
        input = FulfillmentCancelInput(description="Where the pieces go.")

    raises = (NotFound, InvalidId, FulfillmentNotCancellable)
    fulfillment = graphene.Field(Fulfillment, description="The dispatch after the change.")
    order = graphene.Field(Order, description="Its order, for staff.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any = None) -> FulfillmentCancel:
        warehouse = (input or {}).get("warehouse_id")
        done = fulfillment_cancel(
            fulfillment_id=pk_from_id(id, "Fulfillment"),
            actor=info.context.actor,
            warehouse_id=uuid_from_id(warehouse, "Warehouse", field="warehouseId") if warehouse else None,
        )
        return cls(fulfillment=done, order=order_for(done.vendor_order.order_id, info))
