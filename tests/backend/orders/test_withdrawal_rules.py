"""The law's periods, and what goes back: pure."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.clock import SEOUL
from market.core.money import Money
from market.core.working_days import is_working_day
from market.orders.couriers import COURIERS, courier_name, tracking_url_of
from market.orders.enums import CostBearer, Courier, OrderStatus, WithdrawalReason, WithdrawalStatus
from market.orders.errors import DispatchedAlready, OrderNotCancellable, WithdrawalStatusRefused
from market.orders.rules import (
    WITHDRAWAL_ENDED,
    WITHDRAWAL_TRANSITIONS,
    cost_bearer_of,
    ensure_part_cancellable,
    ensure_withdrawal_transition,
    fault_withdrawable_until,
    late_interest,
    months_after,
    pieces_price,
    received_on,
    refund_due,
    refund_worth,
    split_refund,
    withdrawable_until,
)

W = WithdrawalStatus
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2029, 12, 31))


def won(amount: int) -> Money:
    return Money.of(amount, "KRW")


@dataclass
class Sent:
    created_at: dt.datetime
    delivered_at: dt.datetime | None = None
    is_delivery_assumed: bool = False


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-20", True),  # a Friday
        ("2026-11-21", False),
        ("2026-11-22", False),
        ("2026-09-25", False),  # 추석
        ("2026-10-05", False),  # the substitute of 개천절
        ("2026-12-25", False),
        ("2027-02-09", False),  # the substitute of 설날
    ],
)
def test_working_days_are_koreas(day: str, works: bool) -> None:
    assert is_working_day(dt.date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("received", "until"),
    [
        ("2026-11-18", "2026-11-25"),  # seven days, the first not counted
        ("2026-11-20", "2026-11-27"),
        ("2026-11-21", "2026-11-30"),  # ends on a Saturday: the Monday after
        ("2026-12-18", "2026-12-28"),  # ends at Christmas, a Friday: the Monday after
    ],
)
def test_seven_days_from_receipt(received: str, until: str) -> None:
    assert withdrawable_until(dt.date.fromisoformat(received)) == dt.date.fromisoformat(until)


@pytest.mark.parametrize(
    ("received", "known", "until"),
    [
        ("2026-03-10", None, "2026-06-10"),  # three months
        ("2026-03-10", "2026-03-11", "2026-04-10"),  # thirty days from knowing end sooner
        ("2026-03-10", "2026-06-01", "2026-06-10"),  # never later than three months
        ("2026-11-30", None, "2027-03-02"),  # no 30 February: its last day, a Sunday; then a holiday
    ],
)
def test_a_fault_may_be_found_later(received: str, known: str | None, until: str) -> None:
    day = dt.date.fromisoformat
    assert fault_withdrawable_until(day(received), known and day(known)) == day(until)


@pytest.mark.parametrize(
    ("back", "due"),
    [("2026-11-16", "2026-11-19"), ("2026-11-20", "2026-11-25"), ("2026-12-23", "2026-12-29")],
)
def test_the_money_is_due_three_working_days_later(back: str, due: str) -> None:
    assert refund_due(dt.date.fromisoformat(back)) == dt.date.fromisoformat(due)


@given(DAYS)
def test_periods_end_on_working_days_and_are_never_cut_short(day: dt.date) -> None:
    until, due, fault = withdrawable_until(day), refund_due(day), fault_withdrawable_until(day)
    assert all(map(is_working_day, (until, due, fault)))
    assert (until - day).days >= 7
    assert (due - day).days >= 3
    assert until < fault


@given(DAYS, st.integers(0, 36))
def test_months_keep_the_day_where_there_is_one(day: dt.date, count: int) -> None:
    later = months_after(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


def test_the_day_of_receipt_is_the_last_parcels() -> None:
    assert received_on([]) is None
    sent = at("2026-11-02 14:00")
    assert received_on([Sent(sent)]) == dt.date(2026, 11, 5), "three days, where nobody noted it"
    assert received_on([Sent(sent, at("2026-11-03 23:59"))]) == dt.date(2026, 11, 3)
    assumed = Sent(sent, at("2026-11-10 09:00"), is_delivery_assumed=True)
    assert received_on([assumed]) == dt.date(2026, 11, 5), "what is taken for granted moves no period"
    assert received_on([Sent(sent, at("2026-11-09 10:00")), Sent(sent)]) == dt.date(2026, 11, 9)
    late = dt.datetime(2026, 11, 3, 15, 30, tzinfo=dt.UTC)
    assert received_on([Sent(sent, late)]) == dt.date(2026, 11, 4), "the date is Seoul's"


def test_interest_runs_from_the_day_after_the_deadline() -> None:
    due = dt.date(2026, 11, 25)
    assert late_interest(won(100_000), due, due) == won(0)
    assert late_interest(won(100_000), due, due - dt.timedelta(days=9)) == won(0)
    assert late_interest(won(100_000), due, due + dt.timedelta(days=1)) == won(41)
    assert late_interest(won(100_000), due, due + dt.timedelta(days=365)) == won(15_000)


def test_who_pays_the_way_back() -> None:
    assert cost_bearer_of(WithdrawalReason.FAULTY) == CostBearer.VENDOR
    assert {cost_bearer_of(reason) for reason in ("change_of_mind", "other")} == {CostBearer.BUYER}


@given(st.integers(0, 3_000_000), st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_pieces_that_go_back_one_by_one_cost_what_the_line_did(total: int, parcels: list[int]) -> None:
    quantity, start, prices = sum(parcels), 0, []
    for count in parcels:
        prices.append(pieces_price(won(total), quantity, start, count))
        start += count
    assert sum(price.amount for price in prices) == total
    for count, price in zip(parcels, prices, strict=True):
        assert abs(price.amount * quantity - total * count) <= quantity * count, "each within a won a piece"


@given(st.integers(0, 10**7), st.integers(0, 10**5), st.integers(0, 10**5))
def test_a_refund_is_never_negative_and_never_above_goods_and_delivery(goods: int, fee: int, delivery: int) -> None:
    worth = refund_worth(won(goods), won(fee), won(delivery)).amount
    assert 0 <= worth <= goods + delivery
    assert worth == max(goods - fee, 0) + delivery


@given(st.lists(st.integers(0, 10**6), max_size=6), st.integers(0, 10**6))
def test_refunds_of_all_parts_give_back_exactly_the_whole(parts: list[int], by_cards: int) -> None:
    """Money first, then gift cards, in any order of parts: the sums are what was to be paid by each."""
    cards = min(by_cards, sum(parts))
    in_money = sum(parts) - cards
    for order in itertools.islice(itertools.permutations(parts), 24):
        left, to_cards = in_money, Decimal(0)
        for part in order:
            money, rest = split_refund(won(part), won(left))
            assert money.amount + rest.amount == part
            left, to_cards = left - int(money.amount), to_cards + rest.amount
        assert left == 0
        assert to_cards == cards


@given(st.lists(st.sampled_from(list(W)), max_size=8))
def test_a_withdrawal_that_has_ended_stays_so(path: list[WithdrawalStatus]) -> None:
    status: WithdrawalStatus = W.REQUESTED
    for wanted in path:
        try:
            ensure_withdrawal_transition(status, wanted)
        except WithdrawalStatusRefused:
            assert wanted not in WITHDRAWAL_TRANSITIONS[status]
            continue
        assert status not in WITHDRAWAL_ENDED
        status = wanted


def test_goods_that_are_back_can_only_be_refunded() -> None:
    assert WITHDRAWAL_TRANSITIONS[W.RECEIVED] == {W.REFUNDED}
    assert {status for status, onward in WITHDRAWAL_TRANSITIONS.items() if not onward} == WITHDRAWAL_ENDED


def test_a_part_is_cancelled_only_before_dispatch() -> None:
    S = OrderStatus
    ensure_part_cancellable(S.UNFULFILLED)
    for status in (S.PARTIALLY_FULFILLED, S.FULFILLED, S.PARTIALLY_RETURNED):
        with pytest.raises(DispatchedAlready):
            ensure_part_cancellable(status)
    for status in (S.RETURNED, S.CANCELED, S.EXPIRED):
        with pytest.raises(OrderNotCancellable):
            ensure_part_cancellable(status)


def test_every_carrier_has_a_page_and_two_names() -> None:
    assert set(COURIERS) == set(Courier)
    for code in Courier:
        url = tracking_url_of(code, "1234-5678 9012")
        assert url is not None
        assert url.startswith("https://")
        assert "123456789012" in url
        assert courier_name(code, in_english=False) != courier_name(code, in_english=True)
    assert tracking_url_of("cj", " - ") is None
    assert tracking_url_of("", "1234") is None
    assert tracking_url_of("pigeon", "1234") is None
    assert tracking_url_of("cj", "1&evil=가") == "https://trace.cjlogistics.com/next/tracking.html?wblNo=1evil%EA%B0%80"
