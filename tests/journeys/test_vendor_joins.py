"""A newcomer registers, applies with papers, is sent back once, mends it, is approved, and enters the vendor centre."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from journeys.mailbox import mail_to
from journeys.shop import accept, sign_in, storefront

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]
SECRET = "seam-by-seam-7"
PHONE = {"width": 390, "height": 844}
WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
CLOSED = "999-00-00035"  # what the offline answers say of it


def new_number() -> str:
    """A business number that nobody has: the middle 99 belongs to no office."""
    nine = f"{uuid.uuid4().int % 10**3:03d}99{uuid.uuid4().int % 10**4:04d}"
    digits = [int(character) for character in nine]
    total = sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) + digits[8] * 5 // 10
    number = f"{nine}{(10 - total % 10) % 10}"
    return f"{number[:3]}-{number[3:5]}-{number[5:]}"


def photograph() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(content, "JPEG")
    return content.getvalue()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def fill(page: Page, **values: str) -> None:
    """Fields by their name in the form."""
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def upload(page: Page, paper: str, content: bytes, *, name: str = "사진.jpg") -> None:
    box = page.get_by_role("main").get_by_role("region", name=paper)
    box.get_by_label(f"{paper} 파일").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": content})
    box.get_by_role("button", name="올리기").click()


def register_on_the_way(page: Page, email: str) -> None:
    """From the page about joining to an account, and back to it."""
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name="입점 안내").click()
    page.get_by_role("main").get_by_role("link", name="회원 가입하고 신청하기").click()
    page.get_by_role("textbox", name="이름").fill("고은채")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="가입하기").click()
    expect(page).to_have_url(re.compile("/check-mail$"))
    page.goto(mail_to(email, "account_confirm").link)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인하고 시작하기").click()
    page.locator(f"main a[href$='{'/vendor/apply'}']").first.click()
    expect(page).to_have_url(f"{storefront()}/vendor/apply")


def fill_in(page: Page, number: str, name: str, check: Callable[[Page], None]) -> None:
    """All five steps, with the mistakes people make; ends before the application is sent."""
    press(page, "신청 시작하기")
    expect(page.get_by_role("heading", level=2, name="사업자 확인")).to_be_visible()
    check(page)
    press(page, "저장하고 다음")
    expect(page.get_by_role("alert")).to_contain_text("사업자등록번호: 꼭 적어야 하는 칸이에요")
    check(page)
    fill(
        page,
        businessNumber="123-45-67890",
        legalName=f"{name} 협동조합",
        legalForm="COOPERATIVE",
        representative="고은채",
    )
    fill(page, openedOn="2020-03-02", mailOrderExemption="간이과세자")
    press(page, "저장하고 다음")
    expect(page.get_by_role("alert")).to_contain_text("사업자등록번호가 맞지 않아요")
    expect(page.locator("[name=legalName]")).to_have_value(f"{name} 협동조합")
    fill(page, businessNumber=CLOSED)
    press(page, "저장하고 다음")
    expect(page.get_by_role("alert")).to_contain_text("폐업으로 나오는 번호예요")
    fill(page, businessNumber=number)
    press(page, "저장하고 다음")

    expect(page.get_by_role("heading", level=2, name="기업 소개")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("영업 중인 번호예요")
    check(page)
    fill(page, name=name, kind="COOP", introduction="동네 사람들이 아침마다 굽는 빵이에요.", phone="0200000000")
    fill(page, postalCode="08274", district="guro", address="서울특별시 구로구 가상로 10, 1층")
    press(page, "저장하고 나중에 하기")
    expect(page.get_by_role("status")).to_contain_text("언제든 이어서 쓸 수 있어요")
    check(page)
    page.get_by_role("main").get_by_role("link", name="이어서 쓰기").click()

    expect(page.get_by_role("heading", level=2, name="서류")).to_be_visible()
    upload(page, "통장 사본", b"not a picture")
    expect(page.get_by_role("alert")).to_contain_text("PDF, JPG, PNG 파일만 올릴 수 있어요")
    check(page)
    upload(page, "통장 사본", photograph(), name="잘못 고른 사진.jpg")
    page.get_by_role("button", name="잘못 고른 사진.jpg 지우기").click()
    expect(page.get_by_role("status")).to_contain_text("파일을 지웠어요")
    upload(page, "통장 사본", photograph(), name="통장.jpg")
    upload(page, "사업자등록증", photograph(), name="등록증.jpg")
    upload(page, "인증서", photograph(), name="신고확인증.jpg")
    fill(page, certificateNumber="제2024-001호", certificateIssuedOn="2024-05-02")
    check(page)
    press(page, "저장하고 다음")

    expect(page.get_by_role("heading", level=2, name="정산 계좌")).to_be_visible()
    check(page)
    fill(page, bank="KB", accountNumber="110-000-123456", accountHolder=f"{name} 협동조합")
    press(page, "저장하고 다음")
    expect(page.get_by_role("heading", level=2, name="확인하고 보내기")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("••••3456")
    assert "110000123456" not in page.content()
    check(page)


def send(page: Page, button: str) -> None:
    page.get_by_role("checkbox").check()
    press(page, button)
    expect(page.get_by_role("main")).to_contain_text("심사하고 있어요")


def open_case(staff: Page, name: str) -> None:
    staff.goto("/staff/applications")
    staff.get_by_role("searchbox").fill(name)
    staff.get_by_role("button", name="찾기").click()
    staff.get_by_role("link", name=name).click()
    expect(staff.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize(
    ("phone", "scripts"),
    [(False, True), (True, True), (True, False)],
    ids=["desktop", "phone", "phone without scripts"],
)
def test_a_newcomer_joins(shopper: Shopper, phone: bool, scripts: bool) -> None:
    page, staff = shopper(scripts=scripts), shopper()
    if phone:
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        staff.set_viewport_size(PHONE)  # type: ignore[arg-type]

    def check(shown: Page) -> None:
        if scripts:
            accept(shown)

    email, number, name = f"eunchae-{uuid.uuid4().hex[:12]}@ieum.example", new_number(), f"새봄{uuid.uuid4().hex[:6]}"
    register_on_the_way(page, email)
    check(page)
    fill_in(page, number, name, check)
    press(page, "신청 보내기")
    expect(page.get_by_role("alert")).to_contain_text("동의해야 보낼 수 있어요")
    send(page, "신청 보내기")
    check(page)
    assert name in mail_to(email, "application_submitted").subject

    staff.goto("/sign-in")
    sign_in(staff, "staff")
    staff.goto("/staff/applications")
    accept(staff)
    open_case(staff, name)
    expect(staff.get_by_role("main")).to_contain_text("110000123456")
    accept(staff)
    staff.get_by_role("link", name="보완 요청").click()
    fill(staff, phone="받지 않는 번호예요.", comment="한 곳만 고쳐 주세요.")
    accept(staff)
    press(staff, "보완 요청 보내기")
    expect(staff.get_by_role("status")).to_contain_text("보완을 요청했어요")

    assert "고쳐 주세요" in mail_to(email, "application_returned").subject
    page.goto("/account")
    page.get_by_role("link", name=f"{name} 신청").click()
    expect(page.get_by_role("heading", level=2, name="기업 소개")).to_be_visible()
    expect(page.locator("[name=phone]")).to_have_accessible_description(re.compile("고칠 점: 받지 않는 번호예요"))
    check(page)
    fill(page, phone="02-111-1111")
    press(page, "저장하고 다음")
    page.get_by_role("navigation", name="신청 단계").get_by_role("link", name="확인하고 보내기").click()
    send(page, "고쳐서 다시 보내기")

    open_case(staff, name)
    staff.get_by_role("link", name="승인", exact=True).click()
    expect(staff.get_by_role("main")).to_contain_text(f"출고지 ‘{name} 출고지’도 만들어져요")
    accept(staff)
    press(staff, "승인하기")
    expect(staff.get_by_role("status")).to_contain_text("승인했어요")
    expect(staff.get_by_role("main")).not_to_contain_text("110000123456")
    accept(staff)

    assert "환영해요" in mail_to(email, "application_approved").subject
    page.reload()
    expect(page.get_by_role("heading", level=2, name="다음에 할 일")).to_be_visible()
    check(page)
    page.get_by_role("link", name="입점센터 열기").click()
    expect(page).to_have_url(f"{storefront()}/vendor")
    expect(page.locator(".staff-desk")).to_contain_text(name)


def test_a_stranger_reads_nobodys_application(shopper: Shopper) -> None:
    page = shopper()
    page.goto("/vendor/apply/VmVuZG9yQXBwbGljYXRpb246MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw")
    expect(page).to_have_url(re.compile("/sign-in"))
    sign_in(page, "citizen")
    expect(page.get_by_role("heading", level=1)).to_contain_text("찾")
    page.goto("/staff/applications")
    expect(page.get_by_role("main")).not_to_contain_text("심사할 것")
