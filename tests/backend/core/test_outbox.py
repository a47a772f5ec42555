"""The outbox: what a failing handler leaves behind, and what is forgotten."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from market.core import clock, events, outbox
from market.core.events import Event, handles
from market.core.models import DeliveryStatus, OutboxDelivery, OutboxEvent
from market.core.tasks import forget_deliveries
from market.orders.locks import orders_for_update
from market.payments.locks import actions_for_update

pytestmark = pytest.mark.django_db


@dataclasses.dataclass(frozen=True, kw_only=True)
class Knocked(Event):
    topic = "test.knocked"
    door: str

    @property
    def key(self) -> str:
        return self.door


@pytest.fixture
def heard() -> Iterator[Callable[[str, Callable[[Knocked], None]], None]]:
    """``heard(name, function)``: the function hears of knocks until the test ends."""

    def register(name: str, function: Callable[[Knocked], None]) -> None:
        handles(Knocked, name=name)(function)

    yield register
    events._handlers.pop(Knocked.topic, None)


def knock(door: str = "front") -> None:
    with transaction.atomic():
        outbox.publish(Knocked(door=door))


def test_a_handler_that_fails_after_locking_keeps_no_other_from_locking(heard: Any) -> None:
    def breaks(event: Knocked) -> None:
        list(orders_for_update().all())
        raise ValueError("after the lock")

    heard("test.a_breaks", breaks)
    heard("test.b_locks_above", lambda event: list(actions_for_update().all()))
    knock()
    outbox.fan_out()
    outbox.deliver_due()
    statuses = dict(OutboxDelivery.objects.values_list("handler", "status"))
    assert statuses == {"test.a_breaks": DeliveryStatus.WAITING, "test.b_locks_above": DeliveryStatus.DONE}


def test_what_was_delivered_long_ago_is_forgotten_and_nothing_else(heard: Any) -> None:
    def at_the_back(event: Knocked) -> None:
        if event.door != "front":
            raise ValueError(event.door)

    heard("test.opens", at_the_back)
    for door in ("front", "waiting", "dead"):
        knock(door)
    outbox.fan_out()
    outbox.deliver_due()
    OutboxDelivery.objects.filter(key="dead").update(status=DeliveryStatus.DEAD)
    knock("not fanned out")
    OutboxEvent.objects.update(created_at=clock.now() - dt.timedelta(days=31))
    knock("front")
    outbox.fan_out()
    OutboxEvent.objects.filter(key="not fanned out").update(is_fanned_out=False)
    outbox.deliver_due()
    assert forget_deliveries() == 1
    left = sorted(OutboxEvent.objects.values_list("key", flat=True))
    assert left == ["dead", "front", "not fanned out", "waiting"]
    assert forget_deliveries() == 0
