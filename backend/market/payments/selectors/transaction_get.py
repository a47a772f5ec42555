"""Reading transactions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import reachable
from market.core.actor import Actor
from market.core.permissions import HANDLE_PAYMENTS
from market.orders.models import Order
from market.payments.models import ProviderAction, TransactionEvent, TransactionItem
from market.payments.selectors.payable import may_pay


def transaction_get(*, token: UUID, viewer: Actor) -> TransactionItem | None:
    """The transaction under this token, None where the viewer may not pay what it is for."""
    item = TransactionItem.objects.select_related("order").filter(pk=token).first()
    if item is None or viewer.has_permission(HANDLE_PAYMENTS):
        return item
    order = order_of(item)
    if order is not None:
        return item if may_pay(order, viewer) else None
    reached = Checkout.objects.filter(reachable(viewer), pk__in=[item.checkout_token]).exists()
    return item if reached else None


def kept_with(*, gateway: str, token: UUID) -> Mapping[str, Any] | None:
    """What is kept with a transaction of this gateway for its provider; None where there is no such transaction."""
    return TransactionItem.objects.filter(gateway=gateway, pk=token).values_list("data", flat=True).first()


def order_of(item: TransactionItem) -> Order | None:
    """The order the transaction is for, or became."""
    if item.order_id is not None:
        return item.order
    return Order.objects.filter(checkout_token=item.checkout_token).first()


def transactions_of_orders(orders: Iterable[Order]) -> QuerySet[TransactionItem]:
    """The transactions of these orders, those of their checkouts among them, oldest first."""
    rows = list(orders)
    tokens = [order.checkout_token for order in rows if order.checkout_token is not None]
    found = TransactionItem.objects.filter(Q(order__in=[order.pk for order in rows]) | Q(checkout_token__in=tokens))
    return found.order_by("created_at", "token")


def transactions_of_checkouts(checkout_ids: Iterable[UUID]) -> QuerySet[TransactionItem]:
    return TransactionItem.objects.filter(checkout_token__in=list(checkout_ids)).order_by("created_at", "token")


def events_of(tokens: Iterable[UUID]) -> QuerySet[TransactionEvent]:
    return TransactionEvent.objects.filter(transaction_id__in=list(tokens)).order_by("pk")


def actions_of(tokens: Iterable[UUID]) -> QuerySet[ProviderAction]:
    """What was asked of providers for these transactions, oldest first."""
    return (
        ProviderAction.objects.select_related("transaction").filter(transaction__in=list(tokens)).order_by("created_at")
    )
