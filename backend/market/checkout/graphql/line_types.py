"""Lines, their problems, and the part of each enterprise, as clients see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import graphene

from market.checkout.graphql.loading import priced_lines
from market.checkout.models import CheckoutLine as CheckoutLineModel
from market.checkout.selectors.pricing import PricedLine, VendorGroup
from market.checkout.selectors.problems import (
    HeldPriceLapsedProblem,
    InsufficientStockProblem,
    LineProblem,
    VariantNotAvailableProblem,
    line_problems,
)
from market.core.graphql.batch import batch
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.shipping.graphql.types import Delivery
from market.vendors.graphql.types import Vendor


class CheckoutLineProblemInsufficientStock(graphene.ObjectType):
    """Fewer pieces are free than the line asks for."""

    available_quantity = graphene.Int(description="How many are free.")
    line = graphene.Field("market.checkout.graphql.line_types.CheckoutLine", required=True, description="The line.")
    variant = graphene.Field("market.catalog.graphql.types.ProductVariant", required=True, description="Its variant.")

    @staticmethod
    def resolve_variant(root: InsufficientStockProblem, info: Any) -> Any:
        return root.line.priced.offer.variant  # type: ignore[attr-defined]


class CheckoutLineProblemHeldPriceLapsed(graphene.ObjectType):
    """The time for which an enterprise gave its quoted price is over; remove the line or ask for a new quote."""

    line = graphene.Field("market.checkout.graphql.line_types.CheckoutLine", required=True, description="The line.")


class CheckoutLineProblemVariantNotAvailable(graphene.ObjectType):
    """The line's variant is not sold in the channel any more."""

    line = graphene.Field("market.checkout.graphql.line_types.CheckoutLine", required=True, description="The line.")


PROBLEM_TYPES: dict[type, type[graphene.ObjectType]] = {
    InsufficientStockProblem: CheckoutLineProblemInsufficientStock,
    VariantNotAvailableProblem: CheckoutLineProblemVariantNotAvailable,
    HeldPriceLapsedProblem: CheckoutLineProblemHeldPriceLapsed,
}


def _problem_type(instance: LineProblem, info: Any) -> str:
    return PROBLEM_TYPES[type(instance)].__name__


class CheckoutLineProblem(graphene.Union):
    """What keeps a line from being ordered."""

    class Meta:
        types = tuple(PROBLEM_TYPES.values())

    resolve_type = staticmethod(_problem_type)


class CheckoutProblemDeliveryMethodStale(graphene.ObjectType):
    """The chosen way of delivery has to be worked out anew. Never told: it is worked out anew for every answer."""

    delivery = graphene.Field(Delivery, required=True, description="The chosen way of delivery.")


class CheckoutProblemDeliveryMethodInvalid(graphene.ObjectType):
    """The chosen way of delivery is not offered to this address any more; choose another."""

    delivery = graphene.Field(Delivery, required=True, description="The chosen way of delivery.")


@dataclass(frozen=True, slots=True)
class InvalidDelivery:
    """A chosen delivery that is offered no more."""

    delivery: Any


class CheckoutProblem(graphene.Union):
    """What keeps a checkout from being ordered."""

    class Meta:
        types = (
            *PROBLEM_TYPES.values(),
            CheckoutProblemDeliveryMethodStale,
            CheckoutProblemDeliveryMethodInvalid,
        )

    @staticmethod
    def resolve_type(instance: LineProblem | InvalidDelivery, info: Any) -> str:
        if isinstance(instance, InvalidDelivery):
            return "CheckoutProblemDeliveryMethodInvalid"
        return _problem_type(instance, info)


class CheckoutLineHeldPrice(graphene.ObjectType):
    """A price that an enterprise named in a quote, for just the pieces of the line. Nobody can set it from outside."""

    unit_price = graphene.Field(Money, required=True, description="What one costs, VAT included.")
    until = graphene.Field(DateTime, required=True, description="From then on the line cannot be ordered.")
    reference = graphene.String(required=True, description="The line of the quote.")
    quote = graphene.String(required=True, description="The quote; its delivery is charged once.")
    note = graphene.String(required=True, description="What was agreed on besides the price, e.g. the specification.")


class CheckoutLineQuantityPrice(graphene.ObjectType):
    """A quantity price (수량 단가) that sets a line's price, or the next that would."""

    minimum_quantity = graphene.Int(required=True, description="From so many pieces of the variant on.")
    unit_price = graphene.Field(Money, required=True, description="What each costs then, VAT included.")
    missing_quantity = graphene.Int(required=True, description="How many more pieces it takes; 0: it is reached.")
    saving = graphene.Field(
        Money, required=True, description="How much less each costs than without it; of the next one, than now."
    )


