"""The script that stands in for Stripe.js, in a real browser, on a page whose policy forbids everything it need not allow."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
import stripe
from playwright.sync_api import Browser, Page, expect

from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process  # noqa: F401
from stripe_emulator.testing import DECLINED, NEEDS_3DS, NEEDS_3DS_THEN_DECLINED, OK, Emulator

pytestmark = pytest.mark.journey

SHOP = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>shop</title><script src="{script}"></script><script src="/shop.js" defer></script></head>
<body><main><form id="pay"><div id="element" data-key="{key}" data-secret="{secret}"></div><button>Pay</button></form>
<output id="outcome"></output></main></body></html>"""
SHOP_SCRIPT = """
const place = document.getElementById("element");
const stripe = Stripe(place.dataset.key);
const elements = stripe.elements({ clientSecret: place.dataset.secret, appearance: { variables: { borderRadius: "4px" } } });
const element = elements.create("payment");
window.changes = [];
element.on("change", (event) => window.changes.push({ complete: event.complete, type: event.value.type }));
element.on("ready", () => { document.body.dataset.ready = "yes"; });
element.on("loaderror", (event) => { document.body.dataset.loaderror = event.error.code; });
element.mount("#element");
document.getElementById("pay").addEventListener("submit", async (event) => {
  event.preventDefault();
  const redirect = new URLSearchParams(location.search).get("redirect") ?? "if_required";
  const result = await stripe.confirmPayment({ elements, redirect, confirmParams: { return_url: `${location.origin}/back?cart=7` } });
  document.getElementById("outcome").textContent = JSON.stringify(result);
});
"""


class Shop:
    """A page of a merchant, on another origin than the emulator."""

    def __init__(self, emulator: Emulator, address: str) -> None:
        self.emulator, self.address = emulator, address
        self.secret, self.language = "", "ko"

    def answer(self, path: str) -> tuple[str, str]:
        if path == "/shop.js":
            return "text/javascript", SHOP_SCRIPT
        if path == "/back":
            return "text/html", "<!doctype html><title>back</title>"
        script = f"{self.emulator.url}/js.stripe.com/v3/"
        key = self.emulator.publishable_key
        return "text/html", SHOP.format(script=script, key=key, secret=self.secret, language=self.language)

    def policy(self) -> str:
        own = f"'self' {self.emulator.url}"
        return f"default-src 'none'; script-src {own}; connect-src {own}; style-src 'self'; base-uri 'none'"


@pytest.fixture
def shop(stripe_emulator: Emulator) -> Iterator[Shop]:  # noqa: F811
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, text = one.answer(urlsplit(self.path).path)
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Security-Policy", one.policy())
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *values: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        one = Shop(stripe_emulator, f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield one
        server.shutdown()


Open = Callable[..., Page]


@pytest.fixture
def open_shop(browser: Browser, shop: Shop, stripe_client: stripe.StripeClient) -> Iterator[Open]:  # noqa: F811
    """``open_shop(amount, width=320)``: the shop's page with a new intent. Nothing may be refused by its policy or break."""
    broken: list[str] = []
    contexts = []

    def enter(amount: int = 15_000, *, language: str = "ko", width: int = 1280, query: str = "") -> Page:
        fields = {"amount": amount, "currency": "krw", "automatic_payment_methods": {"enabled": True}}
        made = stripe_client.v1.payment_intents.create(fields)  # type: ignore[arg-type]
        shop.secret, shop.language = str(made.client_secret), language
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=f"{language}-KR")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda line: broken.append(line.text) if "Content Security Policy" in line.text else None)
        page.goto(f"{shop.address}/?{query}")
        page.wait_for_selector("body[data-ready]")
        return page

    yield enter
    for context in contexts:
        context.close()
    assert broken == []


def fill(page: Page, number: str, expiry: str = "1234", cvc: str = "123") -> None:
    page.get_by_label("카드 번호").press_sequentially(number)
    page.get_by_label("유효기간").press_sequentially(expiry)
    page.get_by_label("보안 코드").press_sequentially(cvc)


def pay(page: Page) -> None:
    page.get_by_role("button", name="Pay", exact=True).click()


