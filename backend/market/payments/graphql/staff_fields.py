"""What staff see of a transaction beyond Saleor's fields."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch, grouped
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.selectors.staff_lists import deposits_of, orders_of_transactions
from market.payments.selectors.transaction_get import actions_of


class TransactionStaffFields:
    order = graphene.Field(
        "market.orders.graphql.types.Order", description="The order it is for, or became; none while it is a checkout."
    )
    transfer_reference = graphene.String(
        description="What the sender of a transfer should write; none for other means."
    )
    is_open = graphene.Boolean(required=True, description="Whether it may still turn into money.")
    provider_actions = graphene.Field(
        graphene.List(graphene.NonNull("market.payments.graphql.comparison_types.PaymentAction")),
        description="What was asked of the provider, oldest first; only for staff who handle payments.",
    )
    deposits = graphene.Field(
        graphene.List(graphene.NonNull("market.payments.graphql.books_types.BankDeposit")),
        description="Deposits matched with it; only for staff who handle payments.",
    )

    @staticmethod
    def resolve_transfer_reference(root: Any, info: Any) -> str | None:
        return root.reference or None

    @batch
    def resolve_order(parents: list[Any], info: Any) -> list[Any]:
        return orders_of_transactions(parents)

    @batch
    def resolve_provider_actions(parents: list[Any], info: Any) -> list[Any]:
        if not info.context.actor.has_permission(HANDLE_PAYMENTS):
            return [None] * len(parents)
        tokens = [item.pk for item in parents]
        return grouped(actions_of(tokens), lambda row: row.transaction_id, tokens)

    @batch
    def resolve_deposits(parents: list[Any], info: Any) -> list[Any]:
        if not info.context.actor.has_permission(HANDLE_PAYMENTS):
            return [None] * len(parents)
        tokens = [item.pk for item in parents]
        return grouped(deposits_of(tokens), lambda row: row.transaction_id, tokens)
