"""Cancel enterprises' parts of an order before dispatch."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.orders.errors import (
    BuyerNotRecognised,
    DispatchedAlready,
    NotOneOrder,
    OrderNotCancellable,
    TooManyGuesses,
)
from market.orders.graphql.mutations.plain import text
from market.orders.graphql.refund_types import OrderGrantedRefund
from market.orders.graphql.types import Order, OrderError
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.models import Order as OrderModel
from market.orders.selectors.order_get import order_get
from market.orders.services.vendor_orders_cancel import PartsCancelled, vendor_orders_cancel

EMAIL = "The address the order was placed with, from a guest who is not signed in."


def buyers_view(done: PartsCancelled, info: Any) -> OrderModel | None:
    """The order as it stands now, for the buyer whom the service has recognised; parts and refunds know it."""
    seen = order_get(order_id=done.order.pk, viewer=info.context.actor)
    if seen is not None:
        seen.is_buyer_recognised = True
        for part, refund in done.parts:
            part.order = seen
            if refund is not None:
                refund.order, refund.vendor_order = seen, part
    return seen


class VendorOrderCancel(BaseMutation):
    class Meta:
        description = "Cancel one enterprise's part that nothing was dispatched of; for its buyer and staff."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the vendor order.")
        reason = graphene.String(description="Why.")
        email = graphene.String(description=EMAIL)

    raises = (NotFound, InvalidId, BuyerNotRecognised, TooManyGuesses, DispatchedAlready, OrderNotCancellable)
    order = graphene.Field(Order, description="The order after the change.")
    vendor_order = graphene.Field(VendorOrder, description="The cancelled part.")
    granted_refund = graphene.Field(
        OrderGrantedRefund, description="What need not be paid any more, or goes back; none where nothing was paid."
    )

    @classmethod
    def perform(cls, info: Any, id: str, reason: str | None = None, email: str | None = None) -> VendorOrderCancel:
        done = vendor_orders_cancel(
            vendor_order_ids=[uuid_from_id(id, "VendorOrder")],
            actor=info.context.actor,
            email=text(email),
            reason=text(reason),
        )
        order = buyers_view(done, info)
        ((part, refund),) = done.parts
        return cls(order=order, vendor_order=part, granted_refund=refund)


class VendorOrderBulkCancel(BaseMutation):
    class Meta:
        description = "Cancel several parts of one order, all or none; the last living part ends the order."
        error_type = OrderError
        idempotent = True

    class Arguments:
        ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of vendor orders, all of one order."
        )
        reason = graphene.String(description="Why.")
        email = graphene.String(description=EMAIL)

    raises = (
        NotFound, InvalidId, Required, NotOneOrder, BuyerNotRecognised, TooManyGuesses, DispatchedAlready, OrderNotCancellable
    )  # fmt: skip
    count = graphene.Int(required=True, default_value=0, description="How many parts were cancelled.")
    order = graphene.Field(Order, description="The order after the change.")
    granted_refunds = non_null_list(
        OrderGrantedRefund, description="What need not be paid any more, or goes back, by part."
    )

    @classmethod
    def perform(
        cls, info: Any, ids: list[str], reason: str | None = None, email: str | None = None
    ) -> VendorOrderBulkCancel:
        done = vendor_orders_cancel(
            vendor_order_ids=[uuid_from_id(one, "VendorOrder", field="ids") for one in ids],
            actor=info.context.actor,
            email=text(email),
            reason=text(reason),
        )
        refunds = [refund for _, refund in done.parts if refund is not None]
        return cls(count=len(done.parts), order=buyers_view(done, info), granted_refunds=refunds)
