"""The people of an enterprise: invited by mail, working by role, shut out when they have gone; and how it rests and is suspended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from journeys.mailbox import mail_to
from journeys.shop import accept, ask, password, sign_in, storefront
from journeys.test_account import SECRET, member

pytestmark = pytest.mark.journey
Shopper = Callable[..., Page]
NO_TOKEN = re.compile(r"^[^?]*(\?(?!.*token=).*)?$")
HOLIDAY = "한가위라 이틀 쉬어요"
GOODS = """
query GoodsOf($name: String!) {
  vendors(first: 1, filter: { search: $name }) { edges { node { slug representative
    products(first: 1, channel: "citizen") { edges { node { slug isQuoteOnly } } } } } }
}
"""


@pytest.fixture
def owner(shopper: Shopper) -> Page:
    """The vendor centre, as the owner of the sample enterprise."""
    page = shopper()
    page.goto("/sign-in?next=/vendor/members")
    sign_in(page, "vendor")
    expect(page).to_have_url(re.compile("/vendor/members$"))
    return page


@pytest.fixture
def staff(shopper: Shopper) -> Page:
    page = shopper()
    page.goto("/sign-in?next=/staff/vendors")
    sign_in(page, "staff")
    expect(page).to_have_url(re.compile("/staff/vendors$"))
    return page


@pytest.fixture
def name(owner: Page) -> str:
    """The enterprise the owner works for."""
    return owner.get_by_role("complementary").locator(".who b").inner_text()


@pytest.fixture
def goods(name: str) -> str:
    """The slug of something it sells."""
    (edge,) = ask(GOODS, {"name": name})["vendors"]["edges"]
    (product,) = edge["node"]["products"]["edges"]
    return str(product["node"]["slug"])


def seoul_day(offset: int) -> str:
    return str(dt.datetime.now(ZoneInfo("Asia/Seoul")).date() + dt.timedelta(days=offset))


def sign_in_as(page: Page, email: str, secret: str) -> None:
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(secret)
    page.get_by_role("main").get_by_role("button", name="로그인").click()


def invite(owner: Page, email: str) -> None:
    owner.goto("/vendor/members")
    owner.get_by_label("초대할 이메일").fill(email)
    owner.get_by_role("radio", name=re.compile("^담당자")).check()
    owner.get_by_role("button", name="초대 보내기").click()
    expect(owner.get_by_role("status")).to_contain_text("초대 메일을 보냈어요")


def test_an_invited_person_works_by_role_until_removed(owner: Page, shopper: Shopper, name: str) -> None:
    email = member()
    accept(owner)
    invite(owner, email)
    accept(owner)
    guest = shopper(scripts=False)  # all of it works without script
    link = mail_to(email, "member_invited").link
    guest.goto(link)
    expect(guest).to_have_url(NO_TOKEN)  # the token is in a cookie, and nowhere else
    expect(guest.get_by_role("heading", level=1)).to_contain_text(name)
    guest.get_by_role("link", name="로그인하고 받기").click()
    sign_in_as(guest, email, SECRET)
    expect(guest).to_have_url(re.compile("/vendor/invitation$"))
    guest.get_by_role("button", name="함께 일할게요").click()
    expect(guest).to_have_url(re.compile("/vendor$"))
    guest.goto("/vendor/members")
    expect(guest.get_by_role("heading", level=1)).to_contain_text("맡은 역할로 할 수 없어요")
    assert mail_to("vendor@ieum.example", "member_joined").subject

    owner.goto("/vendor/members")
    row = owner.get_by_role("row").filter(has_text=email)
    row.get_by_role("link", name=re.compile("^내보내기")).click()
    expect(owner.get_by_role("heading", name=re.compile("내보낼까요"))).to_be_visible()
    accept(owner)
    owner.get_by_role("button", name="내보낼게요").click()
    expect(owner.get_by_role("row").filter(has_text=email)).to_have_count(0)
    guest.goto("/vendor")
    expect(guest).to_have_url(re.compile("/vendor/apply"))
    assert name in mail_to(email, "member_removed").subject
    guest.goto(link)
    expect(guest.get_by_role("heading", level=1)).to_contain_text("더는 쓸 수 없는 초대예요")


def test_the_link_is_for_the_invited_address_alone(owner: Page, shopper: Shopper) -> None:
    email = member()
    invite(owner, email)
    link = mail_to(email, "member_invited").link
    other = shopper()
    other.goto("/sign-in")
    sign_in(other, "citizen")
    other.goto(link)
    expect(other.get_by_text("주소와 달라요")).to_be_visible()
    accept(other)
    expect(other.get_by_role("button", name="함께 일할게요")).to_have_count(0)
    assert email not in other.content()
    owner.goto("/vendor/members")
    case = owner.locator(".case").filter(has_text=email)
    case.get_by_role("button", name=re.compile("^초대 거두기")).click()
    expect(owner.get_by_role("status")).to_contain_text("초대를 거뒀어요")
    other.goto(link)
    expect(other.get_by_role("heading", level=1)).to_contain_text("더는 쓸 수 없는 초대예요")


def test_the_last_owner_cannot_leave(owner: Page) -> None:
    owner.get_by_role("link", name=re.compile("^나가기")).click()
    owner.get_by_role("button", name="나갈게요").click()
    expect(owner.get_by_role("alert")).to_contain_text("마지막 대표")
    expect(owner).to_have_url(re.compile("/vendor/members"))


@pytest.fixture
def rested(owner: Page) -> Iterator[Page]:
    """Whatever the test does, the enterprise sells again afterwards."""
    yield owner
    owner.goto("/vendor/profile")
    for label in ("지금 다시 팔기", "쉬는 날 취소"):
        if owner.get_by_role("button", name=label).count():
            owner.get_by_role("button", name=label).click()


def test_holidays_keep_goods_in_sight_and_out_of_carts(rested: Page, shopper: Shopper, goods: str) -> None:
    owner = rested
    owner.goto("/vendor/profile")
    accept(owner)
    owner.get_by_label("첫날").fill(seoul_day(0))
    owner.get_by_label("마지막 날").fill(seoul_day(1))
    owner.get_by_label(re.compile("^손님에게 할 말")).fill(HOLIDAY)
    owner.get_by_role("button", name="미리 보기").click()
    expect(owner.get_by_role("heading", name=re.compile("쉴까요"))).to_be_visible()
    accept(owner)
    owner.get_by_role("button", name="이대로 쉴게요").click()
    expect(owner.get_by_text("쉬는 날을 정했어요")).to_be_visible()
    visitor = shopper()
    for path, button in ((f"/p/{goods}", "장바구니"), (f"/public/p/{goods}", "^(구매 )?목록에 담기")):
        visitor.goto(path)
        expect(visitor.get_by_text(HOLIDAY)).to_be_visible()
        expect(
            visitor.get_by_role("main").get_by_role("button", name=re.compile(button), disabled=False)
        ).to_have_count(0)
        accept(visitor)
    owner.get_by_role("button", name="지금 다시 팔기").click()
    expect(owner.get_by_text("다시 팔 수 있어요")).to_be_visible()
    visitor.goto(f"/p/{goods}")
    expect(visitor.get_by_text(HOLIDAY)).to_have_count(0)


def test_a_protected_name_is_refused_and_what_was_typed_stays(owner: Page) -> None:
    owner.goto("/vendor/profile")
    name = owner.get_by_label("가게 이름")
    before = name.input_value()
    name.fill("햇살 사회적협동조합")
    owner.locator("form").filter(has=name).get_by_role("button", name="저장").click()
    expect(owner.get_by_role("alert")).to_contain_text("확인된 인증서")
    expect(owner.get_by_label("가게 이름")).to_have_value("햇살 사회적협동조합")
    owner.goto("/vendor/profile")
    expect(owner.get_by_label("가게 이름")).to_have_value(before)


def test_a_change_of_the_representative_is_looked_at_by_staff(
    owner: Page, staff: Page, shopper: Shopper, name: str, goods: str
) -> None:
    def represent(who: str) -> str:
        owner.goto("/vendor/profile")
        field = owner.get_by_label("대표자")
        before = field.input_value()
        field.fill(who)
        owner.locator("form").filter(has=field).get_by_role("button", name="저장").click()
        expect(owner.get_by_text("저장했어요")).to_be_visible()
        return before

    before = represent("고은채")
    try:
        visitor = shopper(scripts=False)
        visitor.goto(f"/p/{goods}")
        expect(visitor.get_by_text("변경 확인 중")).to_be_visible()
        staff.goto("/staff/vendors")
        accept(staff)
        expect(staff.get_by_role("listitem").filter(has_text=f"대표자: {before} → 고은채")).to_be_visible()
        staff.get_by_role("heading", name=re.compile(name)).get_by_role("link").click()
        expect(staff.get_by_role("heading", level=1)).to_have_text(name)
        staff.wait_for_load_state()
        accept(staff)
        staff.get_by_role("button", name="다시 받기").click()
        expect(staff.get_by_role("alert")).to_be_visible()  # a refusal says what is missing
    finally:
        represent(before)  # all changed back: the re-check ends by itself
    staff.goto("/staff/vendors")
    expect(staff.get_by_text(f"대표자: {before} → 고은채")).to_have_count(0)


def test_staff_suspend_with_a_preview_and_reopen(
    owner: Page, staff: Page, shopper: Shopper, name: str, goods: str
) -> None:
    def decide(button: str, reason: str, yes: str, done: str) -> None:
        staff.get_by_label("사유 (기업이 읽어요)").fill(reason)
        staff.get_by_role("button", name=button).click()
        accept(staff)
        staff.get_by_role("button", name=yes).click()
        expect(staff.get_by_role("status")).to_contain_text(done)

    visitor = shopper(scripts=False)
    staff.goto(f"/staff/vendors?q={name}")
    staff.get_by_role("table").get_by_role("link", name=name).click()
    decide("판매 멈추기", "서류를 확인하고 있어요.", "멈출게요", "판매를 멈췄어요")
    try:
        response = visitor.goto(f"/p/{goods}")
        assert response is not None
        assert response.status == 404
        owner.goto("/vendor")
        expect(owner.get_by_text("판매가 멈춰 있어요")).to_be_visible()
    finally:
        decide("다시 열기", "확인했어요.", "다시 열게요", "다시 열었어요")
    visitor.goto(f"/p/{goods}")
    expect(visitor.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    assert mail_to("vendor@ieum.example", "vendor_status_changed", saying="다시 판매할 수 있어요").subject


def test_the_bank_account_page_asks_for_everything_and_keeps_what_was_typed(owner: Page) -> None:
    owner.goto("/vendor/account")
    accept(owner)
    owner.get_by_label("계좌번호").fill("3333-01-9876543")
    owner.get_by_role("button", name="계좌 바꾸기").click()
    expect(owner.get_by_text("은행을 골라 주세요.").first).to_be_visible()
    expect(owner.get_by_label("계좌번호")).to_have_value("3333-01-9876543")
    assert password() not in owner.content()
    assert owner.url.startswith(storefront())
