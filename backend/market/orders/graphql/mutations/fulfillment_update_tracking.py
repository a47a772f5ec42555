"""Say how a dispatch can be followed."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import InvalidId, pk_from_id
from market.orders.graphql.enums import CourierEnum
from market.orders.graphql.line_types import Fulfillment
from market.orders.graphql.mutations.desk import DeskMutation, order_for
from market.orders.graphql.mutations.plain import choice, text
from market.orders.graphql.types import Order, OrderError
from market.orders.services.fulfillment_tracking_update import fulfillment_tracking_update


class FulfillmentUpdateTrackingInput(graphene.InputObjectType):
    """How a dispatch can be followed. What is not given stays as it is."""

    tracking_number = graphene.String(description="Number of the parcel.")
    notify_customer = graphene.Boolean(default_value=False, description="Whether to tell the buyer by mail.")
    courier = graphene.InputField(CourierEnum, description="Who carries it.")


class FulfillmentUpdateTracking(DeskMutation):
    class Meta:
        description = "Set the carrier and the number of a dispatch."
        error_type = OrderError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the fulfillment.")
        input = FulfillmentUpdateTrackingInput(required=True, description="Carrier and number.")

    raises = (NotFound, InvalidId)
    fulfillment = graphene.Field(Fulfillment, description="The dispatch after the change.")
    order = graphene.Field(Order, description="Its order, for staff.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> FulfillmentUpdateTracking:
        number = input.get("tracking_number")
        done = fulfillment_tracking_update(
            fulfillment_id=pk_from_id(id, "Fulfillment"),
            tracking_number=None if number is None else text(number),
            courier=choice(input["courier"]) if "courier" in input else None,
            notify_customer=bool(input.get("notify_customer")),
            actor=info.context.actor,
        )
        order = order_for(done.vendor_order.order_id, info)
        return cls(fulfillment=done, order=order)
