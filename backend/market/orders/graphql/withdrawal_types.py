"""Withdrawals (청약철회) as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.languages import in_english
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue
from market.orders.couriers import tracking_url_of
from market.orders.enums import WithdrawalStatus
from market.orders.graphql.delivery_fields import Courier, courier_of
from market.orders.graphql.desk_access import handles
from market.orders.graphql.enums import (
    ReturnCostBearerEnum,
    WithdrawalErrorCode,
    WithdrawalReasonEnum,
    WithdrawalStatusEnum,
)
from market.orders.graphql.line_types import OrderLine
from market.orders.graphql.refund_types import OrderGrantedRefund
from market.orders.graphql.vendor_order_types import VendorOrder
from market.orders.models import OrderGrantedRefund as OrderGrantedRefundModel
from market.orders.models import Withdrawal as WithdrawalModel
from market.orders.models import WithdrawalLine as WithdrawalLineModel
from market.orders.rules import WITHDRAWAL_TRANSITIONS, mask_text
from market.orders.selectors.order_get import may_see_person
from market.orders.selectors.withdrawals import withdrawal_lines_of
from market.orders.services.withdrawals_settle import interest_of

IN_ENGLISH = {
    WithdrawalStatus.REQUESTED: "Requested",
    WithdrawalStatus.ACCEPTED: "Goods on the way back",
    WithdrawalStatus.RECEIVED: "Goods received, refund under way",
    WithdrawalStatus.REFUNDED: "Refunded",
    WithdrawalStatus.REJECTED: "Refused",
    WithdrawalStatus.CANCELED: "Called off",
}


class WithdrawalError(SaleorError):
    """What went wrong with a withdrawal."""

    code = graphene.Field(WithdrawalErrorCode, required=True, description="The error's code.")


class WithdrawalLine(ModelObjectType):
    """Pieces that go back."""

    class Meta:
        interfaces = (Node,)

    quantity = graphene.Int(required=True, description="How many pieces.")
    order_line = graphene.Field(OrderLine, required=True, description="The line they are of.")


class Withdrawal(ModelObjectType):
    """A buyer's wish to give goods of one enterprise back, and what has become of it."""

    class Meta:
        interfaces = (Node,)

    number = graphene.String(required=True, description="Number for people.")
    status = graphene.Field(WithdrawalStatusEnum, required=True, description="Where it stands.")
    status_display = graphene.String(required=True, description="The status in words.")
    order = graphene.Field(
        "market.orders.graphql.types.Order",
        description="Of which order; none for the enterprise's people, who see their own part of it.",
    )
    vendor_order = graphene.Field(VendorOrder, required=True, description="Of which enterprise's part.")
    lines = graphene.Field(non_null_list(WithdrawalLine), required=True, description="What goes back.")
    reason_kind = graphene.Field(WithdrawalReasonEnum, required=True, description="Why, in a word.")
    reason = graphene.String(
        description="Why, in the buyer's words; masked for everybody but the buyer, the enterprise and staff."
    )
    known_on = graphene.Field(Date, description="When a fault was noticed.")
    rejection_reason = graphene.String(description="Why it was refused; masked like the reason.")
    return_cost_bearer = graphene.Field(ReturnCostBearerEnum, required=True, description="Who pays the way back.")
    return_fee = graphene.Field(Money, required=True, description="What is kept of the refund for the way back.")
    courier = graphene.Field(Courier, description="Who carries the goods back.")
    tracking_number = graphene.String(
        required=True,
        description="Number of the parcel back; masked for everybody but the buyer, the enterprise and staff.",
    )
    tracking_url = graphene.String(description="The carrier's page for it, for the buyer, the enterprise and staff.")
    can_cancel = graphene.Boolean(required=True, description="Whether the buyer can still call it off.")
    requested_at = graphene.Field(DateTime, required=True, description="When it was asked for.")
    accepted_at = graphene.Field(DateTime, description="When the enterprise accepted it.")
    received_at = graphene.Field(DateTime, description="When the goods were taken back.")
    ended_at = graphene.Field(DateTime, description="When it was refunded, refused or called off.")
    refund_by = graphene.Field(Date, description="The day until which the money must be back.")
    refund_amount = graphene.Field(
        Money, description="What goes back in all, gift cards included; none as long as the goods are not back."
    )
    gift_card_amount = graphene.Field(Money, required=True, description="How much of it goes to gift cards.")
    late_interest = graphene.Field(
        Money, required=True, description="What is owed on top where the money comes late, up to today or its end."
    )
    granted_refund = graphene.Field(OrderGrantedRefund, description="The refund that was granted for it.")

    @staticmethod
    def resolve_status_display(root: WithdrawalModel, info: Any) -> str:
        status = WithdrawalStatus(root.status)
        return IN_ENGLISH[status] if in_english(info) else str(status.label)

    @batch
    def resolve_lines(parents: list[WithdrawalModel], info: Any) -> list[list[WithdrawalLineModel]]:
        ids = [withdrawal.pk for withdrawal in parents]
        return grouped(withdrawal_lines_of(ids), lambda row: row.withdrawal_id, ids)

    @staticmethod
    def resolve_order(root: WithdrawalModel, info: Any) -> Any:
        is_sellers_view = not may_see_person(root.order, info.context.actor) and handles(root.vendor_order, info)
        return None if is_sellers_view else root.order

    @staticmethod
    def resolve_reason(root: WithdrawalModel, info: Any) -> str:
        return _for_those_concerned(root, root.reason, info)

    @staticmethod
    def resolve_rejection_reason(root: WithdrawalModel, info: Any) -> str:
        return _for_those_concerned(root, root.rejection_reason, info)

    @staticmethod
    def resolve_return_cost_bearer(root: WithdrawalModel, info: Any) -> str:
        return root.cost_bearer

    @staticmethod
    def resolve_return_fee(root: WithdrawalModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.return_fee, root.currency)

    @staticmethod
    def resolve_courier(root: WithdrawalModel, info: Any) -> dict[str, Any] | None:
        return courier_of(root.courier, info)

    @staticmethod
    def resolve_tracking_number(root: WithdrawalModel, info: Any) -> str:
        return _for_those_concerned(root, root.tracking_number, info)

    @staticmethod
    def resolve_tracking_url(root: WithdrawalModel, info: Any) -> str | None:
        return tracking_url_of(root.courier, root.tracking_number) if _is_concerned(root, info) else None

    @staticmethod
    def resolve_can_cancel(root: WithdrawalModel, info: Any) -> bool:
        return WithdrawalStatus.CANCELED in WITHDRAWAL_TRANSITIONS[root.status]

    @staticmethod
    def resolve_granted_refund(root: WithdrawalModel, info: Any) -> OrderGrantedRefundModel | None:
        grant = root.granted_refund
        if grant is not None:
            grant.order, grant.vendor_order = root.order, root.vendor_order
        return grant

    @staticmethod
    def resolve_refund_amount(root: WithdrawalModel, info: Any) -> MoneyValue | None:
        return MoneyValue.of(root.refund_amount, root.currency) if root.received_at else None

    @staticmethod
    def resolve_gift_card_amount(root: WithdrawalModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.gift_card_amount, root.currency)

    @staticmethod
    def resolve_late_interest(root: WithdrawalModel, info: Any) -> MoneyValue:
        is_waiting = root.status == WithdrawalStatus.RECEIVED
        return interest_of(root) if is_waiting else MoneyValue.of(root.late_interest, root.currency)


WithdrawalCountableConnection = connection_type(
    "Withdrawal", "market.orders.graphql.withdrawal_types.Withdrawal", "withdrawals"
)


def _for_those_concerned(withdrawal: WithdrawalModel, text: str, info: Any) -> str:
    return text if _is_concerned(withdrawal, info) else mask_text(text)


def _is_concerned(withdrawal: WithdrawalModel, info: Any) -> bool:
    """Whether the reader is the buyer, staff, or the enterprise that takes the goods back."""
    return may_see_person(withdrawal.order, info.context.actor) or handles(withdrawal.vendor_order, info)
