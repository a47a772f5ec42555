"""The states of an order, and what may follow what. Pure.

An order's status follows from its vendor orders; theirs changes by use cases only. ``services.order_status_set`` asks this table.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

from market.catalog.models import ReturnPolicy
from market.core.clock import SEOUL
from market.core.money import Money, TaxedMoney, allocate
from market.core.working_days import working_day_from, working_days_after
from market.orders.enums import (
    AuthorizeStatus,
    ChargeStatus,
    CostBearer,
    OrderStatus,
    PaymentMeans,
    WithdrawalReason,
    WithdrawalStatus,
)
from market.orders.errors import (
    DispatchedAlready,
    OrderAwaitsApproval,
    OrderNotCancellable,
    OrderNotFulfillable,
    OrderNotHeld,
    OrderNotPayable,
    StatusTransitionRefused,
    UnpaidOrderNotFulfillable,
    WithdrawalStatusRefused,
)
from market.promotions.rules import major_units, minor_units


class OrderFunds(Protocol):
    """What the rules of payment read of an order."""

    status: str
    payment_means: str
    total_gross: Decimal
    total_granted: Decimal
    total_charged: Decimal
    total_authorized: Decimal


class SoldTerms(Protocol):
    """What the rules of withdrawal read of a line."""

    return_policy: str
    consented_at: dt.datetime | None


class Dispatch(Protocol):
    """What the rules of withdrawal read of a dispatch."""

    created_at: dt.datetime
    delivered_at: dt.datetime | None
    is_delivery_assumed: bool


S = OrderStatus
INITIAL_STATUSES = frozenset({S.DRAFT, S.UNCONFIRMED, S.UNFULFILLED})
TRANSITIONS: dict[str, frozenset[OrderStatus]] = {
    S.DRAFT: frozenset({S.UNCONFIRMED, S.UNFULFILLED, S.CANCELED}),
    S.UNCONFIRMED: frozenset({S.UNFULFILLED, S.CANCELED, S.EXPIRED}),
    S.UNFULFILLED: frozenset({S.PARTIALLY_FULFILLED, S.FULFILLED, S.CANCELED, S.EXPIRED}),
    S.PARTIALLY_FULFILLED: frozenset({S.UNFULFILLED, S.FULFILLED, S.PARTIALLY_RETURNED, S.RETURNED}),
    S.FULFILLED: frozenset({S.UNFULFILLED, S.PARTIALLY_FULFILLED, S.PARTIALLY_RETURNED, S.RETURNED}),
    S.PARTIALLY_RETURNED: frozenset({S.RETURNED}),
    S.RETURNED: frozenset(),
    S.CANCELED: frozenset(),
    S.EXPIRED: frozenset(),
}
CANCELLABLE = frozenset({S.DRAFT, S.UNCONFIRMED, S.UNFULFILLED})
FULFILLABLE = frozenset({S.UNFULFILLED, S.PARTIALLY_FULFILLED, S.PARTIALLY_RETURNED})
NOT_SOLD = frozenset({S.DRAFT, S.UNCONFIRMED, S.CANCELED, S.EXPIRED})  # statuses that no sales figure counts


def ensure_transition(from_status: str, to_status: OrderStatus) -> None:
    """Raise StatusTransitionRefused unless the table leads there."""
    if to_status not in TRANSITIONS[from_status]:
        raise StatusTransitionRefused(None, from_status=from_status, to_status=to_status)


def ensure_not_held(status: str) -> None:
    """An order that waits for an agency's approval ends by its purchase request only."""
    if status == S.UNCONFIRMED:
        raise OrderAwaitsApproval("id")


def ensure_held(status: str) -> None:
    if status != S.UNCONFIRMED:
        raise OrderNotHeld("id")


def ensure_cancellable(status: str) -> None:
    if status not in CANCELLABLE:
        raise OrderNotCancellable("id")


def ensure_part_cancellable(status: str) -> None:
    """One enterprise's part, by its buyer: as long as nothing of it was sent."""
    if status in (S.PARTIALLY_FULFILLED, S.FULFILLED, S.PARTIALLY_RETURNED):
        raise DispatchedAlready("id")
    ensure_not_held(status)
    ensure_cancellable(status)


def ensure_payable(status: str, charge_status: str) -> None:
    if charge_status in (ChargeStatus.FULL, ChargeStatus.OVERCHARGED) or status in NOT_SOLD:
        raise OrderNotPayable("id")


def ensure_fulfillable(order: OrderFunds) -> None:
    """An order that is to be paid before delivery is not shipped unpaid; an agency pays after inspection (후불)."""
    if order.status not in FULFILLABLE:
        raise OrderNotFulfillable("order")
    if order.payment_means != PaymentMeans.DEFERRED and not is_covered(order):
        raise UnpaidOrderNotFulfillable("order")


