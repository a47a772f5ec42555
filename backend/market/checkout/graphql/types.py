"""Checkouts as clients see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import graphene

from market.accounts.graphql.enums import AddressTypeEnum
from market.accounts.graphql.types import Address, User
from market.accounts.models import User as UserModel
from market.channels.graphql.types import Channel
from market.checkout.graphql.enums import (
    CheckoutAuthorizeStatusEnum,
    CheckoutChargeStatusEnum,
    CheckoutErrorCode,
    DeliveryOptionsCalculateErrorCode,
)
from market.checkout.graphql.line_types import CheckoutLine, CheckoutProblem, CheckoutVendorGroup, InvalidDelivery
from market.checkout.graphql.loading import lines_of, pricings
from market.checkout.graphql.promotion_fields import CheckoutPromotionFields
from market.checkout.models import Checkout as CheckoutModel
from market.checkout.models import CheckoutLine as CheckoutLineModel
from market.checkout.selectors.deliveries import DeliveryOption, delivery_option_lists
from market.checkout.selectors.pricing import Pricing, VendorGroup
from market.checkout.selectors.problems import LineProblem, line_problems
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, by_key
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import UUID, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.orders.rules import authorize_status_of, charge_status_of
from market.shipping.graphql.types import Delivery, DeliveryMethod, OfferedMethod, ShippingMethod


class CheckoutError(SaleorError):
    """What went wrong with a checkout."""

    code = graphene.Field(CheckoutErrorCode, required=True, description="The error's code.")
    variants = non_null_list(graphene.ID, description="Variants the error is about.")
    lines = non_null_list(graphene.ID, description="Lines the error is about.")
    address_type = graphene.Field(AddressTypeEnum, description="Which address the error is about.")


class DeliveryOptionsCalculateError(SaleorError):
    """Why no ways of delivery can be offered."""

    code = graphene.Field(DeliveryOptionsCalculateErrorCode, required=True, description="The error's code.")


@dataclass(frozen=True, slots=True)
class OfferedDelivery:
    """A way of delivery for one checkout."""

    id: str
    shipping_method: OfferedMethod


class Checkout(*extensions_for("Checkout"), CheckoutPromotionFields, ModelObjectType):  # type: ignore[misc]
    """A cart on its way to an order. Prices are worked out anew for every answer."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    token = graphene.Field(UUID, required=True, description="The key under which the checkout is reached.")
    created = graphene.Field(DateTime, required=True, description="When it was opened.")
    updated_at = graphene.Field(DateTime, required=True, description="When it last changed.")
    channel = graphene.Field(Channel, required=True, description="Where it buys.")
    user = graphene.Field(User, description="Whose it is; none for a guest's.")
    email = graphene.String(description="Where to write to.")
    language_code = graphene.Field(LanguageCodeEnum, required=True, description="Language of mails and papers.")
    note = graphene.String(required=True, description="The buyer's word to the enterprises.")
    customer_note = graphene.String(required=True, description="The same, under the name that orders have for it.")
    stock_reservation_expires = graphene.Field(
        DateTime, description="Always null: pieces are promised when the order is placed."
    )
    lines = graphene.Field(non_null_list(CheckoutLine), required=True, description="What is bought.")
    quantity = graphene.Int(required=True, description="Pieces in all.")
    vendor_groups = graphene.Field(
        non_null_list(CheckoutVendorGroup), required=True, description="The part of each enterprise."
    )
    is_shipping_required = graphene.Boolean(required=True, description="Whether anything is shipped.")
    shipping_address = graphene.Field(Address, description="Where it goes.")
    billing_address = graphene.Field(Address, description="Whom papers are made out to.")
    shipping_methods = graphene.Field(
        non_null_list(ShippingMethod), required=True, description="Ways of delivery to choose from."
    )
    available_shipping_methods = graphene.Field(
        non_null_list(ShippingMethod),
        required=True,
        description="Ways of delivery to choose from.",
        deprecation_reason="Use `shippingMethods`.",
    )
    shipping_method = graphene.Field(ShippingMethod, description="The chosen way of delivery.")
    delivery_method = graphene.Field(DeliveryMethod, description="The chosen way of delivery.")
    delivery = graphene.Field(Delivery, description="The chosen way of delivery, as it was offered.")
    subtotal_price = graphene.Field(TaxedMoney, required=True, description="All lines.")
    shipping_price = graphene.Field(
        TaxedMoney, required=True, description="All delivery charges, once a way of delivery is chosen."
    )
    total_price = graphene.Field(
        TaxedMoney, required=True, description="Lines and delivery after the voucher, less what gift cards pay."
    )
    total_balance = graphene.Field(
        Money, required=True, description="Paid less total: negative while something is owed."
    )
    authorize_status = graphene.Field(
        CheckoutAuthorizeStatusEnum, required=True, description="How much is paid or promised."
    )
    charge_status = graphene.Field(CheckoutChargeStatusEnum, required=True, description="How much is paid.")
    problems = non_null_list(CheckoutProblem, description="What keeps it from being ordered.")

    @staticmethod
    def resolve_created(root: CheckoutModel, info: Any) -> Any:
        return root.created_at

    @batch
    def resolve_user(parents: list[CheckoutModel], info: Any) -> list[UserModel | None]:
        ids = {checkout.user_id for checkout in parents if checkout.user_id}
        users = UserModel.objects.filter(pk__in=ids) if ids else []
        return by_key(users, lambda user: user.pk, [checkout.user_id for checkout in parents])

    @staticmethod
    def resolve_customer_note(root: CheckoutModel, info: Any) -> str:
        return root.note

    @staticmethod
    def resolve_stock_reservation_expires(root: CheckoutModel, info: Any) -> None:
        return None

    @staticmethod
    def resolve_email(root: CheckoutModel, info: Any) -> str | None:
        return root.email or None

    @batch
    def resolve_lines(parents: list[CheckoutModel], info: Any) -> list[list[CheckoutLineModel]]:
        return [lines_of(pricing) for pricing in pricings(parents, info)]

    @batch
    def resolve_quantity(parents: list[CheckoutModel], info: Any) -> list[int]:
        return [sum(line.quantity for line in lines_of(pricing)) for pricing in pricings(parents, info)]

    @batch
    def resolve_vendor_groups(parents: list[CheckoutModel], info: Any) -> list[tuple[VendorGroup, ...]]:
        return [pricing.groups for pricing in pricings(parents, info)]

    @batch
    def resolve_is_shipping_required(parents: list[CheckoutModel], info: Any) -> list[bool]:
        return [pricing.is_shipping_required for pricing in pricings(parents, info)]

    @batch
    def resolve_shipping_methods(parents: list[CheckoutModel], info: Any) -> list[list[OfferedMethod]]:
        return [[offer.shipping_method for offer in offered] for offered in offered_deliveries(parents, info)]

    @batch
    def resolve_available_shipping_methods(parents: list[CheckoutModel], info: Any) -> list[list[OfferedMethod]]:
        return [[offer.shipping_method for offer in offered] for offered in offered_deliveries(parents, info)]

    @batch
    def resolve_shipping_method(parents: list[CheckoutModel], info: Any) -> list[OfferedMethod | None]:
        return [delivery.shipping_method if delivery else None for delivery in _chosen(parents, info)]

    @batch
    def resolve_delivery_method(parents: list[CheckoutModel], info: Any) -> list[OfferedMethod | None]:
        return [delivery.shipping_method if delivery else None for delivery in _chosen(parents, info)]

    @batch
    def resolve_delivery(parents: list[CheckoutModel], info: Any) -> list[OfferedDelivery | None]:
        return _chosen(parents, info)

    @batch
    def resolve_subtotal_price(parents: list[CheckoutModel], info: Any) -> list[TaxedMoneyValue]:
        return [pricing.subtotal for pricing in pricings(parents, info)]

    @batch
    def resolve_shipping_price(parents: list[CheckoutModel], info: Any) -> list[TaxedMoneyValue]:
        return [pricing.shipping for pricing in pricings(parents, info)]

    @batch
    def resolve_total_price(parents: list[CheckoutModel], info: Any) -> list[TaxedMoneyValue]:
        return [pricing.total for pricing in pricings(parents, info)]

    @batch
    def resolve_authorize_status(parents: list[CheckoutModel], info: Any) -> list[str]:
        return [
            authorize_status_of(
                pricing.total.gross,
                MoneyValue.of(checkout.authorized_amount, pricing.currency),
                MoneyValue.of(checkout.charged_amount, pricing.currency),
            )
            for checkout, pricing in zip(parents, pricings(parents, info), strict=True)
        ]

    @batch
    def resolve_charge_status(parents: list[CheckoutModel], info: Any) -> list[str]:
        return [
            charge_status_of(pricing.total.gross, MoneyValue.of(checkout.charged_amount, pricing.currency))
            for checkout, pricing in zip(parents, pricings(parents, info), strict=True)
        ]

    @batch
    def resolve_total_balance(parents: list[CheckoutModel], info: Any) -> list[MoneyValue]:
        return [
            MoneyValue.of(checkout.charged_amount, pricing.currency) - pricing.total.gross
            for checkout, pricing in zip(parents, pricings(parents, info), strict=True)
        ]

    @batch
    def resolve_problems(parents: list[CheckoutModel], info: Any) -> list[list[LineProblem | InvalidDelivery]]:
        gone = _deliveries_gone(parents, info)
        return [
            [*line_problems(pricing.lines), *deliveries]
            for pricing, deliveries in zip(pricings(parents, info), gone, strict=True)
        ]


