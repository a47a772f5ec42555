"""Dispatches on their way and at their end."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, ask_back, sent_order, take_back
from market.core import clock
from market.core.errors import InvalidInput, NotFound
from market.core.models import AuditEntry, OutboxEvent
from market.orders.enums import WithdrawalReason
from market.orders.errors import DeliveredAlready, DispatchEnded
from market.orders.models import Fulfillment, Order
from market.orders.rules import AUTO_CONFIRM_DAYS
from market.orders.services.fulfillment_mark_delivered import fulfillment_mark_delivered
from market.orders.services.fulfillment_tracking_update import fulfillment_tracking_update
from market.orders.services.fulfillments_confirm import fulfillments_confirm
from market.orders.tasks import confirm_deliveries

pytestmark = pytest.mark.django_db


@pytest.fixture
def order() -> Order:
    channel = ChannelFactory()
    return sent_order(channel, {variant_on_sale(channel): 1})


@pytest.fixture
def sent(order: Order) -> Fulfillment:
    return Fulfillment.objects.get(vendor_order__order=order)


def told(topic: str) -> list[Any]:
    return list(OutboxEvent.objects.filter(topic=f"orders.{topic}").values_list("payload", flat=True))


def test_carrier_and_number_change_one_by_one(sent: Fulfillment) -> None:
    update = {"fulfillment_id": sent.pk, "actor": CLERK}
    anew(fulfillment_tracking_update, tracking_number=" 12-34 ", courier="hanjin", notify_customer=True, **update)
    sent.refresh_from_db()
    assert (sent.tracking_number, sent.courier) == ("12-34", "hanjin")
    anew(fulfillment_tracking_update, tracking_number=None, courier="cj", **update)
    anew(fulfillment_tracking_update, tracking_number="56", courier=None, **update)
    sent.refresh_from_db()
    assert (sent.tracking_number, sent.courier) == ("56", "cj")
    assert [row["notify_customer"] for row in told("fulfillment_tracking_updated")] == [True, False, False]
    assert AuditEntry.objects.filter(action="orders.fulfillment_tracking").count() == 3
    with pytest.raises(NotFound), transaction.atomic():
        anew(fulfillment_tracking_update, fulfillment_id=0, tracking_number="1", courier=None, actor=CLERK)


def test_an_arrival_is_noted_once(sent: Fulfillment, order: Order) -> None:
    at = clock.now()
    done = anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, delivered_at=at, actor=CLERK)
    assert (done.delivered_at, done.is_delivery_assumed) == (at, False)
    with pytest.raises(DeliveredAlready), transaction.atomic():
        anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, actor=CLERK)
    assert told("fulfillment_delivered") == [{"order_id": str(order.pk), "fulfillment_id": sent.pk}]
    assert AuditEntry.objects.filter(action="orders.fulfillment_delivered").count() == 1


def test_nothing_arrives_before_it_left_or_in_the_future(sent: Fulfillment) -> None:
    for at in (sent.created_at - dt.timedelta(seconds=1), clock.now() + dt.timedelta(minutes=1)):
        with pytest.raises(InvalidInput), transaction.atomic():
            anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, delivered_at=at, actor=CLERK)
    with pytest.raises(NotFound), transaction.atomic():
        anew(fulfillment_mark_delivered, fulfillment_id=0, actor=CLERK)
    with pytest.raises(IntegrityError, match="fulfillment_arrives_after_dispatch"), transaction.atomic():
        Fulfillment.objects.update(delivered_at=sent.created_at - dt.timedelta(days=1))
    assert told("fulfillment_delivered") == []


def test_what_came_back_does_not_arrive(sent: Fulfillment, order: Order) -> None:
    take_back(ask_back(order, 1, WithdrawalReason.FAULTY))
    with pytest.raises(DispatchEnded), transaction.atomic():
        anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, actor=CLERK)
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=30))
    assert fulfillments_confirm() == 0


def test_after_eight_days_it_is_taken_to_have_arrived(sent: Fulfillment) -> None:
    assert AUTO_CONFIRM_DAYS == 8
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=8) + dt.timedelta(minutes=1))
    assert fulfillments_confirm() == 0
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=8, minutes=1))
    assert confirm_deliveries() == 1
    assert fulfillments_confirm() == 0
    sent.refresh_from_db()
    assert sent.delivered_at is not None
    assert sent.is_delivery_assumed
    assert len(told("fulfillment_delivered")) == 1


def test_staff_may_correct_what_was_assumed_without_telling_it_again(sent: Fulfillment) -> None:
    left = clock.now() - dt.timedelta(days=9)
    Fulfillment.objects.update(created_at=left)
    fulfillments_confirm()
    at = left + dt.timedelta(days=2)
    done = anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, delivered_at=at, actor=CLERK)
    assert (done.delivered_at, done.is_delivery_assumed) == (at, False)
    assert len(told("fulfillment_delivered")) == 1
