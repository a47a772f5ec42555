"""Purchase orders: the agency's side and the enterprise's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene
from django.db.models import Q, QuerySet

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import Money, non_null_list
from market.core.money import Money as MoneyValue
from market.procurement.graphql.enums import PurchaseOrderStatusEnum
from market.procurement.graphql.purchase_order_types import PurchaseOrder, PurchaseOrderCountableConnection
from market.procurement.models import PurchaseOrder as PurchaseOrderModel
from market.procurement.selectors.purchase_order_worth import CancellationWorth, purchase_order_worth
from market.procurement.selectors.purchase_orders import (
    purchase_order_get,
    purchase_orders_readable,
    vendor_purchase_order_get,
    vendor_purchase_orders,
)
from market.vendors.selectors.membership import ensure_member_or


class PurchaseOrderFilterInput(graphene.InputObjectType):
    """What purchase orders can be narrowed by. All that is given must hold."""

    request = graphene.ID(description="Of this purchase request.")
    mine = graphene.Boolean(description="Of the viewer's own requests.")
    status = non_null_list(PurchaseOrderStatusEnum, description="Standing in one of these.")
    vendor_order = graphene.ID(description="Of this part of an order (VendorOrder).")
    search = graphene.String(description="Part of a number, the title, the agency's or the enterprise's name.")


class PurchaseOrderCancelPreview(graphene.ObjectType):
    """What cancelling would free. Changes nothing."""

    can_cancel = graphene.Boolean(required=True, description="Whether it can be cancelled: nothing of it was sent.")
    amount = graphene.Field(
        Money, required=True, description="What need not be paid then; the budget line gets it back."
    )
    pieces = graphene.Int(required=True, description="Pieces that go back into the stock.")
    ends_order = graphene.Boolean(required=True, description="Whether nothing would be left of the whole order.")

    @staticmethod
    def resolve_amount(root: CancellationWorth, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.currency)


ID = "ID of the purchase order."


class PurchaseOrderQueries:
    purchase_order = graphene.Field(
        PurchaseOrder,
        id=graphene.ID(required=True, description=ID),
        description="One purchase order, for those who may read its request; null for everybody else.",
    )
    purchase_orders = graphene.Field(
        PurchaseOrderCountableConnection,
        filter=PurchaseOrderFilterInput(description="What to narrow the list by."),
        **paging_arguments(),
        description="Purchase orders of the requests the viewer may read, newest first.",
    )
    purchase_order_cancel_preview = graphene.Field(
        PurchaseOrderCancelPreview,
        id=graphene.ID(required=True, description=ID),
        description="What cancelling the purchase order would free, for those who may read its request. Changes nothing.",
    )
    vendor_purchase_orders = graphene.Field(
        PurchaseOrderCountableConnection,
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        filter=PurchaseOrderFilterInput(description="What to narrow the list by."),
        **paging_arguments(),
        description="Purchase orders an enterprise got, newest first, for its members who handle orders. Empty for everybody else's.",
    )
    vendor_purchase_order = graphene.Field(
        PurchaseOrder,
        id=graphene.ID(required=True, description=ID),
        description="One purchase order an enterprise got, for its members who handle orders; null for everybody else's.",
    )

    @staticmethod
    def resolve_purchase_order(root: Any, info: Any, id: str) -> PurchaseOrderModel | None:
        ensure_agency_member_or(info.context.actor)
        try:
            return purchase_order_get(purchase_order_id=uuid_pk(id, "PurchaseOrder"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None

    @staticmethod
    def resolve_purchase_orders(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_agency_member_or(info.context.actor)
        return _page(info, purchase_orders_readable(info.context.actor), filter, paging)

    @staticmethod
    def resolve_purchase_order_cancel_preview(root: Any, info: Any, id: str) -> CancellationWorth | None:
        ensure_agency_member_or(info.context.actor)
        try:
            order = purchase_order_get(purchase_order_id=uuid_pk(id, "PurchaseOrder"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None
        return purchase_order_worth(order)

    @staticmethod
    def resolve_vendor_purchase_orders(
        root: Any, info: Any, vendor: str, filter: Any = None, **paging: Any
    ) -> Connection:
        ensure_member_or(info.context.actor)
        try:
            rows = vendor_purchase_orders(info.context.actor, int_pk(vendor, "Vendor"))
        except BadGlobalId:
            rows = PurchaseOrderModel.objects.none()
        return _page(info, rows, filter, paging)

    @staticmethod
    def resolve_vendor_purchase_order(root: Any, info: Any, id: str) -> PurchaseOrderModel | None:
        ensure_member_or(info.context.actor)
        try:
            return vendor_purchase_order_get(purchase_order_id=uuid_pk(id, "PurchaseOrder"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None


def _page(info: Any, rows: QuerySet[PurchaseOrderModel], given: Any, paging: dict[str, Any]) -> Connection:
    keys = [
        SortKey("created_at", descending=True, parse=parse_datetime),
        SortKey("id", parse=lambda value: UUID(str(value))),
    ]
    return paginate(info, _narrowed(rows, given or {}, info), keys, **paging)


def _narrowed(rows: QuerySet[PurchaseOrderModel], given: Any, info: Any) -> QuerySet[PurchaseOrderModel]:
    if given.get("request"):
        try:
            rows = rows.filter(request_id=uuid_pk(given["request"], "PurchaseRequest"))
        except BadGlobalId:
            return rows.none()
    if given.get("vendor_order"):
        try:
            rows = rows.filter(vendor_order_id=uuid_pk(given["vendor_order"], "VendorOrder"))
        except BadGlobalId:
            return rows.none()
    if given.get("mine"):
        rows = rows.filter(request__requester__user_id=info.context.actor.user_id)
    if given.get("status") is not None:
        rows = rows.filter(status__in=[getattr(one, "value", one) for one in given["status"]])
    text = (given.get("search") or "").strip().replace("\x00", "\ufffd")[:100]
    if text:
        named = Q(number__icontains=text) | Q(vendor_order__number__icontains=text) | Q(request__title__icontains=text)
        between = Q(vendor_order__vendor__name__icontains=text) | Q(request__agency__name__icontains=text)
        rows = rows.filter(named | between)
    return rows
