"""Every mail about an order: who gets it, in which language, what it says, and that HTML and text say the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.mails import html_of, kinds, read_html, sent_mails
from factories.orders import placed_order
from factories.vendors import SellerFactory
from market.catalog.models import ProductTranslation
from market.core import clock
from market.core.actor import SYSTEM
from market.notifications.models import Mail
from market.orders.enums import OrderStatus
from market.orders.models import Order, OrderLine
from market.orders.services.order_cancel import order_cancel
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.orders_expire import orders_expire
from market.payments.services.order_mark_as_paid import order_mark_as_paid

pytestmark = pytest.mark.django_db
Place = Callable[..., Order]
Run = Callable[[], int]
WORD = re.compile(r"[^\s:()·]+")


def only(messages: list[EmailMultiAlternatives]) -> EmailMultiAlternatives:
    (message,) = messages
    return message


def words(text: str) -> set[str]:
    return set(WORD.findall(text)) - {"-", "--------", "•"}


def assert_same_facts(message: EmailMultiAlternatives) -> str:
    """HTML and text hold the same words and links, but for the line naming the channel. Returns the text."""
    html, text = words(read_html(html_of(message))), words(message.body)
    assert text - html == set()
    assert html - text <= words("가치소비 함께누리 Citizens' shop Public buying"), html - text
    return str(message.body)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_confirmation_tells_everything_and_how_to_pay(
    place: Place, run_outbox: Run, language: str, settings: Any
) -> None:
    settings.OPERATOR_BANK_ACCOUNT = "110-000-000000"
    due = dt.datetime(2026, 11, 23, 14, 5, tzinfo=clock.SEOUL)
    order = place(language=language, pay_by=due)
    message = only(sent_mails(run_outbox))
    text = assert_same_facts(message)
    assert message.to == ["guest@ieum.example"]
    assert message.extra_headers["Content-Language"] == language
    # 2 × 7,300 + 4,000 delivery, 11,900 without
    for amount in ("14,600", "7,300", "4,000", "18,600", "11,900", "26,500", "30,500"):
        assert (f"{amount}원" if language == "ko" else f"₩{amount}") in text
    for fact in (str(order.number), f"{order.number}-1", f"{order.number}-2", "110-000-000000", f"이음{order.number}"):
        assert fact in text
    assert "한지우" in text
    assert "(08274) 서울특별시 구로구 개봉로23길 10" in text
    assert "010-0000-0000" in text
    if language == "ko":
        assert message.subject == f"주문 {order.number}: 30,500원을 11월 23일 (월) 14:05까지 입금해 주세요"
        assert "2026년 11월 23일 (월) 14:05" in text
        assert "담박리필가게" in text
        assert "은은선물가게" in text
    else:
        assert message.subject == f"Order {order.number}: please transfer ₩30,500 by Mon 23 Nov, 14:05"
        assert "Mon 23 Nov 2026, 14:05 (Seoul)" in text
        assert "Dambak Refill" in text
        assert "Free" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_vouchers_and_gift_cards_are_accounted_for(place: Place, run_outbox: Run, language: str) -> None:
    order = place(language=language)
    Order.objects.filter(pk=order.pk).update(
        discount_gross=2_000, gift_cards_gross=5_000, total_gross=order.total_gross - 5_000, total_net=20_000
    )
    message = only(sent_mails(run_outbox))
    text = assert_same_facts(message)
    assert ("기프트카드: −5,000원" if language == "ko" else "Gift cards: −₩5,000") in text
    assert ("쿠폰으로 2,000원을 뺐어요" if language == "ko" else "Your voucher took off ₩2,000") in text
    assert "25,500" in message.subject
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    text = assert_same_facts(only(sent_mails(run_outbox)))
    assert ("5,000원은 기프트카드에" if language == "ko" else "₩5,000 goes back onto your gift card") in text


def test_a_guest_is_led_to_the_order_itself_and_a_member_to_the_account(place: Place, run_outbox: Run) -> None:
    place()
    guest = only(sent_mails(run_outbox))
    assert re.search(r"^http://localhost:3000/orders/[\w%]+$", guest.body, re.M)
    member = UserFactory(email="jiwoo@ieum.example")
    place(user=member, language="en")
    message = only(sent_mails(run_outbox))
    assert message.to == ["jiwoo@ieum.example"]
    assert re.search(r"^http://localhost:3000/account/orders/[\w%]+\?lang=en$", message.body, re.M)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_agency_is_asked_for_no_money_and_sees_its_suppliers_and_the_tax(
    agency_order: Place, run_outbox: Run, language: str
) -> None:
    order = agency_order(UserFactory(), language)
    message = only(sent_mails(run_outbox))
    text = assert_same_facts(message)
    assert order.pay_by is None
    for never in ("입금", "계좌", "transfer", "Account number"):
        assert never not in text + message.subject
    for fact in (
        "1,166,000",
        "1,060,000",
        "106,000",
        "담박도시락",
        "은은인쇄",
        "가온구청(견본)",
        "/public/account/orders/",
    ):
        assert fact in text
    if language == "ko":
        assert "후불" in text
        assert "세금계산서에 따라 지급" in text
        assert "어요" not in text.split("--------")[0]
    else:
        assert "Deferred payment" in text
        assert "after delivery and inspection" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_payment_is_confirmed(place: Place, run_outbox: Run, language: str) -> None:
    order = place(language=language)
    sent_mails(run_outbox)
    anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM)
    message = only(sent_mails(run_outbox))
    text = assert_same_facts(message)
    assert message.extra_headers["X-Ieum-Mail"] == "order_paid"
    assert ("30,500원" if language == "ko" else "₩30,500") in text
    assert "000-0000-0000-00" not in text  # nobody is asked to pay again


def test_a_buyer_who_has_paid_already_gets_one_mail_that_says_so(place: Place, run_outbox: Run) -> None:
    order = place()
    anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM)
    message = only(sent_mails(run_outbox))
    assert message.extra_headers["X-Ieum-Mail"] == "order_placed"
    assert "결제를 확인했어요" in message.body
    assert "000-0000-0000-00" not in message.body
    assert dict(Mail.objects.values_list("kind", "status")) == {"order_placed": "sent", "order_paid": "dropped"}


def test_the_payment_mail_waits_for_the_confirmation(place: Place, run_outbox: Run) -> None:
    order = place()
    run_outbox()
    Mail.objects.update(due_at=clock.now() + dt.timedelta(minutes=1))  # it could not be sent so far
    anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM)
    assert sent_mails(run_outbox) == []
    waiting = Mail.objects.get(kind="order_paid")
    assert (waiting.status, waiting.attempts) == ("waiting", 0)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_dispatch_tells_its_vendor_its_pieces_and_its_number(place: Place, run_outbox: Run, language: str) -> None:
    order = place(language=language)
    anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM)
    sent_mails(run_outbox)
    soap, bag = order.lines.order_by("sort_order")
    anew(order_fulfill, order_id=order.pk, quantities={soap.pk: 1}, actor=SYSTEM, tracking_number="6891-0000-1234")
    part = only(sent_mails(run_outbox))
    text = assert_same_facts(part)
    assert "6891-0000-1234" in text
    assert "생분해 봉투" in text
    assert "면 에코백" not in text
    assert "7,300" not in text
    assert ("1개는 준비되는 대로" if language == "ko" else "Another 1 piece from this enterprise") in text
    assert ("담박리필가게에서 보냈어요" if language == "ko" else "Dambak Refill has sent your goods") in part.subject
    anew(order_fulfill, order_id=order.pk, quantities={soap.pk: 1, bag.pk: 1}, actor=SYSTEM)
    both = sent_mails(run_outbox)
    assert len(both) == 2
    assert all("6891" not in message.body for message in both)
    assert all(("운송장 없이" if language == "ko" else "Sent without a number") in message.body for message in both)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_cancelled_order_says_what_goes_back(place: Place, run_outbox: Run, language: str) -> None:
    paid = place(language=language)
    anew(order_mark_as_paid, order_id=paid.pk, actor=SYSTEM)
    sent_mails(run_outbox)
    anew(order_cancel, order_id=paid.pk, actor=SYSTEM)
    text = assert_same_facts(only(sent_mails(run_outbox)))
    assert ("환불할 금액: 30,500원" if language == "ko" else "Refund: ₩30,500") in text
    assert ("3영업일" if language == "ko" else "3 business days") in text
    unpaid = place(language=language)
    sent_mails(run_outbox)
    anew(order_cancel, order_id=unpaid.pk, actor=SYSTEM)
    text = assert_same_facts(only(sent_mails(run_outbox)))
    assert ("돌려드릴 것도 없어요" if language == "ko" else "Nothing had been paid") in text
    assert ("환불할 금액" if language == "ko" else "Refund:") not in text


def test_an_order_that_ended_before_its_confirmation_went_out_is_not_confirmed(place: Place, run_outbox: Run) -> None:
    order = place()
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    assert [message.extra_headers["X-Ieum-Mail"] for message in sent_mails(run_outbox)] == ["order_cancelled"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_lapsed_order_says_so(place: Place, run_outbox: Run, language: str) -> None:
    order = place(language=language)
    sent_mails(run_outbox)
    Order.objects.filter(pk=order.pk).update(pay_by=clock.now() - dt.timedelta(minutes=1))
    orders_expire()
    order.refresh_from_db()
    assert order.status == OrderStatus.EXPIRED
    message = only(sent_mails(run_outbox))
    assert_same_facts(message)
    assert ("입금 기한이 지났어요" if language == "ko" else "has lapsed") in message.subject


def test_one_event_delivered_twice_makes_one_mail(place: Place, run_outbox: Run) -> None:
    place()
    run_outbox()
    assert kinds() == ["order_placed"]


@pytest.mark.parametrize(
    ("code", "language"), [("ko", "ko"), ("ko-KR", "ko"), ("en-GB", "en"), ("EN", "en"), ("fr", "ko"), ("", "ko")]
)
def test_any_other_language_is_answered_in_korean(place: Place, run_outbox: Run, code: str, language: str) -> None:
    place(language=code)
    assert only(sent_mails(run_outbox)).extra_headers["Content-Language"] == language


def test_english_takes_the_english_names_of_goods_where_there_are_some(run_outbox: Run) -> None:
    channel = ChannelFactory()
    variant = variant_on_sale(channel, name="비누")
    ProductTranslation.objects.create(product=variant.product, language_code="en", name="Soap bar")
    order = placed_order(channel, {variant: 1})
    Order.objects.update(language_code="en")
    text = only(sent_mails(run_outbox)).body
    assert "Soap bar" in text
    assert "비누" not in text
    assert str(order.number) in text


def test_hostile_names_stay_words(place: Place, run_outbox: Run) -> None:
    """Markup, line breaks, hidden letters and MJML in names change nothing but what is read."""
    order = place()
    evil = "<script>alert(1)</script></mj-text><mj-raw>&lt;b&gt;\r\nBcc: x@ieum.example\x07\u202egnp.exe {{ colours }}"
    OrderLine.objects.filter(order=order).update(product_name=evil)
    for part in order.vendor_orders.all():
        type(part.vendor).objects.filter(pk=part.vendor_id).update(name=f'"><img src=x onerror=1>\n{part.number}')
    message = only(sent_mails(run_outbox))
    html = html_of(message)
    assert "<script" not in html
    assert "<img src=x" not in html
    assert "<mj-" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&amp;lt;b&amp;gt;" in html
    assert "\u202e" not in html + message.body
    assert "\x07" not in html + message.body
    assert "{{ colours }}" in message.body
    sent = message.message()
    assert sent["Bcc"] is None
    assert message.recipients() == ["guest@ieum.example"]
    assert_same_facts(message)


def test_a_subject_cannot_add_headers(place: Place, run_outbox: Run) -> None:
    order = place()
    anew(order_mark_as_paid, order_id=order.pk, actor=SYSTEM)
    sent_mails(run_outbox)
    line = order.lines.order_by("sort_order").select_related("vendor_order__vendor")[0]
    vendor = line.vendor_order.vendor
    type(vendor).objects.filter(pk=vendor.pk).update(name="가게\r\nBcc: x@ieum.example\r\n\r\n본문")
    anew(order_fulfill, order_id=order.pk, quantities={line.pk: 2}, actor=SYSTEM)
    message = only(sent_mails(run_outbox))
    assert message.subject.startswith("가게 Bcc: x@ieum.example 본문에서 보냈어요")
    assert message.message()["Bcc"] is None


def test_what_a_guest_typed_as_a_note_is_not_mailed(place: Place, run_outbox: Run) -> None:
    """Or anybody could send words of theirs to any address."""
    place(customer_note="http://phishing.example 눌러 주세요")
    message = only(sent_mails(run_outbox))
    assert "phishing" not in message.body + html_of(message)


def test_a_picture_comes_from_us_or_not_at_all(place: Place, run_outbox: Run, settings: Any) -> None:
    settings.PUBLIC_API_URL = "https://api.ieum.example"
    order = place()
    first = order.lines.order_by("sort_order")[0]
    OrderLine.objects.filter(pk=first.pk).update(artwork="soap/rose/7")
    html = html_of(only(sent_mails(run_outbox)))
    assert re.findall(r'<img[^>]+src="([^"]+)"', html) == [
        "https://api.ieum.example/thumbnail/art/soap/rose/7/128/original/"
    ]
    assert "url(" not in html
    assert "<link" not in html
    assert "@import" not in html


def test_an_order_of_many_vendors_is_read_in_as_many_statements(run_outbox: Run) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from market.notifications.selectors.order_facts import order_facts

    channel = ChannelFactory()

    def statements(count: int) -> int:
        order = placed_order(channel, {variant_on_sale(channel, vendor=SellerFactory()): 1 for _ in range(count)})
        with CaptureQueriesContext(connection) as captured:
            order_facts(order.pk, "en")
        return len(captured)

    assert statements(1) == statements(5)
