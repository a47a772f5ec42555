"""A citizen buys: as a guest from three enterprises at once, with and without scripts, and as a member."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page, expect

from journeys.shop import Goods, accept, amount, ask, fill_address, goods_of_different_vendors, sign_in, storefront, won

pytestmark = pytest.mark.journey

ORDER = """
query Order($id: ID!) {
  order(id: $id) { number total { gross { amount } } vendorOrders { number vendor { name } total { gross { amount } } } }
}
"""
Shopper = Callable[..., Page]


def put_into_cart(page: Page, goods: Sequence[Goods]) -> None:
    for one in goods:
        page.goto(f"/p/{one.slug}")
        page.get_by_role("main").get_by_role("button", name="장바구니에 담기").first.click()
        expect(page).to_have_url(re.compile(r"/cart\?ok=add"))


def look(page: Page, *, scripts: bool) -> None:
    """Every page of the way is accessible; axe itself is a script."""
    if scripts:
        accept(page)


def order_id(page: Page) -> str:
    found = re.search(r"/orders/([^/?]+)", page.url)
    assert found is not None, page.url
    return found[1].replace("%3D", "=")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_guest_buys_from_three_vendors(shopper: Shopper, scripts: bool) -> None:
    page = shopper(scripts=scripts)
    goods = goods_of_different_vendors("citizen", 3)
    put_into_cart(page, goods)
    for one in goods:
        expect(page.get_by_role("region", name=one.vendor)).to_contain_text(one.name)
    look(page, scripts=scripts)
    total = amount(page.get_by_test_id("total"))

    page.get_by_role("link", name=re.compile("주문하러 가기")).click()
    look(page, scripts=scripts)
    page.get_by_role("textbox", name="이메일").fill("guest@ieum.example")
    fill_address(page, recipient="고은채", phone="01000000000")
    page.get_by_role("textbox", name="배송 요청").fill("문 앞에 놓아 주세요")
    page.get_by_role("button", name=re.compile("다음")).click()

    expect(page).to_have_url(re.compile("/checkout/delivery"))
    look(page, scripts=scripts)
    sellers = page.get_by_role("region", name="판매자 정보")
    for one in goods:
        expect(sellers).to_contain_text(one.vendor)
    expect(sellers).to_contain_text("거래 당사자가 아닙니다")
    expect(sellers.get_by_text("사업자등록번호")).to_have_count(3)
    page.get_by_role("button", name=re.compile("다음")).click()

    expect(page).to_have_url(re.compile("/checkout/payment"))
    look(page, scripts=scripts)
    for box in page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
        box.check()
    page.get_by_role("radio", name="무통장 입금").check()
    button = page.get_by_role("button", name=re.compile("주문하기"))
    assert won(button.inner_text()) == total
    button.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("주문을 마쳤어요")
    look(page, scripts=scripts)
    expect(page.get_by_test_id("vendor-order")).to_have_count(3)
    assert amount(page.get_by_test_id("bank-amount")) == total
    placed = ask(ORDER, {"id": order_id(page)})["order"]
    assert placed["number"] == page.get_by_test_id("order-number").inner_text()
    assert placed["total"]["gross"]["amount"] == total
    assert sorted(part["vendor"]["name"] for part in placed["vendorOrders"]) == sorted(one.vendor for one in goods)
    assert sum(part["total"]["gross"]["amount"] for part in placed["vendorOrders"]) == total
    for part in placed["vendorOrders"]:
        expect(page.get_by_role("region", name=part["vendor"]["name"])).to_contain_text(part["number"])

    page.goto("/cart")
    expect(page.get_by_text("장바구니가 비어 있어요")).to_be_visible()
    look(page, scripts=scripts)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_is_missing_is_said_first_and_leads_to_its_field(shopper: Shopper, scripts: bool) -> None:
    page = shopper(scripts=scripts)
    put_into_cart(page, goods_of_different_vendors("citizen", 1))
    page.goto("/checkout")
    page.get_by_role("textbox", name="이메일").fill("guest@ieum.example")
    fill_address(page, recipient="고은채", phone="010-00")
    page.get_by_role("textbox", name="우편번호").fill("08")
    page.get_by_role("button", name=re.compile("다음")).click()

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("2곳을 고쳐 주세요")
    expect(page.get_by_role("textbox", name="받는 분")).to_have_value("고은채")
    phone = page.get_by_role("textbox", name="전화")
    expect(phone).to_have_attribute("aria-invalid", "true")
    expect(phone).to_have_accessible_description(re.compile("번호가 맞지 않아요"))
    summary.get_by_role("link", name=re.compile("번호가 맞지")).click()
    expect(page).to_have_url(re.compile("#phone$"))
    look(page, scripts=scripts)

    phone.fill("010-0000-0000")
    page.get_by_role("textbox", name="우편번호").fill("08274")
    page.get_by_role("button", name=re.compile("다음")).click()
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page).to_have_url(re.compile("/checkout/payment"))
    page.get_by_role("radio", name="무통장 입금").check()
    page.get_by_role("button", name=re.compile("주문하기")).click()
    expect(page.get_by_role("alert")).to_contain_text("동의해 주세요")
    look(page, scripts=scripts)


def test_the_cart_changes_quantities_without_a_button_and_without_a_script(shopper: Shopper) -> None:
    one = goods_of_different_vendors("citizen", 1)[0]
    quick = shopper()
    put_into_cart(quick, [one])
    field = quick.get_by_role("spinbutton", name=f"{one.name} 수량")
    start = int(field.input_value())
    quick.get_by_role("main").get_by_role("button", name="한 개 늘리기").click()
    expect(quick).to_have_url(re.compile(r"ok=update"))
    expect(field).to_have_value(str(start + 1))

    plain = shopper(scripts=False)
    put_into_cart(plain, [one])
    field = plain.get_by_role("spinbutton", name=f"{one.name} 수량")
    field.fill(str(start + 2))
    plain.get_by_role("button", name=f"{one.name} 수량 바꾸기").click()
    expect(field).to_have_value(str(start + 2))
    plain.get_by_role("button", name=f"{one.name} 빼기").click()
    expect(plain.get_by_text("장바구니가 비어 있어요")).to_be_visible()


def test_a_member_orders_and_finds_it_again(shopper: Shopper) -> None:
    page = shopper()
    one = goods_of_different_vendors("citizen", 1)[0]
    put_into_cart(page, [one])
    page.goto("/checkout")
    page.get_by_role("link", name="로그인하고 주문하기").click()
    accept(page)
    sign_in(page, "citizen")

    expect(page).to_have_url(f"{storefront()}/checkout")
    expect(page.get_by_role("main")).to_contain_text("citizen@ieum.example 계정으로 주문해요")
    accept(page)
    page.get_by_role("radio", name="새 주소 적기").check()
    fill_address(page.get_by_role("region", name="받는 곳"), recipient="김이음", phone="010-0000-0001")
    page.get_by_role("button", name=re.compile("다음")).click()
    page.get_by_role("button", name=re.compile("다음")).click()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("radio", name="무통장 입금").check()
    page.get_by_role("button", name=re.compile("주문하기")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("주문을 마쳤어요")
    number = page.get_by_test_id("order-number").inner_text()

    page.get_by_role("link", name="내 이음").click()
    accept(page)
    page.get_by_role("navigation", name="내 이음 메뉴").get_by_role("link", name="주문 내역").click()
    accept(page)
    page.get_by_role("link", name=f"주문 {number} 자세히 보기").click()
    accept(page)
    mine = page.get_by_role("main")
    expect(mine).to_contain_text(one.name)
    expect(mine).to_contain_text("가상로23길 10 5층")
    mine.get_by_role("button", name="다시 담기").click()
    expect(page.get_by_role("status")).to_contain_text("다시 담았어요")
    expect(page.get_by_role("region", name=one.vendor)).to_contain_text(one.name)


def test_a_members_pages_are_theirs_alone(shopper: Shopper) -> None:
    page = shopper()
    for path in ("account", "account/orders", "account/addresses", "account/profile", "account/password"):
        page.goto(f"/{path}")
        expect(page).to_have_url(f"{storefront()}/sign-in?next=%2F{path.replace('/', '%2F')}")
    sign_in(page, "citizen")
    expect(page).to_have_url(f"{storefront()}/account/password")
    accept(page)
    for path in ("account/addresses", "account/addresses/new", "account/profile"):
        page.goto(f"/{path}")
        accept(page)
    page.goto("/sign-out")
    expect(page).to_have_url(f"{storefront()}/account")
    page.get_by_role("button", name="로그아웃").click()
    expect(page.get_by_role("status")).to_contain_text("로그아웃했어요")
    page.goto("/account")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_a_wrong_password_is_told_in_the_readers_language(shopper: Shopper) -> None:
    page = shopper(scripts=False)
    page.goto("/sign-in?next=//elsewhere.example/&lang=en")
    page.get_by_role("textbox", name="E-mail").fill("citizen@ieum.example")
    page.get_by_label("Password").fill("not-the-password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("valid credentials")
    page.goto("/sign-in?lang=ko")
    page.get_by_role("textbox", name="이메일").fill("nobody-here@ieum.example")
    page.get_by_label("비밀번호").fill("not-the-password")
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    expect(page.get_by_role("alert")).to_contain_text("이메일이나 비밀번호가 맞지 않아요")
