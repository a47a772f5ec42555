"""Begin to pay."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.scalars import JSON, PositiveDecimal
from market.orders.errors import OrderNotPayable
from market.payments.enums import FlowStrategy
from market.payments.errors import (
    AmountInvalid,
    AmountTooSmall,
    GatewayDataInvalid,
    GatewayUnknown,
    IdempotencyKeyReused,
    NothingToPay,
    ProviderRefused,
    ProviderSilent,
)
from market.payments.flows.payment_begin import payment_begin
from market.payments.graphql.enums import TransactionFlowStrategyEnum
from market.payments.graphql.mutations.payable_id import client_data, payable_key, provider_spoken_to
from market.payments.graphql.types import (
    PaymentGatewayToInitialize,
    TransactionEvent,
    TransactionInitializeError,
    TransactionItem,
)

KEY_LENGTH = 512


class TransactionInitialize(BaseMutation):
    class Meta:
        description = "Begin to pay a checkout or an order with a gateway. The same idempotency key begins it once."
        error_type = TransactionInitializeError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the checkout or order.")
        amount = PositiveDecimal(description="What to pay; all that is left when omitted, and never more.")
        action = graphene.Argument(
            TransactionFlowStrategyEnum, description="Whether to take the money now or only have it promised."
        )
        payment_gateway = graphene.Argument(
            PaymentGatewayToInitialize, required=True, description="With which gateway."
        )
        idempotency_key = graphene.String(description="A key of the client's, at most 512 characters.")
        customer_ip_address = graphene.String(
            description="Where the buyer is, for gateways that ask; only taken from those who handle payments."
        )

    raises = (
        NotFound, InvalidId, GatewayUnknown, GatewayDataInvalid, NothingToPay, AmountInvalid, AmountTooSmall, IdempotencyKeyReused,
        OrderNotPayable, ProviderRefused, ProviderSilent,
    )  # fmt: skip
    transaction = graphene.Field(TransactionItem, description="The attempt to pay.")
    transaction_event = graphene.Field(TransactionEvent, description="What came of the request.")
    data = JSON(description="What the client needs to go on.")

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str,
        payment_gateway: Any,
        amount: Any = None,
        action: Any = None,
        idempotency_key: str | None = None,
        customer_ip_address: str | None = None,
    ) -> TransactionInitialize:
        type_name, pk = payable_key(id)
        key = (idempotency_key or "").replace("\x00", "")
        if len(key) > KEY_LENGTH:
            raise GatewayDataInvalid("idempotencyKey", detail=f"{KEY_LENGTH} characters at most")
        with provider_spoken_to():
            item, data = payment_begin(
                type_name=type_name,
                pk=pk,
                gateway=payment_gateway["id"],
                data=client_data(payment_gateway.get("data")),
                actor=info.context.actor,
                amount=amount,
                strategy=FlowStrategy(action.value) if action else FlowStrategy.CHARGE,
                idempotency_key=key,
            )
        return cls(transaction=item, transaction_event=item.events.order_by("pk").last(), data=data)
