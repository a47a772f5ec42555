"""A public body comes here; and a need of its becomes two quotes, a request, a decision line by line on a phone, and an order."""

from __future__ import annotations

import datetime as dt
import re
import urllib.parse
import uuid
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from journeys.mailbox import mail_to, messages
from journeys.shop import accept, goods_of_different_vendors, password, storefront
from journeys.test_vendor_joins import SECRET, fill, press

pytestmark = pytest.mark.journey
Shopper = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
REPLY_IN, DELIVER_IN = 5, 20


def seoul_day(offset: int) -> str:
    return str(dt.datetime.now(ZoneInfo("Asia/Seoul")).date() + dt.timedelta(days=offset))


def public_number() -> str:
    """A 고유번호 that nobody has: 83 in the middle, and its check digit."""
    nine = f"{uuid.uuid4().int % 10**3:03d}83{uuid.uuid4().int % 10**4:04d}"
    digits = [int(one) for one in nine]
    total = (
        sum(digit * weight for digit, weight in zip(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=True))
        + digits[8] * 5 // 10
    )
    return f"{nine}{(10 - total % 10) % 10}"


def enter_as(page: Page, email: str, address: str) -> None:
    page.goto(f"/sign-in?next={address}")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(password())
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    expect(page).to_have_url(f"{storefront()}{address}")


def test_a_new_agency_applies_and_is_let_in(shopper: Shopper) -> None:
    email, name = f"clerk@{uuid.uuid4().hex[:10]}.example", f"물빛구청 {uuid.uuid4().hex[:4]}"
    page = shopper()
    page.set_viewport_size(PHONE)
    page.goto("/agency/apply")
    page.get_by_role("main").get_by_role("link", name="가입하고 신청").click()
    page.get_by_role("textbox", name="이름").fill("고은채")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="가입하기").click()
    expect(page).to_have_url(re.compile("/check-mail$"))
    page.goto(mail_to(email, "account_confirm").link)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인하고 시작하기").click()
    page.goto("/agency/apply")
    accept(page)
    press(page, "기관 신청 시작")
    press(page, "저장하고 보내기")
    expect(page.get_by_role("alert")).to_be_visible()  # everything that is missing
    accept(page)
    fill(
        page, name=name, registrationNumber=public_number(), representative="한도윤", regime="LOCAL", phone="02-000-0000", postalCode="04524",
        address="서울특별시 중구 세종대로 110", officialEmail=email, department="문화체육과", jobTitle="주무관",
    )  # fmt: skip
    press(page, "저장하고 보내기")
    expect(page.get_by_role("main")).to_contain_text("신청을 받았어요")

    staff = shopper()
    enter_as(staff, "staff@ieum.example", "/staff/agencies")
    accept(staff)
    staff.get_by_role("main").get_by_role("link", name=re.compile(name)).first.click()
    staff.get_by_role("main").locator("summary").filter(has_text=re.compile("^승인$")).click()
    accept(staff)
    press(staff, "승인하기")
    expect(staff.get_by_role("status")).to_contain_text("승인했어요")

    mail_to(email, "agency_application_approved")
    page.goto("/agency")
    expect(page.get_by_role("main")).to_contain_text("문화체육과")
    accept(page)
    page.goto("/agency/settings")  # whoever applied administers; at first everything needs a request
    expect(page.get_by_role("main")).to_contain_text("품의 없이 주문")
    accept(page)
    approver = shopper()
    invite_approver(page, approver, email.replace("clerk@", "head@"))
    set_up(page)
    buy(page, approver, name)


def invite_approver(clerk: Page, approver: Page, email: str) -> None:
    """Somebody of the agency's domain registers by the invitation, who may approve and nothing else."""
    clerk.goto("/agency/members")
    clerk.get_by_label("초대할 공식 메일").fill(email)
    fill(clerk, jobTitle="과장")
    clerk.get_by_role("checkbox", name=re.compile("^구매 요청")).uncheck()
    clerk.get_by_role("checkbox", name=re.compile("^결재")).check()
    press(clerk, "초대 보내기")
    accept(clerk)
    invitation = mail_to(email, "agency_member_invited").link
    approver.goto(invitation)
    approver.get_by_role("main").get_by_role("link", name="가입하기").click()
    approver.get_by_role("textbox", name="이름").fill("오세린")
    approver.get_by_role("textbox", name="이메일").fill(email)
    approver.get_by_label("비밀번호").fill(SECRET)
    approver.get_by_role("checkbox").check()
    approver.get_by_role("button", name="가입하기").click()
    expect(approver).to_have_url(re.compile("/check-mail$"))
    approver.goto(mail_to(email, "account_confirm").link)
    approver.get_by_label("비밀번호").fill(SECRET)
    approver.get_by_role("button", name="확인하고 시작하기").click()
    approver.goto(invitation)
    accept(approver)
    press(approver, "초대 받기")
    expect(approver).to_have_url(re.compile("/agency"))


