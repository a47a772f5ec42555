"""Transactions and gateways as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.languages import localized
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import JSON, UUID, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, non_null_list
from market.core.money import Money as MoneyValue
from market.orders.graphql.enums import PaymentMeansEnum
from market.payments.gateways.registry import providers
from market.payments.graphql.enums import (
    PaymentGatewayConfigErrorCode,
    PaymentGatewayInitializeErrorCode,
    TransactionActionEnum,
    TransactionEventReportErrorCode,
    TransactionEventTypeEnum,
    TransactionInitializeErrorCode,
    TransactionProcessErrorCode,
    TransactionRequestActionErrorCode,
)
from market.payments.graphql.staff_fields import TransactionStaffFields
from market.payments.models import TransactionEvent as TransactionEventModel
from market.payments.models import TransactionItem as TransactionItemModel
from market.payments.rules import actions_available
from market.payments.selectors.transaction_get import events_of


class GatewayConfigLine(graphene.ObjectType):
    """One setting a client needs to use a payment gateway."""

    field = graphene.String(required=True, description="Name of the setting.")
    value = graphene.String(description="Its value.")


class PaymentGateway(graphene.ObjectType):
    """A way to pay."""

    id = graphene.ID(required=True, description="ID of the gateway.")
    name = graphene.String(required=True, description="Name of the gateway in the language of the request.")
    currencies = graphene.Field(non_null_list(graphene.String), required=True, description="Currencies it takes.")
    config = graphene.Field(non_null_list(GatewayConfigLine), required=True, description="Settings for the client.")


class PaymentGatewayConfigError(SaleorError):
    """Why a gateway has nothing to say."""

    code = graphene.Field(PaymentGatewayConfigErrorCode, required=True, description="The error's code.")


class PaymentGatewayConfig(graphene.ObjectType):
    """What a client needs before it begins to pay with a gateway."""

    id = graphene.String(required=True, description="ID of the gateway.")
    data = JSON(description="The gateway's own data, e.g. a public key.")
    errors = non_null_list(PaymentGatewayConfigError, description="Why there is none.")


class TransactionEvent(ModelObjectType):
    """Something that happened to a transaction."""

    class Meta:
        interfaces = (Node,)

    created_at = graphene.Field(DateTime, required=True, description="When it was noted.")
    type = graphene.Field(TransactionEventTypeEnum, description="What happened.")
    amount = graphene.Field(Money, required=True, description="The amount concerned.")
    psp_reference = graphene.String(required=True, description="The provider's reference of it.")
    message = graphene.String(required=True, description="The provider's word on it.")
    reason = graphene.String(description="Why it was asked for.")
    external_url = graphene.String(required=True, description="Where staff look it up at the provider.")

    @staticmethod
    def resolve_amount(root: TransactionEventModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.currency)


class PaymentMethodDetails(graphene.ObjectType):
    """With what it was paid."""

    kind = graphene.String(description="The provider's word for the kind, e.g. card.")
    name = graphene.String(description="Brand or issuer.")
    last_digits = graphene.String(description="The last digits of a card.")


def _amount_field(description: str) -> graphene.Field:
    return graphene.Field(Money, required=True, description=description)


class TransactionItem(TransactionStaffFields, ModelObjectType):
    """One attempt to pay with one provider. Its amounts follow from its events."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    token = graphene.Field(UUID, required=True, description="Its key.")
    created_at = graphene.Field(DateTime, required=True, description="When it began.")
    modified_at = graphene.Field(DateTime, required=True, description="When it last changed.")
    name = graphene.String(required=True, description="Name of the way to pay, in the language of the request.")
    message = graphene.String(required=True, description="The provider's last word.")
    psp_reference = graphene.String(required=True, description="The provider's reference.")
    gateway = graphene.String(required=True, description="ID of the gateway.")
    payment_means = graphene.Field(PaymentMeansEnum, required=True, description="How it is paid.")
    payment_method_details = graphene.Field(PaymentMethodDetails, description="With what it was paid, once known.")
    actions = graphene.Field(
        non_null_list(TransactionActionEnum), required=True, description="What can be asked of the provider now."
    )
    amount = _amount_field("What it was opened for.")
    authorized_amount = _amount_field("Promised and not yet taken.")
    authorize_pending_amount = _amount_field("Asked to be promised.")
    charged_amount = _amount_field("Received, less what was given back.")
    charge_pending_amount = _amount_field("On its way to us.")
    refunded_amount = _amount_field("Given back.")
    refund_pending_amount = _amount_field("On its way back.")
    canceled_amount = _amount_field("Promised once and let go.")
    cancel_pending_amount = _amount_field("Asked to be let go.")
    is_disputed = graphene.Boolean(required=True, description="Whether the buyer contests it with the bank.")
    external_url = graphene.String(required=True, description="Where staff look it up at the provider.")
    events = graphene.Field(non_null_list(TransactionEvent), required=True, description="What happened, oldest first.")

    @staticmethod
    def resolve_name(root: TransactionItemModel, info: Any) -> str:
        provider = providers().get(root.gateway)
        return localized(provider.name_ko, provider.name_en, info) if provider else root.name

    @staticmethod
    def resolve_payment_means(root: TransactionItemModel, info: Any) -> str:
        return root.means

    @staticmethod
    def resolve_payment_method_details(root: TransactionItemModel, info: Any) -> dict[str, str | None] | None:
        details = root.method_details
        if not details:
            return None
        name = details.get("issuer") or details.get("brand")
        return {"kind": details.get("kind"), "name": name, "last_digits": details.get("last4")}

    @staticmethod
    def resolve_actions(root: TransactionItemModel, info: Any) -> list[str]:
        return [action.value for action in actions_available(root.authorized_value, root.charged_value)]

    @staticmethod
    def resolve_amount(root: TransactionItemModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.currency)

    @batch
    def resolve_events(parents: list[TransactionItemModel], info: Any) -> list[list[TransactionEventModel]]:
        tokens = [item.pk for item in parents]
        return grouped(events_of(tokens), lambda row: row.transaction_id, tokens)


