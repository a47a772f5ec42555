"""What the seller's side does with goods that come back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import InvalidId, uuid_from_id
from market.core.graphql.scalars import Date
from market.orders.errors import WithdrawalStatusRefused
from market.orders.graphql.mutations.desk import DeskMutation
from market.orders.graphql.mutations.plain import text
from market.orders.graphql.withdrawal_types import Withdrawal, WithdrawalError
from market.orders.selectors.withdrawals import withdrawal_get
from market.orders.services.withdrawal_accept import withdrawal_accept
from market.orders.services.withdrawal_receive import withdrawal_receive
from market.orders.services.withdrawal_reject import withdrawal_reject

ID = "ID of the withdrawal."
AFTER = "The withdrawal after the change."


class WithdrawalAccept(DeskMutation):
    class Meta:
        description = "Accept a withdrawal: its goods are expected back."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, WithdrawalStatusRefused)
    withdrawal = graphene.Field(Withdrawal, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> WithdrawalAccept:
        done = withdrawal_accept(withdrawal_id=uuid_from_id(id, "Withdrawal"), actor=info.context.actor)
        return cls(withdrawal=withdrawal_get(withdrawal_id=done.pk))


class WithdrawalReject(DeskMutation):
    class Meta:
        description = "Refuse a withdrawal, with the reason; its pieces stay with the buyer."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description="Why, for the buyer to read.")

    raises = (NotFound, InvalidId, Required, WithdrawalStatusRefused)
    withdrawal = graphene.Field(Withdrawal, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> WithdrawalReject:
        done = withdrawal_reject(
            withdrawal_id=uuid_from_id(id, "Withdrawal"), reason=text(reason), actor=info.context.actor
        )
        return cls(withdrawal=withdrawal_get(withdrawal_id=done.pk))


class WithdrawalReceive(DeskMutation):
    class Meta:
        description = "Take the goods back; the refund is granted, less the fee where the buyer bears the way back."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        is_resellable = graphene.Boolean(
            default_value=False, description="Whether the pieces can be sold again and go back into the stock."
        )
        goods_back_on = graphene.Argument(
            Date, description="The day the goods came back; today unless given. The days for the refund run from it."
        )

    raises = (NotFound, InvalidId, InvalidInput, WithdrawalStatusRefused)
    withdrawal = graphene.Field(Withdrawal, description=AFTER)

    @classmethod
    def perform(
        cls, info: Any, id: str, is_resellable: bool | None = False, goods_back_on: dt.date | None = None
    ) -> WithdrawalReceive:
        done = withdrawal_receive(
            withdrawal_id=uuid_from_id(id, "Withdrawal"),
            actor=info.context.actor,
            is_resellable=bool(is_resellable),
            goods_back_on=goods_back_on,
        )
        return cls(withdrawal=withdrawal_get(withdrawal_id=done.pk))
