"""A guest pays less with a code and with a gift card, with and without scripts; the codes are those of the samples."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.shop import accept, amount, fill_address, goods_of_different_vendors, won

pytestmark = pytest.mark.journey

CARD = "ieum gift test 3ccc"  # as people type it; 300,000 won, so that the next runs find something on it


def use(page: Page, code: str) -> None:
    box = page.get_by_test_id("promo")
    box.get_by_role("textbox", name="코드").fill(code)
    box.get_by_role("button", name="쓰기").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_guest_uses_a_code_and_a_gift_card(shopper: Callable[..., Page], scripts: bool) -> None:
    page = shopper(scripts=scripts)
    for one in goods_of_different_vendors("citizen", 2):
        page.goto(f"/p/{one.slug}")
        page.get_by_role("main").get_by_role("button", name="장바구니에 담기").first.click()
        expect(page).to_have_url(re.compile(r"/cart\?ok=add"))
    full = amount(page.get_by_test_id("total"))

    use(page, "NOTHING")
    box = page.get_by_test_id("promo")
    expect(box.get_by_role("alert")).to_contain_text("쓸 수 없는 코드예요")
    expect(box.get_by_role("textbox", name="코드")).to_have_attribute("aria-invalid", "true")
    use(page, CARD)
    expect(box.get_by_role("alert")).to_contain_text("이메일을 적은 뒤")
    use(page, "duson10 ")
    refused_or_used = box.get_by_role("alert").or_(box.get_by_role("button", name="DUSON10 빼기"))
    expect(refused_or_used).to_be_visible()
    use(page, "hello3000")
    expect(box).to_contain_text("HELLO3000")
    assert amount(page.get_by_test_id("total")) == full - 3_000
    assert amount(page.get_by_test_id("discount")) == 3_000
    expect(page.get_by_text("담은 뒤")).to_have_count(0)  # a code is no change of price
    if scripts:
        accept(page)
    box.get_by_role("button", name="HELLO3000 빼기").click()
    expect(page.get_by_text("코드를 뺐어요")).to_be_visible()
    assert amount(page.get_by_test_id("total")) == full

    page.get_by_role("link", name=re.compile("주문하러 가기")).click()
    page.get_by_role("textbox", name="이메일").fill("guest@ieum.example")
    fill_address(page, recipient="고은채", phone="01000000000")
    page.get_by_role("button", name=re.compile("다음")).click()
    page.get_by_role("button", name=re.compile("다음")).click()
    expect(page).to_have_url(re.compile("/checkout/payment"))
    use(page, CARD)
    expect(box).to_contain_text("기프트카드 …3CCC")
    if scripts:
        accept(page)
    to_pay = amount(page.get_by_test_id("total"))
    assert 0 <= to_pay < full
    if to_pay:
        page.get_by_role("radio", name="무통장 입금").check()
    for tick in page.get_by_role("checkbox").all():
        tick.check()
    button = page.get_by_role("button", name=re.compile("주문하기" if to_pay else "주문 마치기"))
    if to_pay:
        assert won(button.inner_text()) == to_pay
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("주문을 마쳤어요")
    if to_pay:
        assert amount(page.get_by_test_id("bank-amount")) == to_pay
    else:
        expect(page.get_by_role("heading", name="기프트카드로 모두 냈어요")).to_be_visible()
    expect(page.get_by_text("기프트카드").first).to_be_visible()
