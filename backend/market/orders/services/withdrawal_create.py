"""Ask to give goods back (청약철회)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, Required
from market.orders.enums import CostBearer, OrderStatus, WithdrawalReason
from market.orders.errors import (
    ExceptionHolds,
    NothingToWithdraw,
    NotWithdrawable,
    TooManyWithdrawn,
    WithdrawalPeriodOver,
)
from market.orders.events import WithdrawalRequested
from market.orders.locks import orders_for_update
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder, Withdrawal, WithdrawalLine
from market.orders.rules import (
    cost_bearer_of,
    exception_holds,
    fault_withdrawable_until,
    received_on,
    withdrawable_until,
)
from market.orders.selectors.withdrawals import dispatches_that_count, excluded_lines, part_get
from market.orders.services.buyer_recognise import ensure_buyer


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalWish:
    """What goes back and why. ``known_on``: for a fault, the Seoul date on which it was noticed (None: today).

    ``is_unopened``: the buyer says that the seals of sealed goods are whole.
    """

    quantities: Mapping[UUID, int]
    reason_kind: WithdrawalReason
    reason: str = ""
    is_unopened: bool = False
    known_on: dt.date | None = None
    courier: str = ""
    tracking_number: str = ""


def withdrawal_create(*, vendor_order_id: UUID, wish: WithdrawalWish, actor: Actor, email: str = "") -> Withdrawal:
    """Ask to give back pieces of one enterprise's part; they are kept for this wish until it ends.

    For the buyer (a guest names the order's e-mail address) and staff. Raises NotFound, Required, InvalidInput, BuyerNotRecognised,
    TooManyGuesses, NothingToWithdraw, TooManyWithdrawn, NotWithdrawable, ExceptionHolds, WithdrawalPeriodOver.
    """
    wanted = {line_id: quantity for line_id, quantity in wish.quantities.items() if quantity > 0}
    known = part_get(vendor_order_id)
    if known is None or known.order.status == OrderStatus.DRAFT:
        raise NotFound("id")
    with transaction.atomic():
        order = orders_for_update().get(pk=known.order_id)
        ensure_buyer(order=order, actor=actor, email=email)
        if not wanted:
            raise NothingToWithdraw("lines")
        part = VendorOrder.objects.select_related("vendor").get(pk=vendor_order_id)
        lines = {line.pk: line for line in OrderLine.objects.filter(vendor_order=part)}
        _ensure_pieces(lines, wanted, wish)
        known_on = _ensure_in_time(list(dispatches_that_count([part.pk])), wish)
        for line_id, quantity in wanted.items():
            lines[line_id].quantity_withdrawn += quantity
        asked = [lines[line_id] for line_id in wanted]
        OrderLine.objects.bulk_update(asked, ["quantity_withdrawn"])
        withdrawal = _store(order, part, asked, wish, known_on, actor)
        WithdrawalLine.objects.bulk_create(
            WithdrawalLine(withdrawal=withdrawal, order_line_id=line_id, quantity=quantity)
            for line_id, quantity in wanted.items()
        )
        audit.record(
            actor=actor, action="orders.withdrawal_requested", subject_type="withdrawal", subject_id=withdrawal.pk
        )
        outbox.publish(WithdrawalRequested(order_id=order.pk, vendor_order_id=part.pk, withdrawal_id=withdrawal.pk))
    return withdrawal


def _ensure_pieces(lines: Mapping[UUID, OrderLine], wanted: Mapping[UUID, int], wish: WithdrawalWish) -> None:
    for line_id, quantity in wanted.items():
        line = lines.get(line_id)
        if line is None:
            raise NotFound("orderLineId")
        remaining = line.quantity_fulfilled - line.quantity_withdrawn
        if quantity > remaining:
            raise TooManyWithdrawn("quantity", remaining=remaining)
    if wish.reason_kind != WithdrawalReason.FAULTY:
        _ensure_not_excluded([lines[line_id] for line_id in wanted], is_unopened=wish.is_unopened)
    if wish.reason_kind == WithdrawalReason.OTHER and not wish.reason.strip():
        raise Required("reason")


def _ensure_not_excluded(lines: list[OrderLine], *, is_unopened: bool) -> None:
    if any(exception_holds(line, is_unopened=is_unopened) for line in lines):
        raise ExceptionHolds("orderLineId")
    if excluded_lines(lines, is_unopened=is_unopened):
        raise NotWithdrawable("orderLineId")


def _ensure_in_time(dispatches: list[Fulfillment], wish: WithdrawalWish) -> dt.date | None:
    """Raise unless today is within the period; the day a fault was known on, for a fault."""
    today, received = clock.today(), received_on(dispatches)
    assert received is not None, "pieces were dispatched"
    if wish.reason_kind != WithdrawalReason.FAULTY:
        until, known_on = withdrawable_until(received), None
    else:
        known_on = wish.known_on or today
        first = min(dispatch.created_at for dispatch in dispatches).astimezone(clock.SEOUL).date()
        if not first <= known_on <= today:
            raise InvalidInput(
                "knownOn", "발송한 날과 오늘 사이의 날짜를 적어 주세요.", "Give a day between dispatch and today."
            )
        until = fault_withdrawable_until(received, known_on)
    if today > until:
        raise WithdrawalPeriodOver("reasonKind", until=until)
    return known_on


def _store(
    order: Order,
    part: VendorOrder,
    lines: list[OrderLine],
    wish: WithdrawalWish,
    known_on: dt.date | None,
    actor: Actor,
) -> Withdrawal:
    """The fee is the vendor's for one parcel, as its terms stand today; nothing travels back for a service."""
    bearer = cost_bearer_of(wish.reason_kind)
    travels = any(line.is_shipping_required for line in lines)
    return Withdrawal.objects.create(
        number=f"{part.number}-R{part.withdrawals.count() + 1}",
        order=order,
        vendor_order=part,
        user_id=actor.user_id,
        reason_kind=wish.reason_kind,
        reason=wish.reason.strip()[:1000],
        known_on=known_on,
        cost_bearer=bearer,
        currency=order.currency,
        return_fee=part.vendor.return_fee if bearer == CostBearer.BUYER and travels else Decimal(0),
        courier=wish.courier,
        tracking_number=wish.tracking_number[:255],
        requested_at=clock.now(),
    )
