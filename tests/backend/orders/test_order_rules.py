"""The states of an order."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.money import Money, TaxedMoney
from market.orders.enums import ChargeStatus, OrderStatus, PaymentMeans
from market.orders.errors import OrderNotFulfillable, StatusTransitionRefused, UnpaidOrderNotFulfillable
from market.orders.rules import (
    CANCELLABLE,
    INITIAL_STATUSES,
    NOT_SOLD,
    TRANSITIONS,
    charge_status_of,
    derive_order_status,
    derive_vendor_order_status,
    ensure_fulfillable,
    ensure_part_fulfillable,
    ensure_transition,
    mask_email,
    mask_text,
    tax_breakdown,
)

S = OrderStatus
statuses = st.sampled_from([status for status in OrderStatus if status != S.DRAFT])


def test_every_status_can_be_reached_and_has_a_row() -> None:
    reached = set(INITIAL_STATUSES)
    while new := {to for status in reached for to in TRANSITIONS[status]} - reached:
        reached |= new
    assert reached == set(OrderStatus) == set(TRANSITIONS)


def test_what_has_ended_stays_ended() -> None:
    for status in (S.RETURNED, S.CANCELED, S.EXPIRED):
        for to in OrderStatus:
            with pytest.raises(StatusTransitionRefused):
                ensure_transition(status, to)


def test_nothing_dispatched_can_be_cancelled_or_expire() -> None:
    dispatched = {S.PARTIALLY_FULFILLED, S.FULFILLED, S.PARTIALLY_RETURNED, S.RETURNED}
    assert not CANCELLABLE & dispatched
    for status, to in itertools.product(dispatched, (S.CANCELED, S.EXPIRED)):
        with pytest.raises(StatusTransitionRefused):
            ensure_transition(status, to)


@given(st.lists(statuses, min_size=1, max_size=5))
def test_an_order_of_equal_parts_is_like_its_parts_and_order_does_not_matter(parts: list[OrderStatus]) -> None:
    derived = derive_order_status(parts)
    assert derived == derive_order_status(list(reversed(parts)))
    if len(set(parts)) == 1:
        assert derived == parts[0]
    if not set(parts) <= NOT_SOLD and S.UNCONFIRMED not in parts:  # all parts are confirmed at once
        assert derived not in NOT_SOLD


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([S.UNFULFILLED, S.FULFILLED], S.PARTIALLY_FULFILLED),
        ([S.UNFULFILLED, S.PARTIALLY_FULFILLED], S.PARTIALLY_FULFILLED),
        ([S.FULFILLED, S.CANCELED], S.FULFILLED),
        ([S.EXPIRED, S.CANCELED], S.CANCELED),
        ([S.RETURNED, S.FULFILLED], S.PARTIALLY_RETURNED),
        ([S.UNCONFIRMED, S.UNFULFILLED], S.UNCONFIRMED),
    ],
)
def test_mixed_parts(parts: list[OrderStatus], whole: OrderStatus) -> None:
    assert derive_order_status(parts) == whole


def test_a_vendor_order_follows_its_lines() -> None:
    assert derive_vendor_order_status([(2, 0, 0), (1, 0, 0)]) == S.UNFULFILLED
    assert derive_vendor_order_status([(2, 2, 0), (1, 0, 0)]) == S.PARTIALLY_FULFILLED
    assert derive_vendor_order_status([(2, 2, 0), (1, 1, 0)]) == S.FULFILLED
    assert derive_vendor_order_status([(2, 2, 2), (1, 0, 0)]) == S.PARTIALLY_RETURNED
    assert derive_vendor_order_status([(2, 2, 1), (1, 1, 1)]) == S.PARTIALLY_RETURNED
    assert derive_vendor_order_status([(2, 2, 2), (1, 1, 1)]) == S.RETURNED


@dataclass
class Funds:
    """An order of 100, as far as the rules of payment read it."""

    status: str
    payment_means: str
    total_charged: Decimal = Decimal(0)
    total_authorized: Decimal = Decimal(0)
    total_granted: Decimal = Decimal(0)
    total_gross: Decimal = Decimal(100)


def test_who_pays_first_is_not_shipped_to_unpaid() -> None:
    transfer, most, all_of_it = PaymentMeans.BANK_TRANSFER, Decimal(99), Decimal(100)
    ensure_fulfillable(Funds(S.UNFULFILLED, PaymentMeans.DEFERRED))
    ensure_fulfillable(Funds(S.PARTIALLY_FULFILLED, transfer, total_charged=all_of_it))
    ensure_fulfillable(Funds(S.PARTIALLY_RETURNED, transfer, total_authorized=all_of_it))
    ensure_fulfillable(Funds(S.UNFULFILLED, transfer, total_charged=most, total_granted=Decimal(1)))
    with pytest.raises(UnpaidOrderNotFulfillable):
        ensure_fulfillable(Funds(S.UNFULFILLED, transfer, total_charged=most))
    with pytest.raises(OrderNotFulfillable):
        ensure_fulfillable(Funds(S.CANCELED, PaymentMeans.DEFERRED, total_charged=all_of_it))


def test_a_part_that_is_cancelled_is_not_dispatched_with_the_rest() -> None:
    ensure_part_fulfillable(S.PARTIALLY_RETURNED)
    for status in (S.CANCELED, S.EXPIRED):
        with pytest.raises(OrderNotFulfillable):
            ensure_part_fulfillable(status)


@pytest.mark.parametrize(
    ("charged", "expected"),
    [(0, ChargeStatus.NONE), (1, ChargeStatus.PARTIAL), (100, ChargeStatus.FULL), (101, ChargeStatus.OVERCHARGED)],
)
def test_charge_status(charged: int, expected: ChargeStatus) -> None:
    assert charge_status_of(Money.of(100, "KRW"), Money.of(charged, "KRW")) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from(["taxable", "exempt"]), st.integers(0, 10_000), st.integers(0, 1_000)), min_size=1
    )
)
def test_a_breakdown_sums_to_what_was_broken_down(rows: list[tuple[str, int, int]]) -> None:
    amounts = [(kind, TaxedMoney(Money.of(net, "KRW"), Money.of(net + tax, "KRW"))) for kind, net, tax in rows]
    sums = tax_breakdown(amounts).values()
    assert sum(row.gross.amount for row in sums) == sum(row.gross.amount for _, row in amounts)
    assert sum(row.tax.amount for row in sums) == sum(row.tax.amount for _, row in amounts)


def test_masks_show_the_first_letter_only() -> None:
    assert mask_text("한지우") == "한…"
    assert mask_text("") == ""
    assert mask_email("jiwoo@ieum.example") == "j…@i…"
