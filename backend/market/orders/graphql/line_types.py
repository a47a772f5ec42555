"""Lines and dispatches as clients see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.catalog.graphql.enums import TaxKindEnum
from market.catalog.graphql.translations import ENGLISH
from market.catalog.graphql.views import view_of_channel
from market.catalog.selectors.translations import names_of_variants
from market.catalog.selectors.variants import variants_in_view
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.enums import ThumbnailFormatEnum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.images import image_url
from market.core.graphql.languages import in_english
from market.core.graphql.scalars import DateTime, PositiveDecimal
from market.core.graphql.types import Image, ModelObjectType, Node, ObjectWithMetadata, TaxedMoney, non_null_list
from market.core.graphql.types import Money as MoneyType
from market.core.money import Money
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.core.tax import split_gross
from market.orders.graphql.delivery_fields import FulfillmentDeliveryFields
from market.orders.graphql.enums import FulfillmentStatus
from market.orders.graphql.withdrawal_fields import OrderLineWithdrawalFields
from market.orders.models import Fulfillment as FulfillmentModel
from market.orders.models import FulfillmentLine as FulfillmentLineModel
from market.orders.models import Order as OrderModel
from market.orders.models import OrderLine as OrderLineModel
from market.orders.selectors.order_parts import fulfillment_lines_of
from market.promotions.graphql.enums import DiscountValueTypeEnum
from market.vendors.graphql.types import Vendor


def taxed(net: Decimal, gross: Decimal, currency: str) -> TaxedMoneyValue:
    """Two columns as one amount."""
    return TaxedMoneyValue(Money.of(net, currency), Money.of(gross, currency))


class OrderLine(*extensions_for("OrderLine"), OrderLineWithdrawalFields, ModelObjectType):  # type: ignore[misc]
    """Something bought, as it was sold."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    product_name = graphene.String(required=True, description="Name of the product then.")
    variant_name = graphene.String(required=True, description="Name of the variant then.")
    translated_product_name = graphene.String(
        required=True, description="Name of the product in the language of the request; empty where there is none."
    )
    translated_variant_name = graphene.String(
        required=True, description="Name of the variant in the language of the request; empty where there is none."
    )
    product_sku = graphene.String(description="SKU then.")
    product_slug = graphene.String(description="Slug of the product then.")
    product_variant_id = graphene.String(description="ID of the variant.")
    variant = graphene.Field(
        "market.catalog.graphql.types.ProductVariant",
        description="The variant as it is now; none when it is no longer sold.",
    )
    vendor = graphene.Field(Vendor, required=True, description="Who sold it.")
    tax_kind = graphene.Field(TaxKindEnum, required=True, description="How VAT applied.")
    tax_rate = graphene.Float(description="The VAT rate, 0.1 = 10 %.")
    quantity = graphene.Int(required=True, description="How many.")
    quantity_fulfilled = graphene.Int(required=True, description="How many of them were dispatched.")
    quantity_to_fulfill = graphene.Int(required=True, description="How many are still to be dispatched.")
    quantity_canceled = graphene.Int(
        required=True, description="How many of them the enterprise cannot send; they were refunded."
    )
    is_shipping_required = graphene.Boolean(required=True, description="Whether it is shipped.")
    is_gift = graphene.Boolean(description="Whether it was given on top.")
    unit_price = graphene.Field(TaxedMoney, required=True, description="What one cost.")
    undiscounted_unit_price = graphene.Field(TaxedMoney, required=True, description="What one cost before discounts.")
    total_price = graphene.Field(TaxedMoney, required=True, description="What all cost.")
    unit_discount = graphene.Field(MoneyType, required=True, description="What the voucher took off one, rounded.")
    unit_discount_type = graphene.Field(DiscountValueTypeEnum, description="How that discount is expressed.")
    unit_discount_value = PositiveDecimal(required=True, description="That discount as a number.")
    unit_discount_reason = graphene.String(description="Why it was granted.")
    voucher_code = graphene.String(description="The voucher code that made it cheaper.")
    undiscounted_total_price = graphene.Field(TaxedMoney, required=True, description="What all cost before discounts.")
    thumbnail = graphene.Field(
        Image,
        size=graphene.Int(description="Wanted size in pixels."),
        format=graphene.Argument(ThumbnailFormatEnum, description="Wanted format."),
        description="A picture of it.",
    )

    @staticmethod
    def resolve_product_variant_id(root: OrderLineModel, info: Any) -> str | None:
        return to_global_id("ProductVariant", root.variant_id) if root.variant_id else None

    @batch
    def resolve_variant(parents: list[OrderLineModel], info: Any) -> list[Any]:
        orders = _orders(parents)
        wanted: dict[int, set[int]] = {}
        for line in parents:
            if line.variant_id:
                wanted.setdefault(orders[line.order_id].channel_id, set()).add(line.variant_id)
        channels = {order.channel_id: order.channel for order in orders.values()}
        found = {pk: variants_in_view(ids, view_of_channel(info, channels[pk])) for pk, ids in wanted.items()}
        return [
            found[orders[line.order_id].channel_id].get(line.variant_id) if line.variant_id else None
            for line in parents
        ]

    @batch
    def resolve_translated_product_name(parents: list[OrderLineModel], info: Any) -> list[str]:
        found = _english_names(parents, info)
        return [found.get(line.variant_id or 0, ("", ""))[0] for line in parents]

    @batch
    def resolve_translated_variant_name(parents: list[OrderLineModel], info: Any) -> list[str]:
        found = _english_names(parents, info)
        return [found.get(line.variant_id or 0, ("", ""))[1] for line in parents]

    @staticmethod
    def resolve_vendor(root: OrderLineModel, info: Any) -> Any:
        return root.vendor_order.vendor

    @staticmethod
    def resolve_tax_rate(root: OrderLineModel, info: Any) -> float:
        return float(root.tax_rate)

    @staticmethod
    def resolve_quantity_to_fulfill(root: OrderLineModel, info: Any) -> int:
        return root.quantity_open

    @staticmethod
    def resolve_is_gift(root: OrderLineModel, info: Any) -> bool:
        return False

    @staticmethod
    def resolve_unit_price(root: OrderLineModel, info: Any) -> TaxedMoneyValue:
        """What one cost after the voucher: the total divided by the pieces, rounded, as Saleor shows it."""
        if not root.discount_gross:
            return taxed(root.unit_price_net, root.unit_price_gross, root.currency)
        return split_gross(Money.of(root.total_gross / root.quantity, root.currency), root.tax_rate)

    @staticmethod
    def resolve_unit_discount(root: OrderLineModel, info: Any) -> Money:
        return Money.of(root.discount_gross / root.quantity, root.currency)

    @staticmethod
    def resolve_unit_discount_type(root: OrderLineModel, info: Any) -> str | None:
        return "fixed" if root.discount_gross else None

    @staticmethod
    def resolve_unit_discount_value(root: OrderLineModel, info: Any) -> Decimal:
        return Money.of(root.discount_gross / root.quantity, root.currency).amount

    @batch
    def resolve_unit_discount_reason(parents: list[OrderLineModel], info: Any) -> list[str | None]:
        return [f"Voucher code: {code}" if code else None for code in _voucher_codes(parents)]

    @batch
    def resolve_voucher_code(parents: list[OrderLineModel], info: Any) -> list[str | None]:
        return _voucher_codes(parents)

    @staticmethod
    def resolve_undiscounted_unit_price(root: OrderLineModel, info: Any) -> TaxedMoneyValue:
        return split_gross(Money.of(root.undiscounted_unit_price, root.currency), root.tax_rate)

    @staticmethod
    def resolve_total_price(root: OrderLineModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.total_net, root.total_gross, root.currency)

    @staticmethod
    def resolve_undiscounted_total_price(root: OrderLineModel, info: Any) -> TaxedMoneyValue:
        return split_gross(Money.of(root.undiscounted_unit_price * root.quantity, root.currency), root.tax_rate)

    @staticmethod
    def resolve_thumbnail(
        root: OrderLineModel, info: Any, size: int | None = None, format: Any = None
    ) -> dict[str, str] | None:
        if not root.artwork:
            return None
        return {"url": image_url(root.artwork, size, getattr(format, "value", format)), "alt": root.product_name}


