"""Attempts to pay that must not go on."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from market.checkout.models import Checkout
from market.core import clock
from market.core.actor import SYSTEM
from market.orders.models import Order
from market.payments.enums import TransactionAction
from market.payments.locks import siblings, transactions_for_update
from market.payments.models import TransactionItem
from market.payments.selectors.payable import payable_of_checkout, payable_of_order
from market.payments.services.action_request import action_request

PARTIAL = "is_partial"  # in the data of an attempt whose payer named an amount below what was left


@transaction.atomic
def attempts_call_off(*, checkout_id: UUID) -> int:
    """Call off open attempts to pay a total that is not the checkout's any more. Returns how many. Safe to repeat."""
    items = list(transactions_for_update(TransactionItem.objects.filter(checkout_token=checkout_id)))
    checkout = Checkout.objects.select_related("channel", "shipping_address").filter(pk=checkout_id).first()
    remaining = payable_of_checkout(checkout).remaining.amount if checkout else None
    if remaining is None and Order.objects.filter(checkout_token=checkout_id).exists():
        return 0  # it became an order in the meantime
    outdated = [item for item in items if item.is_open and not _fits(item, remaining)]
    for item in outdated:
        call_off(item, "the total has changed")
    return len(outdated)


@transaction.atomic
def attempt_abandon(*, token: UUID) -> bool:
    """Call off one open attempt whose shopper did not come back."""
    known = TransactionItem.objects.filter(pk=token).first()
    if known is None:
        return False
    item = next(row for row in transactions_for_update(siblings(known)) if row.pk == token)
    if not item.is_open:
        return False
    call_off(item, "abandoned")
    return True


def call_off(item: TransactionItem, reason: str) -> None:
    """Ask the provider to cancel a locked open attempt; if it was paid in that very moment, the money comes in and counts."""
    item.is_open = False
    item.save(update_fields=["is_open", "modified_at"])
    if item.psp_reference:
        cancel_once(item, reason)


def cancel_once(item: TransactionItem, reason: str) -> None:
    """Ask the provider to cancel a locked attempt that was called off, unless it was asked before."""
    if not item.actions.filter(kind=TransactionAction.CANCEL).exists():
        action_request(item=item, kind=TransactionAction.CANCEL, amount=item.amount, actor=SYSTEM, reason=reason)


def attempts_abandoned(*, gateways: list[str], older_than: dt.timedelta, limit: int = 100) -> list[UUID]:
    """Open attempts with these providers that nothing was heard of for so long, the oldest first."""
    waiting = TransactionItem.objects.filter(
        is_open=True, gateway__in=gateways, modified_at__lt=clock.now() - older_than
    ).order_by("modified_at")
    return list(waiting.values_list("pk", flat=True)[:limit])


def is_outdated(item: TransactionItem) -> bool:
    """Whether an open attempt would pay an amount that is not what is left to pay now."""
    if item.order_id is None and item.checkout_token is not None:
        checkout = Checkout.objects.select_related("channel", "shipping_address").filter(pk=item.checkout_token).first()
        if checkout is not None:
            return not _fits(item, payable_of_checkout(checkout).remaining.amount)
    order = Order.objects.select_related("channel").filter(
        Q(pk=item.order_id) | Q(checkout_token=item.checkout_token, checkout_token__isnull=False)
    )
    found = order.first()
    return found is None or not _fits(item, payable_of_order(found).remaining.amount)


def _fits(item: TransactionItem, remaining: Decimal | None) -> bool:
    """An attempt to pay all must pay exactly what is left; one that was meant to pay a part may pay less."""
    if remaining is None:
        return False
    return item.amount <= remaining if item.data.get(PARTIAL) else item.amount == remaining
