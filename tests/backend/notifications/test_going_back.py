"""Mails about parts that are cancelled, goods that go back, and money that follows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from factories.checkout import anew
from factories.mails import html_of, read_html, sent_mails
from market.core import clock, outbox
from market.core.actor import SYSTEM, Actor
from market.core.events import Event
from market.notifications.models import Mail
from market.orders.enums import CostBearer, OrderStatus, RefundKind, WithdrawalReason, WithdrawalStatus
from market.orders.events import (
    FulfillmentTrackingUpdated,
    OrderRefundGranted,
    VendorOrderCancelled,
    WithdrawalAccepted,
    WithdrawalCancelled,
    WithdrawalEvent,
    WithdrawalReceived,
    WithdrawalRejected,
    WithdrawalRequested,
)
from market.orders.models import Fulfillment, Order, OrderGrantedRefund, VendorOrder, Withdrawal, WithdrawalLine
from market.orders.services.fulfillment_mark_delivered import fulfillment_mark_delivered
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.orders.services.withdrawal_accept import withdrawal_accept
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create
from market.orders.services.withdrawal_receive import withdrawal_receive
from market.payments.events import RefundSucceeded
from market.payments.services.order_mark_as_paid import order_mark_as_paid

pytestmark = pytest.mark.django_db
Place = Callable[..., Order]
Run = Callable[[], int]
STAFF = Actor(is_staff=True, permissions=frozenset({"MANAGE_ORDERS"}))
WORD = re.compile(r"[^\s:()·]+")


def tell(run_outbox: Run, *events: Event) -> list[EmailMultiAlternatives]:
    with transaction.atomic():
        for event in events:
            outbox.publish(event)
    return sent_mails(run_outbox)


def told(run_outbox: Run, *events: Event) -> str:
    """Subject and text of the one mail these events make; its HTML says the same."""
    (message,) = tell(run_outbox, *events)
    html, text = set(WORD.findall(read_html(html_of(message)))), set(WORD.findall(message.body)) - {"--------", "-"}
    assert text - html == set()
    assert html - text <= set(WORD.findall("가치소비 함께누리 Citizens' shop Public buying"))
    return f"{message.subject}\n{message.body}"


@pytest.fixture
def paid(place: Place, run_outbox: Run) -> Callable[[str], Order]:
    def order(language: str = "ko") -> Order:
        made = place(language=language)
        anew(order_mark_as_paid, order_id=made.pk, actor=SYSTEM)
        sent_mails(run_outbox)
        return Order.objects.get(pk=made.pk)

    return order


def withdrawal_of(part: VendorOrder, **fields: Any) -> Withdrawal:
    values: dict[str, Any] = {
        "number": f"{part.number}-R1",
        "reason_kind": WithdrawalReason.CHANGE_OF_MIND,
        "cost_bearer": CostBearer.BUYER,
        "currency": "KRW",
        "return_fee": 3_000,
        "requested_at": clock.now(),
        **fields,
    }
    made = Withdrawal.objects.create(order=part.order, vendor_order=part, **values)
    line = part.lines.order_by("sort_order")[0]
    WithdrawalLine.objects.create(withdrawal=made, order_line=line, quantity=1)
    return made


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("event", "fields", "korean", "english"),
    [
        (
            WithdrawalRequested,
            {},
            ["반품 신청을 받았어요", "반품 배송비 3,000원"],
            ["We have your return request", "₩3,000"],
        ),
        (
            WithdrawalRequested,
            {"cost_bearer": CostBearer.VENDOR, "reason_kind": WithdrawalReason.FAULTY, "return_fee": 0},
            ["비용은 판매 기업이 내요"],
            ["The enterprise pays the way back"],
        ),
        (
            WithdrawalAccepted,
            {"status": WithdrawalStatus.ACCEPTED, "accepted_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC)},
            ["이제 물건을 보내 주세요", "(08274) 서울특별시 구로구", "3영업일"],
            ["Please send the goods back", "(08274) 서울특별시 구로구", "3 business days"],
        ),
        (
            WithdrawalRejected,
            {
                "status": WithdrawalStatus.REJECTED,
                "rejection_reason": "포장을\n<b>뜯었어요</b>",
                "ended_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
            },
            ["받아들여지지 않았어요", "포장을 <b>뜯었어요</b>"],
            ["was not accepted", "포장을 <b>뜯었어요</b>"],
        ),
        (
            WithdrawalCancelled,
            {"status": WithdrawalStatus.CANCELED, "ended_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC)},
            ["반품 신청을 거두었어요"],
            ["called off"],
        ),
        (
            WithdrawalReceived,
            {
                "status": WithdrawalStatus.RECEIVED,
                "accepted_at": dt.datetime(2026, 11, 18, tzinfo=dt.UTC),
                "received_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
                "refund_by": dt.date(2026, 11, 25),
                "refund_amount": 4_300,
                "gift_card_amount": 1_000,
            },
            ["환불할 금액: 4,300원", "2026년 11월 25일 (수)", "기프트카드로: 1,000원", "3,000원"],
            ["Refund: ₩4,300", "Wed 25 Nov 2026", "gift cards: ₩1,000", "₩3,000"],
        ),
    ],
)
def test_each_step_of_a_withdrawal_is_told(
    paid: Callable[[str], Order],
    run_outbox: Run,
    event: type[WithdrawalEvent],
    fields: dict[str, Any],
    korean: list[str],
    english: list[str],
    language: str,
) -> None:
    order = paid(language)
    part = order.vendor_orders.order_by("number")[0]
    made = withdrawal_of(part, **fields)
    text = told(run_outbox, event(order_id=order.pk, vendor_order_id=part.pk, withdrawal_id=made.pk))
    for fact in (*(korean if language == "ko" else english), made.number, "생분해 봉투"):
        assert fact in text
    assert ("1개" if language == "ko" else "1 piece") in text
    assert "면 에코백" not in text


def grant(part: VendorOrder, amount: int, kind: RefundKind) -> OrderGrantedRefund:
    """What the orders room does when it grants."""
    Order.objects.filter(pk=part.order_id).update(total_granted=amount)
    return OrderGrantedRefund.objects.create(
        order=part.order, vendor_order=part, kind=kind, key=str(uuid4()), amount=amount, currency="KRW",
        created_at=clock.now(),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_cancelled_part_is_told_once_with_what_goes_back(
    paid: Callable[[str], Order], run_outbox: Run, language: str
) -> None:
    order = paid(language)
    first, second = order.vendor_orders.order_by("number")
    VendorOrder.objects.filter(pk=first.pk).update(status=OrderStatus.CANCELED)
    granted = grant(first, 18_600, RefundKind.CANCELLATION)
    text = told(
        run_outbox,
        OrderRefundGranted(order_id=order.pk, granted_refund_id=granted.pk),
        VendorOrderCancelled(order_id=order.pk, vendor_order_id=first.pk),
    )
    assert ("환불할 금액: 18,600원" if language == "ko" else "Refund: ₩18,600") in text
    assert first.number in text
    assert second.number not in text
    assert ("다른 기업의 주문은 그대로" if language == "ko" else "The rest of the order stands") in text


def test_a_part_of_an_unpaid_order_lowers_what_is_to_be_paid(place: Place, run_outbox: Run) -> None:
    order = place()
    sent_mails(run_outbox)
    part = order.vendor_orders.order_by("number")[0]
    granted = grant(part, 18_600, RefundKind.CANCELLATION)
    text = told(
        run_outbox,
        VendorOrderCancelled(order_id=order.pk, vendor_order_id=part.pk),
        OrderRefundGranted(order_id=order.pk, granted_refund_id=granted.pk),
    )
    assert "이제 내실 금액: 11,900원" in text
    assert "환불" not in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_adjustment_and_the_money_itself_are_told(
    paid: Callable[[str], Order], run_outbox: Run, language: str
) -> None:
    order = paid(language)
    granted = grant(order.vendor_orders.all()[0], 5_000, RefundKind.ADJUSTMENT)
    text = told(run_outbox, OrderRefundGranted(order_id=order.pk, granted_refund_id=granted.pk))
    assert ("환불 금액: 5,000원" if language == "ko" else "Refund: ₩5,000") in text
    back = RefundSucceeded(
        transaction_token=uuid4(), order_id=order.pk, amount="5000.000", currency="KRW", psp_reference="re_" + "1" * 300
    )
    text = told(run_outbox, back)
    assert ("환불한 금액: 5,000원" if language == "ko" else "Refunded: ₩5,000") in text
    assert tell(run_outbox, back) == []


def test_money_that_is_back_already_is_not_announced(paid: Callable[[str], Order], run_outbox: Run) -> None:
    order = paid("ko")
    granted = grant(order.vendor_orders.all()[0], 5_000, RefundKind.ADJUSTMENT)
    text = told(
        run_outbox,
        OrderRefundGranted(order_id=order.pk, granted_refund_id=granted.pk),
        RefundSucceeded(
            transaction_token=uuid4(), order_id=order.pk, amount="5000", currency="KRW", psp_reference="re_1"
        ),
    )
    assert "환불했어요" in text


def test_money_without_an_order_has_nobody_to_tell(run_outbox: Run) -> None:
    lost = RefundSucceeded(transaction_token=uuid4(), order_id=None, amount="1", currency="KRW", psp_reference="re_1")
    assert tell(run_outbox, lost) == []
    assert not Mail.objects.exists()


def test_a_known_carrier_can_be_followed_and_a_new_number_is_told_once(
    paid: Callable[[str], Order], run_outbox: Run
) -> None:
    order = paid("ko")
    line = order.lines.order_by("sort_order")[0]
    _, (sent,) = anew(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=SYSTEM, tracking_number="1234")
    Fulfillment.objects.update(courier="cj", tracking_number="5678-90")
    (message,) = sent_mails(run_outbox)
    page = "https://trace.cjlogistics.com/next/tracking.html?wblNo=567890"
    assert page in message.body
    assert f'href="{page}"' in html_of(message)
    assert "CJ대한통운" in message.body
    quiet = FulfillmentTrackingUpdated(order_id=order.pk, fulfillment_id=sent.pk, notify_customer=False)
    assert tell(run_outbox, quiet) == []
    Fulfillment.objects.update(tracking_number="9999")
    loud = FulfillmentTrackingUpdated(order_id=order.pk, fulfillment_id=sent.pk, notify_customer=True)
    assert "운송장 번호가 바뀌었어요" in told(run_outbox, loud)
    assert tell(run_outbox, loud) == []
    assert Mail.objects.filter(kind="dispatch_updated").count() == 1


def test_a_return_from_its_request_to_the_goods_back_is_told_step_by_step(
    paid: Callable[[str], Order], run_outbox: Run
) -> None:
    """Through the services a shopper's and a vendor's requests use."""
    order = paid("ko")
    line = order.lines.order_by("sort_order")[0]
    _, (sent,) = anew(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=SYSTEM)
    anew(fulfillment_mark_delivered, fulfillment_id=sent.pk, actor=SYSTEM)
    sent_mails(run_outbox)
    wish = WithdrawalWish(quantities={line.pk: 1}, reason_kind=WithdrawalReason.CHANGE_OF_MIND)
    made = anew(withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=STAFF)
    assert kinds_of(sent_mails(run_outbox)) == ["withdrawal_requested"]
    anew(withdrawal_accept, withdrawal_id=made.pk, actor=STAFF)
    assert kinds_of(sent_mails(run_outbox)) == ["withdrawal_accepted"]
    anew(withdrawal_receive, withdrawal_id=made.pk, actor=STAFF)
    (message,) = sent_mails(run_outbox)
    assert kinds_of([message]) == ["withdrawal_received"]
    made.refresh_from_db()
    assert f"환불할 금액: {made.refund_amount:,.0f}원" in message.body


def test_parts_cancelled_one_after_the_other_are_each_told_once(paid: Callable[[str], Order], run_outbox: Run) -> None:
    order = paid("ko")
    first, second = order.vendor_orders.order_by("number")
    anew(vendor_orders_cancel, vendor_order_ids=[first.pk], actor=STAFF)
    (message,) = sent_mails(run_outbox)
    assert kinds_of([message]) == ["part_cancelled"]
    assert "환불할 금액: 18,600원" in message.body
    anew(vendor_orders_cancel, vendor_order_ids=[second.pk], actor=STAFF)
    assert kinds_of(sent_mails(run_outbox)) == ["order_cancelled"]


def kinds_of(messages: list[EmailMultiAlternatives]) -> list[str]:
    return [message.extra_headers["X-Ieum-Mail"] for message in messages]