TransactionCountableConnection = connection_type(
    "Transaction", "market.payments.graphql.types.TransactionItem", "transactions"
)


def _money_resolver(column: str) -> Any:
    def resolve(root: TransactionItemModel, info: Any) -> MoneyValue:
        return MoneyValue.of(getattr(root, column), root.currency)

    return staticmethod(resolve)


for _field, _column in {
    "authorized_amount": "authorized_value",
    "authorize_pending_amount": "authorize_pending_value",
    "charged_amount": "charged_value",
    "charge_pending_amount": "charge_pending_value",
    "refunded_amount": "refunded_value",
    "refund_pending_amount": "refund_pending_value",
    "canceled_amount": "canceled_value",
    "cancel_pending_amount": "cancel_pending_value",
}.items():
    setattr(TransactionItem, f"resolve_{_field}", _money_resolver(_column))


class PaymentGatewayInitializeError(SaleorError):
    """What went wrong before a payment began."""

    code = graphene.Field(PaymentGatewayInitializeErrorCode, required=True, description="The error's code.")


class TransactionInitializeError(SaleorError):
    """What went wrong when a payment began."""

    code = graphene.Field(TransactionInitializeErrorCode, required=True, description="The error's code.")


class TransactionProcessError(SaleorError):
    """What went wrong when a payment went on."""

    code = graphene.Field(TransactionProcessErrorCode, required=True, description="The error's code.")


class TransactionRequestActionError(SaleorError):
    """What went wrong with a request to a provider."""

    code = graphene.Field(TransactionRequestActionErrorCode, required=True, description="The error's code.")


class TransactionEventReportError(SaleorError):
    """What went wrong with a report."""

    code = graphene.Field(TransactionEventReportErrorCode, required=True, description="The error's code.")


class PaymentGatewayToInitialize(graphene.InputObjectType):
    """A gateway, and what it has to know of the client."""

    id = graphene.String(required=True, description="ID of the gateway.")
    data = JSON(description="The gateway's own data.")
