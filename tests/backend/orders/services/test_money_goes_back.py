"""Cancelling and withdrawing with real transactions: what the payment side is asked for, and how it ends."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import ask_back, placed_order, send, take_back
from market.core.actor import ANONYMOUS, SYSTEM
from market.core.locks import reset_lock_order
from market.orders.enums import ChargeStatus, WithdrawalReason, WithdrawalStatus
from market.orders.models import Order
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.payments.flows.actions_send import actions_send
from market.payments.models import ProviderAction
from market.payments.services.order_mark_as_paid import order_mark_as_paid
from market.payments.services.refund_mark_sent import refund_mark_sent

pytestmark = pytest.mark.django_db(transaction=True)
GUEST = "guest@ieum.example"


@pytest.fixture
def order(run_outbox: Any) -> Order:
    """Two parts, 13,000 and 33,000 with delivery, received by transfer."""
    channel = ChannelFactory()
    placed = placed_order(channel, {variant_on_sale(channel): 1, variant_on_sale(channel): 3})
    run_outbox()
    anew(order_mark_as_paid, order_id=placed.pk, actor=SYSTEM)
    run_outbox()
    return placed


def asked(run_outbox: Any) -> list[Decimal]:
    """What the providers were asked to give back so far."""
    reset_lock_order()
    run_outbox()
    return sorted(ProviderAction.objects.filter(kind="refund").values_list("amount", flat=True))


def give_back() -> None:
    """Staff send what waits to be sent by transfer."""
    reset_lock_order()
    actions_send()
    for action in ProviderAction.objects.filter(kind="refund", status="sent"):
        anew(refund_mark_sent, action_id=action.pk, actor=SYSTEM, reference="1")


def test_each_part_gives_back_what_it_cost_and_all_of_them_the_whole(order: Order, run_outbox: Any) -> None:
    first, second = order.vendor_orders.order_by("number")
    anew(vendor_orders_cancel, vendor_order_ids=[first.pk], actor=ANONYMOUS, email=GUEST)
    assert asked(run_outbox) == [13_000]
    assert asked(run_outbox) == [13_000], "once"
    give_back()
    order.refresh_from_db()
    assert (order.total_charged, order.charge_status) == (33_000, ChargeStatus.FULL)
    anew(vendor_orders_cancel, vendor_order_ids=[second.pk], actor=ANONYMOUS, email=GUEST)
    assert asked(run_outbox) == [13_000, 33_000]
    give_back()
    order.refresh_from_db()
    assert (order.total_charged, order.total_granted) == (0, order.total_gross)


def test_a_withdrawal_is_refunded_when_its_money_was_sent(order: Order, run_outbox: Any) -> None:
    send(order)
    done = take_back(ask_back(order, 1, WithdrawalReason.FAULTY))
    assert asked(run_outbox) == [13_000]
    done.refresh_from_db()
    assert done.status == WithdrawalStatus.RECEIVED
    give_back()
    done.refresh_from_db()
    assert (done.status, done.late_interest) == (WithdrawalStatus.REFUNDED, 0)
    assert asked(run_outbox) == [13_000]
