"""The seller refuses, and says why."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import outbox
from market.core.actor import Actor
from market.core.errors import Required
from market.orders.enums import WithdrawalStatus
from market.orders.events import WithdrawalRejected
from market.orders.models import Withdrawal
from market.orders.services.withdrawal_status_set import (
    ensure_handler,
    pieces_keep,
    withdrawal_locked,
    withdrawal_status_set,
)


def withdrawal_reject(*, withdrawal_id: UUID, reason: str, actor: Actor) -> Withdrawal:
    """Refuse a withdrawal before its goods are taken back; the buyer may ask again.

    Raises Required without a reason, NotFound, PermissionDenied, WithdrawalStatusRefused.
    """
    if not reason.strip():
        raise Required("reason")
    with transaction.atomic():
        order, withdrawal = withdrawal_locked(withdrawal_id)
        ensure_handler(withdrawal, actor)
        withdrawal_status_set(
            withdrawal=withdrawal,
            to=WithdrawalStatus.REJECTED,
            actor=actor,
            values={"rejection_reason": reason.strip()[:1000]},
        )
        pieces_keep(withdrawal)
        outbox.publish(
            WithdrawalRejected(
                order_id=order.pk, vendor_order_id=withdrawal.vendor_order_id, withdrawal_id=withdrawal.pk
            )
        )
    return withdrawal
