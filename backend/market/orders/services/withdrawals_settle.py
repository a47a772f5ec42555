"""A withdrawal ends when its money is back."""

from __future__ import annotations

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.money import Money
from market.orders.enums import WithdrawalStatus
from market.orders.events import WithdrawalRefunded
from market.orders.models import Order, Withdrawal
from market.orders.rules import is_owed_back, late_interest
from market.orders.services.withdrawal_status_set import withdrawal_status_set


def withdrawals_settle(*, order: Order, actor: Actor) -> None:
    """Where no more is held of a locked order than is owed, its received withdrawals are refunded; interest is noted for late ones.

    Called whenever the order's money changes. Where nothing had been paid there is nothing to give back, and they end at once.
    """
    if is_owed_back(order):
        return
    for withdrawal in Withdrawal.objects.filter(order=order, status=WithdrawalStatus.RECEIVED).order_by("pk"):
        withdrawal_status_set(
            withdrawal=withdrawal,
            to=WithdrawalStatus.REFUNDED,
            actor=actor,
            values={"late_interest": interest_of(withdrawal).amount},
        )
        outbox.publish(
            WithdrawalRefunded(
                order_id=order.pk, vendor_order_id=withdrawal.vendor_order_id, withdrawal_id=withdrawal.pk
            )
        )


def interest_of(withdrawal: Withdrawal) -> Money:
    """What is owed for the delay up to today, on what goes back in money; nothing before the deadline."""
    money = Money.of(withdrawal.refund_amount - withdrawal.gift_card_amount, withdrawal.currency)
    if withdrawal.refund_by is None:
        return Money.zero(withdrawal.currency)
    return late_interest(money, withdrawal.refund_by, clock.today())
