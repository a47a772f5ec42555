"""A person's account: opened, confirmed by mail, its password and address changed, and deleted."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from journeys.mailbox import mail_to, messages
from journeys.shop import accept, ask, goods_of_different_vendors, password, sign_in, storefront

pytestmark = pytest.mark.journey

Shopper = Callable[..., Page]
SECRET = "seam-by-seam-7"
OTHER_SECRET = "patch-on-patch-8"
NO_TOKEN = re.compile(r"^[^?]*(\?(?!.*token=).*)?$")

CREATE = """
mutation Create($input: CheckoutCreateInput!) { checkoutCreate(input: $input) { checkout { id } errors { field code } } }
"""
DELIVERIES = """
mutation Deliveries($id: ID!) { deliveryOptionsCalculate(id: $id) { deliveries { id } errors { field code } } }
"""
CHOOSE = """
mutation Choose($id: ID!, $method: ID!) { checkoutDeliveryMethodUpdate(id: $id, deliveryMethodId: $method) { errors { field code } } }
"""
PLACE = """
mutation Place($id: ID!) { checkoutComplete(id: $id) { order { number } errors { field code message } } }
"""
VARIANT = """
query Variant($slug: String!) {
  product(slug: $slug, channel: "citizen") { minimumOrderQuantity productVariants(first: 1) { edges { node { id } } } }
}
"""
REGISTER = """
mutation Register($input: AccountRegisterInput!) { accountRegister(input: $input) { errors { field code } } }
"""
CONFIRM = """
mutation Confirm($email: String!, $token: String!) { confirmAccount(email: $email, token: $token) { errors { field code } } }
"""


def new_address() -> str:
    return f"eunchae-{uuid.uuid4().hex[:12]}@ieum.example"


def token_of(link: str) -> str:
    return parse_qs(urlsplit(link).query)["token"][0]


def member() -> str:
    """The address of a new, confirmed account with SECRET as its password."""
    email = new_address()
    given = {
        "email": email,
        "password": SECRET,
        "firstName": "고은채",
        "channel": "citizen",
        "redirectUrl": f"{storefront()}/confirm-account",
    }
    assert ask(REGISTER, {"input": given})["accountRegister"]["errors"] == []
    token = token_of(mail_to(email, "account_confirm").link)
    assert ask(CONFIRM, {"email": email, "token": token})["confirmAccount"]["errors"] == []
    return email


def guest_order(email: str) -> str:
    """The number of an order that somebody without an account placed."""
    slug = goods_of_different_vendors("citizen", 1)[0].slug
    product = ask(VARIANT, {"slug": slug})["product"]
    address = {
        "firstName": "고은채", "phone": "01000000000", "country": "KR", "postalCode": "08274", "countryArea": "서울특별시", "city": "구로구",
        "streetAddress1": "가상로23길 10",
    }  # fmt: skip
    line = {
        "variantId": product["productVariants"]["edges"][0]["node"]["id"],
        "quantity": product["minimumOrderQuantity"],
    }
    given = {
        "channel": "citizen",
        "email": email,
        "lines": [line],
        "shippingAddress": address,
        "billingAddress": address,
    }
    checkout = ask(CREATE, {"input": given})["checkoutCreate"]["checkout"]["id"]
    for delivery in ask(DELIVERIES, {"id": checkout})["deliveryOptionsCalculate"]["deliveries"][:1]:
        assert ask(CHOOSE, {"id": checkout, "method": delivery["id"]})["checkoutDeliveryMethodUpdate"]["errors"] == []
    placed = ask(PLACE, {"id": checkout})["checkoutComplete"]
    assert placed["errors"] == []
    return str(placed["order"]["number"])


def register(page: Page, email: str) -> None:
    """On the registration page: goes on to the page about the mail."""
    page.get_by_role("textbox", name="이름").fill("고은채")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="가입하기").click()
    expect(page).to_have_url(re.compile("/check-mail$"))


def enter(page: Page, email: str, secret: str = SECRET) -> None:
    page.goto("/sign-in")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(secret)
    page.get_by_role("main").get_by_role("button", name="로그인").click()


def open_link(page: Page, link: str) -> None:
    """Follows the link of a mail: the page it ends at has no token in its address, is not kept, and tells other sites nothing."""
    answer = page.goto(link)
    assert answer is not None
    expect(page).to_have_url(NO_TOKEN)
    assert token_of(link) not in page.content()
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    first = answer.request.redirected_from
    assert first is not None
    sent_on = first.response()
    assert sent_on is not None
    assert sent_on.headers["referrer-policy"] == "no-referrer"
    assert sent_on.headers["cache-control"] == "no-store"


def expect_stale(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("이 링크는 더 쓸 수 없어요")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_somebody_registers_on_the_way_to_the_checkout(shopper: Shopper, scripts: bool) -> None:
    page, email = shopper(scripts=scripts), new_address()
    one = goods_of_different_vendors("citizen", 1)[0]
    page.goto(f"/p/{one.slug}")
    page.get_by_role("main").get_by_role("button", name="장바구니에 담기").first.click()
    page.goto("/checkout")
    page.get_by_role("link", name="로그인하고 주문하기").click()
    page.get_by_role("link", name="회원 가입").click()
    register(page, email)
    expect(page.get_by_role("heading", level=1)).to_have_text("메일함을 확인해 주세요")
    expect(page.get_by_role("main")).to_contain_text(email)
    if scripts:
        accept(page)

    open_link(page, mail_to(email, "account_confirm").link)
    if scripts:
        accept(page)
    page.get_by_label("비밀번호").fill("not-the-password")
    page.get_by_role("button", name="확인하고 시작하기").click()
    expect(page.get_by_role("alert")).to_contain_text("비밀번호가 맞지 않아요")
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인하고 시작하기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("가입이 끝났어요")
    if scripts:
        accept(page)
    page.get_by_role("link", name="주문 이어서 하기").click()
    expect(page).to_have_url(f"{storefront()}/checkout")
    expect(page.get_by_role("main")).to_contain_text(f"{email} 계정으로 주문해요")

    page.goto(mail_to(email, "account_confirm").link)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인하고 시작하기").click()
    expect_stale(page)
    if scripts:
        accept(page)


def test_known_and_unknown_addresses_are_answered_alike(shopper: Shopper) -> None:
    known, unknown = "citizen@ieum.example", new_address()
    said: dict[str, set[str]] = {"register": set(), "forgot": set(), "stale": set(), "again": set()}
    for email in (known, unknown):
        page = shopper()
        page.goto("/register")
        register(page, email)
        said["register"].add(page.get_by_role("main").inner_text().replace(email, "…"))
        page.get_by_role("button", name="메일 다시 받기").click()
        expect(page.get_by_role("status")).to_contain_text("초 뒤에 다시")
        said["again"].add(re.sub(r"\d+초", "…초", page.get_by_role("main").inner_text().replace(email, "…")))
        page.goto("/forgot-password")
        page.get_by_role("textbox", name="이메일").fill(email)
        page.get_by_role("button", name="메일 받기").click()
        expect(page).to_have_url(re.compile("/check-mail$"))
        said["forgot"].add(page.get_by_role("main").inner_text().replace(email, "…"))
        page.goto(f"/set-password?email={email}&token=made-up")
        page.get_by_label("새 비밀번호").fill(OTHER_SECRET)
        page.get_by_role("button", name="비밀번호 정하기").click()
        expect_stale(page)
        said["stale"].add(page.get_by_role("main").inner_text())
        assert email not in page.content()
    assert {what: len(texts) for what, texts in said.items()} == {"register": 1, "forgot": 1, "stale": 1, "again": 1}
    assert mail_to(known, "account_known").link == ""
    assert mail_to(unknown, "account_confirm").link != ""


def test_who_has_not_confirmed_gets_another_mail_at_the_sign_in(shopper: Shopper) -> None:
    page, email = shopper(), new_address()
    page.goto("/register")
    register(page, email)
    mail_to(email, "account_confirm")
    enter(page, email)
    expect(page.get_by_role("alert")).to_contain_text("이메일 확인이 남았어요")
    accept(page)
    page.get_by_role("button", name="메일 다시 받기").click()
    expect(page).to_have_url(re.compile("/check-mail$"))
    open_link(page, mail_to(email, "password_reset").link)
    page.get_by_label("새 비밀번호").fill(OTHER_SECRET)
    page.get_by_role("button", name="비밀번호 정하기").click()
    expect(page.get_by_role("main")).to_contain_text(f"{email} 계정으로 로그인했어요")


def test_a_forgotten_password_is_set_anew_and_ends_other_sessions(shopper: Shopper) -> None:
    email, elsewhere, page = member(), shopper(), shopper()
    enter(elsewhere, email)
    expect(elsewhere).to_have_url(f"{storefront()}/account")

    page.goto("/sign-in")
    page.get_by_role("link", name="비밀번호를 잊으셨나요?").click()
    accept(page)
    page.get_by_role("button", name="메일 받기").click()
    expect(page.get_by_role("alert")).to_contain_text("이메일을 적어 주세요")
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_role("button", name="메일 받기").click()
    accept(page)
    open_link(page, mail_to(email, "password_reset").link)
    accept(page)
    field = page.get_by_label("새 비밀번호")
    expect(field).to_have_attribute("autocomplete", "new-password")
    expect(field).to_have_accessible_description(re.compile("8자 이상"))
    field.fill("12345678")
    page.get_by_role("button", name="비밀번호 정하기").click()
    expect(page.get_by_role("alert")).to_contain_text("숫자만으로는 안 돼요")
    page.get_by_label("새 비밀번호").fill(OTHER_SECRET)
    page.get_by_role("button", name="비밀번호 정하기").click()
    expect(page.get_by_role("main")).to_contain_text("다른 기기와 브라우저에서는 모두 로그아웃됐어요")
    accept(page)
    page.goto("/account")
    expect(page.get_by_role("heading", level=1)).to_contain_text("고은채")

    elsewhere.goto("/account")
    expect(elsewhere).to_have_url(re.compile("/sign-in"))
    page.goto(mail_to(email, "password_reset").link)
    page.get_by_label("새 비밀번호").fill(SECRET)
    page.get_by_role("button", name="비밀번호 정하기").click()
    expect_stale(page)


def test_the_password_changes_and_this_browser_stays_signed_in(shopper: Shopper) -> None:
    email, page, elsewhere = member(), shopper(), shopper()
    enter(elsewhere, email)
    enter(page, email)
    page.goto("/account/password")
    page.get_by_label("지금 비밀번호").fill(SECRET)
    page.get_by_label("새 비밀번호").fill(OTHER_SECRET)
    page.get_by_role("button", name="저장하기").click()
    expect(page.get_by_role("status")).to_contain_text("비밀번호를 바꿨어요")
    accept(page)
    page.goto("/account")
    expect(page).to_have_url(f"{storefront()}/account")
    elsewhere.goto("/account")
    expect(elsewhere).to_have_url(re.compile("/sign-in"))


def test_the_address_changes_once_the_new_mailbox_says_so(shopper: Shopper) -> None:
    email, fresh, page = member(), new_address(), shopper()
    enter(page, email)
    page.goto("/account/profile")
    accept(page)
    page.get_by_role("link", name="이메일 바꾸기").click()
    accept(page)
    page.get_by_role("textbox", name="새 이메일").fill(fresh)
    page.get_by_label("지금 비밀번호").fill("not-the-password")
    page.get_by_role("button", name="확인 메일 받기").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("지금 비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인 메일 받기").click()
    expect(page.get_by_role("status")).to_contain_text(fresh)
    accept(page)
    link = mail_to(fresh, "email_change_confirm").link
    assert mail_to(email, "email_change_notice").link == ""

    stranger = shopper()
    enter(stranger, member())
    stranger.goto(link)
    stranger.get_by_role("button", name="새 이메일로 바꾸기").click()
    expect_stale(stranger)
    accept(stranger)

    page.context.clear_cookies()
    page.goto(link)
    expect(page).to_have_url(re.compile(r"/sign-in\?next=%2Faccount%2Femail%2Fconfirm$"))
    page.get_by_role("textbox", name="이메일").fill(email)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    expect(page).to_have_url(f"{storefront()}/account/email/confirm")
    accept(page)
    page.get_by_role("button", name="새 이메일로 바꾸기").click()
    expect(page.get_by_role("status")).to_contain_text("이메일을 바꿨어요")
    accept(page)
    enter(page, fresh)
    expect(page).to_have_url(f"{storefront()}/account")


def test_an_account_is_deleted_after_two_questions(shopper: Shopper) -> None:
    email, page, elsewhere = member(), shopper(), shopper()
    enter(elsewhere, email)
    enter(page, email)
    page.goto("/account/profile")
    page.get_by_role("link", name="탈퇴 알아보기").click()
    main = page.get_by_role("main")
    for text in ("바로 지워요", "법에 따라 남겨요", "5년", "3년"):
        expect(main.get_by_text(text).first).to_be_visible()
    accept(page)
    page.get_by_role("button", name="탈퇴 확인 메일 받기").click()
    expect(page.get_by_role("status")).to_contain_text("확인 메일을 보냈어요")
    link = mail_to(email, "account_deletion").link
    open_link(page, link)
    accept(page)
    page.get_by_role("button", name="계정 지우기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("계정을 지웠어요")
    accept(page)
    for one in (page, elsewhere):
        one.goto("/account")
        expect(one).to_have_url(re.compile("/sign-in"))


@pytest.mark.parametrize(("account", "todo"), [("staff", "운영자를 관리하는 사람"), ("vendor", "정리한 다음 다시")])
def test_who_has_to_stay_is_told_what_to_do(shopper: Shopper, account: str, todo: str) -> None:
    page = shopper(scripts=False)
    page.goto("/sign-in?next=/account/delete")
    sign_in(page, account)
    page.get_by_role("button", name="탈퇴 확인 메일 받기").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("지금은 탈퇴할 수 없어요")
    expect(alert).to_contain_text(todo)
    assert "account_deletion" not in {one.kind for one in messages(f"{account}@ieum.example")}


def test_a_guests_order_joins_the_account_of_its_address(shopper: Shopper) -> None:
    page, email = shopper(), new_address()
    number = guest_order(email)
    page.goto("/register")
    register(page, email)
    open_link(page, mail_to(email, "account_confirm").link)
    page.get_by_label("비밀번호").fill(SECRET)
    page.get_by_role("button", name="확인하고 시작하기").click()
    expect(page.get_by_role("main")).to_contain_text("이 이메일로 주문했다면")
    page.get_by_role("link", name="내 이음 보기").click()
    for _ in range(60):
        if page.get_by_text(number).count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.get_by_role("region", name="진행 중인 주문")).to_contain_text(number)
    expect(page.get_by_role("region", name="할 일")).to_contain_text(number)
    accept(page)


def test_addresses_of_two_countries_and_what_they_are_for(shopper: Shopper) -> None:
    page, email = shopper(), member()
    enter(page, email)
    page.goto("/account/addresses/new?country=JP")
    accept(page)
    page.get_by_role("button", name="저장하기").click()
    expect(page.get_by_role("alert")).to_contain_text("도도부현 칸을 채워 주세요")
    accept(page)
    expect(page.get_by_role("textbox", name="도시")).to_have_count(0)
    page.get_by_role("textbox", name="이름").fill("Ada Lovelace")
    page.get_by_role("textbox", name="전화").fill("+81 3-0000-0000")
    page.get_by_role("textbox", name="주소", exact=True).fill("架空町1-2-3")
    page.get_by_role("combobox", name="도도부현").select_option("東京都")
    page.get_by_role("textbox", name="우편번호").fill("154-0023")
    page.get_by_role("button", name="저장하기").click()
    expect(page.get_by_role("status")).to_contain_text("주소를 저장했어요")
    place = page.get_by_role("listitem").filter(has_text="Ada Lovelace")
    expect(place).to_contain_text("일본")
    expect(place.get_by_role("button", name=re.compile("기본 배송지"))).to_have_count(0)
    place.get_by_role("button", name=re.compile("기본 청구지")).click()
    expect(place).to_contain_text("기본 청구지")
    accept(page)


def test_no_other_service_is_offered_where_there_is_none(shopper: Shopper) -> None:
    page = shopper(scripts=False)
    page.goto("/sign-in")
    expect(page.get_by_role("link", name="다른 서비스로 로그인")).to_have_count(0)
    page.goto("/sign-in/external")
    expect(page.get_by_role("alert")).to_contain_text("확인하지 못했어요")
    page.goto("/sign-in/external/back?code=stolen&state=somebody-elses")
    expect(page.get_by_role("alert")).to_contain_text("확인하지 못했어요")
    assert "stolen" not in page.url


def test_the_way_in_english(shopper: Shopper) -> None:
    page, email = shopper(), member()
    page.goto("/forgot-password?lang=en")
    page.get_by_role("textbox", name="E-mail").fill(email)
    page.get_by_role("button", name="Send the mail").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please check your mailbox")
    accept(page)
    page.context.clear_cookies()
    open_link(page, mail_to(email, "password_reset").link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a new password")
    accept(page)
    page.goto("/sign-in")
    page.get_by_role("textbox", name="E-mail").fill("citizen@ieum.example")
    page.get_by_label("Password").fill(password())
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    for path in ("account", "account/profile", "account/email", "account/delete", "account/addresses/new?country=US"):
        page.goto(f"/{path}")
        accept(page)
