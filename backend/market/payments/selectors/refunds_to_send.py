"""Refunds that people carry out: asked of a provider without an interface, and not reported yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet

from market.core import clock
from market.orders.models import Order
from market.orders.rules import refund_due
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.models import ProviderAction, RefundAccount

OPEN = (ActionStatus.WAITING, ActionStatus.SENT)


def refunds_to_send(gateways: Iterable[str]) -> QuerySet[ProviderAction]:
    """Those with these gateways (the ones without an interface), the oldest first."""
    return (
        ProviderAction.objects.select_related("transaction")
        .filter(kind=TransactionAction.REFUND, status__in=OPEN, transaction__gateway__in=list(gateways))
        .order_by("created_at", "pk")
    )


def refunds_of_order(order: Order, gateways: Iterable[str]) -> QuerySet[ProviderAction]:
    """The refunds by transfer that wait for one order."""
    mine = Q(transaction__order_id=order.pk)
    if order.checkout_token is not None:
        mine |= Q(transaction__checkout_token=order.checkout_token)
    return refunds_to_send(gateways).filter(mine)


def orders_of_actions(actions: Iterable[ProviderAction]) -> dict[UUID, Order]:
    """The order behind each action, by the action's id; in one statement. None for money that never became an order."""
    actions = list(actions)
    tokens = {row.transaction.checkout_token for row in actions if row.transaction.checkout_token}
    keys = {row.transaction.order_id for row in actions if row.transaction.order_id}
    found: dict[UUID, Order] = {}
    for order in Order.objects.select_related("refund_account").filter(Q(pk__in=keys) | Q(checkout_token__in=tokens)):
        found[order.pk] = order
        if order.checkout_token:
            found[order.checkout_token] = order
    behind: dict[UUID, Order] = {}
    for row in actions:
        mine = found.get(row.transaction.order_id or row.pk) or found.get(row.transaction.checkout_token or row.pk)
        if mine is not None:
            behind[row.pk] = mine
    return behind


def send_by(asked_at: dt.datetime) -> dt.date:
    """The last day to send it: within three working days (전자상거래법 §18), public holidays left out."""
    return refund_due(asked_at.astimezone(clock.SEOUL).date())


def refunds_of_orders(orders: Sequence[Order], gateways: Iterable[str]) -> dict[UUID, Decimal]:
    """How much waits to be sent back for each of these orders, those with nothing left out; in one statement."""
    by_token: dict[UUID | None, UUID] = {order.checkout_token: order.pk for order in orders if order.checkout_token}
    mine = Q(transaction__order__in=[order.pk for order in orders]) | Q(transaction__checkout_token__in=list(by_token))
    sums: dict[UUID, Decimal] = {}
    for row in refunds_to_send(gateways).filter(mine):
        key = row.transaction.order_id or by_token.get(row.transaction.checkout_token)
        if key is not None:
            sums[key] = sums.get(key, Decimal(0)) + row.amount
    return sums


def refund_accounts_of(order_ids: Iterable[UUID]) -> dict[UUID, RefundAccount]:
    return {row.order_id: row for row in RefundAccount.objects.filter(order__in=list(order_ids))}