def ensure_part_fulfillable(status: str) -> None:
    """One enterprise's part: not one that has ended, whatever becomes of the others."""
    if status in NOT_SOLD:
        raise OrderNotFulfillable("orderLineId")


def derive_vendor_order_status(lines: Iterable[tuple[int, int, int]]) -> OrderStatus:
    """From (quantity, fulfilled, returned) of its lines; ``quantity`` without what the enterprise cancelled. Nothing left: cancelled."""
    rows = list(lines)
    if not any(quantity for quantity, _, _ in rows):
        return S.CANCELED
    if any(returned for _, _, returned in rows):
        is_all_back = all(returned >= quantity for quantity, _, returned in rows)
        return S.RETURNED if is_all_back else S.PARTIALLY_RETURNED
    if all(fulfilled >= quantity for quantity, fulfilled, _ in rows):
        return S.FULFILLED
    return S.PARTIALLY_FULFILLED if any(fulfilled for _, fulfilled, _ in rows) else S.UNFULFILLED


def derive_order_status(vendor_order_statuses: Sequence[str]) -> OrderStatus:
    """The status of the whole from its parts; cancelled parts count only when there is nothing else."""
    statuses = set(vendor_order_statuses)
    living = statuses - {S.CANCELED, S.EXPIRED} or statuses
    if len(living) == 1:
        return OrderStatus(living.pop())
    if living <= {S.CANCELED, S.EXPIRED}:
        return S.CANCELED
    if living & {S.RETURNED, S.PARTIALLY_RETURNED}:
        return S.PARTIALLY_RETURNED
    if living & {S.FULFILLED, S.PARTIALLY_FULFILLED}:
        return S.PARTIALLY_FULFILLED
    return S.UNCONFIRMED if S.UNCONFIRMED in living else S.UNFULFILLED


def authorize_status_of(total: Money, authorized: Money, charged: Money) -> AuthorizeStatus:
    """How much of what is to be paid is paid or promised by a provider, in a word."""
    covered = authorized + charged
    if not covered < total:
        return AuthorizeStatus.FULL
    return AuthorizeStatus.PARTIAL if Money.zero(total.currency) < covered else AuthorizeStatus.NONE


def is_covered(order: OrderFunds) -> bool:
    """Whether money received or promised reaches what is to be paid."""
    return order.total_charged + order.total_authorized >= order.total_gross - order.total_granted


def is_owed_back(order: OrderFunds) -> bool:
    """Whether more is received than is to be paid."""
    return order.total_charged > order.total_gross - order.total_granted


def charge_status_of(total: Money, charged: Money) -> ChargeStatus:
    """How much of what is to be paid is paid, in a word."""
    if charged == total:
        return ChargeStatus.FULL
    if total < charged:
        return ChargeStatus.OVERCHARGED
    return ChargeStatus.PARTIAL if Money.zero(total.currency) < charged else ChargeStatus.NONE


def less_gift_cards(total: TaxedMoney, paid_by_cards: Money) -> TaxedMoney:
    """What is still to be paid when gift cards have paid their part; the supply amount shrinks in proportion, as Saleor has it.

    It is for display: what papers show of supply and VAT stands in the vendor orders, which a gift card does not touch.
    """
    left = total.gross - paid_by_cards
    if not paid_by_cards.amount or not total.gross.amount:
        return TaxedMoney(total.net, left)
    return TaxedMoney(Money.of(total.net.amount * left.amount / total.gross.amount, total.currency), left)


def tax_breakdown(amounts: Iterable[tuple[str, TaxedMoney]]) -> dict[str, TaxedMoney]:
    """The sum of each tax kind, in the order in which the kinds first come: what a vendor's papers print."""
    sums: dict[str, TaxedMoney] = {}
    for kind, amount in amounts:
        sums[kind] = sums[kind] + amount if kind in sums else amount
    return sums


def mask_text(text: str) -> str:
    """The first letter and dots: enough to recognise one's own, too little to learn another's."""
    return text[:1] + "…" if text else text


def mask_email(email: str) -> str:
    name, at, domain = email.partition("@")
    return f"{mask_text(name)}{at}{mask_text(domain)}"


