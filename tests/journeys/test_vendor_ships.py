"""An enterprise serves an order: sees it once it is paid, confirms it, cannot send one piece, sends the rest, takes it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeys.paying import Staff, consent, go_to_payment, order_id, placed
from journeys.shop import PLENTY, Goods, accept, amount, ask, password, won

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]
OF_VENDOR = """
query Goods($vendors: [ID!]) {
  products(first: 40, channel: "citizen", filter: { isService: false, vendors: $vendors, stockAvailability: IN_STOCK }) {
    edges { node { name slug isQuoteOnly minimumOrderQuantity vendor { name }
      productVariants(first: 20) { edges { node { quantityAvailable } } } } }
  }
}
"""
MEMBERSHIP = "{ me { vendorMemberships { vendor { id name } } } }"


@pytest.fixture(scope="module")
def staff() -> Staff:
    return Staff()


class Clerk(Staff):
    """The enterprise's own account, at the API."""

    def __init__(self) -> None:
        self.token = ""
        answer = self.ask(
            "mutation($email: String!, $password: String!) { tokenCreate(email: $email, password: $password) { token } }",
            {"email": "vendor@ieum.example", "password": password()},
        )
        self.token = answer["tokenCreate"]["token"]


@pytest.fixture(scope="module")
def goods() -> Goods:
    """Something plentiful of the demo enterprise that is sold by single pieces."""
    vendor = Clerk().ask(MEMBERSHIP, {})["me"]["vendorMemberships"][0]["vendor"]
    for edge in ask(OF_VENDOR, {"vendors": [vendor["id"]]})["products"]["edges"]:
        node = edge["node"]
        stock = [variant["node"]["quantityAvailable"] or 0 for variant in node["productVariants"]["edges"]]
        if not node["isQuoteOnly"] and stock and min(stock) >= PLENTY and node["minimumOrderQuantity"] <= 1:
            return Goods(node["name"], node["slug"], node["vendor"]["name"])
    raise AssertionError(f"{vendor['name']} sells nothing by single pieces")


def sign_in_at_centre(page: Page) -> None:
    page.goto("/sign-in?next=/vendor/orders")
    page.get_by_label("이메일").fill("vendor@ieum.example")
    page.locator("input[name=password]").fill(password())
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    expect(page).to_have_url(re.compile("/vendor/orders"))


def buy(page: Page, goods: Goods) -> str:
    """Two pieces, by bank transfer; the order's id."""
    page.goto(f"/p/{goods.slug}")
    page.get_by_role("main").get_by_role("button", name="장바구니에 담기").first.click()
    go_to_payment(page, [goods])
    consent(page)
    page.get_by_role("radio", name="무통장 입금").check()
    page.get_by_role("button", name=re.compile("주문하기")).click()
    placed(page)
    return order_id(page)


def number_of(staff: Staff, id: str) -> str:
    found: Any = staff.ask("query($id: ID!) { order(id: $id) { vendorOrders { number } } }", {"id": id})
    number: str = found["order"]["vendorOrders"][0]["number"]
    return number


def find(page: Page, number: str) -> None:
    page.goto("/vendor/orders")
    page.get_by_role("search").get_by_role("searchbox").fill(number)
    page.get_by_role("search").get_by_role("button").click()


def test_an_order_is_served(shopper: Shopper, staff: Staff, goods: Goods) -> None:
    buyer, clerk = shopper(), shopper(scripts=False)
    id = buy(buyer, goods)
    number = number_of(staff, id)
    sign_in_at_centre(clerk)
    find(clerk, number)
    expect(clerk.get_by_role("main")).to_contain_text("여기에는 주문이 없어요")
    staff.mark_paid(id)

    find(clerk, number)
    clerk.get_by_role("checkbox", name=f"{number} 고르기").check()
    clerk.get_by_role("button", name="주문 확인").click()
    expect(clerk.get_by_role("status")).to_contain_text("주문을 확인했어요")
    clerk.get_by_role("link", name=re.compile(re.escape(f"보내기: {number}"))).click()
    main = clerk.get_by_role("main")
    expect(main).to_contain_text("고은채")
    expect(main).to_contain_text("010-0000-0000")
    expect(main).not_to_contain_text("payer@ieum.example")

    clerk.get_by_text("취소할 수량 고르기").click()
    region = main.locator("section", has=clerk.get_by_role("heading", name="보낼 수 없어요"))
    region.get_by_role("spinbutton").fill("1")
    region.get_by_label("사유").fill("한 개가 깨졌어요")
    region.get_by_role("button", name="다음: 환불 금액 확인").click()
    back = amount(clerk.get_by_test_id("cancel-refund"))
    assert back > 0
    clerk.get_by_role("button", name="취소하고 환불하기").click()
    expect(clerk.get_by_role("status")).to_contain_text("취소했어요")
    assert staff.order(id)["totalGrantedRefund"]["amount"] == back

    clerk.locator("#send").get_by_label("택배사").select_option("CJ")
    clerk.locator("#send").get_by_label("운송장 번호").fill("12")
    clerk.get_by_role("button", name="보냈어요").click()
    expect(clerk.get_by_role("alert")).to_contain_text("숫자 9~14자리")
    expect(clerk.locator("#send").get_by_label("운송장 번호")).to_have_value("12")
    clerk.locator("#send").get_by_label("운송장 번호").fill("6000-0000-0001")
    clerk.get_by_role("button", name="보냈어요").click()
    expect(clerk.get_by_role("status")).to_contain_text("보냈어요")
    buyer.goto(f"/orders/{id}")
    expect(buyer.get_by_role("main")).to_contain_text("6000-0000-0001")

    clerk.get_by_text("발송 되돌리기").first.click()
    clerk.get_by_role("button", name="발송 되돌리기").click()
    expect(clerk.get_by_role("status")).to_contain_text("발송을 되돌렸어요")
    assert staff.order(id)["vendorOrders"][0]["status"] == "UNFULFILLED"


