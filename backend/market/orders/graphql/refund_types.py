"""Granted refunds as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch, grouped
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue
from market.orders import enums
from market.orders.graphql.desk_access import handles
from market.orders.graphql.line_types import OrderLine
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.models import OrderGrantedRefund as OrderGrantedRefundModel
from market.orders.models import OrderGrantedRefundLine as OrderGrantedRefundLineModel
from market.orders.rules import mask_text
from market.orders.selectors.order_get import may_see_person
from market.orders.selectors.order_parts import granted_refund_lines_of

RefundKindEnum = enum_from_choices("RefundKindEnum", enums.RefundKind, "Why a refund is granted.")


class OrderGrantedRefundLine(ModelObjectType):
    """Pieces that a refund is granted for."""

    class Meta:
        interfaces = (Node,)

    quantity = graphene.Int(required=True, description="How many pieces.")
    amount = graphene.Field(Money, required=True, description="Their price, VAT included.")
    order_line = graphene.Field(OrderLine, required=True, description="The line they are of.")

    @staticmethod
    def resolve_amount(root: OrderGrantedRefundLineModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.order_line.currency)


class OrderGrantedRefund(ModelObjectType):
    """A part of an order that need not be paid any more, or is given back."""

    class Meta:
        interfaces = (Node,)

    created_at = graphene.Field(DateTime, required=True, description="When it was granted.")
    kind = graphene.Field(RefundKindEnum, required=True, description="Why, in a word.")
    reason = graphene.String(
        description="Why, in the words of the one who asked; masked for everybody but the buyer, the enterprise and staff."
    )
    amount = graphene.Field(Money, required=True, description="How much, VAT included.")
    shipping_costs_included = graphene.Boolean(required=True, description="Whether the delivery charge is in it.")
    vendor_order = graphene.Field(VendorOrder, description="The enterprise's part it belongs to.")
    lines = non_null_list(OrderGrantedRefundLine, description="The pieces it is granted for.")

    @staticmethod
    def resolve_reason(root: OrderGrantedRefundModel, info: Any) -> str:
        part = root.vendor_order
        is_open = may_see_person(root.order, info.context.actor) or (part is not None and handles(part, info))
        return root.reason if is_open else mask_text(root.reason)

    @staticmethod
    def resolve_amount(root: OrderGrantedRefundModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.currency)

    @staticmethod
    def resolve_shipping_costs_included(root: OrderGrantedRefundModel, info: Any) -> bool:
        return root.is_shipping_included

    @batch
    def resolve_lines(parents: list[OrderGrantedRefundModel], info: Any) -> list[list[OrderGrantedRefundLineModel]]:
        ids = [refund.pk for refund in parents]
        return grouped(granted_refund_lines_of(ids), lambda row: row.granted_refund_id, ids)
