"""What people decide about the books: differences explained, and what was given up tried again."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.errors import ActionNotAvailable
from market.payments.flows.actions_send import action_send
from market.payments.flows.provider_messages import message_process
from market.payments.graphql.books_types import PaymentBookError
from market.payments.graphql.comparison_types import BookDifference, PaymentAction
from market.payments.services.dead_retry import action_retry, provider_message_retry
from market.payments.services.differences_note import difference_settle


class BookDifferenceSettle(BaseMutation):
    class Meta:
        description = (
            "Explain a difference between the books. It is not listed again while it says the same; no money moves."
        )
        error_type = PaymentBookError
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the difference.")
        note = graphene.String(required=True, description="Why it may stand.")

    raises = (NotFound, InvalidId, Required)
    difference = graphene.Field(BookDifference, description="The difference after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, note: str) -> BookDifferenceSettle:
        row = difference_settle(
            difference_id=pk_from_id(id, "BookDifference"), note=note.replace("\x00", ""), actor=info.context.actor
        )
        return cls(difference=row)


class PaymentActionRetry(BaseMutation):
    class Meta:
        description = (
            "Ask a provider once more for what was given up; under the same key, so that nothing is done twice."
        )
        error_type = PaymentBookError
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the action.")

    raises = (NotFound, InvalidId, ActionNotAvailable)
    action = graphene.Field(PaymentAction, description="The action after the try.")

    @classmethod
    def perform(cls, info: Any, id: str) -> PaymentActionRetry:
        action = action_retry(action_id=uuid_from_id(id, "PaymentAction"), actor=info.context.actor)
        action_send(action.pk)  # at once where the provider answers; otherwise it goes later
        action.refresh_from_db()
        return cls(action=action)


class ProviderMessageRetry(BaseMutation):
    class Meta:
        description = "Act once more on a provider's message that was given up."
        error_type = PaymentBookError
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the message.")

    raises = (NotFound, InvalidId, ActionNotAvailable)
    is_done = graphene.Boolean(description="Whether it went well this time; if not, it is tried again later.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ProviderMessageRetry:
        event = provider_message_retry(event_pk=pk_from_id(id, "ProviderMessage"), actor=info.context.actor)
        message_process(event_pk=event.pk)
        event.refresh_from_db()
        return cls(is_done=event.status == "done")