# Withdrawal (청약철회). ECA: 전자상거래법, ECD: its 시행령, as in force on 2026-07-21.
WITHDRAWAL_DAYS = 7  # ECA §17①: from the receipt of the goods
FAULT_MONTHS, FAULT_KNOWN_DAYS = 3, 30  # ECA §17③: from receipt, and from the day the fault was known
REFUND_WORKING_DAYS = 3  # ECA §18②: from the day the goods are back
LATE_INTEREST_PER_YEAR = Decimal("0.15")  # ECD §21의3
ASSUMED_TRANSIT_DAYS = (
    3  # ours: where nobody noted the arrival. Parcels take one or two days; three never shortens the buyer's time
)
AUTO_CONFIRM_DAYS = 8  # custom of the trade: what nobody asked about for so long has arrived
W = WithdrawalStatus
WITHDRAWAL_TRANSITIONS: dict[str, frozenset[WithdrawalStatus]] = {
    W.REQUESTED: frozenset({W.ACCEPTED, W.REJECTED, W.CANCELED}),
    W.ACCEPTED: frozenset({W.RECEIVED, W.REJECTED, W.CANCELED}),
    W.RECEIVED: frozenset({W.REFUNDED}),
    W.REFUNDED: frozenset(),
    W.REJECTED: frozenset(),
    W.CANCELED: frozenset(),
}
WITHDRAWAL_ENDED = frozenset({W.REFUNDED, W.REJECTED, W.CANCELED})


def ensure_withdrawal_transition(from_status: str, to_status: WithdrawalStatus) -> None:
    """Raise WithdrawalStatusRefused unless the table leads there."""
    if to_status not in WITHDRAWAL_TRANSITIONS[from_status]:
        raise WithdrawalStatusRefused("id", from_status=from_status, to_status=to_status)


def cost_bearer_of(reason: str) -> CostBearer:
    """Who pays the way back: the vendor where the goods are at fault, else the buyer (ECA §18⑨, ⑩)."""
    return CostBearer.VENDOR if reason == WithdrawalReason.FAULTY else CostBearer.BUYER


def exception_holds(line: SoldTerms, *, is_unopened: bool = False) -> bool:
    """Whether the terms it was sold under leave only a fault as a reason to give it back (ECA §17②, ECD §21).

    Made to order: only with the buyer's own consent. Sealed goods: only once they were unsealed (§17②4), which the buyer denies
    with ``is_unopened``.
    """
    if line.return_policy == ReturnPolicy.MADE_TO_ORDER:
        return line.consented_at is not None
    if line.return_policy == ReturnPolicy.SEALED:
        return not is_unopened
    return line.return_policy != ReturnPolicy.STANDARD


def months_after(day: dt.date, count: int) -> dt.date:
    """The same day so many months later, or that month's last (민법 §160)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def received_on(dispatches: Iterable[Dispatch]) -> dt.date | None:
    """The Seoul date of the last parcel's arrival: as noted, else ASSUMED_TRANSIT_DAYS after its dispatch. None: nothing was sent."""
    days = [
        dispatch.delivered_at.astimezone(SEOUL).date()
        if dispatch.delivered_at is not None and not dispatch.is_delivery_assumed
        else dispatch.created_at.astimezone(SEOUL).date() + dt.timedelta(days=ASSUMED_TRANSIT_DAYS)
        for dispatch in dispatches
    ]
    return max(days, default=None)


def withdrawable_until(received: dt.date) -> dt.date:
    """The last day for a withdrawal that needs no reason."""
    return working_day_from(received + dt.timedelta(days=WITHDRAWAL_DAYS))


def fault_withdrawable_until(received: dt.date, known: dt.date | None = None) -> dt.date:
    """The last day for goods that are faulty or not as described; both periods of ECA §17③ must last."""
    until = working_day_from(months_after(received, FAULT_MONTHS))
    return until if known is None else min(until, working_day_from(known + dt.timedelta(days=FAULT_KNOWN_DAYS)))


def refund_due(goods_back: dt.date) -> dt.date:
    """The day until which the money must be back."""
    return working_days_after(goods_back, REFUND_WORKING_DAYS)


def late_interest(amount: Money, due: dt.date, back: dt.date) -> Money:
    """What is owed on a refund that came back on ``back`` instead of by ``due``: 15 % a year, by days of 365."""
    days = max((back - due).days, 0)
    return Money.of(amount.amount * LATE_INTEREST_PER_YEAR * days / 365, amount.currency)


def pieces_price(total: Money, quantity: int, start: int, count: int) -> Money:
    """What ``count`` of the ``quantity`` pieces of a line cost, after ``start`` others: all pieces together cost the line's total."""
    parts = allocate(minor_units(total.amount, total.currency), [1] * quantity)
    return Money.of(major_units(sum(parts[start : start + count]), total.currency), total.currency)


def refund_worth(goods: Money, return_fee: Money, delivery: Money) -> Money:
    """What a withdrawal gives back: never less than nothing, however high the fee."""
    return Money.of(max(goods.amount - return_fee.amount, Decimal(0)), goods.currency) + delivery


def split_refund(worth: Money, left_in_money: Money) -> tuple[Money, Money]:
    """What goes back as money, and what to gift cards: money first."""
    money = min(worth, left_in_money, key=lambda part: part.amount)
    return money, worth - money
