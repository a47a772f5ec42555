"""What a client needs before it begins to pay."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, error_object
from market.core.graphql.scalars import PositiveDecimal
from market.core.graphql.types import non_null_list
from market.payments.errors import GatewayUnknown, ProviderRefused, ProviderSilent
from market.payments.gateways.registry import gateways_offered
from market.payments.graphql.mutations.payable_id import payable_key, provider_spoken_to
from market.payments.graphql.types import (
    PaymentGatewayConfig,
    PaymentGatewayConfigError,
    PaymentGatewayInitializeError,
    PaymentGatewayToInitialize,
)
from market.payments.selectors.payable import payable_get


class PaymentGatewayInitialize(BaseMutation):
    class Meta:
        description = "Ask gateways what a client needs to pay a checkout or an order, e.g. a public key."
        error_type = PaymentGatewayInitializeError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the checkout or order.")
        amount = PositiveDecimal(description="What is to be paid; all that is left when omitted.")
        payment_gateways = non_null_list(
            PaymentGatewayToInitialize, description="The gateways; all that are offered when omitted."
        )

    raises = (NotFound, InvalidId, ProviderRefused, ProviderSilent)
    gateway_configs = non_null_list(PaymentGatewayConfig, description="One answer for each gateway.")

    @classmethod
    def perform(
        cls, info: Any, id: str, amount: Any = None, payment_gateways: list[Any] | None = None
    ) -> PaymentGatewayInitialize:
        type_name, pk = payable_key(id)
        actor = info.context.actor
        payable = payable_get(type_name=type_name, pk=pk, viewer=actor)
        if payable is None:
            raise NotFound("id")
        offered = {provider.id: provider for provider in gateways_offered(payable.channel)}
        wanted = [gateway["id"] for gateway in payment_gateways] if payment_gateways else list(offered)
        configs = []
        for gateway in dict.fromkeys(wanted):
            provider = offered.get(gateway)
            if provider is None:
                unknown = error_object(PaymentGatewayConfigError, GatewayUnknown("id"), info.context.language)
                configs.append(PaymentGatewayConfig(id=gateway, data=None, errors=[unknown]))
                continue
            with provider_spoken_to():
                data = provider.client_config(amount=payable.remaining, language=info.context.language)
            configs.append(PaymentGatewayConfig(id=gateway, data=data, errors=[]))
        return cls(gateway_configs=configs)
