"""The terms of withdrawal that a line was sold under: copied at the order, and kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.orders import ask_back, receive_money, send
from market.catalog.models import Product, ProductVariant, ReturnPolicy
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import CONSENT_KEY
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS
from market.core.models import OutboxEvent
from market.orders.enums import WithdrawalReason
from market.orders.errors import ExceptionHolds
from market.orders.models import Order, OrderLine, Withdrawal
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create

pytestmark = pytest.mark.django_db
MIND, FAULTY, OTHER = WithdrawalReason
TERMS = "이름을 새겨 만들기 때문에 단순 변심으로는 되돌릴 수 없어요."


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def goods(channel: Any, policy: ReturnPolicy) -> ProductVariant:
    return variant_on_sale(channel, return_policy=policy, return_policy_note=TERMS)


def consent(checkout: Checkout, terms: str = TERMS) -> None:
    CheckoutLine.objects.filter(checkout=checkout).update(metadata={CONSENT_KEY: terms})


def sent(channel: Any, variant: ProductVariant, *, agreed: str | None = None) -> Order:
    """Two pieces, ordered, paid and dispatched; ``agreed``: the made-to-order terms that the buyer consented to."""
    checkout = ready_checkout(channel, {variant: 2})
    if agreed is not None:
        consent(checkout, agreed)
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    send(receive_money(order))
    return order


def assert_refused(order: Order, kind: WithdrawalReason) -> None:
    line = order.lines.get()
    wish = WithdrawalWish(quantities={line.pk: 1}, reason_kind=kind, reason="이유")
    events = OutboxEvent.objects.count()
    with pytest.raises(ExceptionHolds) as caught, transaction.atomic():
        anew(
            withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=ANONYMOUS, email=order.user_email
        )
    assert (caught.value.code, caught.value.field) == ("not_withdrawable", "orderLineId")
    assert (order.lines.get().quantity_withdrawn, Withdrawal.objects.count()) == (0, 0)
    assert OutboxEvent.objects.count() == events


def test_the_terms_of_the_day_are_copied_and_stay(channel: Any) -> None:
    variant = goods(channel, ReturnPolicy.PERISHABLE)
    order = sent(channel, variant)
    Product.objects.update(return_policy=ReturnPolicy.STANDARD, return_policy_note="")
    line = order.lines.get()
    assert (line.return_policy, line.return_policy_note, line.consented_at) == ("perishable", TERMS, None)
    assert_refused(order, MIND)


def test_terms_that_came_after_the_order_bind_nobody(channel: Any) -> None:
    order = sent(channel, variant_on_sale(channel))
    Product.objects.update(return_policy=ReturnPolicy.PERISHABLE, return_policy_note=TERMS)
    assert order.lines.get().return_policy == ReturnPolicy.STANDARD
    assert ask_back(order, 1, MIND).pk


@pytest.mark.parametrize("policy", [ReturnPolicy.PERISHABLE, ReturnPolicy.DIGITAL, ReturnPolicy.SEALED])
def test_an_exception_leaves_a_fault_as_the_only_reason(channel: Any, policy: ReturnPolicy) -> None:
    order = sent(channel, goods(channel, policy))
    assert_refused(order, MIND)
    assert_refused(order, OTHER)
    assert ask_back(order, 1, FAULTY).pk


def test_sealed_goods_with_whole_seals_can_go_back(channel: Any) -> None:
    order = sent(channel, goods(channel, ReturnPolicy.SEALED))
    line = order.lines.get()
    wish = WithdrawalWish(quantities={line.pk: 1}, reason_kind=MIND, is_unopened=True)
    assert anew(
        withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=ANONYMOUS, email=order.user_email
    ).pk
    perishable = sent(channel, goods(channel, ReturnPolicy.PERISHABLE)).lines.get()
    wish = WithdrawalWish(quantities={perishable.pk: 1}, reason_kind=MIND, is_unopened=True)
    with pytest.raises(ExceptionHolds), transaction.atomic():
        anew(
            withdrawal_create,
            vendor_order_id=perishable.vendor_order_id,
            wish=wish,
            actor=ANONYMOUS,
            email=order.user_email,
        )


def test_made_to_order_holds_with_consent(channel: Any) -> None:
    before = clock.now()
    order = sent(channel, goods(channel, ReturnPolicy.MADE_TO_ORDER), agreed=TERMS)
    consented_at = order.lines.get().consented_at
    assert consented_at is not None
    assert before <= consented_at <= clock.now()
    assert_refused(order, MIND)
    assert ask_back(order, 1, FAULTY).pk


@pytest.mark.parametrize("agreed", [None, "", "1", "다른 조건"])
def test_made_to_order_without_consent_to_these_terms_does_not_bind(channel: Any, agreed: str | None) -> None:
    order = sent(channel, goods(channel, ReturnPolicy.MADE_TO_ORDER), agreed=agreed)
    line = order.lines.get()
    assert (line.return_policy, line.consented_at) == ("made_to_order", None)
    assert ask_back(order, 1, MIND).pk


@pytest.mark.parametrize("policy", [ReturnPolicy.STANDARD, ReturnPolicy.PERISHABLE])
def test_a_consent_to_anything_else_is_not_kept(channel: Any, policy: ReturnPolicy) -> None:
    assert sent(channel, goods(channel, policy), agreed=TERMS).lines.get().consented_at is None


def test_the_database_keeps_it_so(channel: Any) -> None:
    sent(channel, variant_on_sale(channel))
    for wrong in ({"return_policy": "sealed"}, {"consented_at": clock.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OrderLine.objects.update(**wrong)
