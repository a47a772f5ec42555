"""A certificate from the paper to the badge and back: handed in, sent back, handed in again, checked beside the paper, revoked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload, Page, expect

from journeys.mailbox import mail_to
from journeys.shop import accept, ask, sign_in

pytestmark = pytest.mark.journey
Shopper = Callable[..., Page]
KIND, SHORT = "장애인기업 확인서", "장애인기업"
HELD = """
query Held($name: String!) { vendors(first: 1, filter: { search: $name }) { edges { node { slug
    certificates { number kind { code } } buyingRoutes(amount: 45000000, kind: GOODS) { code certificates { kind { code } } } } } } }
"""


def desk(shopper: Shopper, account: str, path: str) -> Page:
    page = shopper()
    page.goto(f"/sign-in?next={path}")
    sign_in(page, account)
    expect(page).to_have_url(re.compile(f"{path}$"))
    return page


@pytest.fixture
def owner(shopper: Shopper) -> Page:
    return desk(shopper, "vendor", "/vendor/certificates")


@pytest.fixture
def staff(shopper: Shopper) -> Page:
    return desk(shopper, "staff", "/staff/certificates")


@pytest.fixture
def name(owner: Page) -> str:
    return owner.get_by_role("complementary").locator(".who b").inner_text()


def paper() -> FilePayload:
    picture = Image.new("RGB", (640, 480), "white")
    ImageDraw.Draw(picture).text((60, 200), f"sample {uuid4()}", fill="black")
    content = BytesIO()
    picture.save(content, "PNG")
    return {"name": "certificate.png", "mimeType": "image/png", "buffer": content.getvalue()}


def today(offset: int = 0) -> str:
    return str(dt.datetime.now(ZoneInfo("Asia/Seoul")).date() + dt.timedelta(days=offset))


def fill(page: Page, number: str, *, until: str) -> None:
    page.get_by_label("번호").fill(number)
    page.get_by_label("발급일").fill(today(-30))
    page.get_by_label("유효 기한").fill(until)
    page.get_by_label("서류").set_input_files(files=[paper()])
    page.get_by_role("button", name="확인 요청하기").click()


def open_case(staff: Page, number: str, standing: str = "WAITING") -> None:
    staff.goto(f"/staff/certificates?standing={standing}&q={number}")
    staff.get_by_role("table").get_by_role("link", name=SHORT).click()
    expect(staff.get_by_role("heading", level=1)).to_contain_text(SHORT)


def numbers_shown(name: str) -> list[str]:
    (edge,) = ask(HELD, {"name": name})["vendors"]["edges"]
    return [row["number"] for row in edge["node"]["certificates"]]


def test_a_certificate_from_the_paper_to_the_badge_and_back(
    owner: Page, staff: Page, name: str, shopper: Shopper
) -> None:
    number = f"견본-{uuid4().hex[:10]}"
    accept(owner)
    owner.get_by_role("link", name="인증서 올리기", exact=True).click()
    accept(owner)
    owner.get_by_role("link", name=KIND).click()
    expect(owner.get_by_label("발급 기관")).to_have_value("중소벤처기업부")
    accept(owner)

    # The law lets it count three years at most; what was typed stays.
    fill(owner, number, until=today(1200))
    expect(owner.get_by_label("번호")).to_have_value(number)
    expect(owner.get_by_text("법이 정한 기한은")).to_be_visible()
    accept(owner)
    fill(owner, number, until=today(1000))
    expect(owner.get_by_role("status")).to_contain_text("올렸어요")
    assert number not in numbers_shown(name)

    open_case(staff, number)
    expect(staff.get_by_role("img", name=f"{SHORT} 서류")).to_be_visible()
    expect(staff.get_by_role("link", name=re.compile("공개 목록에서 찾아보기"))).to_have_attribute(
        "href", re.compile("^https://")
    )
    accept(staff)
    staff.get_by_label("까닭").fill("발급일이 서류와 달라요.")
    staff.get_by_role("button", name="돌려보내기").click()
    expect(staff.get_by_role("status")).to_contain_text("돌려보냈어요")
    assert mail_to("vendor@ieum.example", "certificate_rejected").subject == f"{SHORT} 인증서를 다시 봐 주세요"

    owner.goto("/vendor/certificates")
    returned = owner.get_by_role("article").filter(has_text=number)
    expect(returned).to_contain_text("발급일이 서류와 달라요.")
    accept(owner)
    returned.get_by_role("link", name="고쳐서 다시 올리기").click()
    expect(owner.get_by_label("번호")).to_have_value(number)
    fill(owner, number, until=today(1000))
    expect(owner.get_by_role("status")).to_contain_text("올렸어요")

    open_case(staff, number)
    expect(staff.get_by_text(f"상품과 기업 페이지의 ‘{SHORT}’ 표시와 검색 조건")).to_be_visible()
    staff.get_by_role("button", name="확인했어요").click()
    expect(staff.get_by_role("status")).to_contain_text("지금부터 쓰여요")
    assert number in numbers_shown(name)

    agency = shopper()
    (edge,) = ask(HELD, {"name": name})["vendors"]["edges"]
    agency.goto(f"/public/vendors/{edge['node']['slug']}")
    expect(agency.get_by_role("heading", name="이 기업과 계약할 수 있는 길")).to_be_visible()
    expect(agency.get_by_role("table", name="인증과 확인서")).to_contain_text(number)
    accept(agency)

    open_case(staff, number, "VALID")
    staff.get_by_text("인증 확인 취소", exact=True).click()
    staff.get_by_label("까닭").fill("발급 기관이 취소했어요.")
    staff.get_by_role("button", name="인증 확인 취소하기").click()
    expect(staff.get_by_role("status")).to_contain_text("취소했어요")
    assert number not in numbers_shown(name)
    agency.reload()
    expect(agency.get_by_text(number)).to_have_count(0)
    owner.goto("/vendor/certificates")
    expect(owner.get_by_role("article").filter(has_text="발급 기관이 취소했어요.")).to_contain_text(number)


def test_the_last_day_follows_from_the_day_of_issue(shopper: Shopper) -> None:
    """With script; what somebody typed is left alone."""
    page = shopper()
    page.goto("/sign-in?next=/vendor/certificates")
    sign_in(page, "vendor")
    expect(page).to_have_url(re.compile("/vendor/certificates$"))
    page.goto("/vendor/certificates/new?kind=VULNERABLE_RATIO", wait_until="networkidle")
    page.get_by_label("발급일").fill("2026-03-24")
    page.get_by_label("발급일").blur()
    expect(page.get_by_label("유효 기한")).to_have_value("2026-09-20")
    page.get_by_label("유효 기한").fill("2026-08-01")
    page.get_by_label("발급일").fill("2026-03-25")
    page.get_by_label("발급일").blur()
    expect(page.get_by_label("유효 기한")).to_have_value("2026-08-01")


def test_what_waits_can_be_taken_back_without_script(shopper: Shopper) -> None:
    number = f"견본-{uuid4().hex[:10]}"
    owner = shopper(scripts=False)
    owner.goto("/sign-in?next=/vendor/certificates/new")
    sign_in(owner, "vendor")
    owner.get_by_role("link", name="환경표지").click()
    fill(owner, number, until=today(400))
    owner.get_by_role("article").filter(has_text=number).get_by_role("link").first.click()
    owner.get_by_role("link", name="거두기").click()
    owner.get_by_role("button", name="네, 거둘게요").click()
    expect(owner.get_by_role("status")).to_contain_text("거뒀어요")
    expect(owner.get_by_role("article").filter(has_text=number)).to_contain_text("거둠")
