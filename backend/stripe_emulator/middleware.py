"""Between the wire and the handlers: faults on command, keys, idempotency, errors in JSON, and writing down."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import logging
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import web
from localstripe.errors import UserError

from stripe_emulator.books import Books, current_api_version, current_idempotency_key, random_text
from stripe_emulator.errors import Json, StripeError, required
from stripe_emulator.parameters import parameters_of
from stripe_emulator.webhooks import Courier

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOG = logging.getLogger("stripe_emulator")
FOR_BROWSERS = re.compile(r"^/v1/(payment_methods$|payment_intents/pi_\w+(/confirm)?$)")

OPEN_TO_PAGES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "authorization, content-type, idempotency-key, stripe-version",
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Max-Age": "600",
}


@dataclass
class Fault:
    """What goes wrong with the API on purpose, for so many requests or until it is told to stop.

    ``before`` fails without doing anything; ``after`` does the work and loses the answer.
    """

    mode: str = "none"  # none, 503 or hangup
    stage: str = "before"
    requests: int | None = None
    path: str = ""
    delay_seconds: float = 0.0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def become(self, other: Fault) -> None:
        """Take another's values; whoever waits because of the old ones waits no longer."""
        self.over.set()
        self.__dict__.update(other.__dict__)

    async def pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.over.wait(), seconds)

    def takes(self, request: web.Request) -> bool:
        if (self.mode == "none" and not self.delay_seconds) or not request.path.startswith("/v1/"):
            return False
        if request.method == "OPTIONS" or not re.search(self.path, f"{request.method} {request.path}"):
            return False
        if self.requests is None:
            return True
        self.requests -= 1
        return self.requests >= 0


BOOKS = web.AppKey("books", Books)
COURIER = web.AppKey("courier", Courier)
FAULT = web.AppKey("fault", Fault)
TAKEN_KEYS = web.AppKey[frozenset[str]]("taken_keys", frozenset)
PUBLIC_BASE = web.AppKey("public_base", str)
IN_FLIGHT = web.AppKey[dict[str, str]]("in_flight", dict)


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every failure in Stripe's shape; and leave for any page to ask, as api.stripe.com gives it."""
    if request.method == "OPTIONS":
        return dressed(request, web.Response(status=204))
    try:
        answer = await handler(request)
    except StripeError as error:
        answer = web.json_response(error.body(), status=error.status)
    except UserError as error:
        answer = error.to_response()
    except web.HTTPException as error:
        if error.status < 400:
            raise
        message = f"Unrecognized request URL ({request.method}: {request.path})."
        answer = web.json_response(
            {"error": {"type": "invalid_request_error", "message": message}}, status=error.status
        )
    except Exception:
        LOG.exception("%s %s", request.method, request.path)
        answer = web.json_response(
            {"error": {"type": "api_error", "message": "The emulator failed; see its log."}}, status=500
        )
    return dressed(request, answer)


