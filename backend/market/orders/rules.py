"""The states of an order, and what may follow what. Pure.

An order's status follows from its vendor orders; theirs changes by use cases only. ``services.order_status_set`` asks this table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

from market.core.money import Money, TaxedMoney
from market.orders.enums import AuthorizeStatus, ChargeStatus, OrderStatus, PaymentMeans
from market.orders.errors import (
    OrderNotCancellable,
    OrderNotFulfillable,
    OrderNotPayable,
    StatusTransitionRefused,
    UnpaidOrderNotFulfillable,
)


class OrderFunds(Protocol):
    """What the rules of payment read of an order."""

    status: str
    payment_means: str
    total_gross: Decimal
    total_granted: Decimal
    total_charged: Decimal
    total_authorized: Decimal


S = OrderStatus
INITIAL_STATUSES = frozenset({S.DRAFT, S.UNCONFIRMED, S.UNFULFILLED})
TRANSITIONS: dict[str, frozenset[OrderStatus]] = {
    S.DRAFT: frozenset({S.UNCONFIRMED, S.UNFULFILLED, S.CANCELED}),
    S.UNCONFIRMED: frozenset({S.UNFULFILLED, S.CANCELED, S.EXPIRED}),
    S.UNFULFILLED: frozenset({S.PARTIALLY_FULFILLED, S.FULFILLED, S.CANCELED, S.EXPIRED}),
    S.PARTIALLY_FULFILLED: frozenset({S.FULFILLED, S.PARTIALLY_RETURNED, S.RETURNED}),
    S.FULFILLED: frozenset({S.PARTIALLY_RETURNED, S.RETURNED}),
    S.PARTIALLY_RETURNED: frozenset({S.RETURNED}),
    S.RETURNED: frozenset(),
    S.CANCELED: frozenset(),
    S.EXPIRED: frozenset(),
}
CANCELLABLE = frozenset({S.DRAFT, S.UNCONFIRMED, S.UNFULFILLED})
FULFILLABLE = frozenset({S.UNFULFILLED, S.PARTIALLY_FULFILLED})
NOT_SOLD = frozenset({S.DRAFT, S.CANCELED, S.EXPIRED})  # statuses that no sales figure counts


def ensure_transition(from_status: str, to_status: OrderStatus) -> None:
    """Raise StatusTransitionRefused unless the table leads there."""
    if to_status not in TRANSITIONS[from_status]:
        raise StatusTransitionRefused(None, from_status=from_status, to_status=to_status)


def ensure_cancellable(status: str) -> None:
    if status not in CANCELLABLE:
        raise OrderNotCancellable("id")


def ensure_payable(status: str, charge_status: str) -> None:
    if charge_status in (ChargeStatus.FULL, ChargeStatus.OVERCHARGED) or status in NOT_SOLD:
        raise OrderNotPayable("id")


def ensure_fulfillable(order: OrderFunds) -> None:
    """An order that is to be paid before delivery is not shipped unpaid; an agency pays after inspection (후불)."""
    if order.status not in FULFILLABLE:
        raise OrderNotFulfillable("order")
    if order.payment_means != PaymentMeans.DEFERRED and not is_covered(order):
        raise UnpaidOrderNotFulfillable("order")


def derive_vendor_order_status(lines: Iterable[tuple[int, int]]) -> OrderStatus:
    """From (quantity, fulfilled) of its lines."""
    pairs = list(lines)
    if all(fulfilled >= quantity for quantity, fulfilled in pairs):
        return S.FULFILLED
    return S.PARTIALLY_FULFILLED if any(fulfilled for _, fulfilled in pairs) else S.UNFULFILLED


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
