"""An enterprise cannot send something."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.orders.errors import (
    DispatchedAlready,
    DuplicatedLine,
    NothingToCancel,
    OrderNotCancellable,
    TooManyToCancel,
)
from market.orders.graphql.cancellation_preview import VendorOrderLineInput
from market.orders.graphql.desk_fields import LineCancellation
from market.orders.graphql.mutations.desk import DeskMutation, part_for, quantities_of
from market.orders.graphql.mutations.plain import text
from market.orders.graphql.types import OrderError
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.services.vendor_order_lines_cancel import vendor_order_lines_cancel

ID = "ID of the vendor order."
REASON = "Why; the buyer is told."
SOLD_OUT = "Whether it is sold out: the stock is set to what is promised to others."
RAISES = (
    NotFound, InvalidId, Required, DispatchedAlready, OrderNotCancellable, DuplicatedLine, NothingToCancel, TooManyToCancel
)  # fmt: skip


class VendorOrderLineCancel(DeskMutation):
    class Meta:
        description = "Cancel pieces that the enterprise cannot send: the buyer is told why, what they cost goes back."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        lines = graphene.Argument(
            non_null_list(VendorOrderLineInput), required=True, description="Pieces that were not sent."
        )
        reason = graphene.String(required=True, description=REASON)
        is_sold_out = graphene.Boolean(default_value=False, description=SOLD_OUT)

    raises = RAISES
    vendor_order = graphene.Field(VendorOrder, description="The part after the change.")
    cancellation = graphene.Field(LineCancellation, description="What was cancelled, and what it was worth.")

    @classmethod
    def perform(
        cls, info: Any, id: str, lines: Any, reason: str, is_sold_out: bool | None = False
    ) -> VendorOrderLineCancel:
        done = vendor_order_lines_cancel(
            vendor_order_id=uuid_from_id(id, "VendorOrder"),
            pieces=list(quantities_of(lines).items()),
            reason=text(reason),
            actor=info.context.actor,
            is_sold_out=bool(is_sold_out),
        )
        return cls(vendor_order=part_for(done.vendor_order.pk, info), cancellation=done.cancellation)


class VendorOrderDecline(DeskMutation):
    class Meta:
        description = "Cancel the whole part, of which nothing was sent: the enterprise cannot serve it."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description=REASON)
        is_sold_out = graphene.Boolean(default_value=False, description=SOLD_OUT)

    raises = RAISES
    vendor_order = graphene.Field(VendorOrder, description="The part after the change.")
    cancellation = graphene.Field(LineCancellation, description="What was cancelled, and what it was worth.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str, is_sold_out: bool | None = False) -> VendorOrderDecline:
        done = vendor_order_lines_cancel(
            vendor_order_id=uuid_from_id(id, "VendorOrder"),
            pieces=None,
            reason=text(reason),
            actor=info.context.actor,
            is_sold_out=bool(is_sold_out),
        )
        return cls(vendor_order=part_for(done.vendor_order.pk, info), cancellation=done.cancellation)