def set_up(clerk: Page) -> None:
    """Money to spend, and who approves."""
    clerk.goto("/agency/budgets")
    if not clerk.locator("main [name=appropriated]").first.is_visible():
        clerk.get_by_role("main").locator("summary").filter(has_text=re.compile("더하기|추가|새")).first.click()
    fill(clerk, code="201-03", name="행사운영비", appropriated="30,000,000")
    clerk.locator("main form:has([name=appropriated]) button").last.click()
    expect(clerk.get_by_role("main")).to_contain_text("30,000,000")
    clerk.goto("/agency/approval-lines")
    if not clerk.locator("main [name=member-0]").count():
        clerk.get_by_role("main").get_by_role("link", name=re.compile("결재선")).first.click()
    fill(clerk, name="모든 구매")
    people = clerk.locator("main [name=member-0]")
    people.select_option(people.locator("option").filter(has_text="오세린").get_attribute("value"))
    press(clerk, "저장")
    expect(clerk.get_by_role("main")).to_contain_text("오세린")


def buy(clerk: Page, approver: Page, name: str) -> None:
    """Two items of two enterprises; one is rejected, the other is ordered."""
    kept, refused = goods_of_different_vendors("public", 2)
    for one in (kept, refused):
        clerk.goto(f"/public/p/{one.slug}")
        clerk.get_by_role("main").get_by_role("button", name="목록에 담기").first.click()
        expect(clerk).to_have_url(re.compile(r"/public/cart\?ok=add"))
    clerk.get_by_role("link", name="품의 올리기").first.click()
    fill(
        clerk, title=f"{name} 첫 구매", purpose="민원실에서 쓸 것을 삽니다.", deliverBy=seoul_day(DELIVER_IN), recipient="고은채",
        phone="010-0000-0000", postalCode="04524", street="세종대로 110", city="중구", countryArea="서울특별시",
    )  # fmt: skip
    clerk.locator("main [name=budgetLine]").select_option(index=1)
    accept(clerk)
    press(clerk, "결재 올리기")
    expect(clerk.get_by_role("main")).to_contain_text("결재 중")
    address = clerk.url.split("?")[0]
    approver.goto(address)
    accept(approver)
    approver.get_by_role("row").filter(has_text=refused.name).get_by_text("반려", exact=True).click()
    approver.get_by_label(re.compile(f"^반려 사유: {re.escape(refused.name)}")).fill("아직 남아 있습니다.")
    approver.get_by_role("button", name=re.compile("원 승인$")).click()
    expect(approver.get_by_role("main")).to_contain_text("승인했어요")
    clerk.goto(address)
    expect(clerk.get_by_role("main")).to_contain_text("승인·발주")
    accept(clerk)


def ask_for_quotes(clerk: Page, title: str) -> None:
    """A request to two enterprises."""
    clerk.goto("/agency/quotes/new")
    fill(
        clerk, title=title, deliveryPlace="새솔시청 본관 1층", deliveryBy=seoul_day(DELIVER_IN), replyDay=seoul_day(REPLY_IN), replyTime="18:00",
        specification="행사 이름을 새긴 띠지를 두릅니다.",
    )  # fmt: skip
    fill(clerk, **{"name-0": "참가자 기념품", "spec-0": "한 개씩 포장", "unit-0": "개", "quantity-0": "20"})
    for vendor in ("두손공방", "흙손도예"):
        clerk.locator("main [name=q]").fill(vendor)
        press(clerk, "찾기")
        clerk.get_by_role("checkbox", name=vendor).check()
    accept(clerk)
    press(clerk, "보내기")
    expect(clerk.get_by_role("main")).to_contain_text("보냈어요")


def answer(vendor: Page, title: str, price: str) -> None:
    vendor.goto("/vendor/quotes")
    vendor.get_by_role("main").get_by_role("link", name=re.compile(title)).first.click()
    accept(vendor)
    goods = vendor.locator("main select[name=goods-0]")
    goods.select_option(index=1)
    fill(vendor, **{"price-0": price, "delivery": "0", "days": "7", "validUntil": seoul_day(DELIVER_IN)})
    press(vendor, "계산")
    accept(vendor)
    press(vendor, "견적 내기")
    expect(vendor.get_by_role("main")).to_contain_text(re.compile(r"QT-|EQ-|견적"))


