"""Orders as clients see them."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.accounts.graphql.types import Address, User
from market.accounts.models import Address as AddressModel
from market.channels.graphql.types import Channel, operator_account
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.languages import localized
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.orders.enums import ChargeStatus, PaymentMeans
from market.orders.enums import OrderStatus as Status
from market.orders.graphql.enums import (
    OrderAuthorizeStatusEnum,
    OrderChargeStatusEnum,
    OrderErrorCode,
    OrderStatus,
    PaymentChargeStatusEnum,
    PaymentMeansEnum,
)
from market.orders.graphql.line_types import Fulfillment, OrderLine, taxed
from market.orders.graphql.promotion_fields import OrderPromotionFields
from market.orders.graphql.refund_types import OrderGrantedRefund
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.graphql.withdrawal_fields import OrderWithdrawalFields
from market.orders.graphql.words import status_words
from market.orders.models import Fulfillment as FulfillmentModel
from market.orders.models import Order as OrderModel
from market.orders.models import OrderGrantedRefund as OrderGrantedRefundModel
from market.orders.models import OrderLine as OrderLineModel
from market.orders.models import VendorOrder as VendorOrderModel
from market.orders.rules import authorize_status_of, is_owed_back, mask_email, mask_text
from market.orders.selectors.order_get import may_see_person
from market.orders.selectors.order_parts import (
    fulfillments_of_orders,
    granted_refunds_of,
    order_lines_of,
    vendor_orders_of,
)
from market.shipping.graphql.types import DeliveryMethod, OfferedMethod, ShippingMethod

PAYMENT_STATUS = {
    ChargeStatus.NONE: "not-charged",
    ChargeStatus.PARTIAL: "partially-charged",
    ChargeStatus.FULL: "fully-charged",
    ChargeStatus.OVERCHARGED: "fully-charged",
}
PAYMENT_STATUS_WORDS = {
    "not-charged": ("결제 전", "Not charged"),
    "partially-charged": ("일부 결제", "Partially charged"),
    "fully-charged": ("결제 완료", "Fully charged"),
    "partially-refunded": ("일부 환불", "Partially refunded"),
    "fully-refunded": ("환불 완료", "Fully refunded"),
    "cancelled": ("취소", "Cancelled"),
}


class OrderError(SaleorError):
    """What went wrong with an order."""

    code = graphene.Field(OrderErrorCode, required=True, description="The error's code.")
    order_lines = non_null_list(graphene.ID, description="Lines the error is about.")
    variants = non_null_list(graphene.ID, description="Variants the error is about.")


class BankTransferInstruction(*extensions_for("BankTransferInstruction"), graphene.ObjectType):  # type: ignore[misc]
    """What to transfer, where and until when."""

    bank_name = graphene.String(required=True, description="Name of the bank.")
    account_number = graphene.String(required=True, description="Number of the account.")
    account_holder = graphene.String(required=True, description="Who holds it.")
    reference = graphene.String(required=True, description="What to write as the sender, so that the money is matched.")
    amount = graphene.Field(Money, required=True, description="How much is still to be paid.")
    pay_by = graphene.Field(DateTime, required=True, description="When the order lapses unless it is paid.")


class Order(*extensions_for("Order"), OrderPromotionFields, OrderWithdrawalFields, ModelObjectType):  # type: ignore[misc]
    """One purchase. It is split into a vendor order for each enterprise."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    number = graphene.String(required=True, description="Number for people.")
    token = graphene.String(required=True, description="The key under which the order can be read.")
    created = graphene.Field(DateTime, required=True, description="When it was placed.")
    updated_at = graphene.Field(DateTime, required=True, description="When it last changed.")
    channel = graphene.Field(Channel, required=True, description="Where it was placed.")
    language_code = graphene.String(required=True, description="Language of its mails and papers.")
    language_code_enum = graphene.Field(
        LanguageCodeEnum, required=True, description="The same as a value to choose from."
    )
    user = graphene.Field(User, description="The buyer, for the buyer and staff only.")
    user_email = graphene.String(description="E-mail address; masked for everybody but the buyer and staff.")
    status = graphene.Field(OrderStatus, required=True, description="Where it stands.")
    status_display = graphene.String(required=True, description="The status in words.")
    authorize_status = graphene.Field(
        OrderAuthorizeStatusEnum, required=True, description="How much is paid or promised."
    )
    charge_status = graphene.Field(OrderChargeStatusEnum, required=True, description="How much is paid.")
    payment_status = graphene.Field(PaymentChargeStatusEnum, required=True, description="How far the payment has come.")
    payment_status_display = graphene.String(required=True, description="The same in words.")
    is_paid = graphene.Boolean(required=True, description="Whether it is paid in full.")
    billing_address = graphene.Field(Address, description="Whom papers are made out to; masked as the e-mail address.")
    shipping_address = graphene.Field(Address, description="Where it goes; masked as the e-mail address.")
    delivery_method = graphene.Field(DeliveryMethod, description="How it is delivered.")
    shipping_method = graphene.Field(
        ShippingMethod, description="How it is delivered.", deprecation_reason="Use `deliveryMethod`."
    )
    shipping_method_name = graphene.String(description="Name of the delivery method as it was.")
    is_shipping_required = graphene.Boolean(required=True, description="Whether anything of it is shipped.")
    lines = graphene.Field(non_null_list(OrderLine), required=True, description="What was bought.")
    fulfillments = graphene.Field(non_null_list(Fulfillment), required=True, description="What has been dispatched.")
    vendor_orders = graphene.Field(
        non_null_list(VendorOrder), required=True, description="The part of each enterprise."
    )
    subtotal = graphene.Field(TaxedMoney, required=True, description="All lines.")
    shipping_price = graphene.Field(TaxedMoney, required=True, description="All delivery charges.")
    total = graphene.Field(
        TaxedMoney, required=True, description="Lines and delivery, less what gift cards paid: what is to be paid."
    )
    total_authorized = graphene.Field(
        Money, required=True, description="What a provider has promised and not yet handed over."
    )
    total_charged = graphene.Field(Money, required=True, description="What has been paid, less what was given back.")
    total_captured = graphene.Field(Money, required=True, description="The same under its older name.")
    total_granted_refund = graphene.Field(Money, required=True, description="What of the total need not be paid.")
    granted_refunds = graphene.Field(
        non_null_list(OrderGrantedRefund), required=True, description="Refunds that were granted, oldest first."
    )
    total_balance = graphene.Field(
        Money, required=True, description="Paid less total: negative while something is owed."
    )
    errors = graphene.Field(
        non_null_list(OrderError),
        required=True,
        description="Always empty: what cannot be ordered never becomes an order.",
    )
    customer_note = graphene.String(
        required=True, description="The buyer's word to the enterprises; masked as the e-mail address."
    )
    payment_means = graphene.Field(PaymentMeansEnum, required=True, description="How it is to be paid.")
    bank_transfer = graphene.Field(
        BankTransferInstruction, description="What to transfer, while a transfer is awaited."
    )
    buyer_organization = graphene.String(description="The public body it was bought for.")

    @staticmethod
    def resolve_number(root: OrderModel, info: Any) -> str:
        return str(root.number)

    @staticmethod
    def resolve_token(root: OrderModel, info: Any) -> str:
        return str(root.pk)

    @staticmethod
    def resolve_created(root: OrderModel, info: Any) -> Any:
        return root.created_at

    @staticmethod
    def resolve_user(root: OrderModel, info: Any) -> Any:
        return root.user if may_see_person(root, info.context.actor) else None

    @staticmethod
    def resolve_user_email(root: OrderModel, info: Any) -> str:
        return root.user_email if may_see_person(root, info.context.actor) else mask_email(root.user_email)

    @staticmethod
    def resolve_customer_note(root: OrderModel, info: Any) -> str:
        return root.customer_note if may_see_person(root, info.context.actor) else mask_text(root.customer_note)

    @staticmethod
    def resolve_status_display(root: OrderModel, info: Any) -> str:
        return status_words(root, root.status, info.context.language)

    @staticmethod
    def resolve_authorize_status(root: OrderModel, info: Any) -> str:
        charged, authorized, owed = (
            MoneyValue.of(amount, root.currency)
            for amount in (root.total_charged, root.total_authorized, root.total_gross - root.total_granted)
        )
        return authorize_status_of(owed, authorized, charged)

    @staticmethod
    def resolve_payment_status(root: OrderModel, info: Any) -> str:
        return _payment_status(root)

    @staticmethod
    def resolve_payment_status_display(root: OrderModel, info: Any) -> str:
        return localized(*PAYMENT_STATUS_WORDS[_payment_status(root)], info)

    @staticmethod
    def resolve_is_paid(root: OrderModel, info: Any) -> bool:
        return root.charge_status in (ChargeStatus.FULL, ChargeStatus.OVERCHARGED)

    @staticmethod
    def resolve_billing_address(root: OrderModel, info: Any) -> AddressModel | None:
        return _address(root, root.billing_address, info)

    @staticmethod
    def resolve_shipping_address(root: OrderModel, info: Any) -> AddressModel | None:
        return _address(root, root.shipping_address, info)

    @staticmethod
    def resolve_language_code_enum(root: OrderModel, info: Any) -> str:
        return root.language_code

    @staticmethod
    def resolve_delivery_method(root: OrderModel, info: Any) -> OfferedMethod | None:
        return OfferedMethod(root.shipping_method, _shipping(root).gross) if root.shipping_method else None

    @staticmethod
    def resolve_errors(root: OrderModel, info: Any) -> list[Any]:
        return []

    @staticmethod
    def resolve_shipping_method(root: OrderModel, info: Any) -> OfferedMethod | None:
        return Order.resolve_delivery_method(root, info)

    @staticmethod
    def resolve_shipping_method_name(root: OrderModel, info: Any) -> str:
        """As it was; in English as long as the method still has the name it had."""
        method, then = root.shipping_method, root.shipping_method_name
        return localized(then, method.name_en, info) if method and method.name == then else then

    @batch
    def resolve_is_shipping_required(parents: list[OrderModel], info: Any) -> list[bool]:
        return [any(line.is_shipping_required for line in lines) for lines in _lines(parents, info)]

    @batch
    def resolve_lines(parents: list[OrderModel], info: Any) -> list[list[OrderLineModel]]:
        return _lines(parents, info)

    @batch
    def resolve_fulfillments(parents: list[OrderModel], info: Any) -> list[list[FulfillmentModel]]:
        ids = [order.pk for order in parents]
        return grouped(fulfillments_of_orders(ids), lambda row: row.vendor_order.order_id, ids)

    @batch
    def resolve_vendor_orders(parents: list[OrderModel], info: Any) -> list[list[VendorOrderModel]]:
        orders = {order.pk: order for order in parents}
        rows = list(vendor_orders_of(orders))
        for row in rows:
            row.order = orders[row.order_id]  # which knows whether its reader was recognised
        return grouped(rows, lambda row: row.order_id, list(orders))

    @staticmethod
    def resolve_subtotal(root: OrderModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.subtotal_net, root.subtotal_gross, root.currency)

    @staticmethod
    def resolve_shipping_price(root: OrderModel, info: Any) -> TaxedMoneyValue:
        return _shipping(root)

    @staticmethod
    def resolve_total(root: OrderModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.total_net, root.total_gross, root.currency)

    @staticmethod
    def resolve_total_authorized(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.total_authorized, root.currency)

    @staticmethod
    def resolve_total_charged(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.total_charged, root.currency)

    @staticmethod
    def resolve_total_granted_refund(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.total_granted, root.currency)

    @batch
    def resolve_granted_refunds(parents: list[OrderModel], info: Any) -> list[list[OrderGrantedRefundModel]]:
        orders = {order.pk: order for order in parents}
        rows = list(granted_refunds_of(orders))
        for row in rows:
            row.order = orders[row.order_id]
            if row.vendor_order is not None:
                row.vendor_order.order = row.order
        return grouped(rows, lambda row: row.order_id, list(orders))

    @staticmethod
    def resolve_total_captured(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.total_charged, root.currency)

    @staticmethod
    def resolve_total_balance(root: OrderModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.total_charged - (root.total_gross - root.total_granted), root.currency)

    @staticmethod
    def resolve_bank_transfer(root: OrderModel, info: Any) -> dict[str, Any] | None:
        waits = root.payment_means == PaymentMeans.BANK_TRANSFER and root.status in (
            Status.UNCONFIRMED,
            Status.UNFULFILLED,
        )
        if not waits or root.pay_by is None or Order.resolve_is_paid(root, info):
            return None
        owed = MoneyValue.of(root.total_gross - root.total_granted - root.total_charged, root.currency)
        return {
            **operator_account(),
            "order": root,
            "reference": f"{settings.SHOP_NAME}{root.number}",
            "amount": owed,
            "pay_by": root.pay_by,
        }

    @staticmethod
    def resolve_buyer_organization(root: OrderModel, info: Any) -> str | None:
        return root.buyer_organization or None


