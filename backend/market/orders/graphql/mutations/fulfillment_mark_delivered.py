"""A dispatch has arrived."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import InvalidId, pk_from_id
from market.core.graphql.scalars import DateTime
from market.orders.errors import DeliveredAlready, DispatchEnded
from market.orders.graphql.line_types import Fulfillment
from market.orders.graphql.mutations.desk import DeskMutation, order_for
from market.orders.graphql.types import Order, OrderError
from market.orders.services.fulfillment_mark_delivered import fulfillment_mark_delivered


class FulfillmentMarkDelivered(DeskMutation):
    class Meta:
        description = "Note that a dispatch has arrived; the buyer's days for a withdrawal run from then."
        error_type = OrderError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the fulfillment.")
        delivered_at = graphene.Argument(DateTime, description="When it arrived; now unless given.")

    raises = (NotFound, InvalidId, InvalidInput, DispatchEnded, DeliveredAlready)
    fulfillment = graphene.Field(Fulfillment, description="The dispatch after the change.")
    order = graphene.Field(Order, description="Its order, for staff.")

    @classmethod
    def perform(cls, info: Any, id: str, delivered_at: dt.datetime | None = None) -> FulfillmentMarkDelivered:
        done = fulfillment_mark_delivered(
            fulfillment_id=pk_from_id(id, "Fulfillment"), delivered_at=delivered_at, actor=info.context.actor
        )
        order = order_for(done.vendor_order.order_id, info)
        return cls(fulfillment=done, order=order)
