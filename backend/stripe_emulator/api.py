"""The routes of Stripe's API that the market uses, and behind them those of localstripe."""

from __future__ import annotations

from collections.abc import Callable

import localstripe.resources
import localstripe.server
from aiohttp import web

from stripe_emulator import cards, charges, intents
from stripe_emulator.books import Books, random_text
from stripe_emulator.errors import Json, StripeError
from stripe_emulator.listing import page_of, shown
from stripe_emulator.middleware import BOOKS, PUBLIC_BASE, Handler
from stripe_emulator.parameters import ensure_known, metadata_after, names, table, text

# What a browser may see of an intent with the publishable key.
PUBLIC_FIELDS = (
    "id", "object", "amount", "amount_details", "automatic_payment_methods", "canceled_at", "cancellation_reason",
    "capture_method", "client_secret", "confirmation_method", "created", "currency", "description", "last_payment_error",
    "livemode", "next_action", "payment_method", "payment_method_types", "processing", "receipt_email",
    "setup_future_usage", "shipping", "source", "status",
)  # fmt: skip
PAGES = ("created", "limit", "starting_after", "ending_before")
FILTERS = {
    "payment_intent": ("customer",),
    "charge": ("customer", "payment_intent"),
    "refund": ("charge", "payment_intent"),
    "dispute": ("charge", "payment_intent"),
    "balance_transaction": ("source", "type"),
    "event": ("type",),
    "customer": ("email",),
    "payment_method": ("customer", "type"),
}
CUSTOMER = (
    "address", "balance", "description", "email", "invoice_settings", "metadata", "name", "payment_method", "phone",
    "preferred_locales", "shipping", "tax_exempt",
)  # fmt: skip
Work = Callable[[Books, Json, Json], Json]


def answer(request: web.Request, thing: Json) -> web.Response:
    body = shown(request.app[BOOKS], thing, names(request["given"], "expand"))
    if request["is_browser"] and thing["object"] == "payment_intent":
        body = {name: value for name, value in body.items() if name in PUBLIC_FIELDS}
    return web.json_response(body)


def getting(kind: str) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        param = "intent" if kind == "payment_intent" else ""
        return answer(request, request.app[BOOKS].get(kind, request.match_info["id"], param))

    return handle


def listing(kind: str) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        given, books = request["given"], request.app[BOOKS]
        ensure_known(given, (*PAGES, *FILTERS[kind], *(("types", "delivery_success") if kind == "event" else ())))
        wanted = {name: text(given, name) for name in FILTERS[kind] if text(given, name)}
        found = books.all(kind, **wanted)
        if kind == "event" and names(given, "types"):
            found = [event for event in found if event["type"] in names(given, "types")]
        return web.json_response(page_of(books, found, given, request.path))

    return handle


def creating(work: Callable[[Books, Json], Json]) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        return answer(request, work(request.app[BOOKS], request["given"]))

    return handle


def changing(kind: str, work: Work) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        books = request.app[BOOKS]
        return answer(request, work(books, books.get(kind, request.match_info["id"]), request["given"]))

    return handle


def base_of(request: web.Request) -> str:
    return request.app[PUBLIC_BASE]


async def intent_create(request: web.Request) -> web.Response:
    return answer(request, intents.intent_create(request.app[BOOKS], request["given"], base_of(request)))


async def intent_confirm(request: web.Request) -> web.Response:
    books, given = request.app[BOOKS], request["given"]
    intent = books.get("payment_intent", request.match_info["id"], "intent")
    try:
        return answer(request, intents.intent_confirm(books, intent, given, base_of(request)))
    except StripeError as error:
        inside = error.error.get("payment_intent")
        if request["is_browser"] and inside:
            error.error["payment_intent"] = {name: inside[name] for name in PUBLIC_FIELDS}
        raise


def method_attach(books: Books, method: Json, given: Json) -> Json:
    method["customer"] = books.get("customer", text(given, "customer", must=True) or "", "customer")["id"]
    books.record("payment_method.attached", books.put("payment_method", method))
    return method


def method_detach(books: Books, method: Json, given: Json) -> Json:
    method["customer"] = None
    books.record("payment_method.detached", books.put("payment_method", method))
    return method


