"""What a purchase request is made of, as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.models import AgencyMember
from market.catalog.graphql.enums import TaxKindEnum
from market.core.global_ids import to_global_id
from market.core.graphql.images import image_url
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import Image, Money, TaxedMoney
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.papers.graphql.types import Paper
from market.procurement.graphql.enums import (
    ApprovalStepStatusEnum,
    PurchaseRequestLineStatusEnum,
    PurchaseTrailActionEnum,
)
from market.procurement.graphql.route_types import PurchaseRoute
from market.procurement.models import (
    ApprovalStep,
    RequestEvent,
    RequestGround,
    RequestLine,
    RequestQuote,
)
from market.procurement.route_answer import BasketRoute
from market.procurement.selectors.people import member_role, person_name
from market.procurement.selectors.requests import steps_waiting
from market.quotes.models import Quote
from market.vendors.graphql.types import Vendor


class PurchasePerson(graphene.ObjectType):
    """Somebody of an agency, as papers name people."""

    id = graphene.ID(required=True, description="ID of the membership (AgencyMember).")
    name = graphene.String(required=True, description="The name.")
    job_title = graphene.String(required=True, description="The title.")
    department_name = graphene.String(required=True, description="The department.")
    role = graphene.String(required=True, description="Department and title together.")

    @staticmethod
    def resolve_id(root: AgencyMember, info: Any) -> str:
        return to_global_id("AgencyMember", root.pk)

    @staticmethod
    def resolve_name(root: AgencyMember, info: Any) -> str:
        return person_name(root.user)

    @staticmethod
    def resolve_department_name(root: AgencyMember, info: Any) -> str:
        return root.department.name if root.department is not None else ""

    @staticmethod
    def resolve_role(root: AgencyMember, info: Any) -> str:
        return member_role(root)


class PurchaseBudget(graphene.ObjectType):
    """The budget line a purchase takes its money from (예산과목), in won with VAT."""

    id = graphene.ID(required=True, description="ID of the budget line (BudgetLine).")
    fiscal_year = graphene.Int(required=True, description="The fiscal year.")
    account = graphene.String(required=True, description="회계.")
    project = graphene.String(required=True, description="세부사업.")
    code = graphene.String(required=True, description="편성목-통계목.")
    name = graphene.String(required=True, description="Its name.")
    department_name = graphene.String(required=True, description="Whose it is; empty for the whole agency.")
    appropriated = graphene.Field(Money, required=True, description="예산현액.")
    held = graphene.Field(Money, required=True, description="Held by requests in approval, this one included.")
    committed = graphene.Field(Money, required=True, description="Ordered and not yet paid (원인행위).")
    spent = graphene.Field(Money, required=True, description="Paid.")
    available = graphene.Field(Money, required=True, description="What is left.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("BudgetLine", root.pk)

    @staticmethod
    def resolve_department_name(root: Any, info: Any) -> str:
        return root.department.name if root.department is not None else ""

    @staticmethod
    def resolve_appropriated(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.appropriated, "KRW")

    @staticmethod
    def resolve_held(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.held, "KRW")

    @staticmethod
    def resolve_committed(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.committed, "KRW")

    @staticmethod
    def resolve_spent(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.spent, "KRW")

    @staticmethod
    def resolve_available(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.available, "KRW")


class PurchaseQuote(graphene.ObjectType):
    """A quote (견적서) as a purchase refers to it."""

    id = graphene.ID(required=True, description="ID of the quote (Quote).")
    number = graphene.String(required=True, description="Its number.")
    vendor = graphene.Field(Vendor, required=True, description="Who made it.")
    request_id = graphene.ID(description="ID of the request for quotes it answers (QuoteRequest); none: made at once.")
    issued_on = Date(required=True, description="견적일.")
    valid_until = Date(required=True, description="The last day its prices stand.")
    total = graphene.Field(TaxedMoney, required=True, description="Its total, delivery included.")
    paper = graphene.Field(Paper, description="Its PDF.")

    @staticmethod
    def resolve_id(root: Quote, info: Any) -> str:
        return to_global_id("Quote", root.pk)

    @staticmethod
    def resolve_request_id(root: Quote, info: Any) -> str | None:
        return to_global_id("QuoteRequest", root.request_id) if root.request_id is not None else None

    @staticmethod
    def resolve_total(root: Quote, info: Any) -> TaxedMoneyValue:
        return _taxed(root.total_net, root.total_gross, root.currency)


class PurchaseRequestLine(graphene.ObjectType):
    """An item of a purchase request as it was put up."""

    id = graphene.ID(required=True, description="ID of the item.")
    round = graphene.Int(required=True, description="Of which round.")
    position = graphene.Int(required=True, description="Its place.")
    name = graphene.String(required=True, description="품명.")
    option = graphene.String(required=True, description="규격.")
    vendor = graphene.Field(Vendor, required=True, description="Who sells it.")
    variant_id = graphene.ID(description="ID of the variant (ProductVariant), if it still exists.")
    thumbnail = graphene.Field(
        Image, size=graphene.Int(description="Length of the longer edge in pixels."), description="A picture of it."
    )
    quote_number = graphene.String(description="The number of the quote it is bought by.")
    quantity = graphene.Int(required=True, description="How many.")
    tax_kind = graphene.Field(TaxKindEnum, required=True, description="How VAT applies.")
    unit_price = graphene.Field(Money, required=True, description="What one costs, VAT included.")
    total = graphene.Field(TaxedMoney, required=True, description="What all cost.")
    status = graphene.Field(PurchaseRequestLineStatusEnum, required=True, description="Whether it stands.")
    rejected_reason = graphene.String(required=True, description="Why it was rejected; empty while it stands.")
    rejected_by = graphene.Field(PurchasePerson, description="Who rejected it.")

    @staticmethod
    def resolve_id(root: RequestLine, info: Any) -> str:
        return to_global_id("PurchaseRequestLine", root.pk)

    @staticmethod
    def resolve_variant_id(root: RequestLine, info: Any) -> str | None:
        return to_global_id("ProductVariant", root.variant_id) if root.variant_id is not None else None

    @staticmethod
    def resolve_thumbnail(root: RequestLine, info: Any, size: int | None = None) -> dict[str, str] | None:
        return {"url": image_url(root.artwork, size), "alt": root.name} if root.artwork else None

    @staticmethod
    def resolve_quote_number(root: RequestLine, info: Any) -> str | None:
        return root.quote_line.quote.number if root.quote_line is not None else None

    @staticmethod
    def resolve_unit_price(root: RequestLine, info: Any) -> MoneyValue:
        return MoneyValue.of(root.unit_price_gross, "KRW")

    @staticmethod
    def resolve_total(root: RequestLine, info: Any) -> TaxedMoneyValue:
        return _taxed(root.total_net, root.total_gross, "KRW")


class PurchaseRequestGround(graphene.ObjectType):
    """By which legal way one enterprise's part is bought, as it was judged when the round began."""

    round = graphene.Int(required=True, description="Of which round.")
    vendor = graphene.Field(Vendor, required=True, description="The enterprise.")
    shipping = graphene.Field(TaxedMoney, required=True, description="Its delivery charge.")
    judged_on = Date(required=True, description="The day whose rules counted.")
    route = graphene.Field(PurchaseRoute, required=True, description="The answer, as it was.")

    @staticmethod
    def resolve_shipping(root: RequestGround, info: Any) -> TaxedMoneyValue:
        return _taxed(root.shipping_net, root.shipping_gross, "KRW")

    @staticmethod
    def resolve_route(root: RequestGround, info: Any) -> BasketRoute:
        return BasketRoute.from_json(root.answer)