def test_from_two_quotes_to_an_order_with_one_line_rejected(shopper: Shopper) -> None:
    title = f"가을 문화제 기념품 {uuid.uuid4().hex[:6]}"
    clerk, first, second, lead = shopper(), shopper(), shopper(), shopper()
    enter_as(clerk, "agency@ieum.example", "/agency")
    accept(clerk)
    ask_for_quotes(clerk, title)
    request_page = clerk.url.split("?")[0]
    enter_as(first, "vendor@ieum.example", "/vendor/quotes")
    answer(first, title, "4,400")
    clerk.goto(request_page)
    expect(clerk.get_by_role("main")).not_to_contain_text("88,000")  # sealed until both have answered
    enter_as(second, "vendor2@ieum.example", "/vendor/quotes")
    answer(second, title, "5,500")

    clerk.goto(request_page)
    expect(clerk.get_by_role("main")).to_contain_text("88,000")
    expect(clerk.get_by_role("main")).to_contain_text("110,000")
    accept(clerk)
    clerk.get_by_role("main").get_by_role("link", name="두손공방 견적 고르기").click()
    press(clerk, "이 견적으로 정하기")
    clerk.get_by_role("main").get_by_role("button", name=re.compile("^이 값으로")).click()
    extra = next(one for one in goods_of_different_vendors("public", 4) if one.vendor not in ("두손공방", "흙손도예"))
    clerk.goto(f"/public/p/{extra.slug}")
    clerk.get_by_role("main").get_by_role("button", name="목록에 담기").first.click()
    expect(clerk).to_have_url(re.compile(r"/public/cart\?ok=add"))
    accept(clerk)
    clerk.get_by_role("link", name="품의 올리기").first.click()
    expect(clerk).to_have_url(re.compile("/agency/requests/new"))
    fill(clerk, title=title, purpose="참가 시민에게 드릴 기념품을 삽니다.", deliverBy=seoul_day(DELIVER_IN))
    clerk.locator("main [name=budgetLine]").select_option(index=1)
    for reason in ("splitReason", "choiceReason"):
        if clerk.locator(f"main [name={reason}]").count():
            fill(clerk, **{reason: "앞선 구매와 목적이 다릅니다."})
    accept(clerk)
    press(clerk, "결재 올리기")
    expect(clerk).to_have_url(re.compile(r"/agency/requests/(?!new)"))
    expect(clerk.get_by_role("main")).to_contain_text("결재 중")
    address = urllib.parse.unquote(clerk.url.split("?")[0])

    lead.set_viewport_size(PHONE)  # straight from the mail, after signing in
    assert mail_to("agency.lead@ieum.example", "approval_turn", saying=title).subject
    enter_as(lead, "agency.lead@ieum.example", address.removeprefix(storefront()))
    accept(lead)
    row = lead.get_by_role("row").filter(has_text=extra.name)
    row.get_by_text("반려", exact=True).click()
    lead.get_by_label(re.compile(f"^반려 사유: {re.escape(extra.name)}")).fill("작년 것이 아직 남아 있습니다.")
    button = lead.get_by_role("button", name=re.compile("원 승인$"))
    expect(button).to_have_text(re.compile("^88,000원 승인$"))
    accept(lead)
    button.click()
    expect(lead.get_by_role("main")).to_contain_text("승인했어요")

    clerk.goto(address)
    expect(clerk.get_by_role("main")).to_contain_text("승인·발주")
    expect(clerk.get_by_role("main")).to_contain_text("작년 것이 아직 남아 있습니다.")
    accept(clerk)
    clerk.get_by_role("main").get_by_role("link", name=re.compile("PO-")).first.click()
    expect(clerk.get_by_role("main")).to_contain_text("88,000")
    accept(clerk)
    first.goto("/vendor/purchase-orders")
    accept(first)
    first.get_by_role("main").get_by_role("link", name=re.compile("PO-")).first.click()
    expect(first.get_by_role("main")).to_contain_text("88,000")
    assert not [
        one for one in messages("vendor2@ieum.example") if one.kind == "purchase_order_issued" and title in one.subject
    ]
    papers = clerk.request.get(f"{address}/folder.zip")
    assert (papers.status, papers.body()[:2]) == (200, b"PK")
    other = shopper()
    enter_as(other, "citizen@ieum.example", "/account")
    assert other.request.get(address).status == 404 or "/agency/apply" in other.request.get(address).url
