"""Until when a part has to be on its way. Pure; every day is a Seoul date.

ECA: 전자상거래법, as in force on 2026-07-21. The day something began is not counted (민법 §157), a period does not end on a Saturday
or holiday (민법 §161).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from market.core.working_days import working_day_from, working_days_after
from market.orders.enums import DueReason, DueState

PREPAID_WORKING_DAYS = 3  # ECA §15① for goods paid beforehand: from the payment
SUPPLY_DAYS = 7  # ECA §15①: from the order
MASK_AFTER_DAYS = (
    30  # ours: after delivery the enterprise needs the address for returns and exchanges, and then no more (PIPA §21)
)


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which a part has to be on its way, and why that day."""

    on: dt.date
    reason: DueReason


def statutory_due(ready_on: dt.date, *, is_prepaid: bool) -> dt.date:
    """The last day of the act where nothing else was agreed: three working days after the payment, else seven days after the order."""
    if is_prepaid:
        return working_days_after(ready_on, PREPAID_WORKING_DAYS)
    return working_day_from(ready_on + dt.timedelta(days=SUPPLY_DAYS))


def dispatch_due(
    ready_on: dt.date, *, is_prepaid: bool, promised_days: int | None, agreed_on: dt.date | None = None
) -> Due:
    """What was agreed with this buyer, else what the listings promised, else the act.

    A promise longer than the act's days stands: it was shown before the order, and the act gives way to what was agreed about the time
    of supply (ECA §15① 단서). ``promised_days`` are working days after the part became ready; 0 is the same day.
    """
    if agreed_on is not None:
        return Due(agreed_on, DueReason.AGREED)
    if promised_days is not None:
        return Due(working_days_after(working_day_from(ready_on), promised_days), DueReason.PROMISED)
    return Due(statutory_due(ready_on, is_prepaid=is_prepaid), DueReason.STATUTORY)


def due_state(due_on: dt.date, today: dt.date) -> DueState:
    if due_on < today:
        return DueState.LATE
    return DueState.DUE_TODAY if due_on == today else DueState.IN_TIME


def is_person_needed(
    *, is_ended: bool, has_open_withdrawal: bool, delivered_on: dt.date | None, today: dt.date
) -> bool:
    """Whether the enterprise still needs to know who receives a part, and where.

    Until MASK_AFTER_DAYS after the last parcel has arrived, and while goods are on their way back. Not for what was cancelled.
    """
    if has_open_withdrawal:
        return True
    if is_ended:
        return False
    return delivered_on is None or today <= delivered_on + dt.timedelta(days=MASK_AFTER_DAYS)