class PurchaseApprovalStep(graphene.ObjectType):
    """One place in the approval line of a round. Stages follow one another; places of one stage decide in parallel."""

    id = graphene.ID(required=True, description="ID of the place.")
    round = graphene.Int(required=True, description="Of which round.")
    stage = graphene.Int(required=True, description="1 comes first.")
    label = graphene.String(required=True, description="검토, 협조, 결재 …")
    member = graphene.Field(PurchasePerson, required=True, description="Whose place it is.")
    status = graphene.Field(ApprovalStepStatusEnum, required=True, description="What was said.")
    is_in_turn = graphene.Boolean(required=True, description="Whether it may be decided now.")
    decided_by = graphene.Field(PurchasePerson, description="Who decided: the member, or a deputy (대결).")
    is_by_deputy = graphene.Boolean(required=True, description="Whether a deputy decided.")
    decided_at = DateTime(description="When.")
    comment = graphene.String(required=True, description="What was said with it.")

    @staticmethod
    def resolve_id(root: ApprovalStep, info: Any) -> str:
        return to_global_id("PurchaseApprovalStep", root.pk)

    @staticmethod
    def resolve_is_in_turn(root: ApprovalStep, info: Any) -> bool:
        return bool(getattr(root, "is_in_turn", False))

    @staticmethod
    def resolve_is_by_deputy(root: ApprovalStep, info: Any) -> bool:
        return root.decided_by_id is not None and root.decided_by_id != root.member_id


class PurchaseTrailEvent(graphene.ObjectType):
    """One step of a purchase: who, when, in which role, from where."""

    id = graphene.ID(required=True, description="ID of the step.")
    action = graphene.Field(PurchaseTrailActionEnum, required=True, description="What happened.")
    round = graphene.Int(required=True, description="In which round.")
    actor_name = graphene.String(required=True, description="Who, by the name of then; 이음: the market itself.")
    role = graphene.String(required=True, description="Department and title, or whose deputy, as it was then.")
    ip_address = graphene.String(description="From where.")
    comment = graphene.String(required=True, description="What was said with it.")
    at = DateTime(required=True, description="When.")

    @staticmethod
    def resolve_id(root: RequestEvent, info: Any) -> str:
        return to_global_id("PurchaseTrailEvent", root.pk)


def _taxed(net: Any, gross: Any, currency: str) -> TaxedMoneyValue:
    return TaxedMoneyValue(MoneyValue.of(net, currency), MoneyValue.of(gross, currency))


def quotes_plain(rows: list[RequestQuote]) -> list[Quote]:
    return [row.quote for row in rows]


def mark_turns(steps: list[ApprovalStep], request: Any) -> list[ApprovalStep]:
    """The steps, each knowing whether it may be decided now."""
    turn = {step.pk for step in steps_waiting(steps, request)}
    for step in steps:
        step.is_in_turn = step.pk in turn  # type: ignore[attr-defined]
    return steps