def outcome_of(page: Page) -> dict[str, dict[str, object]]:
    expect(page.locator("#outcome")).not_to_be_empty()
    found: dict[str, dict[str, object]] = json.loads(page.locator("#outcome").inner_text())
    return found


def statuses(emulator: Emulator) -> list[str]:
    return [intent["status"] for intent in emulator.books()["payment_intents"]]


def test_a_card_typed_in_is_paid(stripe_emulator: Emulator, open_shop: Open) -> None:  # noqa: F811
    page = open_shop()
    expect(page.get_by_text("테스트 모드 · Stripe 에뮬레이터")).to_be_visible()
    fill(page, OK)
    assert page.get_by_label("카드 번호").input_value() == "4242 4242 4242 4242"
    assert page.get_by_label("유효기간").input_value() == "12 / 34"
    assert page.evaluate("window.changes.at(-1)") == {"complete": True, "type": "card"}
    pay(page)
    assert outcome_of(page)["paymentIntent"]["status"] == "succeeded"
    assert stripe_emulator.books()["sums"]["krw"]["captured"] == 15_000


def test_what_is_mistyped_is_said_and_nothing_is_sent(stripe_emulator: Emulator, open_shop: Open) -> None:  # noqa: F811
    page = open_shop()
    pay(page)
    assert outcome_of(page)["error"]["code"] == "incomplete_number"
    number = page.get_by_label("카드 번호")
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-invalid", "true")
    fill(page, "4242424242424241", "0120", "12")
    pay(page)
    for words in (
        "카드 번호가 올바르지 않아요.",
        "유효기간이 지났어요.",
        "보안 코드를 입력해 주세요.",
    ):
        expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible()
    assert stripe_emulator.books()["charges"] == []


def test_a_test_card_is_filled_in_by_a_click(stripe_emulator: Emulator, open_shop: Open) -> None:  # noqa: F811
    page = open_shop()
    page.get_by_text("테스트 카드 보기").click()
    page.get_by_role("button", name="거절돼요").first.click()
    assert page.get_by_label("카드 번호").input_value() == "4000 0000 0000 0002"
    pay(page)
    error = outcome_of(page)["error"]
    assert (error["code"], error["message"]) == ("card_declined", "카드가 거절됐어요. 다른 카드로 결제해 주세요.")
    assert statuses(stripe_emulator) == ["requires_payment_method"]


@pytest.mark.parametrize(
    ("number", "button", "status", "code"),
    [
        (NEEDS_3DS, "승인", "succeeded", None),
        (NEEDS_3DS, "거절", "requires_payment_method", "payment_intent_authentication_failure"),
        (NEEDS_3DS, "아무것도 고르지 않고 닫기", "requires_action", "payment_intent_authentication_failure"),
        (NEEDS_3DS_THEN_DECLINED, "승인", "requires_payment_method", "card_declined"),
    ],
)
def test_3d_secure_in_a_dialog(
    stripe_emulator: Emulator,  # noqa: F811
    open_shop: Open,
    number: str,
    button: str,
    status: str,
    code: str | None,
) -> None:
    page = open_shop()
    fill(page, number)
    pay(page)
    dialog = page.get_by_role("dialog", name="카드 본인 인증")
    expect(dialog).to_contain_text("15,000")
    dialog.get_by_role("button", name=button, exact=True).click()
    assert outcome_of(page).get("error", {}).get("code") == code
    assert statuses(stripe_emulator) == [status]


@pytest.mark.parametrize(
    ("button", "redirect", "status"),
    [("승인", "succeeded", "succeeded"), ("거절", "failed", "requires_payment_method")],
)
def test_a_wallet_leads_away_and_back(
    stripe_emulator: Emulator,  # noqa: F811
    open_shop: Open,
    button: str,
    redirect: str,
    status: str,
) -> None:
    page = open_shop()
    page.get_by_role("radio", name="카카오페이").check()
    expect(page.get_by_text("결제하기를 누르면 카카오페이 화면으로 이동해요.")).to_be_visible()
    pay(page)
    page.wait_for_url(f"{stripe_emulator.url}/emulator/pay/**")
    expect(page.get_by_text("테스트 모드 · Stripe 에뮬레이터")).to_be_visible()
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_url("**/back?**")
    query = parse_qs(urlsplit(page.url).query)
    assert (query["cart"], query["redirect_status"]) == (["7"], [redirect])
    assert statuses(stripe_emulator) == [status]


