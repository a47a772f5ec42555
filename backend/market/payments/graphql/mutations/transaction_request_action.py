"""Staff capture, refund or let go."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql import scalars
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import PositiveDecimal
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.enums import TransactionAction
from market.payments.errors import ActionNotAvailable, AmountInvalid
from market.payments.flows.actions_send import action_send
from market.payments.graphql.enums import TransactionActionEnum
from market.payments.graphql.mutations.transaction_process import transaction_key
from market.payments.graphql.types import TransactionItem, TransactionRequestActionError
from market.payments.models import TransactionItem as TransactionItemModel
from market.payments.services.action_ask import action_ask


class TransactionRequestAction(BaseMutation):
    class Meta:
        description = (
            "Ask the provider to capture, refund or let go. The request is kept until the provider has answered; what is under way"
            " already is not asked for twice."
        )
        error_type = TransactionRequestActionError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(description="ID of the transaction.")
        token = scalars.UUID(description="Key of the transaction; instead of `id`.")
        action_type = graphene.Argument(TransactionActionEnum, required=True, description="What to ask for.")
        amount = PositiveDecimal(description="How much; all there is when omitted.")
        refund_reason = graphene.String(description="Why it is given back; kept with the request.")

    raises = (NotFound, InvalidId, ActionNotAvailable, AmountInvalid)
    transaction = graphene.Field(TransactionItem, description="The transaction after the request.")

    @classmethod
    def perform(
        cls,
        info: Any,
        action_type: Any,
        id: str | None = None,
        token: Any = None,
        amount: Any = None,
        refund_reason: str | None = None,
    ) -> TransactionRequestAction:
        item, action = action_ask(
            token=transaction_key(id, token),
            kind=TransactionAction(action_type.value),
            amount=amount,
            actor=info.context.actor,
            reason=(refund_reason or "").replace("\x00", ""),
        )
        action_send(action.pk)  # at once where the provider answers; otherwise it goes later
        return cls(transaction=TransactionItemModel.objects.get(pk=item.pk))
