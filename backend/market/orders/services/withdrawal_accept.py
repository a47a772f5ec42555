"""The seller expects the goods back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.orders.enums import WithdrawalStatus
from market.orders.events import WithdrawalAccepted
from market.orders.models import Withdrawal
from market.orders.services.withdrawal_status_set import ensure_handler, withdrawal_locked, withdrawal_status_set


def withdrawal_accept(*, withdrawal_id: UUID, actor: Actor) -> Withdrawal:
    """Accept a withdrawal; its goods may be sent. Raises NotFound, PermissionDenied, WithdrawalStatusRefused."""
    with transaction.atomic():
        order, withdrawal = withdrawal_locked(withdrawal_id)
        ensure_handler(withdrawal, actor)
        withdrawal_status_set(
            withdrawal=withdrawal, to=WithdrawalStatus.ACCEPTED, actor=actor, values={"accepted_at": clock.now()}
        )
        outbox.publish(
            WithdrawalAccepted(
                order_id=order.pk, vendor_order_id=withdrawal.vendor_order_id, withdrawal_id=withdrawal.pk
            )
        )
    return withdrawal
