"""Staff report what they saw."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql import scalars
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import PositiveDecimal
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.enums import TransactionEventType
from market.payments.errors import AmountInvalid, DuplicatedReport
from market.payments.graphql.enums import TransactionEventTypeEnum
from market.payments.graphql.mutations.transaction_process import transaction_key
from market.payments.graphql.types import TransactionEvent, TransactionEventReportError, TransactionItem
from market.payments.services.transaction_report import transaction_report


class TransactionEventReport(BaseMutation):
    class Meta:
        description = "Report what became of a payment that no provider tells us of: a transfer that came, a refund that was sent."
        error_type = TransactionEventReportError
        idempotent = True
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(description="ID of the transaction.")
        token = scalars.UUID(description="Key of the transaction; instead of `id`.")
        type = graphene.Argument(TransactionEventTypeEnum, required=True, description="What happened.")
        amount = PositiveDecimal(required=True, description="The amount concerned.")
        psp_reference = graphene.String(required=True, description="The bank's reference; one reference counts once.")
        message = graphene.String(description="A word on it.")

    raises = (NotFound, InvalidId, Required, AmountInvalid, DuplicatedReport)
    already_processed = graphene.Boolean(description="Whether it was reported before.")
    transaction = graphene.Field(TransactionItem, description="The transaction after the report.")
    transaction_event = graphene.Field(TransactionEvent, description="The event.")

    @classmethod
    def perform(
        cls,
        info: Any,
        type: Any,
        amount: Any,
        psp_reference: str,
        id: str | None = None,
        token: Any = None,
        message: str | None = None,
    ) -> TransactionEventReport:
        reference = psp_reference.replace("\x00", "").strip()[:255]
        if not reference:
            raise Required("pspReference")  # without one, a second click would count the money twice
        item, event, known = transaction_report(
            token=transaction_key(id, token),
            type=TransactionEventType(type.value),
            amount=amount,
            psp_reference=reference,
            actor=info.context.actor,
            message=(message or "").replace("\x00", ""),
        )
        return cls(already_processed=known, transaction=item, transaction_event=event)
