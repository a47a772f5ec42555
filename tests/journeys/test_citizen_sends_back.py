"""A citizen thinks again: cancels a part before dispatch, sends goods back, names an account; as a guest with the order's address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.paying import EMAIL, Staff, consent, fill_card, go_to_payment, order_id, placed, press_pay
from journeys.shop import accept, amount, goods_of_different_vendors
from stripe_emulator.testing import OK, Control

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]


@pytest.fixture(scope="module")
def staff() -> Staff:
    return Staff()


def buy(page: Page, vendors: int, *, by_card: bool = True) -> str:
    """An order of a guest; its id."""
    go_to_payment(page, goods_of_different_vendors("citizen", vendors))
    consent(page)
    if by_card:
        fill_card(page, OK)
        press_pay(page)
    else:
        page.get_by_role("radio", name="무통장 입금").check()
        page.get_by_role("button", name=re.compile("주문하기")).click()
    placed(page)
    return order_id(page)


def refunded(control: Control) -> int:
    return int(control.books()["sums"]["krw"]["refunded"])


def wait_until_refunded(control: Control, expected: int, page: Page) -> None:
    for _ in range(60):
        if refunded(control) == expected:
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"{refunded(control)} refunded, {expected} expected")


def test_a_part_is_cancelled_and_its_money_goes_back(shopper: Shopper, staff: Staff) -> None:
    page, control = shopper(), Control.of_environment()
    id = buy(page, 2)
    before = refunded(control)
    part = page.get_by_test_id("vendor-order").first
    cost = amount(part.locator(".amounts .total b"))
    part.get_by_role("link", name="이 기업 주문 취소").click()
    accept(page)
    assert amount(page.get_by_test_id("sum-back")) == cost
    expect(page.get_by_test_id("way-back")).to_contain_text("결제한 카드")
    page.get_by_role("link", name="취소하지 않기").click()
    expect(page).to_have_url(re.compile(r"/orders/[^/]+$"))
    part.get_by_role("link", name="이 기업 주문 취소").click()
    page.get_by_role("button", name=re.compile("환불받고 취소하기")).click()
    expect(page.get_by_role("status").filter(has_text="주문을 취소했어요")).to_be_visible()
    assert amount(page.get_by_test_id("refunds").locator("li b.num")) == cost
    expect(page.get_by_test_id("vendor-order").first).to_contain_text("이 기업의 주문은 취소됐어요.")
    accept(page)
    wait_until_refunded(control, before + cost, page)
    order = staff.order(id)
    assert order["totalGrantedRefund"]["amount"] == cost
    assert [row["status"] for row in order["vendorOrders"]] == ["CANCELED", "UNFULFILLED"]


def test_an_unpaid_order_is_cancelled_whole_and_nothing_goes_back(shopper: Shopper, staff: Staff) -> None:
    page = shopper(scripts=False)
    id = buy(page, 2, by_card=False)
    page.get_by_role("link", name="주문 전체 취소").click()
    expect(page.get_by_test_id("way-back")).to_contain_text("돌려드릴 돈은 없어요")
    page.get_by_role("button", name="주문 취소하기").click()
    expect(page.get_by_role("status")).to_contain_text("주문을 취소했어요")
    expect(page.get_by_test_id("bank-amount")).to_have_count(0)
    assert staff.order(id)["status"] == "CANCELED"
    page.goto(f"/orders/{id}/cancel")
    expect(page.get_by_role("main")).to_contain_text("지금은 취소할 수 있는 것이 없어요")


def test_goods_go_back_and_the_refund_is_seen_before_it_is_asked_for(shopper: Shopper, staff: Staff) -> None:
    page, control = shopper(), Control.of_environment()
    id = buy(page, 1)
    before = refunded(control)
    staff.dispatch(id)
    page.goto(f"/orders/{id}")
    part = page.get_by_test_id("vendor-order")
    expect(part.get_by_role("link", name="이 기업 주문 취소")).to_have_count(0)
    expect(part.get_by_role("link", name=re.compile("배송 조회"))).to_have_attribute("href", re.compile("^https://"))
    expect(part).to_contain_text("이유 없이 반품할 수 있어요")
    accept(page)
    part.get_by_role("link", name="반품 신청").click()
    accept(page)
    page.get_by_role("button", name="다음: 환불 금액 확인").click()
    expect(page.get_by_role("alert")).to_contain_text("이유를 골라 주세요")
    page.get_by_role("radio", name=re.compile("마음이 바뀌었어요")).check()
    page.get_by_role("button", name="다음: 환불 금액 확인").click()
    accept(page)
    due = amount(page.get_by_test_id("sum-back"))
    page.get_by_role("button", name="다시 고르기").click()
    expect(page.get_by_role("radio", name=re.compile("마음이 바뀌었어요"))).to_be_checked()
    page.get_by_role("button", name="다음: 환불 금액 확인").click()
    page.get_by_role("button", name="반품 신청하기").click()
    expect(page.get_by_role("status").filter(has_text="반품을 신청했어요")).to_be_visible()
    back = page.get_by_test_id("withdrawal")
    back.get_by_text("보낸 택배 알려주기").click()
    back.get_by_label("운송장 번호").fill("600000000002")
    back.get_by_role("button", name="저장").click()
    expect(page.get_by_test_id("withdrawal")).to_contain_text("600000000002")
    accept(page)
    staff.take_back(staff.order(id)["vendorOrders"][0]["withdrawals"][0]["id"])
    page.reload()
    assert amount(page.get_by_test_id("refunds").locator("li b.num")) == due
    wait_until_refunded(control, before + due, page)


def test_a_return_is_called_off(shopper: Shopper, staff: Staff) -> None:
    page = shopper(scripts=False)
    id = buy(page, 1, by_card=False)
    staff.mark_paid(id)
    staff.dispatch(id)
    page.goto(f"/orders/{id}")
    page.get_by_role("link", name="반품 신청").click()
    page.get_by_role("radio", name=re.compile("상했거나")).check()
    page.get_by_role("button", name="다음: 환불 금액 확인").click()
    page.get_by_role("button", name="반품 신청하기").click()
    page.get_by_role("button", name="반품 신청 취소").click()
    expect(page.get_by_role("status")).to_contain_text("반품 신청을 취소했어요")
    assert [row["status"] for row in staff.order(id)["vendorOrders"][0]["withdrawals"]] == ["CANCELED"]


def test_money_of_a_transfer_goes_to_an_account(shopper: Shopper, staff: Staff) -> None:
    page = shopper()
    id = buy(page, 1, by_card=False)
    page.goto(f"/orders/{id}/refund-account")
    expect(page.get_by_role("main")).to_contain_text("계좌로 돌려드릴 돈이 없어요")
    staff.mark_paid(id)
    page.goto(f"/orders/{id}/cancel")
    expect(page.get_by_test_id("way-back")).to_contain_text("계좌로 돌려드려요")
    page.get_by_role("button", name=re.compile("환불받고 취소하기")).click()
    for _ in range(60):  # what waits to be sent is worked out by the worker
        if page.get_by_role("link", name="환불 계좌 적기").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    page.get_by_role("link", name="환불 계좌 적기").click()
    accept(page)
    page.get_by_role("button", name="계좌 저장하기").click()
    expect(page.get_by_role("alert")).to_contain_text("3곳을 고쳐 주세요")
    page.get_by_role("combobox", name="은행").select_option("KAKAO")
    page.get_by_role("textbox", name="계좌번호").fill("12")
    page.get_by_role("textbox", name="예금주").fill("고은채")
    page.get_by_role("button", name="계좌 저장하기").click()
    expect(page.get_by_role("alert")).to_contain_text("숫자 10~16자리")
    page.get_by_role("textbox", name="계좌번호").fill("0000-00-000001")
    page.get_by_role("button", name="계좌 저장하기").click()
    expect(page.get_by_role("status").filter(has_text="환불 계좌를 저장했어요")).to_be_visible()
    expect(page.get_by_test_id("refunds")).to_contain_text("••••0001")
    accept(page)


def test_a_guest_opens_the_order_with_its_address(shopper: Shopper) -> None:
    buyer = shopper()
    id = buy(buyer, 1)
    stranger = shopper()
    stranger.goto(f"/orders/{id}")
    main = stranger.get_by_role("main")
    expect(main).not_to_contain_text("고은채")
    expect(main.get_by_role("link", name="이 기업 주문 취소")).to_have_count(0)
    accept(stranger)
    for path in ("cancel", "refund-account"):
        stranger.goto(f"/orders/{id}/{path}")
        expect(stranger).to_have_url(re.compile(r"/orders/[^/]+#open$"))
    stranger.get_by_role("textbox", name="주문할 때 쓴 이메일").fill("somebody@ieum.example")
    stranger.get_by_role("button", name="주문 열기").click()
    expect(main).to_contain_text("이메일이 이 주문과 맞지 않아요")
    accept(stranger)
    stranger.get_by_role("textbox", name="주문할 때 쓴 이메일").fill(EMAIL.upper())
    stranger.get_by_role("button", name="주문 열기").click()
    expect(main).to_contain_text("고은채")
    expect(main.get_by_role("link", name="이 기업 주문 취소")).to_be_visible()
