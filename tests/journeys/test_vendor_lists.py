"""An enterprise lists its goods from nothing; staff send the listing back once and then approve it; a shopper buys; later changes wait or pass."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from journeys.shop import accept, ask, sign_in

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
FACTS = {
    "품명": "쌀겨 설거지 비누",
    "인증·허가": "해당 없음",
    "제조국": "대한민국",
    "제조자": "두손공방",
    "책임자": "두손공방 02-000-0000",
}
PRODUCT = """
query Shown($slug: String!) {
  product(slug: $slug, channel: "citizen") { productVariants(first: 9) { edges { node { name quantityAvailable } } } }
}
"""


def picture(colour: str) -> dict[str, object]:
    """A small picture as a file to choose."""
    held = io.BytesIO()
    Image.new("RGB", (900, 900), colour).save(held, "JPEG")
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": held.getvalue()}


def at_desk(page: Page, account: str, path: str) -> None:
    page.goto(path)
    sign_in(page, account)
    page.goto(path)
    expect(page.get_by_role("main")).to_be_visible()


def begin(page: Page, kind: str, words: str, category: str, notice: str | None) -> None:
    """From the list to the empty form, by clicks alone."""
    page.goto("/vendor/products")
    page.get_by_role("link", name="상품 올리기").click()
    arrive(page, "무엇을 파나요")
    page.get_by_role("link", name=kind).click()
    page.get_by_role("searchbox", name="분류 찾기").fill(words)
    page.get_by_role("main").get_by_role("button", name="찾기").click()
    expect(page.get_by_role("link", name="모두 보기")).to_be_visible()
    arrive(page, "어느 분류에")
    page.get_by_role("link", name=category, exact=True).click()
    if notice:
        arrive(page, "어떤 물건인가요")
        page.get_by_role("link", name=notice).click()
    expect(page.get_by_role("textbox", name="상품 이름")).to_be_visible()


def look(page: Page) -> None:
    """The whole page, once it is there, is accessible and holds on the narrowest phone."""
    page.wait_for_load_state()
    accept(page)


def arrive(page: Page, heading: str) -> None:
    """Waits for the page, and looks at it as a whole. Axe is a script itself; the way without scripts is the same pages."""
    expect(page.get_by_role("heading", name=re.compile(heading))).to_be_visible()
    if getattr(page, "has_scripts", True):
        look(page)


def fill_facts(page: Page) -> None:
    for label, value in FACTS.items():
        page.locator("#notice").get_by_role("textbox", name=re.compile(label)).first.fill(value)


def review_of(page: Page, name: str) -> None:
    page.goto("/staff/proposals")
    page.get_by_role("searchbox", name="상품 이름").fill(name)
    page.get_by_role("main").get_by_role("button", name="찾기").click()
    look(page)
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def remark(page: Page, field: str, text: str) -> None:
    page.locator("summary", has_text=f"고칠 점 적기: {field}").click()
    page.get_by_role("textbox", name=f"{field}: 고칠 점").fill(text)


def test_from_nothing_to_sold_and_changed(shopper: Shopper) -> None:
    vendor, staff = shopper(), shopper()
    name = f"무독성 쌀겨 비누 {uuid.uuid4().hex[:6]}"
    at_desk(vendor, "vendor", "/vendor/products")
    look(vendor)
    begin(vendor, "물품", "비누", "비누·세제", "기타 재화")
    look(vendor)
    product = list_it(vendor, name)

    at_desk(staff, "staff", "/staff/proposals")
    review_of(staff, name)
    expect(staff.get_by_text("“무독성”: 근거 자료")).to_be_visible()
    expect(staff.get_by_role("heading", name="이 기업의 인증서")).to_be_visible()
    look(staff)
    staff.get_by_role("button", name="보완 요청").click()
    expect(staff.get_by_role("alert")).to_contain_text("고칠 점을 적거나")
    remark(staff, "상품 이름", "“무독성”은 쓸 수 없어요. 빼 주세요.")
    staff.get_by_role("button", name="보완 요청").click()
    expect(staff.get_by_role("status")).to_contain_text("보완을 요청했어요")

    name = mend_it(vendor, name)
    review_of(staff, name)
    staff.get_by_role("button", name="승인", exact=True).click()
    expect(staff.get_by_role("status")).to_contain_text("승인했어요")

    slug = buy_it(vendor, shopper(), product, name)
    change_it(vendor, staff, product, name, slug)


def list_it(page: Page, name: str) -> str:
    """Fills the form wrongly, then rightly; adds options, a picture; asks for the review. The path of the listing."""
    page.get_by_role("textbox", name="상품 이름").fill(name)
    page.get_by_role("textbox", name="시민 판매가").fill("만원")
    page.get_by_role("textbox", name="상세 설명").fill("# 이렇게 써요\n\n물을 묻혀 거품을 내요.\n\n- 그릇\n- 과일")
    page.get_by_role("button", name="미리 보기").click()
    expect(page.get_by_role("heading", name="이렇게 써요")).to_be_visible()
    page.get_by_role("button", name="작성 중으로 저장").last.click()
    expect(page.get_by_role("alert")).to_contain_text("숫자만")
    expect(page.get_by_role("textbox", name="상품 이름")).to_have_value(name)
    look(page)
    page.get_by_role("textbox", name="시민 판매가").fill("11,000")
    expect(page.get_by_text("공급가액 10,000원 + 부가세 1,000원").first).to_be_visible()
    page.get_by_role("textbox", name="재고").fill("50")
    page.locator("summary", has_text="옵션").click()
    page.get_by_role("textbox", name="옵션 이름").first.fill("크기")
    page.get_by_role("textbox", name="값", exact=True).first.fill("100g, 200g")
    page.get_by_role("textbox", name="옵션 이름").last.fill("향")
    page.get_by_role("textbox", name="값", exact=True).last.fill("무향")
    page.get_by_role("button", name="저장하고 사진 올리기").click()
    expect(page.get_by_role("status")).to_contain_text("작성 중인 상품으로 저장했어요")
    # The table of options comes first, for there are some.
    expect(page.get_by_role("textbox", name="100g / 무향 이름")).to_be_visible()
    page.get_by_role("textbox", name="200g / 무향 시민가").fill("19,800")
    page.get_by_role("button", name="모두 저장").last.click()
    expect(page.get_by_role("status")).to_contain_text("옵션을 저장했어요")
    expect(page.get_by_role("textbox", name="200g / 무향 시민가")).to_have_value("19,800")
    look(page)
    page.get_by_role("link", name="다음: 사진").click()
    page.get_by_label("사진 고르기").set_input_files(picture("beige"))  # type: ignore[arg-type]
    page.get_by_role("textbox", name="사진 설명").first.fill("나무 받침에 놓인 비누")
    page.get_by_role("button", name="올리기").click()
    expect(page.get_by_role("img", name="나무 받침에 놓인 비누")).to_be_visible()
    look(page)
    page.get_by_role("link", name="다음: 심사 요청").click()
    look(page)
    page.get_by_role("button", name="심사 요청").click()
    expect(page.get_by_role("alert")).to_contain_text("빠진 것을 먼저")
    page.get_by_role("link", name=re.compile("고시: ")).first.click()
    fill_facts(page)
    page.get_by_role("textbox", name="한 줄 소개").fill("쌀겨로 굳힌 설거지 비누")
    page.get_by_role("button", name="작성 중으로 저장").last.click()
    expect(page.get_by_text("다 갖췄어요")).to_be_visible()
    page.get_by_role("button", name="심사 요청").click()
    expect(page.get_by_role("status")).to_contain_text("1~2일")
    look(page)
    return page.url.split("?")[0]


def mend_it(page: Page, name: str) -> str:
    """Follows the remark to its field, mends the name and sends it again. The new name."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/vendor/proposals")
    look(page)
    page.get_by_role("link", name=f"고치기: {name}").click()
    expect(page.get_by_text("“무독성”은 쓸 수 없어요. 빼 주세요.").first).to_be_visible()
    look(page)
    page.get_by_role("link", name="고치기: 상품 이름").click()
    mended = name.removeprefix("무독성 ")
    page.get_by_role("textbox", name="상품 이름").fill(mended)
    page.get_by_role("button", name="작성 중으로 저장").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(mended)
    look(page)
    page.get_by_role("button", name="고쳐서 다시 심사 요청").click()
    expect(page.get_by_role("status")).to_contain_text("다시 보냈어요")
    page.set_viewport_size({"width": 1280, "height": 900})
    return mended


