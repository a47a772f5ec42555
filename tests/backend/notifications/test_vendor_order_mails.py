"""What enterprises hear of their orders, and buyers of what cannot be sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.mails import sent_mails
from factories.orders import CLERK, ask_back, placed_order, receive_money, send
from factories.vendors import SellerFactory, member_of
from market.core import clock
from market.notifications.enums import MailKind
from market.notifications.models import Mail
from market.notifications.services.due_orders_remind import due_orders_remind
from market.orders.models import Order, VendorOrder
from market.orders.services.vendor_order_lines_cancel import vendor_order_lines_cancel
from market.vendors.models import Vendor, VendorRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def vendor() -> Vendor:
    return SellerFactory(name="두손공방")


@pytest.fixture
def order(vendor: Vendor) -> Order:
    channel = ChannelFactory()
    return placed_order(channel, {variant_on_sale(channel, vendor=vendor, name="쌀겨 비누"): 3})


def of_kind(messages: list[Any], recipient: str) -> list[Any]:
    return [message for message in messages if message.to == [recipient]]


def test_nothing_is_told_before_the_money(order: Order, vendor: Vendor, run_outbox: Any) -> None:
    clerk = member_of(vendor, VendorRole.CLERK)
    assert of_kind(sent_mails(run_outbox), clerk.email) == []
    receive_money(order)
    (mail,) = of_kind(sent_mails(run_outbox), clerk.email)
    part = order.vendor_orders.get()
    assert f"새 주문 {part.number}" in mail.subject
    assert "쌀겨 비누" in mail.body
    assert "/vendor/orders/" in mail.body
    for secret in ("한지우", "개봉로", "010-0000", "guest@ieum.example"):
        assert secret not in mail.body, "a mail is no place for addresses"
    assert of_kind(sent_mails(run_outbox), clerk.email) == []


def test_each_morning_what_is_due(
    order: Order, vendor: Vendor, run_outbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, stranger = member_of(vendor, VendorRole.CLERK), member_of()
    receive_money(order)
    sent_mails(run_outbox)
    part = order.vendor_orders.get()
    due = part.due_on
    assert due is not None
    monday = dt.datetime.combine(due, dt.time(10, 0, 30), tzinfo=clock.SEOUL)
    monkeypatch.setattr(clock, "now", lambda: monday - dt.timedelta(days=1))
    monkeypatch.setattr(clock, "today", lambda: due - dt.timedelta(days=1))
    assert due_orders_remind() == 0
    monkeypatch.setattr(clock, "now", lambda: monday)
    monkeypatch.setattr(clock, "today", lambda: due)
    assert (due_orders_remind(), due_orders_remind()) == (1, 0), "once a day"
    (mail,) = of_kind(sent_mails(run_outbox), clerk.email)
    assert mail.subject == "오늘 보낼 주문이 1건 있어요"
    assert part.number in mail.body
    assert not Mail.objects.filter(recipient=stranger.email).exists()


def test_not_on_holidays_and_not_when_all_is_sent(
    order: Order, vendor: Vendor, run_outbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = member_of(vendor, VendorRole.CLERK)
    receive_money(order)
    sent_mails(run_outbox)
    VendorOrder.objects.update(due_on=dt.date(2026, 11, 20))
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))  # a Sunday
    assert due_orders_remind() == 0
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 23))
    assert due_orders_remind() == 1
    send(order)
    assert [mail for mail in of_kind(sent_mails(run_outbox), clerk.email) if "오늘 보낼" in mail.subject] == []


def test_a_return_is_told_once(order: Order, vendor: Vendor, run_outbox: Any) -> None:
    clerk = member_of(vendor, VendorRole.CLERK)
    receive_money(order)
    send(order)
    sent_mails(run_outbox)
    wish = ask_back(order, 1)
    (mail,) = of_kind(sent_mails(run_outbox), clerk.email)
    assert wish.number in mail.subject
    assert "단순 변심" in mail.body
    assert Mail.objects.filter(kind=MailKind.VENDOR_WITHDRAWAL_NEW).count() == 1


@pytest.mark.parametrize("whole", [False, True])
def test_the_buyer_hears_why(order: Order, run_outbox: Any, whole: bool) -> None:
    receive_money(order)
    sent_mails(run_outbox)
    part = order.vendor_orders.get()
    pieces = None if whole else [(part.lines.get().pk, 1)]
    anew(vendor_order_lines_cancel, vendor_order_id=part.pk, pieces=pieces, reason="가마가 고장 났어요", actor=CLERK)
    mails = of_kind(sent_mails(run_outbox), "guest@ieum.example")
    (mail,) = mails
    assert "가마가 고장 났어요" in mail.body
    assert ("주문을 취소했어요" if whole else "일부를 보내지 못해요") in mail.subject
    assert ("33,000원" if whole else "10,000원") in mail.body
