"""Pages in the shopper's browser: the bank's or wallet's page, and the script that stands in for Stripe.js."""

from __future__ import annotations

import html
from pathlib import Path

from aiohttp import web

from stripe_emulator.actions import return_address
from stripe_emulator.errors import Json, StripeError
from stripe_emulator.middleware import BOOKS
from stripe_emulator.outcomes import intent_act
from stripe_emulator.parameters import money_text, parameters_of, text

STATIC = Path(__file__).resolve().parent / "static"
SCRIPTS = ("texts.js", "api.js", "checks.js", "style.js", "dialog.js", "element.js", "stripe.js")
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
METHOD_NAMES = {
    "card": ("카드", "Card"), "kr_card": ("국내 카드", "Korean card"), "kakao_pay": ("카카오페이", "Kakao Pay"),
    "naver_pay": ("네이버페이", "Naver Pay"), "samsung_pay": ("삼성페이", "Samsung Pay"), "payco": ("페이코", "PAYCO"),
}  # fmt: skip
WORDS = {
    "ko": {
        "title": "결제 인증", "strip": "테스트 모드 · Stripe 에뮬레이터",
        "note": "실제 결제가 아니에요. 은행이나 간편결제 앱을 대신하는 화면이니, 어떤 결과를 볼지 골라 주세요.",
        "method": "결제수단", "amount": "금액", "approve": "승인", "deny": "거절", "later": "승인하고 나중에 확정",
        "leave": "아무것도 고르지 않고 떠나기", "done": "이 결제는 기다리는 것이 없어요.", "status": "지금 상태",
        "other": "English", "other_code": "en",
    },
    "en": {
        "title": "Confirm the payment", "strip": "Test mode · Stripe emulator",
        "note": "No real payment takes place. This page stands in for the bank or the wallet; choose what should come of it.",
        "method": "Method", "amount": "Amount", "approve": "Approve", "deny": "Decline", "later": "Approve, settle later",
        "leave": "Leave without choosing", "done": "This payment is not waiting for anything.", "status": "Its status",
        "other": "한국어", "other_code": "ko",
    },
}  # fmt: skip
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{title} · {strip}</title><link rel="stylesheet" href="/emulator/hosted.css"></head>
<body><p class="strip">{strip}</p><main><h1>{title}</h1><p>{note}</p>
<dl><dt>{method}</dt><dd>{method_name}</dd><dt>{amount}</dt><dd>{amount_text}</dd></dl>{body}
<p class="foot"><a href="{other_address}" hreflang="{other_code}" lang="{other_code}">{other}</a></p></main></body></html>"""

FORM = """<form method="post" action="/emulator/pay/{id}/outcome"><input type="hidden" name="client_secret" value="{secret}">
{buttons}</form>"""


def language_of(request: web.Request) -> str:
    asked = str(request.query.get("locale") or request.headers.get("Accept-Language", "ko"))
    return "en" if asked.lower().startswith("en") else "ko"


async def intent_of(request: web.Request) -> Json:
    """The intent of the address; the client secret opens it, and without it nothing is told."""
    given = await parameters_of(request)
    intent = request.app[BOOKS].find("payment_intent", request.match_info["id"])
    if intent is None or given.get("client_secret") != intent["client_secret"]:
        raise StripeError("No such payment.", status=404, code="resource_missing")
    return intent


async def hosted(request: web.Request) -> web.Response:
    intent, language = await intent_of(request), language_of(request)
    words = WORDS[language]
    method = request.app[BOOKS].find("payment_method", intent["payment_method"]) or {"type": "card"}
    secret = html.escape(intent["client_secret"])
    if intent["status"] == "requires_action":
        choices = ("approve", "deny") if method["type"] == "card" else ("approve", "deny", "later")
        body = FORM.format(
            id=intent["id"], secret=secret, buttons="".join(button(name, words[name]) for name in choices)
        )
        shop = shop_of(intent)
        body += f'<p class="foot"><a href="{html.escape(shop)}">{words["leave"]}</a></p>' if shop else ""
    else:
        body = f"<p><strong>{words['done']}</strong></p><p>{words['status']}: {intent['status']}</p>"
    text_of_page = PAGE.format(
        **words, language=language, body=body, method_name=METHOD_NAMES[method["type"]][language == "en"],
        amount_text=html.escape(f"{money_text(intent['amount'], intent['currency'])} {intent['currency'].upper()}"),
        other_address=f"?client_secret={secret}&amp;locale={words['other_code']}",
    )  # fmt: skip
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return web.Response(text=text_of_page, content_type="text/html", headers=headers)


def button(name: str, words: str) -> str:
    return f'<button name="outcome" value="{name}" class="{name}">{words}</button>'


def shop_of(intent: Json) -> str | None:
    """Where somebody goes who gives up: the shop's first page, and the payment stays as it is."""
    target = intent.get("_return_url")
    return "/".join(target.split("/")[:3]) + "/" if target else None


async def outcome(request: web.Request) -> web.StreamResponse:
    """The shopper's choice; then back to the merchant. Scripts that accept JSON get the state instead."""
    intent, given = await intent_of(request), await parameters_of(request)
    wants_json = "application/json" in request.headers.get("Accept", "")
    if intent["status"] == "requires_action" or wants_json:
        intent_act(request.app[BOOKS], intent, text(given, "outcome") or "")
    target = return_address(intent, succeeded=intent["status"] in ("succeeded", "requires_capture", "processing"))
    if wants_json:
        return web.json_response({"id": intent["id"], "status": intent["status"], "return_url": target})
    if target is None:
        raise web.HTTPSeeOther(f"/emulator/pay/{intent['id']}?client_secret={intent['client_secret']}")
    raise web.HTTPSeeOther(target)


async def script(request: web.Request) -> web.Response:
    """One file out of several, in a scope of its own."""
    parts = [(STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS]
    body = "(() => {\n'use strict';\n" + "\n".join(parts) + "\n})();\n"
    headers = {
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return web.Response(text=body, content_type="text/javascript", charset="utf-8", headers=headers)


async def stylesheet(request: web.Request) -> web.Response:
    return web.Response(text=(STATIC / "hosted.css").read_text(encoding="utf-8"), content_type="text/css")


async def health(request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


def add_routes(app: web.Application) -> None:
    add = app.router.add_route
    add("GET", "/emulator/health", health)
    add("GET", "/emulator/hosted.css", stylesheet)
    add("GET", "/emulator/pay/{id}", hosted)
    add("POST", "/emulator/pay/{id}/outcome", outcome)
    for path in ("/js.stripe.com/v3", "/js.stripe.com/v3/", "/js.stripe.com/v3/stripe.js"):
        add("GET", path, script)