def dressed(request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    if answer.prepared:
        return answer
    answer.headers["Request-Id"] = "req_" + random_text(14)
    answer.headers["Stripe-Version"] = current_api_version.get()
    if request.path.startswith(("/v1/", "/js.stripe.com/", "/emulator/")):
        answer.headers.update(OPEN_TO_PAGES)
    return answer


@web.middleware
async def faults(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Outside of idempotency: work whose answer was lost is remembered, as at Stripe."""
    fault = request.app[FAULT]
    if not fault.takes(request):
        return await handler(request)
    mode, stage, delay = fault.mode, fault.stage, fault.delay_seconds
    answer: web.StreamResponse | None = None
    if mode == "none" or stage == "after":
        request["pause"] = delay if stage == "before" else 0.0
        answer = await handler(request)
        await fault.pause(delay if stage == "after" else 0.0)
    if mode == "503":
        raise StripeError("The emulator is down on purpose.", status=503, kind="api_error")
    if mode == "hangup" and request.transport is not None:
        request.transport.abort()
    return answer or web.Response(status=503)


@web.middleware
async def slowness(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Inside of idempotency: a key is in flight while its request is slow."""
    await request.app[FAULT].pause(request.get("pause", 0.0))
    return await handler(request)


def api_key_of(request: web.Request, given: Json) -> str:
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme == "Basic":
        try:
            value = base64.b64decode(value).decode().partition(":")[0]
        except ValueError:
            value = ""
    return value or str(given.get("key", ""))


@web.middleware
async def keys(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The secret key opens everything; the publishable one what a shopper's browser needs, with the client secret."""
    if not request.path.startswith(("/v1/", "/_config/")):
        return await handler(request)
    given = await parameters_of(request)
    request["is_browser"] = False
    key = api_key_of(request, given)
    current_api_version.set(request.headers.get("Stripe-Version") or current_api_version.get())
    taken = request.app[TAKEN_KEYS]
    if not key.startswith(("sk_test_", "pk_test_")) or (taken and key not in taken):
        said = f"Invalid API Key provided: {key[:7]}***" if key else "You did not provide an API key."
        raise StripeError(said, status=401)
    if key.startswith("pk_test_"):
        if not FOR_BROWSERS.match(request.path) or request.method == "DELETE":
            message = "This API call cannot be made with a publishable API key. Please use a secret API key."
            raise StripeError(message, status=403, code="secret_key_required")
        ensure_client_secret(request, given)
        request["is_browser"] = True
    return await handler(request)


def ensure_client_secret(request: web.Request, given: Json) -> None:
    if "/payment_intents/" not in request.path:
        return
    if not given.get("client_secret"):
        raise required("client_secret")
    intent = request.app[BOOKS].find("payment_intent", request.path.split("/")[3])
    if intent is None or given["client_secret"] != intent["client_secret"]:
        message = "The client_secret provided does not match any associated PaymentIntent."
        raise StripeError(message, code="resource_missing", param="client_secret", status=404)


@web.middleware
async def idempotency(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The same key and body get the stored answer; another body 400; a second one at the same moment 409."""
    key = request.headers.get("Idempotency-Key")
    current_idempotency_key.set(key)
    if not key or request.method != "POST" or not request.path.startswith("/v1/"):
        return await handler(request)
    books, in_flight = request.app[BOOKS], request.app[IN_FLIGHT]
    fingerprint = hashlib.sha256(f"{request.path}\n{json.dumps(request['given'], sort_keys=True)}".encode()).hexdigest()
    if key in in_flight:
        message = (
            "There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, "
            "and the other request is still going through)."
        )
        raise StripeError(message, status=409, code="idempotency_key_in_use", is_kept=False)
    if kept := books.find("idempotency", key):
        if kept["fingerprint"] != fingerprint:
            message = (
                f"Keys for idempotent requests can only be used with the same parameters they were first used with. "
                f"Try using a key other than '{key}' if you meant to execute a different request."
            )
            raise StripeError(message, kind="idempotency_error", is_kept=False)
        return web.json_response(kept["body"], status=kept["status"], headers={"Idempotent-Replayed": "true"})
    in_flight[key] = fingerprint
    try:
        return await remembered(request, handler, key, fingerprint)
    finally:
        del in_flight[key]


async def remembered(request: web.Request, handler: Handler, key: str, fingerprint: str) -> web.StreamResponse:
    books = request.app[BOOKS]
    try:
        answer = await handler(request)
    except StripeError as error:
        if error.is_kept and error.status < 500:
            books.put(
                "idempotency", {"id": key, "fingerprint": fingerprint, "status": error.status, "body": error.body()}
            )
        raise
    assert isinstance(answer, web.Response)
    kept = {"id": key, "fingerprint": fingerprint, "status": answer.status, "body": json.loads(answer.text or "{}")}
    books.put("idempotency", kept)
    return answer


@web.middleware
async def writing(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What the request changed is on disk, and its events are on their way, before the answer leaves."""
    try:
        return await handler(request)
    finally:
        request.app[COURIER].send(request.app[BOOKS].commit())


# The outermost first.
ALL = [errors, keys, faults, writing, idempotency, slowness]
