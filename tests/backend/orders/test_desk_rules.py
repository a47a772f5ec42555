"""What an enterprise's part is to those who pack it, and what cancelling pieces costs: pure."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.errors import DomainError, InvalidInput, Required
from market.core.money import Money
from market.orders.desk_rules import (
    actions_of,
    cancellation_worth,
    chosen_pieces,
    clean_tracking,
    ensure_work_state,
    part_state,
)
from market.orders.enums import OrderStatus, PartAction, PartState, WorkState
from market.orders.errors import DuplicatedLine, NothingToCancel, TooManyToCancel, WorkStateRefused
from market.orders.rules import CANCELLABLE, FULFILLABLE

S, W, A = OrderStatus, WorkState, PartAction


@dataclass
class Line:
    quantity: int
    total_gross: Decimal = Decimal(10_000)
    quantity_fulfilled: int = 0
    quantity_canceled: int = 0
    quantity_returned: int = 0
    currency: str = "KRW"
    pk: uuid.UUID = field(default_factory=uuid.uuid4)


def won(amount: int) -> Money:
    return Money.of(amount, "KRW")


def test_every_status_has_its_word() -> None:
    words = {
        status: part_state(status, W.CONFIRMED, is_delivered=False)
        for status in OrderStatus
        if status not in (S.DRAFT, S.UNCONFIRMED)
    }
    assert words == {
        S.UNFULFILLED: PartState.CONFIRMED,
        S.PARTIALLY_FULFILLED: PartState.PARTLY_SHIPPED,
        S.FULFILLED: PartState.SHIPPED,
        S.PARTIALLY_RETURNED: PartState.RETURNED,
        S.RETURNED: PartState.RETURNED,
        S.CANCELED: PartState.CANCELED,
        S.EXPIRED: PartState.CANCELED,
    }
    assert part_state(S.FULFILLED, W.NEW, is_delivered=True) == PartState.DELIVERED


def test_work_goes_forward_only() -> None:
    assert ensure_work_state(S.UNFULFILLED, W.NEW, W.CONFIRMED)
    assert ensure_work_state(S.UNFULFILLED, W.NEW, W.PREPARING)
    assert not ensure_work_state(S.UNFULFILLED, W.PREPARING, W.CONFIRMED)
    assert not ensure_work_state(S.UNFULFILLED, W.CONFIRMED, W.CONFIRMED)
    for status in set(OrderStatus) - {S.UNFULFILLED}:
        with pytest.raises(WorkStateRefused):
            ensure_work_state(status, W.NEW, W.CONFIRMED)


@pytest.mark.parametrize("status", [status for status in OrderStatus if status not in (S.DRAFT, S.UNCONFIRMED)])
@pytest.mark.parametrize("work", list(WorkState))
def test_what_is_offered_is_possible(status: OrderStatus, work: WorkState) -> None:
    actions = actions_of(status, work, has_open_pieces=True)
    assert (A.SHIP in actions) == (A.CANCEL_LINES in actions) == (status in FULFILLABLE)
    assert (A.DECLINE in actions) == (status in CANCELLABLE)
    assert (A.CONFIRM in actions) == (status == S.UNFULFILLED and work == W.NEW)
    assert A.SHIP not in actions_of(status, work, has_open_pieces=False)


LINES = st.lists(
    st.builds(Line, quantity=st.integers(1, 9), total_gross=st.integers(0, 99_999).map(Decimal)), min_size=1, max_size=4
)


@given(LINES, st.integers(0, 5_000), st.data())
def test_however_pieces_are_cancelled_all_together_cost_the_part(
    lines: list[Line], delivery: int, data: st.DataObject
) -> None:
    """Some pieces now, the rest later, in any portions: goods and delivery come back once, to the won."""
    given_back, with_delivery = Money.zero("KRW"), 0
    while open_lines := [line for line in lines if line.quantity > line.quantity_canceled]:
        line = data.draw(st.sampled_from(open_lines))
        count = data.draw(st.integers(1, line.quantity - line.quantity_canceled))
        worth = cancellation_worth(lines, {line.pk: count}, won(delivery))
        assert worth.goods.amount >= 0
        given_back, with_delivery = given_back + worth.total, with_delivery + worth.ends_part
        assert worth.ends_part or not worth.delivery.amount
        line.quantity_canceled += count
    assert given_back == won(int(sum(line.total_gross for line in lines)) + delivery)
    assert with_delivery == 1


@given(LINES, st.data())
def test_what_came_back_before_is_not_paid_twice(lines: list[Line], data: st.DataObject) -> None:
    """Returned pieces took the first prices of the line; the cancelled ones cost what is left."""
    line = lines[0]
    line.quantity_fulfilled = line.quantity_returned = data.draw(st.integers(0, line.quantity - 1))
    left = line.quantity - line.quantity_fulfilled
    first = (
        cancellation_worth([Line(line.quantity, line.total_gross, pk=line.pk)], {line.pk: line.quantity - left}, won(0))
        if left < line.quantity
        else None
    )
    rest = cancellation_worth([line], {line.pk: left}, won(0))
    paid = rest.goods + (first.goods if first else won(0))
    assert paid == won(int(line.total_gross))


def test_which_pieces_can_be_cancelled() -> None:
    first, second = Line(3, quantity_fulfilled=1), Line(2, quantity_canceled=2)
    assert chosen_pieces([first, second], None) == {first.pk: 2}
    assert chosen_pieces([first, second], [(first.pk, 1), (second.pk, 0)]) == {first.pk: 1}
    refused: list[tuple[list[tuple[uuid.UUID, int]] | None, type[DomainError]]] = [
        ([(first.pk, 3)], TooManyToCancel),
        ([(first.pk, 0)], NothingToCancel),
        ([(first.pk, -1)], NothingToCancel),
        ([(first.pk, 1), (first.pk, 1)], DuplicatedLine),
    ]
    for wanted, error in refused:
        with pytest.raises(error):
            chosen_pieces([first, second], wanted)
    with pytest.raises(NothingToCancel):
        chosen_pieces([second], None)


@pytest.mark.parametrize(
    ("courier", "number", "clean"),
    [
        ("cj", " 6891-0000-1234 ", "6891-0000-1234"),
        ("", "", ""),
        ("", "  ", ""),
        ("epost", "1234567890123", "1234567890123"),
    ],
)
def test_a_parcel_number(courier: str, number: str, clean: str) -> None:
    assert clean_tracking(courier, number) == clean


@pytest.mark.parametrize(
    ("courier", "number", "error"),
    [
        ("cj", "", Required),
        ("", "600000000001", Required),
        ("cj", "12345678", InvalidInput),
        ("cj", "123456789012345", InvalidInput),
        ("cj", "송장없음", InvalidInput),
        ("cj", "６００００００００００１", InvalidInput),
        ("cj", "6000000000\n01", InvalidInput),
    ],
)
def test_what_is_no_parcel_number(courier: str, number: str, error: type[DomainError]) -> None:
    with pytest.raises(error):
        clean_tracking(courier, number)