def _voucher_codes(lines: list[OrderLineModel]) -> list[str | None]:
    """The code that each line's discount comes from; none for lines without."""
    reduced = [line for line in lines if line.discount_gross]
    orders = _orders(reduced) if reduced else {}
    return [orders[line.order_id].voucher_code or None if line.discount_gross else None for line in lines]


def _english_names(lines: list[OrderLineModel], info: Any) -> dict[int, tuple[str, str]]:
    """The names of what was bought, loaded once for both fields; lines keep no English of their own."""
    if not in_english(info):
        return {}
    ids = frozenset(line.variant_id for line in lines if line.variant_id)
    found: dict[int, tuple[str, str]] = info.context.remember(
        ("orders.english_names", ids), lambda: names_of_variants(ids, ENGLISH)
    )
    return found


def _orders(lines: list[OrderLineModel]) -> dict[Any, OrderModel]:
    """The orders of the lines with their channels; one statement for those that came without."""
    known = {line.order_id: line.order for line in lines if OrderLineModel.order.is_cached(line)}
    lacking = {line.order_id for line in lines} - set(known)
    if lacking:
        known |= OrderModel.objects.select_related("channel").in_bulk(lacking)
    return known


class FulfillmentLine(ModelObjectType):
    """So many pieces of a line in one dispatch."""

    class Meta:
        interfaces = (Node,)

    quantity = graphene.Int(required=True, description="How many pieces.")
    order_line = graphene.Field(OrderLine, description="Of which line.")


class Fulfillment(FulfillmentDeliveryFields, ModelObjectType):
    """One dispatch of one enterprise."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    fulfillment_order = graphene.Int(required=True, description="Running number within the vendor order.")
    status = graphene.Field(FulfillmentStatus, required=True, description="Where it stands.")
    tracking_number = graphene.String(required=True, description="Number to follow the parcel by.")
    created = graphene.Field(DateTime, required=True, description="When it was dispatched.")
    lines = graphene.Field(non_null_list(FulfillmentLine), description="What was dispatched.")

    @staticmethod
    def resolve_created(root: FulfillmentModel, info: Any) -> Any:
        return root.created_at

    @batch
    def resolve_lines(parents: list[FulfillmentModel], info: Any) -> list[list[FulfillmentLineModel]]:
        ids = [fulfillment.pk for fulfillment in parents]
        return grouped(fulfillment_lines_of(ids), lambda row: row.fulfillment_id, ids)
