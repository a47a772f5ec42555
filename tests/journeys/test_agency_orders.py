"""The public channel: members of an agency order on deferred payment; everybody else is told why not, and where to go instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page, expect

from journeys.shop import Goods, accept, amount, goods_of_different_vendors, sign_in, storefront, won

pytestmark = pytest.mark.journey

REFUSED = "함께누리는 공공기관 회원만 주문할 수 있습니다"
Shopper = Callable[..., Page]


def put_on_list(page: Page, goods: Sequence[Goods]) -> None:
    for one in goods:
        page.goto(f"/public/p/{one.slug}")
        page.get_by_role("main").get_by_role("button", name="목록에 담기").first.click()
        expect(page).to_have_url(re.compile(r"/public/cart\?ok=add"))


def test_a_member_of_an_agency_orders(shopper: Shopper) -> None:
    page = shopper()
    page.goto("/public/sign-in?next=/public/cart")
    accept(page)
    sign_in(page, "agency")
    expect(page).to_have_url(f"{storefront()}/public/cart")
    goods = goods_of_different_vendors("public", 2)
    put_on_list(page, goods)
    accept(page)
    total = amount(page.get_by_test_id("total"))
    shown = page.get_by_role("complementary", name="주문 금액")
    rows = {
        row.locator("dt").inner_text(): won(row.locator("dd").inner_text()) for row in shown.locator("dl > div").all()
    }
    assert rows["공급가액"] + rows["세액"] == total

    page.get_by_role("link", name=re.compile("주문하기")).click()
    agency = page.get_by_role("region", name="구매 기관")
    expect(agency).to_contain_text("새솔시청")
    expect(agency.get_by_role("definition").nth(1)).to_have_text(re.compile(r"\S+[과팀실]$"))
    accept(page)
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page).to_have_url(re.compile("/public/checkout/delivery"))
    accept(page)
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page.get_by_role("radio", name="후불")).to_be_checked()
    accept(page)
    for box in page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
        box.check()
    button = page.get_by_role("button", name=re.compile("주문하기"))
    assert won(button.inner_text()) == total
    button.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("주문을 마쳤습니다")
    accept(page)
    number = page.get_by_test_id("order-number").inner_text()
    order = page.get_by_role("main")
    expect(order).to_contain_text("새솔시청")
    expect(order).to_contain_text("후불")
    expect(page.get_by_test_id("vendor-order")).to_have_count(2)
    expect(page.get_by_test_id("bank-amount")).to_have_count(0)
    page.goto("/public/account/orders")
    accept(page)
    expect(page.get_by_role("link", name=f"주문 {number} 자세히 보기")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_citizen_is_refused_with_an_explanation_and_a_way(shopper: Shopper, scripts: bool) -> None:
    page = shopper(scripts=scripts)
    one = goods_of_different_vendors("public", 1)[0]
    put_on_list(page, [one])
    page.get_by_role("link", name=re.compile("주문하기")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(REFUSED)
    page.get_by_role("link", name="기관 계정으로 로그인").click()
    sign_in(page, "citizen")

    expect(page).to_have_url(f"{storefront()}/public/checkout")
    expect(page.get_by_role("heading", level=1)).to_have_text(REFUSED)
    main = page.get_by_role("main")
    expect(main).to_contain_text("공공기관 회원이 아닙니다")
    if scripts:
        accept(page)
    for step in ("delivery", "payment"):
        page.goto(f"/public/checkout/{step}")
        expect(page).to_have_url(f"{storefront()}/public/checkout")
    page.goto("/public/cart")
    expect(page.get_by_role("region", name=one.vendor)).to_contain_text(one.name)
    page.goto("/public/checkout")
    main.get_by_role("link", name=re.compile("가치소비에서")).click()
    expect(page).to_have_url(f"{storefront()}/c")