OrderCountableConnection = connection_type("Order", "market.orders.graphql.types.Order", "orders")


def _payment_status(order: OrderModel) -> str:
    """Saleor's older word for the state of the payment, which also tells refunds apart."""
    if order.total_granted > 0 and not is_owed_back(order):
        if order.total_charged > 0:
            return "partially-refunded"
        return "fully-refunded" if order.total_granted == order.total_gross else "not-charged"
    return PAYMENT_STATUS[ChargeStatus(order.charge_status)]


def _shipping(order: OrderModel) -> TaxedMoneyValue:
    return taxed(order.shipping_net, order.shipping_gross, order.currency)


def _lines(orders: list[OrderModel], info: Any) -> list[list[OrderLineModel]]:
    """The lines of each order, which know the channel they were sold in."""
    rows = grouped(
        order_lines_of([order.pk for order in orders]), lambda row: row.order_id, [order.pk for order in orders]
    )
    for order, lines in zip(orders, rows, strict=True):
        for line in lines:
            line.order = order
    return rows


def _address(order: OrderModel, address: AddressModel | None, info: Any) -> AddressModel | None:
    """The address; for strangers who know the order's key only its town stays legible."""
    if address is None or may_see_person(order, info.context.actor):
        return address
    masked = AddressModel(pk=address.pk, country=address.country, country_area=address.country_area, city=address.city)
    for name in (
        "first_name",
        "last_name",
        "company_name",
        "street_address_1",
        "street_address_2",
        "postal_code",
        "phone",
    ):
        setattr(masked, name, mask_text(getattr(address, name)))
    return masked
