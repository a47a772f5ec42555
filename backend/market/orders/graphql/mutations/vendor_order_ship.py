"""An enterprise sends its part, a piece of it, or many parts at once."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.orders.errors import (
    DuplicatedLine,
    NothingToFulfill,
    OrderNotFulfillable,
    TooManyPieces,
    TooManyRows,
    UnpaidOrderNotFulfillable,
)
from market.orders.graphql.cancellation_preview import VendorOrderLineInput
from market.orders.graphql.enums import CourierEnum
from market.orders.graphql.line_types import Fulfillment
from market.orders.graphql.mutations.desk import DeskMutation, part_for, quantities_of, row_errors
from market.orders.graphql.mutations.plain import choice, text
from market.orders.graphql.types import OrderError
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.services.vendor_orders_fulfill import (
    MOST_AT_ONCE,
    Shipment,
    vendor_order_fulfill,
    vendor_orders_fulfill,
)

REFUSALS = (
    NotFound, InvalidId, Required, InvalidInput, DuplicatedLine, NothingToFulfill, TooManyPieces, OrderNotFulfillable,
    UnpaidOrderNotFulfillable,
)  # fmt: skip
COURIER = "Who carries it; a number belongs to it. Neither where the enterprise brings it itself."


class VendorOrderFulfill(DeskMutation):
    class Meta:
        description = "Send a part, or some pieces of it (나누어 보내기): the buyer is told, pieces leave the stock."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the vendor order.")
        lines = graphene.Argument(
            non_null_list(VendorOrderLineInput), description="What to send; all that is open unless given."
        )
        courier = graphene.Argument(CourierEnum, description=COURIER)
        tracking_number = graphene.String(description="Number of the parcel: 9 to 14 digits, hyphens as you like.")

    raises = REFUSALS
    vendor_order = graphene.Field(VendorOrder, description="The part after the change.")
    fulfillment = graphene.Field(Fulfillment, description="The new dispatch.")

    @classmethod
    def perform(
        cls, info: Any, id: str, lines: Any = None, courier: Any = None, tracking_number: str | None = None
    ) -> VendorOrderFulfill:
        shipment = Shipment(
            vendor_order_id=uuid_from_id(id, "VendorOrder"),
            quantities=None if lines is None else quantities_of(lines),
            courier=choice(courier),
            tracking_number=text(tracking_number),
        )
        made = vendor_order_fulfill(shipment=shipment, actor=info.context.actor)
        return cls(vendor_order=part_for(shipment.vendor_order_id, info), fulfillment=made)


class VendorOrderShipmentInput(graphene.InputObjectType):
    """A part that is sent whole, and how."""

    id = graphene.ID(required=True, description="ID of the vendor order.")
    courier = graphene.InputField(CourierEnum, description=COURIER)
    tracking_number = graphene.String(description="Number of the parcel.")


class VendorOrderShipmentRow(graphene.ObjectType):
    """What became of one row, in the order given."""

    id = graphene.ID(required=True, description="The ID that was given.")
    vendor_order = graphene.Field(VendorOrder, description="The part as it stands now; none where it was not sent.")
    fulfillment = graphene.Field(Fulfillment, description="The new dispatch; none where it was not sent.")
    errors = graphene.Field(non_null_list(OrderError), required=True, description="Why it was not sent.")


class VendorOrderBulkFulfill(DeskMutation):
    class Meta:
        description = "Send several parts, each for itself or all or none: a row that cannot be sent says why."
        error_type = OrderError
        idempotent = True

    class Arguments:
        shipments = graphene.Argument(
            non_null_list(VendorOrderShipmentInput), required=True, description="What to send, at most 100."
        )
        all_or_none = graphene.Boolean(
            default_value=False, description="Whether nothing is to be sent when one of them cannot be."
        )

    raises = (InvalidId, TooManyRows, DuplicatedLine)
    count = graphene.Int(required=True, default_value=0, description="How many were sent.")
    results = non_null_list(VendorOrderShipmentRow, description="What became of each.")

    @classmethod
    def perform(cls, info: Any, shipments: list[Any], all_or_none: bool | None = False) -> VendorOrderBulkFulfill:
        if len(shipments) > MOST_AT_ONCE:
            raise TooManyRows("shipments", limit=MOST_AT_ONCE)
        wanted = [
            Shipment(
                vendor_order_id=uuid_from_id(one["id"], "VendorOrder", field="shipments"),
                courier=choice(one.get("courier")),
                tracking_number=text(one.get("tracking_number")),
            )
            for one in shipments
        ]
        done = vendor_orders_fulfill(shipments=wanted, actor=info.context.actor, all_or_none=bool(all_or_none))
        rows = [
            VendorOrderShipmentRow(
                id=given["id"],
                vendor_order=part_for(row.vendor_order_id, info) if row.fulfillment else None,
                fulfillment=row.fulfillment,
                errors=row_errors(row.error, info),
            )
            for given, row in zip(shipments, done, strict=True)
        ]
        return cls(count=sum(row.fulfillment is not None for row in done), results=rows)
