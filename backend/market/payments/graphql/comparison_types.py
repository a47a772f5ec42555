"""The comparison of books, and what was asked of providers, as staff see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.global_ids import to_global_id
from market.core.graphql.connections import connection_type
from market.core.graphql.languages import localized
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue
from market.payments import enums
from market.payments.gateways.registry import providers
from market.payments.graphql.books_enums import BookDifferenceKindEnum, PaymentActionStatusEnum
from market.payments.graphql.enums import TransactionActionEnum
from market.payments.models import BookDifference as BookDifferenceModel
from market.payments.models import ProviderAction
from market.payments.selectors.book_standing import comparisons_latest
from market.payments.selectors.staff_lists import Overview, Tally

TRANSACTION = "market.payments.graphql.types.TransactionItem"
DIFFERENCE_WORDS_EN = {
    enums.DifferenceKind.MISSING_HERE: "Not in our books",
    enums.DifferenceKind.MISSING_THERE: "Not in the provider's books",
    enums.DifferenceKind.CHARGED_DIFFERS: "Another amount received",
    enums.DifferenceKind.REFUNDED_DIFFERS: "Another amount given back",
    enums.DifferenceKind.STATUS_DIFFERS: "Another state",
}


def gateway_name(gateway: str, info: Any) -> str:
    provider = providers().get(gateway)
    return localized(provider.name_ko, provider.name_en, info) if provider else gateway


class PaymentAction(ModelObjectType):
    """Something asked of a provider: a capture, a refund, or to let go."""

    class Meta:
        interfaces = (Node,)

    kind = graphene.Field(TransactionActionEnum, required=True, description="What is asked.")
    amount = graphene.Field(Money, required=True, description="How much.")
    reason = graphene.String(required=True, description="Why.")
    status = graphene.Field(PaymentActionStatusEnum, required=True, description="Where it stands.")
    attempts = graphene.Int(required=True, description="How often it was tried.")
    last_error = graphene.String(required=True, description="What the last try met.")
    created_at = graphene.Field(DateTime, required=True, description="When it was asked.")
    ended_at = graphene.Field(DateTime, description="When it was done or refused.")
    transaction = graphene.Field(TRANSACTION, required=True, description="What it is about.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("PaymentAction", root.pk)

    @staticmethod
    def resolve_amount(root: ProviderAction, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.transaction.currency)


class BookDifference(ModelObjectType):
    """Where a provider's books and ours do not agree."""

    class Meta:
        interfaces = (Node,)

    gateway = graphene.String(required=True, description="ID of the gateway.")
    gateway_name = graphene.String(required=True, description="Its name.")
    kind = graphene.Field(BookDifferenceKindEnum, required=True, description="How they differ.")
    kind_display = graphene.String(required=True, description="The same in words.")
    psp_reference = graphene.String(required=True, description="The provider's reference of the payment.")
    transaction = graphene.Field(TRANSACTION, description="Our transaction, where there is one.")
    here = graphene.String(required=True, description="What our books say.")
    there = graphene.String(required=True, description="What the provider's books say.")
    found_at = graphene.Field(DateTime, required=True, description="When it was first found.")
    seen_at = graphene.Field(DateTime, required=True, description="When it was last found to stand.")
    settled_at = graphene.Field(DateTime, description="When it ceased to stand, or was explained.")
    note = graphene.String(required=True, description="Staff's explanation.")

    @staticmethod
    def resolve_gateway_name(root: BookDifferenceModel, info: Any) -> str:
        return gateway_name(root.gateway, info)

    @staticmethod
    def resolve_kind_display(root: BookDifferenceModel, info: Any) -> str:
        kind = enums.DifferenceKind(root.kind)
        return localized(str(kind.label), DIFFERENCE_WORDS_EN[kind], info)


BookDifferenceCountableConnection = connection_type(
    "BookDifference", "market.payments.graphql.comparison_types.BookDifference", "differences"
)


class BookComparison(graphene.ObjectType):
    """One comparison of a provider's books with ours."""

    gateway = graphene.String(required=True, description="ID of the gateway.")
    gateway_name = graphene.String(required=True, description="Its name.")
    since = graphene.Field(DateTime, required=True, description="From when payments were looked at.")
    until = graphene.Field(DateTime, required=True, description="Up to when.")
    checked = graphene.Int(required=True, description="Payments looked at.")
    healed = graphene.Int(required=True, description="Of them, brought up to date here.")
    standing = graphene.Int(required=True, description="Differences that stood afterwards.")
    error = graphene.String(required=True, description="Why it could not be finished; empty when it was.")
    ended_at = graphene.Field(DateTime, required=True, description="When it ended.")

    @staticmethod
    def resolve_gateway_name(root: Any, info: Any) -> str:
        return gateway_name(root.gateway, info)


class DeadProviderMessage(graphene.ObjectType):
    """A message of a provider that could not be acted on."""

    id = graphene.ID(required=True, description="The ID of the object.")
    gateway_name = graphene.String(required=True, description="Name of the gateway.")
    type = graphene.String(required=True, description="The provider's word for what happened.")
    psp_reference = graphene.String(required=True, description="The provider's reference of the payment.")
    attempts = graphene.Int(required=True, description="How often it was tried.")
    last_error = graphene.String(required=True, description="What the last try met.")
    received_at = graphene.Field(DateTime, required=True, description="When it came.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("ProviderMessage", root.pk)

    @staticmethod
    def resolve_gateway_name(root: Any, info: Any) -> str:
        return gateway_name(root.gateway, info)


class PaymentTally(graphene.ObjectType):
    """How many, and how much."""

    count = graphene.Int(required=True, description="How many.")
    amount = graphene.Field(Money, required=True, description="How much in all.")

    @staticmethod
    def resolve_amount(root: Tally, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, "KRW")


class PaymentOverview(graphene.ObjectType):
    """The desk of those who handle payments, now."""

    received_today = graphene.Field(PaymentTally, required=True, description="What came in today, Seoul time.")
    refunded_today = graphene.Field(PaymentTally, required=True, description="What was given back today.")
    awaited = graphene.Field(PaymentTally, required=True, description="Transfers that are awaited.")
    unmatched = graphene.Field(PaymentTally, required=True, description="Deposits that pay for nothing yet.")
    refunds = graphene.Field(PaymentTally, required=True, description="Refunds to send by transfer.")
    refunds_late = graphene.Int(required=True, description="Of them, past the last day the law allows.")
    differences = graphene.Int(required=True, description="Differences between books that stand.")
    dead_actions = graphene.Int(required=True, description="Things asked of providers in vain.")
    dead_messages = graphene.Int(required=True, description="Messages of providers that could not be acted on.")
    comparisons = graphene.Field(
        non_null_list(BookComparison), required=True, description="The last comparison with each provider."
    )

    @staticmethod
    def resolve_comparisons(root: Overview, info: Any) -> Any:
        return comparisons_latest()
