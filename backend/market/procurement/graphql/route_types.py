"""By which legal way (수의계약) an enterprise's part of a basket may be bought, as agencies see it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.core.global_ids import to_global_id
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date
from market.core.graphql.types import Money, non_null_list
from market.core.money import Money as MoneyValue
from market.procurement.route_answer import BasketRoute, BetterWay, RouteNote, RoutePaper, RouteWarning
from market.procurement.route_rules import Verdict
from market.vendors.graphql.buying_route_types import BuyingRegimeEnum, PurchaseKindEnum

CURRENCY = "KRW"
VERDICTS = {
    "QUOTE_OMITTED": "A private contract; quotes may be left out.",
    "ONE_QUOTE": "A private contract on one quote.",
    "TWO_QUOTES": "A private contract; two quotes or more are compared.",
    "TWO_QUOTES_PLATFORM": "A private contract; two quotes or more through a designated procurement system.",
    "NO_CEILING": "A private contract of any amount, for what the enterprise produces itself.",
    "OPEN_TENDER": "No way is open by who sells: an open tender, outside of this market.",
}
WARNINGS = {
    "SPLIT_PURCHASE": "With what the department bought before in the fiscal year a limit is passed that this alone does not.",
    "REPEATED_CATEGORY": "The department bought the same category from the enterprise again and again in the fiscal year.",
    "OWN_PRODUCTION": "The buyer has to make sure that the enterprise makes it itself.",
    "CERTIFICATE_ENDS": "What the way rests on ends within 30 days.",
    "COMPANION_MISSING": "A better way lacks the certificate that has to stand beside the one held.",
}


def _enum(name: str, members: type[Verdict] | type[RouteWarning], texts: dict[str, str], description: str) -> Any:
    def describe(value: Any) -> str:
        return description if value is None else texts[value.name]

    return graphene.Enum(name, [(member.name, member.value) for member in members], description=describe)


PurchaseRouteVerdictEnum = _enum("PurchaseRouteVerdictEnum", Verdict, VERDICTS, "How a part may be bought.")
PurchaseRouteWarningEnum = _enum(
    "PurchaseRouteWarningEnum", RouteWarning, WARNINGS, "What a buyer should look at; nothing is forbidden by it."
)


def _text(description: str) -> graphene.String:
    return graphene.String(required=True, language_code=language_argument(), description=description)


class PurchaseRoutePaper(graphene.ObjectType):
    """A certificate that a way rests on, as it was judged."""

    kind = graphene.String(required=True, description="Code of its kind.")
    name = _text("Name of its kind.")
    number = graphene.String(required=True, description="Its number.")
    item = graphene.String(required=True, description="What it speaks of, where a kind is per item; else empty.")
    valid_until = graphene.Field(Date, description="Its last day; none: no end.")

    @staticmethod
    def resolve_name(root: RoutePaper, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)


class PurchaseRouteNote(graphene.ObjectType):
    """A warning in words."""

    code = graphene.Field(PurchaseRouteWarningEnum, required=True, description="What it is about.")
    text = _text("The warning.")

    @staticmethod
    def resolve_code(root: RouteNote, info: Any) -> str:
        return root.code.value

    @staticmethod
    def resolve_text(root: RouteNote, info: Any, language_code: Any = None) -> str:
        return localized(root.text, root.text_en, info, language_code)


class PurchaseRouteOption(graphene.ObjectType):
    """A better way that one certificate more would open."""

    kinds = graphene.Field(
        non_null_list(graphene.String), required=True, description="Codes of the kinds, any one of which would open it."
    )
    verdict = graphene.Field(PurchaseRouteVerdictEnum, required=True, description="How it could be bought then.")
    quotes = graphene.Int(required=True, description="How many quotes would be needed.")
    is_companion = graphene.Boolean(
        required=True, description="Whether only the certificate is missing that has to stand beside the one held."
    )
    is_near = graphene.Boolean(
        required=True, description="Whether the enterprise once held one of the kinds, or lacks the companion only."
    )
    text = _text("The same in words, with the article.")

    @staticmethod
    def resolve_verdict(root: BetterWay, info: Any) -> str:
        return root.verdict.value

    @staticmethod
    def resolve_text(root: BetterWay, info: Any, language_code: Any = None) -> str:
        return localized(root.text, root.text_en, info, language_code)


class PurchaseRoute(graphene.ObjectType):
    """How one enterprise's part may be bought, by the law and the agency's policy of a day. Amounts are without VAT (추정가격)."""

    vendor_id = graphene.ID(required=True, description="ID of the enterprise.")
    vendor_name = _text("Name of the enterprise.")
    law = graphene.Field(BuyingRegimeEnum, required=True, description="By whose law it was judged.")
    judged_on = Date(required=True, description="The Seoul day whose rules and certificates count.")
    fiscal_year = graphene.Int(required=True, description="The fiscal year (1 January to 31 December) of that day.")
    amount = graphene.Field(Money, required=True, description="What the lines cost without VAT (추정가격).")
    kinds = graphene.Field(non_null_list(PurchaseKindEnum), required=True, description="What is bought.")
    verdict = graphene.Field(PurchaseRouteVerdictEnum, required=True, description="How it may be bought.")
    quotes = graphene.Int(required=True, description="How many quotes are needed at least; 0: none, or a tender.")
    is_through_platform = graphene.Boolean(
        required=True, description="Whether quotes go through a designated system (지정정보처리장치)."
    )
    is_by_house = graphene.Boolean(
        required=True, description="Whether the number of quotes follows from the agency's own limits."
    )
    contract_article = _text("By which article the contract is allowed; empty for a tender.")
    quote_article = _text("By which article so many quotes are enough; empty for a tender.")
    reason = _text("Why so, in sentences to paste into a request (수의계약 사유).")
    open_until = graphene.Field(Date, description="Last day the way is open with these certificates; none: no end.")
    bought = graphene.Field(
        Money, required=True, description="What the department bought from it before in the fiscal year, without VAT."
    )
    papers = graphene.Field(
        non_null_list(PurchaseRoutePaper), required=True, description="Certificates that the way rests on."
    )
    warnings = graphene.Field(non_null_list(PurchaseRouteNote), required=True, description="What to look at.")
    options = graphene.Field(
        non_null_list(PurchaseRouteOption),
        required=True,
        description="Better ways that one certificate more would open, the easiest first.",
    )

    @staticmethod
    def resolve_vendor_id(root: BasketRoute, info: Any) -> str:
        return to_global_id("Vendor", root.vendor_id)

    @staticmethod
    def resolve_vendor_name(root: BasketRoute, info: Any, language_code: Any = None) -> str:
        return localized(root.vendor_name, root.vendor_name_en, info, language_code)

    @staticmethod
    def resolve_amount(root: BasketRoute, info: Any) -> MoneyValue:
        return _won(root.amount)

    @staticmethod
    def resolve_kinds(root: BasketRoute, info: Any) -> list[str]:
        return list(root.buys)

    @staticmethod
    def resolve_verdict(root: BasketRoute, info: Any) -> str:
        return root.verdict.value

    @staticmethod
    def resolve_contract_article(root: BasketRoute, info: Any, language_code: Any = None) -> str:
        return localized(root.contract_article, root.contract_article_en, info, language_code)

    @staticmethod
    def resolve_quote_article(root: BasketRoute, info: Any, language_code: Any = None) -> str:
        return localized(root.quote_article, root.quote_article_en, info, language_code)

    @staticmethod
    def resolve_reason(root: BasketRoute, info: Any, language_code: Any = None) -> str:
        return localized(root.reason, root.reason_en, info, language_code)

    @staticmethod
    def resolve_bought(root: BasketRoute, info: Any) -> MoneyValue:
        return _won(root.bought)

    @staticmethod
    def resolve_warnings(root: BasketRoute, info: Any) -> list[RouteNote]:
        return list(root.notes)

    @staticmethod
    def resolve_options(root: BasketRoute, info: Any) -> list[BetterWay]:
        return list(root.better)


def _won(amount: Decimal) -> MoneyValue:
    return MoneyValue.of(amount, CURRENCY)