def customer_create(books: Books, given: Json) -> Json:
    ensure_known(given, CUSTOMER)
    customer = books.new(
        "customer", address=None, balance=0, currency=None, default_source=None, delinquent=False, description=None,
        discount=None, email=None, invoice_prefix=random_text(8).upper(), invoice_settings={"default_payment_method": None},
        metadata={}, name=None, phone=None, preferred_locales=[], shipping=None, tax_exempt="none", test_clock=None,
    )  # fmt: skip
    return customer_write(books, customer, given, "customer.created")


def customer_update(books: Books, customer: Json, given: Json) -> Json:
    ensure_known(given, CUSTOMER)
    return customer_write(books, customer, given, "customer.updated")


def customer_write(books: Books, customer: Json, given: Json, event: str) -> Json:
    customer |= {name: text(given, name) for name in ("description", "email", "name", "phone") if name in given}
    customer |= {name: table(given, name) for name in ("address", "shipping") if name in given}
    customer["metadata"] = metadata_after(given, customer["metadata"])
    if "preferred_locales" in given:
        customer["preferred_locales"] = names(given, "preferred_locales")
    books.record(event, books.put("customer", customer))
    if text(given, "payment_method"):
        method_attach(books, books.get("payment_method", given["payment_method"]), {"customer": customer["id"]})
    return customer


async def customer_delete(request: web.Request) -> web.Response:
    books, identifier = request.app[BOOKS], request.match_info["id"]
    customer = books.get("customer", identifier)
    books.record("customer.deleted", customer)
    books.remove("customer", identifier)
    return web.json_response({"id": identifier, "object": "customer", "deleted": True})


async def balance(request: web.Request) -> web.Response:
    sums: dict[str, int] = {}
    for line in request.app[BOOKS].all("balance_transaction"):
        sums[line["currency"]] = sums.get(line["currency"], 0) + line["net"]
    available = [
        {"amount": amount, "currency": currency, "source_types": {"card": amount}} for currency, amount in sums.items()
    ]
    return web.json_response({"object": "balance", "available": available, "pending": [], "livemode": False})


def dispute_close(books: Books, dispute: Json, given: Json) -> Json:
    """The merchant accepts the loss."""
    return charges.dispute_close(books, dispute, "lost")


def add_routes(app: web.Application) -> None:
    """Ours first; the router takes the first that fits."""
    add = app.router.add_route
    for kind in FILTERS:
        add("GET", f"/v1/{kind}s", listing(kind))
        add("GET", f"/v1/{kind}s/{{id}}", getting(kind))
    add("POST", "/v1/payment_intents", intent_create)
    add("POST", "/v1/payment_intents/{id}", changing("payment_intent", intents.intent_update))
    add("POST", "/v1/payment_intents/{id}/confirm", intent_confirm)
    add("POST", "/v1/payment_intents/{id}/capture", changing("payment_intent", intents.intent_capture))
    add("POST", "/v1/payment_intents/{id}/cancel", changing("payment_intent", intents.intent_cancel))
    add("POST", "/v1/charges/{id}", changing("charge", charges.charge_update))
    add("POST", "/v1/refunds", creating(charges.refund_create))
    add("POST", "/v1/refunds/{id}", changing("refund", charges.refund_update))
    add("POST", "/v1/disputes/{id}/close", changing("dispute", dispute_close))
    add("POST", "/v1/payment_methods", creating(cards.method_create))
    add("POST", "/v1/payment_methods/{id}/attach", changing("payment_method", method_attach))
    add("POST", "/v1/payment_methods/{id}/detach", changing("payment_method", method_detach))
    add("POST", "/v1/customers", creating(customer_create))
    add("POST", "/v1/customers/{id}", changing("customer", customer_update))
    add("DELETE", "/v1/customers/{id}", customer_delete)
    add("GET", "/v1/balance", balance)
    add_localstripe(app)


def add_localstripe(app: web.Application) -> None:
    """Everything else it knows (products, tax rates, setup intents, subscriptions …), in memory only, its events through ours."""
    localstripe.resources.Store.dump_to_disk = lambda store: None
    localstripe.resources.schedule_webhook = lambda event: app[BOOKS].record(event.type, event.data["object"])
    own = (*(f"/v1/{kind}s" for kind in FILTERS), "/v1/balance")
    for route in localstripe.server.app.router.routes():
        path = route.resource.canonical if route.resource else ""
        if path.startswith("/v1/") and not path.startswith(own) and route.method != "HEAD":
            app.router.add_route(route.method, path, route.handler)
