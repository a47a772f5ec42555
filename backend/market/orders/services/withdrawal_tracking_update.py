"""How the goods travel back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.orders.enums import WithdrawalStatus
from market.orders.errors import WithdrawalStatusRefused
from market.orders.models import Withdrawal
from market.orders.services.buyer_recognise import ensure_buyer
from market.orders.services.withdrawal_status_set import withdrawal_locked

UNDER_WAY = (WithdrawalStatus.REQUESTED, WithdrawalStatus.ACCEPTED)


def withdrawal_tracking_update(
    *, withdrawal_id: UUID, courier: str, tracking_number: str, actor: Actor, email: str = ""
) -> Withdrawal:
    """Note the carrier and number of the parcel back, until it has arrived. For the buyer and staff.

    Raises NotFound, BuyerNotRecognised, TooManyGuesses, WithdrawalStatusRefused.
    """
    with transaction.atomic():
        order, withdrawal = withdrawal_locked(withdrawal_id)
        ensure_buyer(order=order, actor=actor, email=email)
        if withdrawal.status not in UNDER_WAY:
            raise WithdrawalStatusRefused("id", from_status=withdrawal.status, to_status=withdrawal.status)
        withdrawal.courier, withdrawal.tracking_number = courier, tracking_number.strip()[:255]
        withdrawal.save(update_fields=["courier", "tracking_number"])
        audit.record(
            actor=actor, action="orders.withdrawal_tracking", subject_type="withdrawal", subject_id=withdrawal.pk
        )
    return withdrawal
