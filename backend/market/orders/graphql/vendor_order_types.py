"""An enterprise's part of an order as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.enums import TaxKindEnum
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.types import ModelObjectType, Money, Node, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.core.tax import TaxKind
from market.orders.graphql.desk_fields import VendorOrderDeskFields
from market.orders.graphql.enums import OrderStatus
from market.orders.graphql.line_types import Fulfillment, OrderLine, taxed
from market.orders.graphql.part_loads import lines_of_parts
from market.orders.graphql.withdrawal_fields import VendorOrderWithdrawalFields
from market.orders.graphql.words import status_words
from market.orders.models import Fulfillment as FulfillmentModel
from market.orders.models import OrderLine as OrderLineModel
from market.orders.models import VendorOrder as VendorOrderModel
from market.orders.rules import tax_breakdown
from market.orders.selectors.order_parts import fulfillments_of
from market.shipping.rules import delivery_tax_kind
from market.vendors.graphql.types import Vendor


class TaxBreakdown(graphene.ObjectType):
    """What of an amount falls under one tax kind: the figures of statements and tax invoices."""

    tax_kind = graphene.Field(TaxKindEnum, required=True, description="The tax kind.")
    supply = graphene.Field(Money, required=True, description="Supply amount (공급가액).")
    tax = graphene.Field(Money, required=True, description="VAT (세액).")
    total = graphene.Field(Money, required=True, description="Both together.")


class VendorOrder(VendorOrderDeskFields, VendorOrderWithdrawalFields, ModelObjectType):
    """The part of an order that one enterprise sells, ships and makes papers for."""

    class Meta:
        interfaces = (Node,)

    number = graphene.String(required=True, description="Number for people.")
    vendor = graphene.Field(Vendor, required=True, description="Who sells it.")
    status = graphene.Field(OrderStatus, required=True, description="Where it stands.")
    status_display = graphene.String(required=True, description="The status in words.")
    lines = graphene.Field(
        non_null_list(OrderLine), required=True, description="What of the order is this enterprise's."
    )
    subtotal = graphene.Field(TaxedMoney, required=True, description="Its lines.")
    shipping_price = graphene.Field(TaxedMoney, required=True, description="Its delivery charge.")
    shipping_discount = graphene.Field(Money, required=True, description="What a voucher took off the delivery charge.")
    total = graphene.Field(
        TaxedMoney, required=True, description="Lines and delivery after the voucher, however they were paid."
    )
    tax_breakdown = graphene.Field(non_null_list(TaxBreakdown), required=True, description="The total by tax kind.")
    fulfillments = graphene.Field(non_null_list(Fulfillment), required=True, description="What it has dispatched.")

    @staticmethod
    def resolve_status_display(root: VendorOrderModel, info: Any) -> str:
        return status_words(root.order, root.status, info.context.language)

    @batch
    def resolve_lines(parents: list[VendorOrderModel], info: Any) -> list[list[OrderLineModel]]:
        return lines_of_parts(parents, info)

    @staticmethod
    def resolve_subtotal(root: VendorOrderModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.subtotal_net, root.subtotal_gross, root.currency)

    @staticmethod
    def resolve_shipping_price(root: VendorOrderModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.shipping_net, root.shipping_gross, root.currency)

    @staticmethod
    def resolve_shipping_discount(root: VendorOrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.shipping_discount_gross, root.currency)

    @staticmethod
    def resolve_total(root: VendorOrderModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.total_net, root.total_gross, root.currency)

    @batch
    def resolve_tax_breakdown(parents: list[VendorOrderModel], info: Any) -> list[list[dict[str, Any]]]:
        rows = zip(parents, lines_of_parts(parents, info), strict=True)
        return [_breakdown(vendor_order, lines) for vendor_order, lines in rows]

    @batch
    def resolve_fulfillments(parents: list[VendorOrderModel], info: Any) -> list[list[FulfillmentModel]]:
        ids = [row.pk for row in parents]
        return grouped(fulfillments_of(ids), lambda row: row.vendor_order_id, ids)


VendorOrderCountableConnection = connection_type(
    "VendorOrder", "market.orders.graphql.vendor_order_types.VendorOrder", "vendor orders"
)


def _breakdown(vendor_order: VendorOrderModel, lines: list[OrderLineModel]) -> list[dict[str, Any]]:
    amounts = [(line.tax_kind, taxed(line.total_net, line.total_gross, line.currency)) for line in lines]
    charge = taxed(vendor_order.shipping_net, vendor_order.shipping_gross, vendor_order.currency)
    if charge.gross.amount:
        amounts.append((delivery_tax_kind(line.tax_kind for line in lines if line.is_shipping_required), charge))
    printed = [kind.value for kind in TaxKind]
    sums = sorted(tax_breakdown(amounts).items(), key=lambda item: printed.index(item[0]))
    return [{"tax_kind": kind, "supply": sum_.net, "tax": sum_.tax, "total": sum_.gross} for kind, sum_ in sums]
