"""A citizen pays: by card, after a decline, with 3-D Secure, by wallet, by transfer; and nobody pays twice."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeys.paying import (
    PAY,
    Staff,
    choose_card,
    choose_wallet,
    consent,
    fill_card,
    go_to_payment,
    leave_for_wallet,
    order_id,
    placed,
    press_pay,
    put_into_cart,
)
from journeys.shop import accept, amount, goods_of_different_vendors, sign_in, storefront, won
from stripe_emulator.testing import DECLINED, NEEDS_3DS, OK, Control

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]
COMPLETE = """mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { code } } }"""


@pytest.fixture
def provider() -> Iterator[Control]:
    """The provider of the running market; whatever a test broke is mended after it."""
    control = Control.of_environment()
    yield control
    control.come_up()
    control.http.close()


@pytest.fixture(scope="module")
def staff() -> Staff:
    return Staff()


def ready(page: Page, vendors: int = 1, *, width: int = 1280) -> int:
    """At the payment step with everything agreed to. Returns what is to be paid."""
    page.set_viewport_size({"width": width, "height": 900})
    go_to_payment(page, goods_of_different_vendors("citizen", vendors))
    consent(page)
    return amount(page.get_by_test_id("total"))


def paid_intents(provider: Control) -> list[dict[str, Any]]:
    return [intent for intent in provider.books()["payment_intents"] if intent["status"] == "succeeded"]


@pytest.mark.parametrize("width", [1280, 390])
def test_by_card(shopper: Shopper, provider: Control, staff: Staff, width: int) -> None:
    page = shopper()
    total = ready(page, 2, width=width)
    choose_card(page)
    expect(page.get_by_text("테스트 모드: 실제로 결제되지 않아요.")).to_be_visible()
    expect(page.get_by_label("카드 번호")).to_be_visible()
    accept(page)
    before = len(paid_intents(provider))
    fill_card(page, OK)
    button = page.get_by_role("button", name=PAY)
    assert won(button.inner_text()) == total
    button.click()
    placed(page)
    assert len(paid_intents(provider)) == before + 1
    order = staff.order(order_id(page))
    assert order["isPaid"]
    assert order["totalCharged"]["amount"] == total
    expect(page.get_by_test_id("payment")).to_contain_text("결제를 마쳤어요")
    assert amount(page.get_by_test_id("payment").locator("li b.num")) == total
    accept(page)
    expect(page.get_by_role("banner").get_by_text("2", exact=True)).to_have_count(0)


def test_declined_and_then_paid_with_the_same_intent(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    ready(page)
    fill_card(page, DECLINED)
    intents = len(provider.books()["payment_intents"])
    press_pay(page)
    fault = page.get_by_role("alert").filter(has_text="결제하지 못했어요")
    expect(fault).to_contain_text("카드가 거절됐어요")
    expect(fault).to_be_focused()
    accept(page)
    fill_card(page, OK)
    press_pay(page)
    placed(page)
    assert len(provider.books()["payment_intents"]) == intents + 1


def test_what_is_missing_is_said_before_anything_is_begun(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    go_to_payment(page, goods_of_different_vendors("citizen", 1))
    intents = len(provider.books()["payment_intents"])
    fill_card(page, OK)
    press_pay(page)
    fault = page.get_by_role("alert").filter(has_text="결제하지 못했어요")
    expect(fault).to_contain_text("주문 내용을 확인하고 동의해 주세요.")
    fault.get_by_role("link", name=re.compile("주문 내용")).click()
    expect(page.get_by_role("checkbox", name=re.compile("구매에 동의"))).to_have_attribute("aria-invalid", "true")
    consent(page)
    page.get_by_label("보안 코드").fill("")
    press_pay(page)
    expect(page.get_by_role("alert").filter(has_text="결제하지 못했어요")).to_contain_text("보안 코드")
    assert len(provider.books()["payment_intents"]) == intents


def test_only_the_payment_step_may_load_from_elsewhere(shopper: Shopper) -> None:
    page = shopper()
    ready(page)
    provider = os.environ["STRIPE_JS_URL"].split("/js.stripe.com")[0]
    policies = {}
    for path in ("/checkout/payment", "/checkout/delivery", "/cart", "/"):
        answer = page.goto(path)
        assert answer is not None
        policies[path] = answer.headers["content-security-policy"]
    assert [path for path, policy in policies.items() if provider in policy] == ["/checkout/payment"]
    assert "unsafe" not in "".join(policies.values())


@pytest.mark.parametrize("button", ["승인", "거절"])
def test_3d_secure(shopper: Shopper, button: str) -> None:
    page = shopper()
    ready(page)
    fill_card(page, NEEDS_3DS)
    press_pay(page)
    page.get_by_role("dialog", name="카드 본인 인증").get_by_role("button", name=button, exact=True).click()
    if button == "승인":
        placed(page)
        return
    expect(page.get_by_role("alert").filter(has_text="결제하지 못했어요")).to_be_visible()
    expect(page.get_by_role("button", name=PAY)).to_be_enabled()
    expect(page).to_have_url(f"{storefront()}/checkout/payment")


def test_a_wallet_that_approves(shopper: Shopper) -> None:
    page = shopper()
    total = ready(page)
    choose_wallet(page)
    press_pay(page)
    page.wait_for_url("**/emulator/pay/**")
    page.get_by_role("button", name="승인", exact=True).click()
    placed(page)
    assert amount(page.get_by_test_id("payment").locator("li b.num")) == total


def test_a_wallet_that_refuses_leads_back_with_the_reason(shopper: Shopper) -> None:
    page = shopper()
    total = ready(page)
    choose_wallet(page)
    press_pay(page)
    page.wait_for_url("**/emulator/pay/**")
    page.get_by_role("button", name="거절", exact=True).click()
    expect(page).to_have_url(f"{storefront()}/checkout/payment")
    expect(page.get_by_role("status").filter(has_text="결제하지 못했어요")).to_be_visible()
    assert amount(page.get_by_test_id("total")) == total
    expect(page.get_by_role("radio", name="카드 · 간편결제")).to_be_checked()
    accept(page)
    consent(page)
    fill_card(page, OK)
    press_pay(page)
    placed(page)


def test_an_abandoned_wallet_makes_no_unpaid_order(shopper: Shopper, staff: Staff) -> None:
    page = shopper()
    total = ready(page)
    choose_wallet(page, "페이코")
    back = leave_for_wallet(page)
    page.get_by_role("link", name="아무것도 고르지 않고 떠나기").click()
    page.goto(back)
    expect(page).to_have_url(f"{storefront()}/checkout/payment")
    expect(page.get_by_role("status").filter(has_text="결제를 끝내지 않고 돌아오셨어요")).to_be_visible()
    assert amount(page.get_by_test_id("total")) == total
    checkout = re.search(r"checkout=([^&]+)", back)
    assert checkout is not None
    refused = staff_refusal(staff, checkout[1].replace("%3D", "="))
    assert refused == ["CHECKOUT_NOT_FULLY_PAID"]


def staff_refusal(staff: Staff, checkout: str) -> list[str]:
    """With which codes the order is refused even when somebody in charge asks for it."""
    try:
        staff.ask(COMPLETE, {"id": checkout})
    except AssertionError as fault:
        return [error["code"] for error in fault.args[0]["errors"]]
    return []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_by_transfer(shopper: Shopper, scripts: bool) -> None:
    page = shopper(scripts=scripts)
    total = ready(page)
    page.get_by_role("radio", name="무통장 입금").check()
    button = page.get_by_role("button", name=re.compile("주문하기"))
    assert won(button.inner_text()) == total
    button.click()
    placed(page)
    assert amount(page.get_by_test_id("bank-amount")) == total
    if scripts:
        accept(page)


def test_without_a_script_a_card_says_what_it_needs(shopper: Shopper) -> None:
    page = shopper(scripts=False)
    ready(page)
    choose_card(page)
    expect(page.locator("noscript p")).to_contain_text("자바스크립트가 켜져 있어야 열려요")
    press_pay(page)
    expect(page.get_by_role("alert")).to_contain_text("카드로 내려면 자바스크립트가 필요해요")


def test_a_transfer_paid_by_card_after_all(shopper: Shopper, staff: Staff) -> None:
    page = shopper()
    total = ready(page)
    page.get_by_role("radio", name="무통장 입금").check()
    page.get_by_role("button", name=re.compile("주문하기")).click()
    placed(page)
    id = order_id(page)
    page.get_by_role("link", name="카드로 결제하기").click()
    assert amount(page.get_by_test_id("owed")) == total
    fill_card(page, OK)
    accept(page)
    press_pay(page)
    expect(page).to_have_url(re.compile(r"\?paid=1"))
    expect(page.get_by_role("status").filter(has_text="결제했어요")).to_be_visible()
    assert staff.order(id)["totalCharged"]["amount"] == total
    page.goto(f"/orders/{id}/pay")
    expect(page).to_have_url(re.compile(r"/orders/[^/]+$"))


def test_two_presses_pay_once(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    ready(page)
    fill_card(page, OK)
    before = len(paid_intents(provider)), len(provider.books()["payment_intents"])
    provider.slow_down(700, requests=2, path="payment_intents")
    page.get_by_role("button", name=PAY).evaluate("button => { button.click(); button.click(); button.click(); }")
    expect(page.locator("[data-pay-progress]")).not_to_be_empty()
    placed(page)
    assert (len(paid_intents(provider)), len(provider.books()["payment_intents"])) == (before[0] + 1, before[1] + 1)


def test_two_tabs_make_one_order(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    ready(page)
    other = page.context.new_page()
    other.goto("/checkout/payment")
    consent(other)
    fill_card(other, OK)
    fill_card(page, OK)
    before = len(paid_intents(provider))
    press_pay(page)
    placed(page)
    press_pay(other)
    placed(other)
    assert order_id(other) == order_id(page)
    assert len(paid_intents(provider)) == before + 1


def test_a_cart_that_changed_is_paid_at_its_new_total(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    total = ready(page)
    other = page.context.new_page()
    put_into_cart(other, goods_of_different_vendors("citizen", 2)[1:])
    fill_card(page, OK)
    before = len(paid_intents(provider))
    press_pay(page)
    fault = page.get_by_role("alert").filter(has_text="금액이 바뀌었어요")
    expect(fault).to_be_visible()
    assert len(paid_intents(provider)) == before
    fault.get_by_role("link", name="새 금액 보기").click()
    new = amount(page.get_by_test_id("total"))
    assert new > total
    consent(page)
    fill_card(page, OK)
    press_pay(page)
    placed(page)
    assert amount(page.get_by_test_id("payment").locator("li b.num")) == new


def test_a_payment_under_way_is_waited_for(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    ready(page)
    choose_wallet(page, "네이버페이")
    press_pay(page)
    page.wait_for_url("**/emulator/pay/**")
    page.get_by_role("button", name="승인하고 나중에 확정").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("결제를 확인하고 있어요")
    expect(page.get_by_text("다시 결제하지 마세요")).to_be_visible()
    expect(page.get_by_role("button", name=PAY)).to_have_count(0)
    accept(page)
    waiting = [intent for intent in provider.books()["payment_intents"] if intent["status"] == "processing"]
    provider.settle(waiting[-1]["id"])
    placed(page)


def test_a_silent_provider_is_asked_again(shopper: Shopper, provider: Control) -> None:
    page = shopper()
    ready(page)
    fill_card(page, OK)
    page.route("**/checkout/return*", lambda route: (provider.go_down(), route.continue_()))
    press_pay(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("결과를 확인하는 중이에요", timeout=30_000)
    page.unroute("**/checkout/return*")
    provider.come_up()
    placed(page)


def test_unknown_and_foreign_payments_do_not_exist(shopper: Shopper) -> None:
    page = shopper()
    page.goto("/sign-in")
    sign_in(page, "citizen")
    expect(page).to_have_url(re.compile("/account"))
    go_to_payment(page, goods_of_different_vendors("citizen", 1), is_member=True)
    consent(page)
    choose_wallet(page)
    foreign = leave_for_wallet(page)
    stranger = shopper()
    unknown = "VHJhbnNhY3Rpb25JdGVtOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA=="
    for address in (
        foreign,
        "/checkout/return",
        f"/checkout/return?transaction={unknown}&checkout=x",
        "/checkout/return?transaction=x&checkout=x",
    ):
        answer = stranger.goto(address)
        assert answer is not None
        assert answer.status == 404, address
    page.goto(foreign)
    expect(page).to_have_url(f"{storefront()}/checkout/payment")


def test_a_member_pays_and_sees_with_what(shopper: Shopper) -> None:
    page = shopper()
    page.goto("/sign-in")
    sign_in(page, "citizen")
    expect(page.get_by_role("link", name="로그인")).to_have_count(0)
    go_to_payment(page, goods_of_different_vendors("citizen", 1), is_member=True)
    consent(page)
    fill_card(page, OK)
    press_pay(page)
    placed(page)
    expect(page.get_by_test_id("payment")).to_contain_text("끝자리 4242")
    accept(page)
