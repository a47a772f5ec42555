"""Refunds that people send by transfer."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.banks import Bank
from market.core.errors import NotFound, Required
from market.core.graphql.banks import BankEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.permissions import HANDLE_PAYMENTS
from market.orders.errors import TooManyGuesses
from market.payments.errors import (
    AccountNumberInvalid,
    ActionNotAvailable,
    AmountInvalid,
    DuplicatedReport,
    RefundAccountNotNeeded,
)
from market.payments.gateways.registry import by_hand_gateways
from market.payments.graphql.books_types import PaymentBookError, RefundAccount
from market.payments.graphql.comparison_types import PaymentAction
from market.payments.services.refund_account_set import refund_account_set
from market.payments.services.refund_mark_sent import refund_mark_sent


class RefundAccountSet(BaseMutation):
    class Meta:
        description = (
            "Say where money should be sent back, while a refund by transfer waits for the order. A member does it signed in; a guest names"
            " the order's e-mail address. The account is encrypted, and deleted some time after the refund."
        )
        error_type = PaymentBookError
        idempotent = True

    class Arguments:
        order_id = graphene.ID(required=True, description="ID of the order.")
        bank = graphene.Argument(BankEnum, required=True, description="The bank.")
        account_number = graphene.String(
            required=True, description="The number: 10 to 16 digits, with or without hyphens."
        )
        holder = graphene.String(required=True, description="Who holds the account.")
        email = graphene.String(description="The order's e-mail address, for orders of guests.")

    raises = (NotFound, InvalidId, Required, TooManyGuesses, RefundAccountNotNeeded, AccountNumberInvalid)
    account = graphene.Field(RefundAccount, description="The account, masked.")

    @classmethod
    def perform(
        cls, info: Any, order_id: str, bank: Any, account_number: str, holder: str, email: str | None = None
    ) -> RefundAccountSet:
        account = refund_account_set(
            order_id=uuid_from_id(order_id, "Order", field="orderId"),
            bank=Bank(bank.value),
            number=account_number.replace("\x00", ""),
            holder=holder.replace("\x00", ""),
            email=(email or "").replace("\x00", ""),
            actor=info.context.actor,
            gateways=by_hand_gateways(),
        )
        return cls(account=account)


class RefundMarkAsSent(BaseMutation):
    class Meta:
        description = "Say that a refund was sent by transfer. Safe to repeat."
        error_type = PaymentBookError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the refund to send.")
        reference = graphene.String(description="The bank's reference of the transfer.")

    raises = (NotFound, InvalidId, ActionNotAvailable, AmountInvalid, DuplicatedReport)
    action = graphene.Field(PaymentAction, description="The refund after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, reference: str | None = None) -> RefundMarkAsSent:
        action = refund_mark_sent(
            action_id=uuid_from_id(id, "PaymentAction"),
            actor=info.context.actor,
            reference=(reference or "").replace("\x00", ""),
        )
        return cls(action=action)
