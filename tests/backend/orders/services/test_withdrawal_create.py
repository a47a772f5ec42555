"""Asking to give goods back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import placed_order, send, sent_order
from market.catalog.models import Product
from market.core import clock
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import DomainError, InvalidInput, NotFound, Required
from market.core.models import AuditEntry, OutboxEvent
from market.orders.enums import CostBearer, OrderStatus, WithdrawalReason, WithdrawalStatus
from market.orders.errors import (
    BuyerNotRecognised,
    NothingToWithdraw,
    NotWithdrawable,
    TooManyWithdrawn,
    WithdrawalPeriodOver,
)
from market.orders.models import Fulfillment, Order, OrderLine, Withdrawal
from market.orders.rules import received_on, withdrawable_until
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create

pytestmark = pytest.mark.django_db
MIND, FAULTY, OTHER = WithdrawalReason
GUEST = "guest@ieum.example"


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def order(channel: Any) -> Order:
    """Three pieces of one enterprise, sent today."""
    return sent_order(channel, {variant_on_sale(channel): 3})


def ask(order: Order, quantity: int = 1, kind: WithdrawalReason = MIND, **given: Any) -> Withdrawal:
    line = order.lines.order_by("sort_order").first()
    assert line is not None
    who = {name: given.pop(name) for name in ("actor", "email") if name in given}
    wish = WithdrawalWish(**{"quantities": {line.pk: quantity}, "reason_kind": kind, **given})
    return anew(
        withdrawal_create,
        vendor_order_id=line.vendor_order_id,
        wish=wish,
        **{"actor": ANONYMOUS, "email": GUEST, **who},
    )


def assert_refused(error: type[DomainError], order: Order, *args: Any, **given: Any) -> DomainError:
    before = list(OrderLine.objects.order_by("pk").values()), Withdrawal.objects.count(), OutboxEvent.objects.count()
    with pytest.raises(error) as caught, transaction.atomic():
        ask(order, *args, **given)
    after = list(OrderLine.objects.order_by("pk").values()), Withdrawal.objects.count(), OutboxEvent.objects.count()
    assert after == before
    return caught.value


def sent_ago(days: int) -> None:
    Fulfillment.objects.update(created_at=clock.now() - dt.timedelta(days=days))


def test_a_wish_keeps_its_pieces_and_is_told(order: Order) -> None:
    vendor = order.vendor_orders.get().vendor
    vendor.return_fee = 2_500
    vendor.save()
    made = ask(order, 2, reason=" 생각보다 커요 ", courier="cj", tracking_number="1234")
    assert (made.status, made.number) == (WithdrawalStatus.REQUESTED, f"{order.vendor_orders.get().number}-R1")
    assert (made.cost_bearer, made.return_fee) == (CostBearer.BUYER, 2_500)
    assert (made.reason, made.known_on, made.user_id) == ("생각보다 커요", None, None)
    assert (made.courier, made.tracking_number) == ("cj", "1234")
    line = order.lines.get()
    assert (line.quantity_withdrawn, line.quantity_returned) == (2, 0)
    assert [(row.order_line_id, row.quantity) for row in made.lines.all()] == [(line.pk, 2)]
    event = OutboxEvent.objects.get(topic="orders.withdrawal_requested")
    assert event.payload == {
        "order_id": str(order.pk), "vendor_order_id": str(made.vendor_order_id), "withdrawal_id": str(made.pk)
    }  # fmt: skip
    assert AuditEntry.objects.filter(action="orders.withdrawal_requested").count() == 1
    order.refresh_from_db()
    assert (order.status, order.total_granted) == (OrderStatus.FULFILLED, 0), "nothing is back yet"
    assert ask(order, 1).number.endswith("-R2")


def test_a_fault_costs_the_buyer_nothing(order: Order) -> None:
    made = ask(order, kind=FAULTY)
    assert (made.cost_bearer, made.return_fee, made.known_on) == (CostBearer.VENDOR, 0, clock.today())


def test_never_more_than_was_sent_and_is_not_in_a_withdrawal(order: Order) -> None:
    ask(order, 2)
    assert assert_refused(TooManyWithdrawn, order, 2).params == {"remaining": 1}
    ask(order, 1)
    assert_refused(TooManyWithdrawn, order, 1, FAULTY)


def test_what_was_not_sent_cannot_come_back(channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 3})
    assert assert_refused(TooManyWithdrawn, order).params == {"remaining": 0}


def test_the_database_keeps_the_count_where_code_would_not(order: Order) -> None:
    for wrong in ({"quantity_withdrawn": 4}, {"quantity_returned": 1}):
        with pytest.raises(IntegrityError, match="order_line_not_overreturned"), transaction.atomic():
            OrderLine.objects.update(**wrong)


def test_the_period_ends(order: Order) -> None:
    received = received_on(Fulfillment.objects.all())
    assert received is not None
    sent_ago(60)
    received = received_on(Fulfillment.objects.all())
    assert received is not None
    error = assert_refused(WithdrawalPeriodOver, order)
    assert (error.field, error.params) == ("reasonKind", {"until": withdrawable_until(received)})
    assert_refused(WithdrawalPeriodOver, order, kind=OTHER, reason="향이 강해요")
    ask(order, kind=FAULTY)
    sent_ago(110)
    assert_refused(WithdrawalPeriodOver, order, kind=FAULTY)


def test_the_period_runs_from_the_arrival_where_it_is_known(order: Order) -> None:
    sent_ago(40)
    Fulfillment.objects.update(delivered_at=clock.now() - dt.timedelta(days=7))
    ask(order)
    Fulfillment.objects.update(is_delivery_assumed=True)
    assert_refused(WithdrawalPeriodOver, order)


def test_a_fault_that_was_known_long_ago_is_too_late(order: Order) -> None:
    sent_ago(80)
    today = clock.today()
    assert_refused(WithdrawalPeriodOver, order, kind=FAULTY, known_on=today - dt.timedelta(days=45))
    assert_refused(InvalidInput, order, kind=FAULTY, known_on=today + dt.timedelta(days=1))
    assert_refused(InvalidInput, order, kind=FAULTY, known_on=today - dt.timedelta(days=90))
    assert ask(order, kind=FAULTY, known_on=today - dt.timedelta(days=3)).known_on == today - dt.timedelta(days=3)


def test_what_a_wish_must_say(order: Order) -> None:
    assert assert_refused(NothingToWithdraw, order, 0).field == "lines"
    assert_refused(NothingToWithdraw, order, -1)
    assert assert_refused(Required, order, kind=OTHER, reason="  ").field == "reason"
    assert_refused(NotFound, order, quantities={order.pk: 1})


def test_the_part_of_another_order_is_not_touched(order: Order, channel: Any) -> None:
    other = sent_order(channel, {variant_on_sale(channel): 1})
    assert_refused(NotFound, order, quantities={other.lines.get().pk: 1})
    with pytest.raises(NotFound), transaction.atomic():
        anew(
            withdrawal_create,
            vendor_order_id=order.pk,
            wish=WithdrawalWish(quantities={}, reason_kind=MIND),
            actor=ANONYMOUS,
        )


def test_who_may(order: Order, channel: Any) -> None:
    owner = UserFactory()
    for stranger in ({"email": ""}, {"email": "x@ieum.example"}, {"actor": Actor(user_id=owner.pk), "email": ""}):
        assert_refused(BuyerNotRecognised, order, **stranger)
    mine = sent_order(channel, {variant_on_sale(channel): 1}, user=owner)
    assert_refused(BuyerNotRecognised, mine, email=owner.email)
    assert ask(mine, actor=Actor(user_id=owner.pk), email="").user_id == owner.pk


def test_a_service_follows_the_terms_that_were_shown(channel: Any) -> None:
    service = variant_on_sale(channel, is_service=True, stock=None, notice={"cancellation": "착수 전 전액 환불"})
    order = sent_order(channel, {service: 1})
    assert_refused(NotWithdrawable, order)
    assert ask(order, kind=FAULTY).return_fee == 0


def test_what_was_not_excluded_beforehand_can_go_back(channel: Any) -> None:
    service = variant_on_sale(channel, is_service=True, stock=None)
    assert ask(sent_order(channel, {service: 1})).return_fee == 0, "nothing travels back"
    goods = variant_on_sale(channel, notice={"cancellation": "단순 변심 반품 불가"})
    assert ask(sent_order(channel, {goods: 1})).return_fee > 0, "goods are never excluded"
    assert Product.objects.count() == 2


def test_several_parcels_give_the_time_of_the_last(channel: Any) -> None:
    order = placed_order(channel, {variant_on_sale(channel): 1})
    Order.objects.update(payment_means="deferred")
    send(order)
    Fulfillment.objects.update(delivered_at=clock.now())
    assert ask(order).vendor_order.order_id == order.pk
