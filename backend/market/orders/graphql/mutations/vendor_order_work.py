"""주문 확인, 상품 준비, and the day agreed with an agency."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import graphene

from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import InvalidId, uuid_from_id
from market.core.graphql.scalars import Date
from market.core.graphql.types import non_null_list
from market.orders.enums import WorkState
from market.orders.errors import NotDeferred, NotReadyYet, OrderNotFulfillable, TooManyRows, WorkStateRefused
from market.orders.graphql.mutations.desk import DeskMutation, part_for, row_errors
from market.orders.graphql.types import OrderError
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.services.vendor_order_agree_delivery import vendor_order_agree_delivery
from market.orders.services.vendor_orders_advance import vendor_order_advance, vendor_orders_advance
from market.orders.services.vendor_orders_fulfill import MOST_AT_ONCE

ID = "ID of the vendor order."
AFTER = "The part after the change."


class VendorOrderRow(graphene.ObjectType):
    """What became of one row of a bulk mutation, in the order given."""

    id = graphene.ID(required=True, description="The ID that was given.")
    vendor_order = graphene.Field(VendorOrder, description="The part as it stands now; none where nothing changed.")
    errors = graphene.Field(non_null_list(OrderError), required=True, description="Why nothing changed.")


class VendorOrderConfirm(DeskMutation):
    class Meta:
        description = (
            "Confirm an order (주문 확인): the enterprise has seen it. What is further already stays as it is."
        )
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, NotReadyYet, WorkStateRefused)
    vendor_order = graphene.Field(VendorOrder, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorOrderConfirm:
        pk = uuid_from_id(id, "VendorOrder")
        vendor_order_advance(vendor_order_id=pk, to=WorkState.CONFIRMED, actor=info.context.actor)
        return cls(vendor_order=part_for(pk, info))


class VendorOrderPrepare(DeskMutation):
    class Meta:
        description = "Note that an order is being packed (상품 준비); that confirms it as well."
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, NotReadyYet, WorkStateRefused)
    vendor_order = graphene.Field(VendorOrder, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorOrderPrepare:
        pk = uuid_from_id(id, "VendorOrder")
        vendor_order_advance(vendor_order_id=pk, to=WorkState.PREPARING, actor=info.context.actor)
        return cls(vendor_order=part_for(pk, info))


class _BulkAdvance(DeskMutation):
    """Several parts, each for itself."""

    class Meta:
        abstract = True

    to: ClassVar[WorkState]

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> Any:
        if len(ids) > MOST_AT_ONCE:
            raise TooManyRows("ids", limit=MOST_AT_ONCE)
        given = {uuid_from_id(one, "VendorOrder", field="ids"): one for one in ids}
        done = vendor_orders_advance(vendor_order_ids=list(given), to=cls.to, actor=info.context.actor)
        rows = [
            VendorOrderRow(
                id=given[row.vendor_order_id],
                vendor_order=part_for(row.vendor_order_id, info) if row.vendor_order else None,
                errors=row_errors(row.error, info),
            )
            for row in done
        ]
        return cls(count=sum(row.error is None for row in done), results=rows)


class VendorOrderBulkConfirm(_BulkAdvance):
    class Meta:
        description = "Confirm several orders, each for itself: a row that cannot be confirmed says why."
        error_type = OrderError
        idempotent = True

    class Arguments:
        ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of vendor orders, at most 100."
        )

    to = WorkState.CONFIRMED
    raises = (InvalidId, TooManyRows)
    count = graphene.Int(required=True, default_value=0, description="How many are confirmed.")
    results = non_null_list(VendorOrderRow, description="What became of each.")


class VendorOrderBulkPrepare(_BulkAdvance):
    class Meta:
        description = "Note that several orders are being packed, each for itself."
        error_type = OrderError
        idempotent = True

    class Arguments:
        ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of vendor orders, at most 100."
        )

    to = WorkState.PREPARING
    raises = (InvalidId, TooManyRows)
    count = graphene.Int(required=True, default_value=0, description="How many are being packed.")
    results = non_null_list(VendorOrderRow, description="What became of each.")


class VendorOrderAgreeDelivery(DeskMutation):
    class Meta:
        description = (
            "Note the day agreed with an agency that pays later (납품 기한); none goes back to what was promised."
        )
        error_type = OrderError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        agreed_on = graphene.Argument(Date, description="The day, from today within a year.")

    raises = (NotFound, InvalidId, InvalidInput, NotReadyYet, NotDeferred, OrderNotFulfillable)
    vendor_order = graphene.Field(VendorOrder, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, agreed_on: dt.date | None = None) -> VendorOrderAgreeDelivery:
        pk = uuid_from_id(id, "VendorOrder")
        vendor_order_agree_delivery(vendor_order_id=pk, agreed_on=agreed_on, actor=info.context.actor)
        return cls(vendor_order=part_for(pk, info))