def buy_it(vendor: Page, shopper: Page, product: str, name: str) -> str:
    """A shopper finds both options and puts one into the cart. The slug."""
    vendor.goto(product)
    vendor.get_by_role("link", name="가게에서 보기").click()
    slug = unquote(vendor.url.rsplit("/", 1)[-1])
    shopper.goto(f"/p/{slug}")
    expect(shopper.get_by_role("heading", level=1)).to_contain_text(name)
    expect(shopper.get_by_role("radio", name=re.compile("200g.*무향"))).to_be_enabled()
    shopper.get_by_role("button", name="장바구니").first.click()
    shopper.goto("/cart")
    expect(shopper.get_by_role("main")).to_contain_text(name)
    return slug


def price_shown(page: Page, slug: str) -> str:
    page.goto(f"/p/{slug}")
    return page.get_by_role("group").filter(has=page.get_by_role("radio")).first.inner_text()


def change_it(vendor: Page, staff: Page, product: str, name: str, slug: str) -> None:
    """A higher price waits while pieces change at once; the reviewer sees both prices, and lets it pass."""
    vendor.goto(f"{product}/variants")
    vendor.get_by_role("textbox", name="100g / 무향 시민가").fill("17,310")
    vendor.get_by_role("textbox", name="100g / 무향 재고").fill("77")
    vendor.get_by_role("button", name="모두 저장").last.click()
    expect(vendor.get_by_role("status")).to_contain_text("심사를 거쳐요")
    expect(vendor.get_by_role("textbox", name="100g / 무향 재고")).to_have_value("77")
    expect(vendor.get_by_role("textbox", name="100g / 무향 시민가")).to_have_value("11,000")
    expect(vendor.get_by_text("심사 중: 17,310원")).to_be_visible()
    look(vendor)
    variants = [edge["node"] for edge in ask(PRODUCT, {"slug": slug})["product"]["productVariants"]["edges"]]
    assert next(one for one in variants if one["name"] == "100g / 무향")["quantityAvailable"] > 50
    assert "17,310" not in price_shown(vendor, slug)
    vendor.goto(product)
    expect(vendor.get_by_role("heading", name=re.compile("심사 중인 변경"))).to_be_visible()
    look(vendor)
    review_of(staff, name)
    expect(staff.get_by_text("가격이 절반 넘게 바뀌어요")).to_be_visible()
    look(staff)
    staff.get_by_role("button", name="승인", exact=True).click()
    expect(staff.get_by_role("status")).to_contain_text("승인했어요")
    assert "17,310" in price_shown(vendor, slug)
    vendor.goto("/vendor/proposals?state=done")
    expect(vendor.get_by_role("link", name=name, exact=True).first).to_be_visible()
    look(vendor)


