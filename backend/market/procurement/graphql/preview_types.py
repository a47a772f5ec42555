"""What putting a basket up for approval would do, as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import DomainError
from market.core.graphql.mutations import error_object
from market.core.graphql.types import Money, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.procurement.graphql.enums import ProcurementError
from market.procurement.graphql.part_types import PurchaseBudget, PurchasePerson, PurchaseQuote
from market.procurement.graphql.route_types import PurchaseRoute
from market.procurement.selectors.request_preview import Difference, RequestPreview


class PurchaseLinePlace(graphene.ObjectType):
    """One place of the approval line it would take."""

    stage = graphene.Int(required=True, description="1 comes first.")
    label = graphene.String(required=True, description="검토, 협조, 결재 …")
    member = graphene.Field(PurchasePerson, required=True, description="Whose place it is.")


class PurchaseBudgetReach(graphene.ObjectType):
    """A budget line it may take, and whether that reaches."""

    budget = graphene.Field(PurchaseBudget, required=True, description="The line.")
    reaches = graphene.Boolean(required=True, description="Whether enough is left.")


class PurchaseDifference(graphene.ObjectType):
    """An item of the last round that stands differently now."""

    name = graphene.String(required=True, description="The item.")
    quantity = graphene.Int(required=True, description="How many were asked for.")
    price_before = graphene.Field(Money, required=True, description="What one cost then, VAT included.")
    price_now = graphene.Field(Money, description="What one costs now; none: it cannot be bought any more.")
    free = graphene.Int(description="Pieces that are free now; none: they are not counted.")

    @staticmethod
    def resolve_price_before(root: Difference, info: Any) -> MoneyValue:
        return MoneyValue.of(root.price_before, "KRW")

    @staticmethod
    def resolve_price_now(root: Difference, info: Any) -> MoneyValue | None:
        return MoneyValue.of(root.price_now, "KRW") if root.price_now is not None else None


class PurchaseRequestPreview(graphene.ObjectType):
    """What putting a basket up would do. Nothing is held by asking."""

    total = graphene.Field(TaxedMoney, required=True, description="What it costs, delivery included.")
    needs_approval = graphene.Boolean(
        required=True, description="Whether the agency's policy asks for a request for so much."
    )
    direct_order_up_to = graphene.Field(Money, description="Up to what members order directly; none: any amount.")
    hold_days = graphene.Int(required=True, description="For how many days its terms would be held.")
    line = graphene.Field(non_null_list(PurchaseLinePlace), required=True, description="Who would approve, in order.")
    line_error = graphene.Field(ProcurementError, description="Why there is no approval line.")
    routes = graphene.Field(
        non_null_list(PurchaseRoute), required=True, description="The legal way of each enterprise's part."
    )
    errors = graphene.Field(
        non_null_list(ProcurementError),
        required=True,
        description="What else would be refused: quotes, reasons, tender.",
    )
    quotes = graphene.Field(
        non_null_list(PurchaseQuote),
        required=True,
        description="Quotes that count: attached, named, or held by the basket.",
    )
    budgets = graphene.Field(
        non_null_list(PurchaseBudgetReach), required=True, description="Budget lines of this year and department."
    )
    differences = graphene.Field(
        non_null_list(PurchaseDifference), required=True, description="For one that came back: what changed since."
    )

    @staticmethod
    def resolve_direct_order_up_to(root: RequestPreview, info: Any) -> MoneyValue | None:
        limit = root.direct_order_up_to
        return MoneyValue.of(limit, "KRW") if limit is not None else None

    @staticmethod
    def resolve_line(root: RequestPreview, info: Any) -> list[dict[str, Any]]:
        return [{"stage": place.stage, "label": place.label, "member": member} for place, member in root.line]

    @staticmethod
    def resolve_line_error(root: RequestPreview, info: Any) -> Any:
        return _shown(root.line_fault, info) if root.line_fault is not None else None

    @staticmethod
    def resolve_errors(root: RequestPreview, info: Any) -> list[Any]:
        return [_shown(fault, info) for fault in root.faults]

    @staticmethod
    def resolve_budgets(root: RequestPreview, info: Any) -> list[dict[str, Any]]:
        asked = root.total.gross.amount
        return [{"budget": line, "reaches": line.available >= asked} for line in root.budget_lines]


def _shown(fault: DomainError, info: Any) -> Any:
    return error_object(ProcurementError, fault, info.context.language)
