"""Dispatch pieces of an order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.orders.errors import (
    DuplicatedLine,
    NothingToFulfill,
    OrderNotFulfillable,
    TooManyPieces,
    UnpaidOrderNotFulfillable,
)
from market.orders.graphql.enums import CourierEnum
from market.orders.graphql.line_types import Fulfillment
from market.orders.graphql.mutations.desk import DeskMutation, order_for
from market.orders.graphql.mutations.plain import choice
from market.orders.graphql.types import Order, OrderError
from market.orders.services.order_fulfill import order_fulfill


class OrderFulfillStockInput(graphene.InputObjectType):
    """So many pieces from a warehouse."""

    quantity = graphene.Int(required=True, description="How many pieces.")
    warehouse = graphene.ID(required=True, description="From where; pieces leave the stock that had promised them.")


class OrderFulfillLineInput(graphene.InputObjectType):
    """What of a line to dispatch."""

    order_line_id = graphene.ID(description="ID of the line.")
    stocks = graphene.Field(non_null_list(OrderFulfillStockInput), required=True, description="How many pieces.")


class OrderFulfillInput(graphene.InputObjectType):
    """What to dispatch."""

    lines = graphene.Field(non_null_list(OrderFulfillLineInput), required=True, description="Lines and pieces.")
    tracking_number = graphene.String(description="Number to follow the parcel by.")
    courier = graphene.InputField(CourierEnum, description="Who carries it.")


class OrderFulfill(DeskMutation):
    class Meta:
        description = "Dispatch pieces of an order: one fulfilment for each enterprise concerned."
        error_type = OrderError
        idempotent = True

    class Arguments:
        order = graphene.ID(description="ID of the order.")
        input = OrderFulfillInput(required=True, description="What to dispatch.")

    raises = (
        NotFound, InvalidId, Required, DuplicatedLine, NothingToFulfill, TooManyPieces, OrderNotFulfillable, UnpaidOrderNotFulfillable
    )  # fmt: skip
    order = graphene.Field(Order, description="The order after the change, for staff.")
    fulfillments = non_null_list(Fulfillment, description="The new fulfilments.")

    @classmethod
    def perform(cls, info: Any, input: Any, order: str | None = None) -> OrderFulfill:
        placed, fulfillments = order_fulfill(
            order_id=uuid_from_id(order or "", "Order", field="order"),
            quantities=_quantities(input["lines"]),
            actor=info.context.actor,
            tracking_number=(input.get("tracking_number") or "").replace("\x00", "")[:255],
            courier=choice(input.get("courier")),
        )
        return cls(order=order_for(placed.pk, info), fulfillments=fulfillments)


def _quantities(lines: Any) -> dict[UUID, int]:
    quantities: dict[UUID, int] = {}
    for line in lines or ():
        if not line.get("order_line_id"):
            raise Required("orderLineId")
        pk = uuid_from_id(line["order_line_id"], "OrderLine", field="orderLineId")
        if pk in quantities:
            raise DuplicatedLine("orderLineId")
        quantities[pk] = sum(stock["quantity"] for stock in line["stocks"] or ())
    return quantities