def test_on_a_phone_without_scripts(shopper: Shopper) -> None:
    page = shopper(scripts=False)
    page.has_scripts = False  # type: ignore[attr-defined]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    name = f"이름 새긴 현수막 {uuid.uuid4().hex[:6]}"
    at_desk(page, "vendor", "/vendor/products")
    begin(page, "주문 제작", "현수막", "현수막·배너", "기타 재화")
    page.get_by_role("textbox", name="상품 이름").fill(name)
    page.get_by_role("button", name=re.compile("제조국.*상세페이지 참조로 채우기")).click()
    expect(page.get_by_role("textbox", name="상품 이름")).to_have_value(name)
    expect(page.locator("#notice").get_by_role("textbox", name=re.compile("제조국"))).to_have_value("상세페이지 참조")
    fill_facts(page)
    page.get_by_role("button", name="저장하고 사진 올리기").click()
    page.get_by_label("사진 고르기").set_input_files([picture("teal"), picture("olive")])  # type: ignore[list-item]
    page.get_by_role("button", name="올리기").click()
    page.get_by_role("button", name="뒤로: 사진 1").click()
    page.get_by_role("link", name="다음: 심사 요청").click()
    page.get_by_role("button", name="심사 요청").click()
    expect(page.get_by_role("status")).to_contain_text("심사를 요청했어요")
    page.get_by_role("link", name="변경 거두기").click()
    page.get_by_role("button", name="거두기", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("거뒀어요")
    page.get_by_role("link", name="지우기", exact=True).click()
    page.get_by_role("button", name="지우기", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("지웠어요")