def test_several_are_sent_and_goods_come_back(shopper: Shopper, staff: Staff, goods: Goods) -> None:
    buyers, clerk = [shopper(), shopper()], shopper()
    ids = [buy(buyer, goods) for buyer in buyers]
    for id in ids:
        staff.mark_paid(id)
    numbers = [number_of(staff, id) for id in ids]
    sign_in_at_centre(clerk)
    accept(clerk)
    clerk.goto("/vendor/orders?state=NEW")
    for number in numbers:
        clerk.get_by_role("checkbox", name=f"{number} 고르기").check()
    clerk.get_by_role("button", name="고른 주문 보내기").click()
    accept(clerk)
    for number, parcel in zip(numbers, ("600000000001", "x"), strict=True):
        clerk.get_by_label(f"{number} 택배사").select_option("HANJIN")
        clerk.get_by_label(f"{number} 운송장 번호").fill(parcel)
    clerk.get_by_role("button", name="적은 주문 보내기").click()
    expect(clerk.get_by_role("status")).to_contain_text("1건을 보냈어요")
    expect(clerk.get_by_label(f"{numbers[1]} 운송장 번호")).to_have_value("x")
    accept(clerk)
    clerk.get_by_label(f"{numbers[1]} 운송장 번호").fill("600000000002")
    clerk.get_by_role("button", name="적은 주문 보내기").click()
    expect(clerk.get_by_role("status")).to_contain_text("보냈어요")

    find(clerk, numbers[0])
    clerk.get_by_role("link", name=re.compile(re.escape(numbers[0]))).click()
    accept(clerk)
    clerk.get_by_role("button", name="도착했어요").click()
    part = staff.order(ids[0])["vendorOrders"][0]
    wish = {
        "lines": [{"orderLineId": part["lines"][0]["id"], "quantity": 1}],
        "reasonKind": "FAULTY",
        "reason": "깨졌어요",
    }
    staff.ask(
        """mutation($id: ID!, $input: WithdrawalCreateInput!) {
          withdrawalCreate(id: $id, input: $input) { withdrawal { id } errors { field code message } } }""",
        {"id": part["id"], "input": wish},
    )
    clerk.goto("/vendor/returns")
    accept(clerk)
    clerk.get_by_role("row").filter(has_text=numbers[0]).get_by_role("link", name=re.compile("보기")).click()
    expect(clerk.get_by_role("main")).to_contain_text("깨졌어요")
    clerk.get_by_role("button", name="반품 받아들이기").click()
    accept(clerk)
    worth = won(clerk.get_by_test_id("return-worth").inner_text())
    clerk.get_by_role("button", name="물건을 받았어요").click()
    expect(clerk.get_by_role("status")).to_contain_text("환불이 시작돼요")
    assert staff.order(ids[0])["totalGrantedRefund"]["amount"] >= worth


def test_papers_are_for_their_own_people(shopper: Shopper, staff: Staff, goods: Goods) -> None:
    buyer, clerk = shopper(), shopper()
    id = buy(buyer, goods)
    staff.mark_paid(id)
    part = staff.order(id)["vendorOrders"][0]["id"]
    sign_in_at_centre(clerk)
    for kind in ("packing", "statement"):
        answer = clerk.request.get(f"/vendor/papers.pdf?kind={kind}&id={part}")
        assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
        assert answer.body().startswith(b"%PDF-")
        assert buyer.request.get(f"/vendor/papers.pdf?kind={kind}&id={part}").status == 404
