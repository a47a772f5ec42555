"""The buyer keeps the goods after all."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import outbox
from market.core.actor import Actor
from market.orders.enums import WithdrawalStatus
from market.orders.events import WithdrawalCancelled
from market.orders.models import Withdrawal
from market.orders.services.buyer_recognise import ensure_buyer
from market.orders.services.withdrawal_status_set import pieces_keep, withdrawal_locked, withdrawal_status_set


def withdrawal_cancel(*, withdrawal_id: UUID, actor: Actor, email: str = "") -> Withdrawal:
    """Call a withdrawal off before the goods are back. For the buyer and staff.

    Raises NotFound, BuyerNotRecognised, TooManyGuesses, WithdrawalStatusRefused.
    """
    with transaction.atomic():
        order, withdrawal = withdrawal_locked(withdrawal_id)
        ensure_buyer(order=order, actor=actor, email=email)
        withdrawal_status_set(withdrawal=withdrawal, to=WithdrawalStatus.CANCELED, actor=actor)
        pieces_keep(withdrawal)
        outbox.publish(
            WithdrawalCancelled(
                order_id=order.pk, vendor_order_id=withdrawal.vendor_order_id, withdrawal_id=withdrawal.pk
            )
        )
    return withdrawal