CheckoutCountableConnection = connection_type("Checkout", "market.checkout.graphql.types.Checkout", "checkouts")


def delivery_id(checkout: CheckoutModel, method_id: int) -> str:
    """The id of an offer: it names the checkout it was made for."""
    return to_global_id("Delivery", f"{checkout.pk}_{method_id}")


def offered_deliveries(checkouts: list[CheckoutModel], info: Any) -> list[list[OfferedDelivery]]:
    """The ways of delivery each checkout may choose from: none without an address or anything to ship."""
    known: dict[Any, tuple[Pricing, list[DeliveryOption]]] = info.context.remember("checkout.deliveries", dict)
    priced = list(zip(checkouts, pricings(checkouts, info), strict=True))
    unknown = [row for row in priced if row[0].pk not in known or known[row[0].pk][0] is not row[1]]
    for (checkout, pricing), options in zip(unknown, delivery_option_lists(priced=unknown), strict=True):
        known[checkout.pk] = (pricing, options)
    return [
        [
            OfferedDelivery(delivery_id(checkout, option.method.pk), OfferedMethod(option.method, option.price))
            for option in known[checkout.pk][1]
        ]
        for checkout in checkouts
    ]


def _chosen(checkouts: list[CheckoutModel], info: Any) -> list[OfferedDelivery | None]:
    chosen: list[OfferedDelivery | None] = []
    for checkout, pricing in zip(checkouts, pricings(checkouts, info), strict=True):
        method = checkout.shipping_method
        price = pricing.delivery_charges.gross
        chosen.append(
            OfferedDelivery(delivery_id(checkout, method.pk), OfferedMethod(method, price)) if method else None
        )
    return chosen


def _deliveries_gone(checkouts: list[CheckoutModel], info: Any) -> list[list[InvalidDelivery]]:
    """The chosen way of delivery of each checkout where it is offered no more; only those who chose one are looked up."""
    choosers = [checkout for checkout in checkouts if checkout.shipping_method is not None]
    offered = dict(zip([checkout.pk for checkout in choosers], offered_deliveries(choosers, info), strict=True))
    chosen = zip(checkouts, _chosen(checkouts, info), pricings(checkouts, info), strict=True)
    return [
        [InvalidDelivery(delivery)]
        if delivery and pricing.is_shipping_required and delivery.id not in {one.id for one in offered[checkout.pk]}
        else []
        for checkout, delivery, pricing in chosen
    ]
