"""What tests ask of the emulator beside Stripe's API: see the books, act as shopper or bank, and let things go wrong."""

from __future__ import annotations

import json
import re

from aiohttp import web

from stripe_emulator import charges, outcomes
from stripe_emulator.books import Books
from stripe_emulator.errors import Json, invalid
from stripe_emulator.listing import shown
from stripe_emulator.middleware import BOOKS, COURIER, FAULT, IN_FLIGHT, Fault
from stripe_emulator.parameters import boolean, choice, integer, names, text

KINDS = ("payment_intent", "charge", "refund", "dispute", "customer", "balance_transaction", "event", "delivery")


async def state(request: web.Request) -> web.Response:
    """The provider's books, oldest first, and the sums a reconciliation should arrive at."""
    books, courier = request.app[BOOKS], request.app[COURIER]
    everything = {f"{kind}s".replace("ys", "ies"): [shown(books, one) for one in books.all(kind)] for kind in KINDS}
    in_flight = request.app[IN_FLIGHT]
    on_the_way = [note["id"] for note in books.all("delivery", status="waiting")]
    return web.json_response(
        {
            **everything,
            "sums": sums(books),
            "held": courier.held,
            "undelivered": on_the_way,
            "in_flight": [*in_flight],
        },
        dumps=lambda value: json.dumps(value, ensure_ascii=False),
    )


def sums(books: Books) -> Json:
    """By currency: what was captured, given back, and is under dispute or lost."""
    result: dict[str, dict[str, int]] = {}

    def add(currency: str, name: str, amount: int) -> None:
        of = result.setdefault(currency, {"captured": 0, "refunded": 0, "disputed": 0, "authorized": 0})
        of[name] += amount

    for charge in books.all("charge", status="succeeded"):
        add(charge["currency"], "captured", charge["amount_captured"])
        if not charge["captured"] and not charge["refunded"]:
            add(charge["currency"], "authorized", charge["amount"])
    for refund in books.all("refund"):
        if refund["status"] in ("succeeded", "pending") and refund["balance_transaction"]:
            add(refund["currency"], "refunded", refund["amount"])
    for dispute in books.all("dispute"):
        add(dispute["currency"], "disputed", 0 if dispute["status"] == "won" else dispute["amount"])
    return dict(result)


async def reset(request: web.Request) -> web.Response:
    """Empty books, nothing on its way, nothing broken."""
    request.app[COURIER].forget()
    request.app[BOOKS].clear()
    request.app[FAULT].become(Fault())
    return web.json_response({})


async def endpoint_set(request: web.Request) -> web.Response:
    given = request["given"]
    url, secret = text(given, "url", must=True) or "", text(given, "secret", must=True) or ""
    if not url.startswith(("http://", "https://")):
        raise invalid("url must be a web address", "url")
    request.app[COURIER].endpoint_set(request.match_info["id"], url, secret, names(given, "events") or None)
    return web.json_response({})


async def endpoint_remove(request: web.Request) -> web.Response:
    request.app[BOOKS].remove("endpoint", request.match_info["id"])
    return web.json_response({})


async def webhooks_hold(request: web.Request) -> web.Response:
    request.app[COURIER].hold()
    return web.json_response({})


async def webhooks_release(request: web.Request) -> web.Response:
    released = request.app[COURIER].release(
        choice(request["given"], "order", ("oldest_first", "newest_first")) == "newest_first"
    )
    return web.json_response({"released": released})


async def webhooks_delay(request: web.Request) -> web.Response:
    request.app[COURIER].delay_seconds = (integer(request["given"], "ms") or 0) / 1000
    return web.json_response({})


async def event_replay(request: web.Request) -> web.Response:
    """Send an event once more, whatever became of it."""
    event = request.app[BOOKS].get("event", request.match_info["id"])
    return web.json_response({"deliveries": request.app[COURIER].send([event["id"]])})


async def fault_set(request: web.Request) -> web.Response:
    given, fault = request["given"], request.app[FAULT]
    path = text(given, "path") or ""
    try:
        re.compile(path)
    except re.error as error:
        raise invalid(f"path is not a pattern: {error}", "path") from None
    mode = choice(given, "mode", ("none", "503", "hangup"), "none") or "none"
    stage = choice(given, "stage", ("before", "after"), "before") or "before"
    fault.become(Fault(mode, stage, integer(given, "requests"), path, (integer(given, "delay_ms") or 0) / 1000))
    return web.json_response({})


async def intent_act(request: web.Request) -> web.Response:
    """As the shopper at the bank's page: approve, deny or later."""
    books = request.app[BOOKS]
    intent = books.get("payment_intent", request.match_info["id"])
    return web.json_response(shown(books, outcomes.intent_act(books, intent, text(request["given"], "outcome") or "")))


async def intent_settle(request: web.Request) -> web.Response:
    """As the wallet, for a payment that is being processed."""
    books = request.app[BOOKS]
    intent = books.get("payment_intent", request.match_info["id"])
    if intent["status"] != "processing":
        raise invalid(f"The intent is not being processed: {intent['status']}", "id")
    succeeded = not boolean(request["given"], "fail")
    return web.json_response(shown(books, outcomes.intent_settle(books, intent, succeeded)))


async def refund_settle(request: web.Request) -> web.Response:
    books = request.app[BOOKS]
    refund = books.get("refund", request.match_info["id"])
    return web.json_response(shown(books, charges.refund_settle(books, refund, text(request["given"], "status") or "")))


async def charge_dispute(request: web.Request) -> web.Response:
    books, given = request.app[BOOKS], request["given"]
    charge = books.get("charge", request.match_info["id"])
    dispute = charges.dispute_create(books, charge, integer(given, "amount"), text(given, "reason") or "fraudulent")
    return web.json_response(shown(books, dispute))


async def dispute_close(request: web.Request) -> web.Response:
    books = request.app[BOOKS]
    dispute = books.get("dispute", request.match_info["id"])
    return web.json_response(
        shown(books, charges.dispute_close(books, dispute, text(request["given"], "status") or ""))
    )


def add_routes(app: web.Application) -> None:
    add = app.router.add_route
    add("GET", "/_config/state", state)
    add("POST", "/_config/reset", reset)
    add("DELETE", "/_config/data", reset)
    add("POST", "/_config/webhooks/hold", webhooks_hold)
    add("POST", "/_config/webhooks/release", webhooks_release)
    add("POST", "/_config/webhooks/delay", webhooks_delay)
    add("POST", "/_config/webhooks/{id}", endpoint_set)
    add("DELETE", "/_config/webhooks/{id}", endpoint_remove)
    add("POST", "/_config/events/{id}/replay", event_replay)
    add("POST", "/_config/fault", fault_set)
    add("POST", "/_config/payment_intents/{id}/act", intent_act)
    add("POST", "/_config/payment_intents/{id}/settle", intent_settle)
    add("POST", "/_config/refunds/{id}/settle", refund_settle)
    add("POST", "/_config/charges/{id}/dispute", charge_dispute)
    add("POST", "/_config/disputes/{id}/close", dispute_close)
