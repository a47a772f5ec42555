"""The only row locks of this room."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from market.core.locks import locked
from market.orders.models import Order
from market.payments.models import (
    BankDeposit,
    BookDifference,
    DepositBatch,
    ProviderAction,
    ProviderEvent,
    TransactionItem,
)


def siblings(item: TransactionItem) -> QuerySet[TransactionItem]:
    """All transactions that pay for the same checkout or order, the item among them."""
    tokens = Q(pk=item.pk)
    if item.checkout_token is not None:
        tokens |= Q(checkout_token=item.checkout_token) | Q(order__checkout_token=item.checkout_token)
    if item.order_id is not None:
        tokens |= Q(order_id=item.order_id)
        of_checkout = Order.objects.filter(pk=item.order_id, checkout_token__isnull=False).values("checkout_token")
        tokens |= Q(checkout_token__in=of_checkout)
    return TransactionItem.objects.filter(tokens)


def attempts_at(*, checkout_token: UUID | None, order_id: UUID | None) -> QuerySet[TransactionItem]:
    """All transactions that pay for a checkout, or for an order and the checkout it was."""
    mine = Q(order_id=order_id) if order_id is not None else Q()
    if checkout_token is not None:
        mine |= Q(checkout_token=checkout_token)
    return TransactionItem.objects.filter(mine)


def take_turn(*, checkout_token: UUID | None, order_id: UUID | None) -> None:
    """Let one transaction at a time add attempts to pay for the same thing, until it commits. Taken before any row is locked.

    Rows alone do not do: whoever waits for them does not see the rows that were added meanwhile.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a turn is taken inside a transaction only")
    key = (checkout_token or order_id or UUID(int=0)).int >> 65  # a positive bigint
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def transactions_for_update(queryset: QuerySet[TransactionItem]) -> QuerySet[TransactionItem]:
    """Whoever changes a transaction locks all of its payable: sums are then read by one at a time."""
    return locked(queryset)


def actions_for_update() -> QuerySet[ProviderAction]:
    return locked(ProviderAction.objects.all())


def provider_events_for_update() -> QuerySet[ProviderEvent]:
    return locked(ProviderEvent.objects.all())


def deposit_batches_for_update() -> QuerySet[DepositBatch]:
    """Before deposits, and deposits before transactions."""
    return locked(DepositBatch.objects.all())


def deposits_for_update() -> QuerySet[BankDeposit]:
    return locked(BankDeposit.objects.all())


def differences_for_update() -> QuerySet[BookDifference]:
    return locked(BookDifference.objects.all())
