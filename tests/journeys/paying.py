"""The way to the payment step and what is done there; and what only staff can do to an order."""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page, Route, expect

from journeys.shop import Goods, fill_address, password

EMAIL = "payer@ieum.example"
PAY = re.compile("결제하기")
ANY_WAREHOUSE = "V2FyZWhvdXNlOjE="  # pieces leave the stock that had promised them, whichever is named


def put_into_cart(page: Page, goods: Sequence[Goods]) -> None:
    for one in goods:
        page.goto(f"/p/{one.slug}")
        page.get_by_role("main").get_by_role("button", name="장바구니에 담기").first.click()
        expect(page).to_have_url(re.compile(r"/cart\?ok=add"))


def go_to_payment(page: Page, goods: Sequence[Goods], *, is_member: bool = False) -> None:
    """As a guest, or as somebody who is signed in already."""
    put_into_cart(page, goods)
    page.goto("/checkout")
    if not is_member:
        page.get_by_role("textbox", name="이메일").fill(EMAIL)
    elif page.get_by_role("radio", name="새 주소 적기").count():
        page.get_by_role("radio", name="새 주소 적기").check()
    fill_address(page.get_by_role("region", name="받는 곳"), recipient="고은채", phone="010-0000-0000")
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page).to_have_url(re.compile("/checkout/delivery"))
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page).to_have_url(re.compile("/checkout/payment$"))


def consent(page: Page) -> None:
    for name in ("구매에 동의", "판매 기업에 전하는 데 동의"):
        page.get_by_role("checkbox", name=re.compile(name)).check()


def choose_card(page: Page) -> None:
    page.get_by_role("radio", name="카드 · 간편결제").check()


def fill_card(page: Page, number: str) -> None:
    choose_card(page)
    field = page.get_by_label("카드 번호")
    field.fill("")
    field.press_sequentially(number)
    page.get_by_label("유효기간").fill("")
    page.get_by_label("유효기간").press_sequentially("1234")
    page.get_by_label("보안 코드").fill("123")


def choose_wallet(page: Page, name: str = "카카오페이") -> None:
    choose_card(page)
    page.get_by_role("radio", name=name, exact=True).check()


def press_pay(page: Page) -> None:
    page.get_by_role("button", name=PAY).click()


def leave_for_wallet(page: Page) -> str:
    """Press the button and go to the wallet's page. Returns the address that the wallet leads back to."""
    told: list[dict[str, Any]] = []

    def listen(route: Route) -> None:
        answer = route.fetch()
        told.append(answer.json())
        route.fulfill(response=answer)

    page.route("**/checkout/payment/begin", listen)
    press_pay(page)
    page.wait_for_url("**/emulator/pay/**")
    page.unroute("**/checkout/payment/begin")
    back: str = told[0]["back"]
    return back


def placed(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/orders/[^/]+\?placed=1"), timeout=20_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("주문을 마쳤어요")


def order_id(page: Page) -> str:
    found = re.search(r"/orders/([^/?]+)", page.url)
    assert found is not None, page.url
    return found[1].replace("%3D", "=")


class Staff:
    """Somebody of the operator, at the API."""

    def __init__(self) -> None:
        self.token = ""
        answer = self.ask(
            "mutation($email: String!, $password: String!) { tokenCreate(email: $email, password: $password) { token } }",
            {"email": "staff@ieum.example", "password": password()},
        )
        self.token = answer["tokenCreate"]["token"]

    def ask(self, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {self.token}"} if self.token else {}
        )
        request = urllib.request.Request(
            os.environ["IEUM_PUBLIC_API_URL"].rstrip("/") + "/graphql/",
            data=json.dumps({"query": document, "variables": variables}).encode(),
            headers=headers,
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=30) as response:
            answer: dict[str, Any] = json.load(response)
        assert "errors" not in answer, answer["errors"]
        for done in answer["data"].values():
            assert not (done or {}).get("errors"), done
        found: dict[str, Any] = answer["data"]
        return found

    def order(self, id: str) -> dict[str, Any]:
        fields = """status totalCharged { amount } totalGrantedRefund { amount } isPaid
          transactions { id gateway chargedAmount { amount } refundedAmount { amount } }
          vendorOrders { id status lines { id quantity } withdrawals { id status } }"""
        found: dict[str, Any] = self.ask(f"query($id: ID!) {{ order(id: $id) {{ {fields} }} }}", {"id": id})["order"]
        return found

    def dispatch(self, id: str) -> None:
        """Everything of an order, with a parcel that has arrived."""
        order = self.order(id)
        for part in order["vendorOrders"]:
            lines = [
                {"orderLineId": line["id"], "stocks": [{"quantity": line["quantity"], "warehouse": ANY_WAREHOUSE}]}
                for line in part["lines"]
            ]  # fmt: skip
            wish = {"lines": lines, "trackingNumber": "6000-0000-0001", "courier": "CJ"}
            sent = self.ask(
                """mutation($order: ID!, $input: OrderFulfillInput!) {
                  orderFulfill(order: $order, input: $input) { fulfillments { id } errors { field code message } } }""",
                {"order": id, "input": wish},
            )["orderFulfill"]["fulfillments"]
            for one in sent:
                self.ask(
                    "mutation($id: ID!) { fulfillmentMarkDelivered(id: $id) { errors { field code message } } }",
                    {"id": one["id"]},
                )

    def mark_paid(self, id: str) -> None:
        self.ask("mutation($id: ID!) { orderMarkAsPaid(id: $id) { errors { field code message } } }", {"id": id})

    def take_back(self, withdrawal: str) -> None:
        for name in ("withdrawalAccept", "withdrawalReceive"):
            self.ask(
                f"mutation($id: ID!) {{ {name}(id: $id) {{ errors {{ field code message }} }} }}", {"id": withdrawal}
            )
