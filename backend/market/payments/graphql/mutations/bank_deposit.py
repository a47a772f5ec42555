"""What people decide about a deposit."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.errors import DepositNotOpen, DepositNotReversible
from market.payments.graphql.books_types import BankDeposit, PaymentBookError
from market.payments.selectors.staff_lists import order_of_number
from market.payments.services.deposit_match import deposit_ignore, deposit_match, deposit_reopen, deposit_unmatch


def _clean(text: str | None) -> str:
    return (text or "").replace("\x00", "")


class BankDepositMatch(BaseMutation):
    class Meta:
        description = "Say what a deposit is for: a transaction, or an order by its number. What is too much is asked back for the buyer at once."
        error_type = PaymentBookError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the deposit.")
        transaction_id = graphene.ID(description="ID of the transaction.")
        order_number = graphene.String(description="Number of the order; instead of `transactionId`.")

    raises = (NotFound, InvalidId, Required, DepositNotOpen)
    deposit = graphene.Field(BankDeposit, description="The deposit after the change.")

    @classmethod
    def perform(
        cls, info: Any, id: str, transaction_id: str | None = None, order_number: str | None = None
    ) -> BankDepositMatch:
        token = order_id = None
        if transaction_id is not None:
            token = uuid_from_id(transaction_id, "TransactionItem", field="transactionId")
        elif not _clean(order_number).strip():
            raise Required("orderNumber")
        else:
            order_id = order_of_number(_clean(order_number))
            if order_id is None:
                raise NotFound("orderNumber")
        deposit = deposit_match(
            deposit_id=pk_from_id(id, "BankDeposit"), token=token, order_id=order_id, actor=info.context.actor
        )
        return cls(deposit=deposit)


class BankDepositUnmatch(BaseMutation):
    class Meta:
        description = (
            "Undo a wrong match: the opposite event is added to the transaction, which waits for its money again, and the deposit is open"
            " again. Nothing that was written is changed."
        )
        error_type = PaymentBookError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the deposit.")
        reason = graphene.String(required=True, description="What was wrong.")

    raises = (NotFound, InvalidId, Required, DepositNotOpen, DepositNotReversible)
    deposit = graphene.Field(BankDeposit, description="The deposit after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> BankDepositUnmatch:
        deposit_id = pk_from_id(id, "BankDeposit")
        return cls(deposit=deposit_unmatch(deposit_id=deposit_id, actor=info.context.actor, reason=_clean(reason)))


class BankDepositIgnore(BaseMutation):
    class Meta:
        description = "Say that a deposit pays for nothing here, e.g. interest."
        error_type = PaymentBookError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the deposit.")
        reason = graphene.String(required=True, description="What it is instead.")

    raises = (NotFound, InvalidId, Required, DepositNotOpen)
    deposit = graphene.Field(BankDeposit, description="The deposit after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> BankDepositIgnore:
        deposit_id = pk_from_id(id, "BankDeposit")
        return cls(deposit=deposit_ignore(deposit_id=deposit_id, actor=info.context.actor, reason=_clean(reason)))


class BankDepositReopen(BaseMutation):
    class Meta:
        description = "Look at an ignored deposit again."
        error_type = PaymentBookError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the deposit.")

    raises = (NotFound, InvalidId, DepositNotOpen)
    deposit = graphene.Field(BankDeposit, description="The deposit after the change.")

    @classmethod
    def perform(cls, info: Any, id: str) -> BankDepositReopen:
        return cls(deposit=deposit_reopen(deposit_id=pk_from_id(id, "BankDeposit"), actor=info.context.actor))
