"""An enterprise lists goods with a workbook: takes the form, fills it in, is told what to mend by row and column, applies, and takes it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from playwright.sync_api import FilePayload, Locator, Page, expect

from journeys.shop import accept, sign_in

pytestmark = pytest.mark.journey
Shopper = Callable[..., Page]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "상품"
PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000


def centre(shopper: Shopper, path: str, *, scripts: bool = True) -> Page:
    page = shopper(scripts=scripts)
    page.goto(f"/sign-in?next={path}")
    sign_in(page, "vendor")
    expect(page).to_have_url(re.compile(f"{path}$"))
    return page


def downloaded(page: Page, name: str) -> openpyxl.Workbook:
    with page.expect_download() as coming:
        page.get_by_role("link", name=name).click()
    return openpyxl.load_workbook(BytesIO(coming.value.path().read_bytes()))


def heads(book: openpyxl.Workbook) -> dict[str, int]:
    return {str(cell.value).rstrip("*"): cell.column for cell in book[SHEET][1] if cell.value}


def choices(book: openpyxl.Workbook, head: str) -> list[str]:
    """What the form lets one choose in a column: the range its cells are checked against."""
    column = get_column_letter(heads(book)[head])
    (rule,) = [one for one in book[SHEET].data_validations.dataValidation if f"{column}2" in one.sqref]
    sheet, _, cells = rule.formula1.lstrip("=").partition("!")
    return [str(cell.value) for (cell,) in book[sheet.strip("'")][cells.replace("$", "")] if cell.value]


def filled(book: openpyxl.Workbook, *rows: dict[str, Any]) -> FilePayload:
    columns, sheet = heads(book), book[SHEET]
    for number, row in enumerate(rows, 2):
        for head, value in row.items():
            sheet.cell(number, columns[head]).value = value
    content = BytesIO()
    book.save(content)
    return {"name": "goods.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


def upload(page: Page, file: FilePayload) -> None:
    page.get_by_label("엑셀 파일").set_input_files(files=[file])
    page.get_by_role("button", name="올려서 확인하기").click()


def rests(page: Page, state: str) -> None:
    """The page renews itself until the step is through."""
    expect(page.get_by_role("main").locator(".main-h .tag")).to_have_text(state, timeout=PATIENCE)


def row(page: Page, number: int) -> Locator:
    return (
        page.get_by_role("table", name="줄별로 보기")
        .get_by_role("row")
        .filter(has=page.get_by_role("cell", name=str(number), exact=True))
    )


@pytest.fixture
def mark() -> str:
    return f"견본 {uuid4().hex[:8]}"


def goods(book: openpyxl.Workbook, name: str, **more: Any) -> dict[str, Any]:
    return {
        "상품명": name,
        "분류": choices(book, "분류")[0],
        "상품 종류": choices(book, "상품 종류")[0],
        "과세 구분": "과세",
        "시민 값": 12_000,
        "재고": 30,
        **more,
    }


def test_many_goods_from_the_form_to_the_shelf_and_back(shopper: Shopper, mark: str) -> None:
    page = centre(shopper, "/vendor/bulk")
    accept(page)
    book = downloaded(page, "빈 양식 받기")
    upload(
        page,
        filled(book, goods(book, f"{mark} 하나"), goods(book, f"{mark} 둘", 재고="많음"), goods(book, f"{mark} 셋")),
    )

    rests(page, "확인했어요")
    expect(page.get_by_role("heading", level=1)).to_have_text("goods.xlsx")
    accept(page)
    # What is to be mended is shown first: by the row's number and the column's head.
    expect(row(page, 3)).to_contain_text(f"{mark} 둘")
    expect(row(page, 3)).to_contain_text("재고 숫자로 적어 주세요")
    expect(page.get_by_role("region", name="확인이 끝났어요")).to_contain_text("새 상품 2개를 ‘작성 중’으로 만들어요")
    expect(page.get_by_role("region", name="확인이 끝났어요")).to_contain_text("고칠 것이 있는 1줄은 빼고")
    page.get_by_role("navigation", name="상태별로 보기").get_by_role("link", name="올릴 것").click()
    expect(page.get_by_role("table", name="줄별로 보기")).to_contain_text(f"{mark} 셋")
    assert mark not in listed(page.context.new_page(), mark)

    page.get_by_role("button", name="올리기", exact=True).click()
    rests(page, "올렸어요")
    expect(page.get_by_role("region", name="올렸어요")).to_contain_text("2줄이 상품에 반영됐어요")
    accept(page)
    found = listed(page.context.new_page(), mark)
    assert set(re.findall(f"{mark} (하나|둘|셋)", found)) == {"하나", "셋"}

    page.get_by_text("되돌리기…").click()
    expect(page.get_by_text("되돌리지 않는 것")).to_be_visible()
    accept(page)
    page.get_by_role("button", name="되돌리기", exact=True).click()
    rests(page, "되돌렸어요")
    expect(page.get_by_role("region", name="되돌렸어요")).to_contain_text("2줄을 올리기 전으로")
    assert mark not in listed(page.context.new_page(), mark)

    page.goto("/vendor/bulk")
    expect(page.get_by_role("table", name="올린 파일").get_by_role("row").nth(1)).to_contain_text("되돌렸어요")


def listed(page: Page, words: str) -> str:
    """The enterprise's goods with these words, as its own list shows them."""
    page.goto(f"/vendor/products?q={words}")
    found = page.get_by_role("table").first
    text = found.inner_text() if found.count() else ""
    page.close()
    return text


def test_on_a_phone_without_script(shopper: Shopper, mark: str) -> None:
    """The page renews itself by the browser alone; what was downloaded and not edited changes nothing."""
    page = centre(shopper, "/vendor/bulk", scripts=False)
    page.set_viewport_size(PHONE)
    with page.expect_download() as coming:
        page.get_by_role("link", name="지금 상품 전부 받기").click()
    assert re.fullmatch(r"ieum-listings-\d{8}\.xlsx", coming.value.suggested_filename)
    upload(page, {"name": f"{mark}.xlsx", "mimeType": XLSX, "buffer": coming.value.path().read_bytes()})
    rests(page, "확인했어요")
    expect(page.get_by_role("region", name="올릴 것이 없어요")).to_contain_text("모든 줄이 지금 상품과 같아요")
    expect(page.get_by_role("button", name="올리기", exact=True)).to_have_count(0)


def test_a_file_that_is_no_workbook_is_told_beside_the_field(shopper: Shopper) -> None:
    page = centre(shopper, "/vendor/bulk")
    page.get_by_label("새 상품을 바로 심사로 보내기").check()
    upload(page, {"name": "goods.xlsx", "mimeType": XLSX, "buffer": b"no workbook"})
    expect(page.get_by_label("엑셀 파일")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#file-error")).not_to_be_empty()
    expect(page.get_by_label("새 상품을 바로 심사로 보내기")).to_be_checked()
    accept(page)


def test_the_first_page_says_what_waits(shopper: Shopper) -> None:
    page = centre(shopper, "/vendor")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("^오늘 보낼 주문이 (없어요|[\\d,]+건 있어요)$")
    )
    accept(page)
    tile = page.get_by_role("main").get_by_role("link", name=re.compile("^보낼 주문"))
    waiting = int(tile.locator("b").inner_text().replace(",", ""))
    count = page.get_by_role("complementary").get_by_role("link", name="주문·배송").locator(".n [aria-hidden]")
    if waiting:
        expect(count).to_have_text(str(waiting))
    else:
        expect(count).to_have_count(0)
    tile.click()
    expect(page).to_have_url(re.compile("/vendor/orders$"))
