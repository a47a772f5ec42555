"""Legal ways of buying from an enterprise, as agencies see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.core import clock
from market.core.graphql.batch import batch
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date, PositiveDecimal
from market.core.graphql.types import Money, non_null_list
from market.core.money import Money as MoneyValue
from market.vendors.buying_route_rules import RouteRule
from market.vendors.models import Regime
from market.vendors.models import Vendor as VendorModel
from market.vendors.selectors.buying_routes import PurchaseKind, VendorRoute, route_rules, routes_of

CURRENCY = "KRW"


class PurchaseKindEnum(graphene.Enum):
    """What is bought."""

    GOODS = PurchaseKind.GOODS.value
    SERVICES = PurchaseKind.SERVICES.value


BuyingRegimeEnum = enum_from_choices("BuyingRegimeEnum", Regime, "Whose law on contracts is followed.")


class BuyingRoute(graphene.ObjectType):
    """A way in which a public body may buy from an enterprise without an open tender (수의계약). Amounts are without VAT (추정가격)."""

    code = graphene.String(required=True, description="Code of the way; the same through changes of the law.")
    regime = graphene.Field(BuyingRegimeEnum, required=True, description="By whose law on contracts.")
    quotes = graphene.Int(required=True, description="How many quotes are needed at least; 0: they may be left out.")
    above = graphene.Field(Money, description="Only above this amount; none: from the first won.")
    up_to = graphene.Field(Money, description="The ceiling; none: there is no ceiling.")
    is_up_to_included = graphene.Boolean(
        required=True, description="Whether the ceiling itself is allowed; else only what lies below it."
    )
    is_through_platform = graphene.Boolean(
        required=True, description="Whether quotes go through a designated system (지정정보처리장치), e.g. 나라장터."
    )
    contract_article = graphene.String(
        required=True, language_code=language_argument(), description="By which article the contract is allowed."
    )
    quote_article = graphene.String(
        required=True, language_code=language_argument(), description="By which article so many quotes are enough."
    )
    certificates = graphene.Field(
        non_null_list("market.vendors.graphql.types.Certificate"),
        required=True,
        description="Certificates that open it, and those that have to stand beside them; empty: open with any enterprise.",
    )
    needs_own_production = graphene.Boolean(
        required=True,
        description="Whether the buyer has to make sure that the enterprise makes it itself, at this amount or at the ceiling.",
    )
    open_until = graphene.Field(Date, description="Last day it is open with these certificates; none: no end.")

    @staticmethod
    def resolve_code(root: VendorRoute, info: Any) -> str:
        return root.route.rule.code

    @staticmethod
    def resolve_regime(root: VendorRoute, info: Any) -> str:
        return root.route.rule.regime

    @staticmethod
    def resolve_quotes(root: VendorRoute, info: Any) -> int:
        return root.route.rule.quotes

    @staticmethod
    def resolve_above(root: VendorRoute, info: Any) -> MoneyValue | None:
        return _won(root.route.rule.above) if root.route.rule.above else None

    @staticmethod
    def resolve_up_to(root: VendorRoute, info: Any) -> MoneyValue | None:
        return _won(root.route.rule.up_to)

    @staticmethod
    def resolve_is_up_to_included(root: VendorRoute, info: Any) -> bool:
        return root.route.rule.is_up_to_included

    @staticmethod
    def resolve_is_through_platform(root: VendorRoute, info: Any) -> bool:
        return root.route.rule.is_through_platform

    @staticmethod
    def resolve_contract_article(root: VendorRoute, info: Any, language_code: Any = None) -> str:
        rule = root.route.rule
        return localized(rule.contract_article, rule.contract_article_en, info, language_code)

    @staticmethod
    def resolve_quote_article(root: VendorRoute, info: Any, language_code: Any = None) -> str:
        rule = root.route.rule
        return localized(rule.quote_article, rule.quote_article_en, info, language_code)

    @staticmethod
    def resolve_needs_own_production(root: VendorRoute, info: Any) -> bool:
        rule = root.route.rule
        reached = root.amount if root.amount is not None else rule.up_to
        start = rule.own_production_from
        return start is not None and (reached is None or reached >= start)

    @staticmethod
    def resolve_open_until(root: VendorRoute, info: Any) -> Any:
        return root.route.open_until


class VendorRouteFields:
    """What ``Vendor`` tells of ways to buy."""

    buying_routes = graphene.Field(
        non_null_list(BuyingRoute),
        required=True,
        amount=PositiveDecimal(required=True, description="Estimated price in won, without VAT."),
        kind=graphene.Argument(PurchaseKindEnum, required=True, description="What is bought."),
        on=Date(description="By the law and the certificates of this Seoul day; today unless given."),
        regime=graphene.Argument(BuyingRegimeEnum, description="By whose law; that of local governments unless told."),
        description="Ways open for a purchase of this amount, the fewest quotes first; none: an open tender, outside of this market.",
    )
    buying_ceilings = graphene.Field(
        non_null_list(BuyingRoute),
        required=True,
        kind=graphene.Argument(PurchaseKindEnum, required=True, description="What is bought."),
        on=Date(description="By the law and the certificates of this Seoul day; today unless given."),
        regime=graphene.Argument(BuyingRegimeEnum, description="By whose law; that of local governments unless told."),
        description="All ways that are open, with the amount each reaches up to; the fewest quotes and the lowest ceiling first.",
    )

    @batch
    def resolve_buying_routes(
        parents: list[VendorModel], info: Any, amount: Any, kind: Any, on: Any = None, regime: Any = None
    ) -> list[list[VendorRoute]]:
        return _routes(parents, info, kind, on, Decimal(str(amount)), regime)

    @batch
    def resolve_buying_ceilings(
        parents: list[VendorModel], info: Any, kind: Any, on: Any = None, regime: Any = None
    ) -> list[list[VendorRoute]]:
        return _routes(parents, info, kind, on, None, regime)


def rules_for(info: Any, day: Any, kind: PurchaseKind | None, regime: Regime = Regime.LOCAL) -> list[RouteRule]:
    """The law of a day, read once a request."""
    rules: list[RouteRule] = info.context.remember(
        ("route_rules", day, kind, regime), lambda: route_rules(day, kind, regime)
    )
    return rules


def _routes(
    parents: list[VendorModel], info: Any, kind: Any, on: Any, amount: Decimal | None, regime: Any
) -> list[list[VendorRoute]]:
    day = on or info.context.remember("today", clock.today)
    wanted, law = PurchaseKind(getattr(kind, "value", kind)), Regime(getattr(regime, "value", regime) or Regime.LOCAL)
    found = routes_of([vendor.pk for vendor in parents], rules_for(info, day, wanted, law), day, amount)
    return [found[vendor.pk] for vendor in parents]


def _won(amount: Decimal | None) -> MoneyValue | None:
    return None if amount is None else MoneyValue.of(amount, CURRENCY)
