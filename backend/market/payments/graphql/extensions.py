"""What payments add to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.channels.selectors.channels import channel_by_slug
from market.core.graphql.batch import batch, grouped
from market.core.graphql.languages import localized
from market.core.graphql.types import non_null_list
from market.core.permissions import HANDLE_PAYMENTS, MANAGE_CHECKOUTS
from market.orders.selectors.order_get import may_see_person
from market.payments.gateways.registry import gateways_offered
from market.payments.selectors.transaction_get import transactions_of_checkouts, transactions_of_orders

GATEWAY = "market.payments.graphql.types.PaymentGateway"
TRANSACTION = "market.payments.graphql.types.TransactionItem"


def _gateways(channel: Any, info: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": provider.id,
            "name": localized(provider.name_ko, provider.name_en, info),
            "currencies": list(provider.currencies),
            "config": [],
        }
        for provider in gateways_offered(channel)
    ]


class CheckoutPaymentFields:
    available_payment_gateways = graphene.Field(
        graphene.List(graphene.NonNull(GATEWAY)), required=True, description="Ways to pay it."
    )
    transactions = graphene.Field(
        graphene.List(graphene.NonNull(TRANSACTION)),
        description="Attempts to pay it, for its own user and staff.",
    )

    @staticmethod
    def resolve_available_payment_gateways(root: Any, info: Any) -> list[dict[str, Any]]:
        return _gateways(root.channel, info)

    @batch
    def resolve_transactions(parents: list[Any], info: Any) -> list[list[Any] | None]:
        viewer = info.context.actor
        keeper = viewer.has_permission(MANAGE_CHECKOUTS, HANDLE_PAYMENTS)
        seen = [row.pk for row in parents if keeper or (row.user_id is not None and row.user_id == viewer.user_id)]
        rows = dict(
            zip(seen, grouped(transactions_of_checkouts(seen), lambda row: row.checkout_token, seen), strict=True)
        )
        return [rows.get(row.pk) for row in parents]


class OrderPaymentFields:
    transactions = graphene.Field(
        graphene.List(graphene.NonNull(TRANSACTION)),
        required=True,
        description="Attempts to pay it, oldest first; for the buyer (a guest by the e-mail address) and staff.",
    )

    @batch
    def resolve_transactions(parents: list[Any], info: Any) -> list[list[Any]]:
        viewer = info.context.actor
        seen = [row for row in parents if may_see_person(row, viewer) or viewer.has_permission(HANDLE_PAYMENTS)]
        found = list(transactions_of_orders(seen))
        return [
            [item for item in found if item.order_id == row.pk or _same_checkout(item, row)] if row in seen else []
            for row in parents
        ]


class ShopPaymentFields:
    available_payment_gateways = graphene.Field(
        non_null_list(GATEWAY),
        required=True,
        currency=graphene.String(description="Only those that take this currency."),
        channel=graphene.String(description="Slug of a channel: only those offered there."),
        description="Ways to pay.",
    )

    @staticmethod
    def resolve_available_payment_gateways(
        root: Any, info: Any, currency: str | None = None, channel: str | None = None
    ) -> list[dict[str, Any]]:
        found = _gateways(channel_by_slug(channel, viewer=info.context.actor) if channel else None, info)
        return [gateway for gateway in found if currency is None or currency in gateway["currencies"]]


def _same_checkout(item: Any, order: Any) -> bool:
    return item.checkout_token is not None and item.checkout_token == order.checkout_token
