"""Messages of Toss Payments: unsigned, so never believed; repeated and out of order, and always the same in the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from emulators.toss import VIRTUAL_ACCOUNT, Sent
from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.toss import TOSS, TossShop, body_of, events_of
from market.checkout.models import Checkout
from market.payments.errors import SignatureInvalid
from market.payments.flows.provider_messages import UNSIGNED_IN_A_WINDOW
from market.payments.models import ProviderEvent

pytestmark = pytest.mark.django_db(transaction=True)
HOOK = "/webhooks/toss/"


@pytest.fixture(autouse=True)
def _equal_in_the_end(toss_shop: TossShop) -> Iterator[None]:
    yield
    toss_shop.assert_books_agree()


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000): 2})


def told_of(payment: dict[str, Any], **changed: Any) -> Sent:
    told = {"eventType": "PAYMENT_STATUS_CHANGED", "createdAt": "2026-11-20T12:00:00.000000", "data": payment | changed}
    return Sent("PAYMENT_STATUS_CHANGED", body_of(told))


def test_a_message_completes_what_the_browser_never_brought_home(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    redirect = toss_shop.approve()
    toss_shop.stub.merchant.books.confirm(redirect)  # by us, but the process died before it could save the answer
    (message,) = toss_shop.stub.outgoing.messages
    assert toss_shop.hear(message) is not None
    item.refresh_from_db()
    assert (item.charged_value, item.psp_reference) == (item.amount, redirect["paymentKey"])


def test_repeated_and_reordered_messages_change_nothing_twice(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.paid(checkout)
    toss_shop.stub.merchant.books.cancel(item.psp_reference, {"cancelReason": "콘솔", "cancelAmount": 4_000})
    charged, refunded = toss_shop.stub.outgoing.messages
    assert toss_shop.hear(refunded) is not None
    item.refresh_from_db()
    before = events_of(item)
    assert (item.refunded_value, before[-1]) == (4_000, "refund_success")
    assert toss_shop.hear(charged) is not None
    assert [toss_shop.hear(charged), toss_shop.hear(refunded)] == [None, None]
    item.refresh_from_db()
    assert (events_of(item), item.refunded_value) == (before, 4_000)
    assert ProviderEvent.objects.filter(status="done").count() == 2


def test_what_a_message_says_is_not_believed(toss_shop: TossShop, checkout: Checkout) -> None:
    """Somebody who saw the order number says that all is paid. Toss does not."""
    item = toss_shop.begin(checkout)
    payment = toss_shop.stub.payment(toss_shop.approve()["paymentKey"])
    assert toss_shop.hear(told_of(payment, status="DONE", secret=None)) is not None
    item.refresh_from_db()
    assert (item.charged_value, item.is_open, item.psp_reference) == (0, True, str(item.pk))


def test_a_message_without_the_payments_secret_is_turned_away(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout, data={"method": "VIRTUAL_ACCOUNT"})
    item = toss_shop.process(item, toss_shop.approve(method=VIRTUAL_ACCOUNT))
    deposit = {"createdAt": "2026-11-20T12:00:00.000000", "status": "DONE", "orderId": str(item.pk)}
    for secret in ({}, {"secret": None}, {"secret": "ps_guessed"}, {"secret": 7}):
        with pytest.raises(SignatureInvalid):
            toss_shop.hear(Sent("DEPOSIT_CALLBACK", body_of(deposit | secret)))
    with pytest.raises(SignatureInvalid):
        toss_shop.hear(told_of(toss_shop.stub.payment(item.psp_reference), secret="ps_guessed"))
    assert ProviderEvent.objects.count() == 0
    known = toss_shop.stub.payment(item.psp_reference)["secret"]
    assert toss_shop.hear(Sent("DEPOSIT_CALLBACK", body_of(deposit | {"secret": known}))) is not None
    item.refresh_from_db()
    assert item.charged_value == 0


def test_messages_about_nothing_of_ours_leave_nothing_behind(toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    for order_id in ("somebody-elses", "00000000-0000-0000-0000-000000000000", str(item.pk).upper(), None, 7):
        message = told_of({"paymentKey": "x", "orderId": order_id, "status": "DONE"})
        assert toss_shop.hear(message) is None
    cancelled = {"eventType": "CANCEL_STATUS_CHANGED", "createdAt": "…", "data": {"cancelStatus": "DONE"}}
    assert toss_shop.hear(Sent("CANCEL_STATUS_CHANGED", body_of(cancelled))) is None
    for broken in (b"", b"[]", b"7", b"{", b'{"data": 7}', b"\xff"):
        with pytest.raises(SignatureInvalid):
            toss_shop.hear(Sent("?", broken))
    assert ProviderEvent.objects.count() == 0


def test_messages_come_again_until_they_are_taken_in(toss_shop: TossShop, checkout: Checkout, client: Any) -> None:
    """Through the real address: what is not answered with 200 comes again, and what is waits for Toss to be readable."""
    item = toss_shop.begin(checkout)
    toss_shop.stub.merchant.books.confirm(toss_shop.approve())

    def post(body: bytes, headers: dict[str, str]) -> int:
        return int(client.post(HOOK, data=body, content_type="application/json", headers=headers).status_code)

    assert toss_shop.stub.deliver(lambda body, headers: 503) == 0
    assert toss_shop.stub.deliver(post) == 1
    assert toss_shop.stub.deliver(post) == 0
    event = ProviderEvent.objects.get(gateway=TOSS)
    assert (event.type, event.psp_reference) == ("PAYMENT_STATUS_CHANGED", str(item.pk))
    assert event.payload.keys() == {"created", "status", "transaction_token"}
    toss_shop.stub.go_down()
    toss_shop.act()
    event.refresh_from_db()
    assert event.status == "waiting"
    toss_shop.stub.come_up()
    toss_shop.act()
    event.refresh_from_db()
    item.refresh_from_db()
    assert (event.status, item.charged_value) == ("done", item.amount)


def test_a_message_nested_without_end_is_refused(client: Any, toss_shop: TossShop) -> None:
    assert client.post(HOOK, b"[" * 100_000, content_type="application/json").status_code == 400
    assert ProviderEvent.objects.count() == 0


def test_anybody_may_send_messages_but_not_without_end(client: Any, toss_shop: TossShop, checkout: Checkout) -> None:
    item = toss_shop.begin(checkout)
    for number in range(UNSIGNED_IN_A_WINDOW + 20):
        told = {"eventType": "PAYMENT_STATUS_CHANGED", "createdAt": str(number), "data": {"orderId": str(item.pk)}}
        assert client.post(HOOK, told, content_type="application/json").status_code == 200
    assert ProviderEvent.objects.count() == UNSIGNED_IN_A_WINDOW