def test_an_abandoned_wallet_stays_open(stripe_emulator: Emulator, open_shop: Open) -> None:  # noqa: F811
    page = open_shop()
    page.get_by_role("radio", name="페이코").check()
    pay(page)
    page.get_by_role("link", name="아무것도 고르지 않고 떠나기").click()
    assert statuses(stripe_emulator) == ["requires_action"]


def test_always_redirecting_comes_back_with_the_intent(stripe_emulator: Emulator, open_shop: Open) -> None:  # noqa: F811
    page = open_shop(query="redirect=always")
    fill(page, OK)
    page.get_by_label("보안 코드").press("Enter")
    page.wait_for_url("**/back?**")
    query = parse_qs(urlsplit(page.url).query)
    assert query["payment_intent"] == [stripe_emulator.books()["payment_intents"][0]["id"]]
    assert query["redirect_status"] == ["succeeded"]


def test_in_english_and_by_keyboard(open_shop: Open) -> None:
    page = open_shop(language="en")
    page.get_by_role("radio", name="Card", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Kakao Pay")).to_be_checked()
    page.keyboard.press("ArrowUp")
    page.get_by_label("Card number").press_sequentially(DECLINED)
    page.get_by_label("Expiry").press_sequentially("734")
    page.get_by_label("Security code").press_sequentially("123")
    assert page.get_by_label("Expiry").input_value() == "07 / 34"
    pay(page)
    assert outcome_of(page)["error"]["message"] == "Your card was declined."


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_it_fits(open_shop: Open, width: int) -> None:
    page = open_shop(width=width)
    page.get_by_text("테스트 카드 보기").click()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_form_before_the_intent_is_known(stripe_emulator: Emulator, open_shop: Open, shop: Shop) -> None:  # noqa: F811
    page = open_shop()
    page.evaluate(
        """() => {
          element.destroy();
          window.later = stripe.elements({ mode: "payment", amount: 900, currency: "usd", locale: "en" });
          later.create("payment").mount("#element");
        }"""
    )
    expect(page.get_by_label("Card number")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    page.evaluate("later.update({ amount: 15000, currency: 'krw', locale: 'ko' })")
    expect(page.get_by_role("radio")).to_have_count(6)
    fill(page, OK)
    result = page.evaluate(
        """async (clientSecret) => {
          const { error } = await later.submit();
          return error ? { error } : stripe.confirmPayment({ elements: later, clientSecret, redirect: "if_required" });
        }""",
        shop.secret,
    )
    assert result["paymentIntent"]["status"] == "succeeded"


def test_payment_methods_kept_on_the_server(stripe_emulator: Emulator, open_shop: Open, shop: Shop) -> None:  # noqa: F811
    page = open_shop()
    call = (
        """([secret, method]) => { window.paying = stripe.confirmCardPayment(secret, { payment_method: method }); }"""
    )
    page.evaluate(call, [shop.secret, "pm_card_visa_chargeDeclined"])
    assert page.evaluate("paying")["error"]["code"] == "card_declined"
    page.evaluate(call, [shop.secret, "pm_card_threeDSecure2Required"])
    page.get_by_role("dialog").get_by_role("button", name="아무것도 고르지 않고 닫기").click()
    assert page.evaluate("paying")["error"]["payment_intent"]["status"] == "requires_action"
    page.evaluate("(clientSecret) => { window.paying = stripe.handleNextAction({ clientSecret }); }", shop.secret)
    page.get_by_role("dialog").get_by_role("button", name="승인", exact=True).click()
    assert page.evaluate("paying")["paymentIntent"]["status"] == "succeeded"
    seen = page.evaluate("(clientSecret) => stripe.retrievePaymentIntent(clientSecret)", shop.secret)
    assert seen["paymentIntent"]["amount"] == 15_000


def test_a_wrong_secret_is_told_to_the_page(browser: Browser, shop: Shop) -> None:
    shop.secret = "pi_nothing_secret_nothing"
    page = browser.new_page()
    page.goto(shop.address)
    page.wait_for_selector("body[data-loaderror]")
    expect(page.get_by_role("alert")).to_contain_text("결제수단을 불러오지 못했어요")
    page.close()
