"""What vouchers and gift cards did for an order, as clients see it."""

from __future__ import annotations

import copy
from typing import Any

import graphene

from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.languages import in_english
from market.core.graphql.scalars import PositiveDecimal
from market.core.graphql.types import ModelObjectType, Money, Node, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.orders.graphql.enums import OrderDiscountType
from market.orders.models import Order as OrderModel
from market.orders.models import OrderDiscount as OrderDiscountModel
from market.orders.selectors.order_get import may_see_person
from market.orders.selectors.order_parts import discounts_of
from market.promotions.graphql.enums import DiscountValueTypeEnum
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.graphql.vouchers import Voucher, in_voucher_channel
from market.promotions.models import GiftCard as GiftCardModel
from market.promotions.models import Voucher as VoucherModel
from market.promotions.selectors.gift_cards import gift_card_uses_of


class OrderDiscount(ModelObjectType):
    """A discount on an order, as it was granted."""

    class Meta:
        interfaces = (Node,)

    type = graphene.Field(OrderDiscountType, required=True, description="Where it comes from.")
    name = graphene.String(description="What it is called.")
    translated_name = graphene.String(description="The same in the language of the request.")
    value_type = graphene.Field(DiscountValueTypeEnum, required=True, description="An amount or a share.")
    value = PositiveDecimal(required=True, description="The amount, or per cent.")
    amount = graphene.Field(Money, required=True, description="How much it took off in all.")
    reason = graphene.String(description="Why it was granted.")

    @staticmethod
    def resolve_translated_name(root: OrderDiscountModel, info: Any) -> str | None:
        names: dict[str, str] = root.name_translations
        return names.get("en") if in_english(info) else names.get(info.context.language)

    @staticmethod
    def resolve_amount(root: OrderDiscountModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.order.currency)

    @staticmethod
    def resolve_reason(root: OrderDiscountModel, info: Any) -> str | None:
        return root.reason or None


class OrderPromotionFields:
    undiscounted_total = graphene.Field(
        TaxedMoney, required=True, description="Lines and delivery before the voucher and before gift cards."
    )
    discounts = graphene.Field(non_null_list(OrderDiscount), required=True, description="Discounts on the order.")
    voucher = graphene.Field(Voucher, description="The voucher that was used, as long as there is one.")
    voucher_code = graphene.String(description="Its code.")
    gift_cards = graphene.Field(
        non_null_list(GiftCard), required=True, description="Gift cards that paid; for the buyer and staff only."
    )
    gift_card_amount = graphene.Field(Money, required=True, description="What gift cards paid.")

    @staticmethod
    def resolve_undiscounted_total(root: OrderModel, info: Any) -> TaxedMoneyValue:
        net = root.subtotal_net + root.shipping_net + root.discount_net
        gross = root.subtotal_gross + root.shipping_gross + root.discount_gross
        return TaxedMoneyValue(MoneyValue.of(net, root.currency), MoneyValue.of(gross, root.currency))

    @batch
    def resolve_discounts(parents: list[OrderModel], info: Any) -> list[list[OrderDiscountModel]]:
        orders = {order.pk: order for order in parents}
        rows = list(discounts_of([order.pk for order in parents if order.discount_gross or order.voucher_code]))
        for row in rows:
            row.order = orders[row.order_id]
        return grouped(rows, lambda row: row.order_id, list(orders))

    @batch
    def resolve_voucher(parents: list[OrderModel], info: Any) -> list[Any]:
        """Each order its own, showing the code that was used there and no other of the voucher."""
        ids = {order.voucher_id for order in parents if order.voucher_id}
        rows = VoucherModel.objects.filter(pk__in=ids).select_related("vendor") if ids else []
        found = by_key(rows, lambda row: row.pk, [order.voucher_id for order in parents])
        return [_shown(voucher, order) if voucher else None for order, voucher in zip(parents, found, strict=True)]

    @staticmethod
    def resolve_voucher_code(root: OrderModel, info: Any) -> str | None:
        return root.voucher_code or None

    @batch
    def resolve_gift_cards(parents: list[OrderModel], info: Any) -> list[list[GiftCardModel]]:
        viewer = info.context.actor
        paid = {order.pk for order in parents if order.gift_cards_gross and may_see_person(order, viewer)}
        rows = list(gift_card_uses_of(paid)) if paid else []
        uses = grouped(rows, lambda row: row.order_id, [order.pk for order in parents])
        return [[use.gift_card for use in found] for found in uses]

    @staticmethod
    def resolve_gift_card_amount(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.gift_cards_gross, root.currency)


def _shown(voucher: VoucherModel, order: OrderModel) -> Any:
    shown: Any = copy.copy(voucher)  # two orders may have used different codes of one voucher
    shown.used_code = order.voucher_code
    return in_voucher_channel(shown, order.channel.slug)
