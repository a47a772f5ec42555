"""Go on with a payment."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, uuid_pk
from market.core.graphql import scalars
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import JSON
from market.payments.errors import (
    GatewayDataInvalid,
    GatewayUnknown,
    PaymentOutdated,
    ProviderRefused,
    ProviderSilent,
    TransactionAlreadyProcessed,
)
from market.payments.flows.payment_begin import payment_process
from market.payments.graphql.mutations.payable_id import client_data, provider_spoken_to
from market.payments.graphql.types import TransactionEvent, TransactionItem, TransactionProcessError


class TransactionProcess(BaseMutation):
    class Meta:
        description = "Go on with a payment after its buyer confirmed it, or learn what became of it. Safe to repeat."
        error_type = TransactionProcessError
        idempotent = True

    class Arguments:
        id = graphene.ID(description="ID of the transaction.")
        token = scalars.UUID(description="Key of the transaction; instead of `id`.")
        data = JSON(description="What the gateway has to know, e.g. what its window answered.")
        customer_ip_address = graphene.String(
            description="Where the buyer is, for gateways that ask; only taken from those who handle payments."
        )

    raises = (
        NotFound, InvalidId, GatewayUnknown, GatewayDataInvalid, PaymentOutdated, TransactionAlreadyProcessed, ProviderRefused,
        ProviderSilent,
    )  # fmt: skip
    transaction = graphene.Field(TransactionItem, description="The attempt to pay.")
    transaction_event = graphene.Field(TransactionEvent, description="What came of the request.")
    data = JSON(description="What the client needs to go on.")

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str | None = None,
        token: Any = None,
        data: Any = None,
        customer_ip_address: str | None = None,
    ) -> TransactionProcess:
        key = transaction_key(id, token)
        with provider_spoken_to():
            item, answer = payment_process(token=key, data=client_data(data, "data"), actor=info.context.actor)
        return cls(transaction=item, transaction_event=item.events.order_by("pk").last(), data=answer)


def transaction_key(id: str | None, token: Any = None) -> Any:
    """The key of a transaction named by id or token. Raises NotFound where neither is given, InvalidId for a broken id."""
    if id:
        try:
            return uuid_pk(id, "TransactionItem")
        except BadGlobalId as error:
            raise InvalidId("id") from error
    if token is None:
        raise NotFound("id")
    return token
