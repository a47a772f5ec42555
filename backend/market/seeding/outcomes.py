"""What has become of each order by the day of the seed: paid, sent, returned, cancelled, or still waiting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from market.orders.enums import ChargeStatus, OrderStatus
from market.orders.rules import derive_order_status
from market.seeding.draw import uuid_at
from market.seeding.order_plans import LinePlan, OrderPlan

CANCELLED_SHARE = {"citizen": 0.02, "public": 0.012}
EXPIRED_SHARE, RETURNED_SHARE = 0.015, 0.015
PAYMENT_DAYS = 3
WAITING_SHARE = 0.4  # of the last days' citizens
AGENCY_PAYS_AFTER = 34
Change = tuple[str, str, dt.datetime]


@dataclass(slots=True)
class PartOutcome:
    """One enterprise's part."""

    id: UUID
    vendor_id: int
    lines: list[LinePlan]
    line_ids: list[UUID]
    delivery: int
    status: OrderStatus = OrderStatus.UNFULFILLED
    shipped_at: dt.datetime | None = None
    changes: list[Change] = field(default_factory=list)

    def move(self, to: OrderStatus, at: dt.datetime) -> None:
        self.changes.append((self.status.value, to.value, at))
        self.status = to


@dataclass(slots=True)
class OrderOutcome:
    id: UUID
    plan: OrderPlan
    parts: list[PartOutcome]
    status: OrderStatus = OrderStatus.UNFULFILLED
    charge: ChargeStatus = ChargeStatus.NONE
    changes: list[Change] = field(default_factory=list)

    @property
    def last_change(self) -> dt.datetime:
        return self.changes[-1][2] if self.changes else self.plan.at

    def follow_parts(self) -> None:
        """The order's own history: its status after each change of a part, in the order of time."""
        statuses = {part.id: OrderStatus.UNFULFILLED.value for part in self.parts}
        moves = sorted((at, str(part.id), to) for part in self.parts for _, to, at in part.changes)
        ids = {str(part.id): part.id for part in self.parts}
        for at, part_id, to in moves:
            statuses[ids[part_id]] = to
            status = derive_order_status(list(statuses.values()))
            if status != self.status:
                self.changes.append((self.status.value, status.value, at))
                self.status = status


def outcome_of(random: Random, plan: OrderPlan, now: dt.datetime) -> OrderOutcome:
    def new_id() -> UUID:
        return uuid_at(random, plan.at)

    parts = [
        PartOutcome(new_id(), vendor_id, lines, sorted(new_id() for _ in lines), plan.delivery(lines))
        for vendor_id, lines in plan.parts().items()
    ]
    result = OrderOutcome(new_id(), plan, parts)
    story = plan.story or _story(plan, now)
    if story == "cancelled":
        _end(result, OrderStatus.CANCELED, plan.at + dt.timedelta(hours=1 + 20 * plan.fate[1]), now)
    elif story == "expired":
        _end(result, OrderStatus.EXPIRED, plan.at + dt.timedelta(days=PAYMENT_DAYS, minutes=4), now)
    elif story != "unpaid":
        _ship(result, story, now)
        if story == "returned":
            _return(result, now)
        result.charge = _charge(result, now)
    result.follow_parts()
    return result


def _story(plan: OrderPlan, now: dt.datetime) -> str:
    age, chance = now - plan.at, plan.fate[0]
    if not plan.must_stand:
        cancelled = CANCELLED_SHARE[plan.channel]
        if chance < cancelled:
            return "cancelled"
        if plan.channel == "citizen" and chance < cancelled + EXPIRED_SHARE:
            return "expired" if age > dt.timedelta(days=PAYMENT_DAYS, minutes=5) else "unpaid"
        if plan.channel == "citizen" and chance > 1 - RETURNED_SHARE and age > dt.timedelta(days=20):
            return "returned"
    is_fresh = plan.channel == "citizen" and age < dt.timedelta(days=2, hours=12)
    return "unpaid" if is_fresh and plan.fate[1] < WAITING_SHARE else ""


def _end(result: OrderOutcome, status: OrderStatus, at: dt.datetime, now: dt.datetime) -> None:
    for part in result.parts:
        part.move(status, min(at, now))


def _ship(result: OrderOutcome, story: str, now: dt.datetime) -> None:
    """Each enterprise sends when it is ready; services are done when the day came."""
    for number, part in enumerate(result.parts):
        at = _ready_at(result.plan, part, number)
        if story == "partly":
            is_done = number == 0
            at = min(at, now - dt.timedelta(hours=5))
        else:
            is_done = story != "preparing" and at < now
        if is_done:
            part.shipped_at = at
            part.move(OrderStatus.FULFILLED, at)


def _ready_at(plan: OrderPlan, part: PartOutcome, number: int) -> dt.datetime:
    is_service = all(not line.is_shipped for line in part.lines)
    share = (plan.fate[2] + 0.37 * number) % 1
    days = max(line.product.base["lead"]["dispatch_days"] for line in part.lines)
    wait = 6 + 18 * share if is_service else min(days, 10) + 2 * share
    at = plan.at + dt.timedelta(days=wait)
    if at.weekday() > 4:
        at += dt.timedelta(days=7 - at.weekday())
    return at.replace(hour=14 + number % 4, minute=int(share * 59))


def _return(result: OrderOutcome, now: dt.datetime) -> None:
    part = result.parts[-1]
    if part.shipped_at:
        part.move(OrderStatus.RETURNED, min(part.shipped_at + dt.timedelta(days=6), now))


def _charge(result: OrderOutcome, now: dt.datetime) -> ChargeStatus:
    """Citizens pay before anything is sent; agencies some weeks after the last part came (후불)."""
    if result.plan.channel == "citizen":
        return ChargeStatus.FULL
    is_done = all(part.shipped_at for part in result.parts)
    return (
        ChargeStatus.FULL
        if is_done and now - result.plan.at > dt.timedelta(days=AGENCY_PAYS_AFTER)
        else ChargeStatus.NONE
    )