class CheckoutLine(ModelObjectType):
    """So many of a variant, at the price of now or of a quote."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    variant = graphene.Field(
        "market.catalog.graphql.types.ProductVariant", required=True, description="What is bought."
    )
    quantity = graphene.Int(required=True, description="How many.")
    unit_price = graphene.Field(TaxedMoney, required=True, description="What one costs now.")
    base_unit_price = graphene.Field(Money, required=True, description="What one costs now before a voucher.")
    undiscounted_unit_price = graphene.Field(Money, required=True, description="What one costs before discounts.")
    total_price = graphene.Field(TaxedMoney, required=True, description="What all cost now.")
    undiscounted_total_price = graphene.Field(Money, required=True, description="What all cost before discounts.")
    requires_shipping = graphene.Boolean(required=True, description="Whether it is shipped.")
    is_gift = graphene.Boolean(description="Whether it is given on top.")
    problems = non_null_list(CheckoutLineProblem, description="What keeps it from being ordered.")
    held_price = graphene.Field(
        CheckoutLineHeldPrice, description="The price of a quote; none where the line costs what it costs now."
    )

    quantity_price = graphene.Field(
        CheckoutLineQuantityPrice,
        description="The quantity price that it costs now; none where another price is as low. Goes by all pieces of its variant.",
    )
    next_quantity_price = graphene.Field(
        CheckoutLineQuantityPrice,
        description="What a few more pieces of its variant would cost; none where no more falls.",
    )

    @batch
    def resolve_variant(parents: list[CheckoutLineModel], info: Any) -> list[Any]:
        return [priced.offer.variant if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_unit_price(parents: list[CheckoutLineModel], info: Any) -> list[TaxedMoneyValue | None]:
        return [priced.unit if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_base_unit_price(parents: list[CheckoutLineModel], info: Any) -> list[MoneyValue | None]:
        return [priced.base_unit.gross if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_undiscounted_unit_price(parents: list[CheckoutLineModel], info: Any) -> list[MoneyValue | None]:
        return [priced.undiscounted if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_total_price(parents: list[CheckoutLineModel], info: Any) -> list[TaxedMoneyValue | None]:
        return [priced.total if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_undiscounted_total_price(parents: list[CheckoutLineModel], info: Any) -> list[MoneyValue | None]:
        return [
            priced.undiscounted * priced.line.quantity if priced else None for priced in priced_lines(parents, info)
        ]

    @batch
    def resolve_requires_shipping(parents: list[CheckoutLineModel], info: Any) -> list[bool | None]:
        return [priced.offer.is_shipping_required if priced else None for priced in priced_lines(parents, info)]

    @staticmethod
    def resolve_is_gift(root: CheckoutLineModel, info: Any) -> bool:
        return False

    @batch
    def resolve_problems(parents: list[CheckoutLineModel], info: Any) -> list[list[LineProblem]]:
        priced = [row for row in priced_lines(parents, info) if row]
        problems = line_problems(priced)
        return [[problem for problem in problems if problem.line.pk == line.pk] for line in parents]

    @batch
    def resolve_quantity_price(parents: list[CheckoutLineModel], info: Any) -> list[CheckoutLineQuantityPrice | None]:
        return [_taken(priced) if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_next_quantity_price(
        parents: list[CheckoutLineModel], info: Any
    ) -> list[CheckoutLineQuantityPrice | None]:
        return [_next(priced) if priced else None for priced in priced_lines(parents, info)]

    @batch
    def resolve_held_price(parents: list[CheckoutLineModel], info: Any) -> list[CheckoutLineHeldPrice | None]:
        return [_held_price(priced) if priced else None for priced in priced_lines(parents, info)]


def _taken(priced: PricedLine) -> CheckoutLineQuantityPrice | None:
    step, offer = priced.offer.step_for(priced.pieces), priced.offer
    if step is None:
        return None
    unit = MoneyValue.of(step.price, offer.unit.currency)
    return CheckoutLineQuantityPrice(
        minimum_quantity=step.minimum, unit_price=unit, missing_quantity=0, saving=offer.unit - unit
    )


def _next(priced: PricedLine) -> CheckoutLineQuantityPrice | None:
    step = None if priced.line.is_held else priced.offer.step_after(priced.pieces)
    if step is None:
        return None
    unit = MoneyValue.of(step.price, priced.offer.unit.currency)
    return CheckoutLineQuantityPrice(
        minimum_quantity=step.minimum,
        unit_price=unit,
        missing_quantity=step.minimum - priced.pieces,
        saving=priced.base_unit.gross - unit,
    )


def _held_price(priced: PricedLine) -> CheckoutLineHeldPrice | None:
    line = priced.line
    if not line.is_held:
        return None
    return CheckoutLineHeldPrice(
        unit_price=priced.undiscounted,
        until=line.held_until,
        reference=line.held_reference,
        quote=line.held_quote,
        note=line.held_note,
    )


class CheckoutVendorGroup(graphene.ObjectType):
    """What one enterprise sells and ships of a checkout."""

    vendor = graphene.Field(Vendor, required=True, description="The enterprise.")
    lines = graphene.Field(non_null_list(CheckoutLine), required=True, description="Its lines.")
    subtotal_price = graphene.Field(TaxedMoney, required=True, description="Its lines in all.")
    shipping_price = graphene.Field(
        TaxedMoney, required=True, description="Its delivery charge; shown before a delivery method is chosen as well."
    )
    shipping_discount = graphene.Field(
        Money, required=True, description="What a voucher takes off that charge; it is in the price already."
    )
    total_price = graphene.Field(TaxedMoney, required=True, description="Lines and delivery.")
    amount_to_free_delivery = graphene.Field(
        Money,
        description="How much more until delivery is free (0: it is); none where it never is or nothing is shipped.",
    )

    @staticmethod
    def resolve_lines(root: VendorGroup, info: Any) -> list[CheckoutLineModel]:
        return [priced.line for priced in root.lines]

    @staticmethod
    def resolve_subtotal_price(root: VendorGroup, info: Any) -> TaxedMoneyValue:
        return root.subtotal

    @staticmethod
    def resolve_shipping_price(root: VendorGroup, info: Any) -> TaxedMoneyValue:
        return root.shipping

    @staticmethod
    def resolve_total_price(root: VendorGroup, info: Any) -> TaxedMoneyValue:
        return root.total
