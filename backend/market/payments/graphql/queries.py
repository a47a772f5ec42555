"""What can be read of payments."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import DomainError, PermissionDenied
from market.core.graphql import scalars
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.graphql.books_queries import BookQueries
from market.payments.graphql.mutations.transaction_process import transaction_key
from market.payments.graphql.types import TransactionItem
from market.payments.models import TransactionItem as TransactionItemModel
from market.payments.selectors.transaction_get import transaction_get


class PaymentQueries(BookQueries):
    transaction = graphene.Field(
        TransactionItem,
        id=graphene.ID(description="ID of the transaction."),
        token=scalars.UUID(description="Key of the transaction; instead of `id`."),
        description="One attempt to pay, for staff who handle payments.",
    )

    @staticmethod
    def resolve_transaction(
        root: Any, info: Any, id: str | None = None, token: Any = None
    ) -> TransactionItemModel | None:
        viewer = info.context.actor
        if not viewer.has_permission(HANDLE_PAYMENTS):
            raise PermissionDenied(HANDLE_PAYMENTS)
        try:
            return transaction_get(token=transaction_key(id, token), viewer=viewer)
        except DomainError:
            return None
