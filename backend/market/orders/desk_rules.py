"""What an enterprise's part is to the people who pack it, and what they can do next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from market.core.errors import InvalidInput, Required
from market.core.money import Money
from market.orders.enums import OrderStatus, PartAction, PartState, WorkState
from market.orders.errors import DuplicatedLine, NothingToCancel, TooManyToCancel, WorkStateRefused
from market.orders.rules import CANCELLABLE, FULFILLABLE, pieces_price

S = OrderStatus
PARCEL_NUMBER_DIGITS = range(9, 15)  # Korean carriers print ten to thirteen; one more on either side
WORK_ORDER = (WorkState.NEW, WorkState.CONFIRMED, WorkState.PREPARING)


class Line(Protocol):
    """What cancelling reads of a line."""

    pk: UUID
    quantity: int
    quantity_fulfilled: int
    quantity_canceled: int
    quantity_returned: int
    total_gross: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class PiecesBack:
    """So many pieces of a line that will not be sent, and what they cost, VAT included."""

    order_line_id: UUID
    quantity: int
    amount: Money


@dataclass(frozen=True, slots=True)
class CancellationWorth:
    """What cancelling pieces takes off the order. ``ends_part``: nothing of the part is left, so its delivery is not paid either."""

    pieces: tuple[PiecesBack, ...]
    goods: Money
    delivery: Money
    ends_part: bool

    @property
    def total(self) -> Money:
        return self.goods + self.delivery


def part_state(status: str, work_state: str, *, is_delivered: bool) -> PartState:
    """The one word for where a part stands: the work before dispatch, the parcels afterwards."""
    if status == S.UNFULFILLED:
        return PartState(work_state)
    if status == S.FULFILLED:
        return PartState.DELIVERED if is_delivered else PartState.SHIPPED
    if status in (S.PARTIALLY_RETURNED, S.RETURNED):
        return PartState.RETURNED
    return PartState.PARTLY_SHIPPED if status == S.PARTIALLY_FULFILLED else PartState.CANCELED


def ensure_work_state(status: str, from_state: str, to_state: WorkState) -> bool:
    """Whether the step changes anything: a part goes forward only, and only before anything of it was sent.

    Raises WorkStateRefused for what has been sent or has ended. A step that was made already, or was passed, changes nothing.
    """
    if status != S.UNFULFILLED:
        raise WorkStateRefused("id")
    return WORK_ORDER.index(WorkState(from_state)) < WORK_ORDER.index(to_state)


def actions_of(status: str, work_state: str, *, has_open_pieces: bool) -> list[PartAction]:
    """What can be done with a part next, the usual step first."""
    actions = []
    if status == S.UNFULFILLED and work_state == WorkState.NEW:
        actions.append(PartAction.CONFIRM)
    if status == S.UNFULFILLED and work_state in (WorkState.NEW, WorkState.CONFIRMED):
        actions.append(PartAction.PREPARE)
    if status in FULFILLABLE and has_open_pieces:
        actions += [PartAction.SHIP, PartAction.CANCEL_LINES]
    if status in CANCELLABLE:
        actions.append(PartAction.DECLINE)
    return actions


def chosen_pieces(lines: Sequence[Line], wanted: Sequence[tuple[UUID, int]] | None) -> dict[UUID, int]:
    """How many pieces of which line to cancel; None: all that are not sent.

    Raises DuplicatedLine, NothingToCancel, TooManyToCancel; KeyError for a line that is not among them.
    """
    open_pieces = {line.pk: line.quantity - line.quantity_fulfilled - line.quantity_canceled for line in lines}
    if wanted is None:
        chosen = {pk: count for pk, count in open_pieces.items() if count}
    else:
        if len({pk for pk, _ in wanted}) < len(wanted):
            raise DuplicatedLine("lines")
        for pk, count in wanted:
            if count > open_pieces[pk]:
                raise TooManyToCancel("lines", remaining=open_pieces[pk])
        chosen = {pk: count for pk, count in wanted if count > 0}
    if not chosen:
        raise NothingToCancel("lines")
    return chosen


def cancellation_worth(lines: Sequence[Line], chosen: dict[UUID, int], delivery: Money) -> CancellationWorth:
    """What these pieces cost (docs/adr/0011, 0017).

    Each piece costs what ``allocate`` gives it, after those that went back before, so that all together cost exactly the line. The
    delivery charge goes back when nothing is left of the part; it never rises because less is sent than was bought.
    """
    pieces = tuple(
        PiecesBack(line.pk, chosen[line.pk], _price(line, chosen[line.pk])) for line in lines if line.pk in chosen
    )
    goods = sum((one.amount for one in pieces), Money.zero(delivery.currency))
    ends_part = all(line.quantity_canceled + chosen.get(line.pk, 0) == line.quantity for line in lines)
    return CancellationWorth(pieces, goods, delivery if ends_part else Money.zero(delivery.currency), ends_part)


def _price(line: Line, count: int) -> Money:
    gone = line.quantity_returned + line.quantity_canceled
    return pieces_price(Money.of(line.total_gross, line.currency), line.quantity, gone, count)


def clean_tracking(courier: str, tracking_number: str) -> str:
    """The parcel's number in digits as carriers print it; empty where there is no parcel number.

    Raises Required for a number without its carrier or a carrier without a number, InvalidInput for what is no parcel number.
    """
    plain = tracking_number.strip()
    if not plain:
        if courier:
            raise Required("trackingNumber")
        return ""
    if not courier:
        raise Required("courier")
    digits = plain.replace("-", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in PARCEL_NUMBER_DIGITS):
        raise InvalidInput(
            "trackingNumber",
            "운송장 번호는 숫자 9~14자리예요. 하이픈은 빼도 돼요.",
            "A parcel number has 9 to 14 digits; hyphens can be left out.",
        )
    return plain[:255]
