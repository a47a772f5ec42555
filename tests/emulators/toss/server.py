"""The HTTP side: who asks, under which idempotency key, and what is answered."""

from __future__ import annotations

import base64
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from emulators.toss.books import Books, Json
from emulators.toss.errors import Refused
from emulators.toss.faults import Faults

Answer = tuple[int, Any]
MAX_KEY = 300


@dataclass
class Merchant:
    """One merchant's books behind its secret key. ``asked`` holds method, path and idempotency key of every call."""

    secret_key: str
    books: Books
    faults: Faults = field(default_factory=Faults)
    answers: dict[tuple[str, str, str], Answer | None] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, method: str, target: str, headers: Any, body: bytes) -> Answer:
        path = urlsplit(target).path
        key = headers.get("Idempotency-Key") or ""
        with self.lock:
            self.asked.append((method, path, key))
        try:
            self._authorize(headers.get("Authorization") or "")
            if len(key) > MAX_KEY:
                raise Refused("INVALID_IDEMPOTENCY_KEY")
            if method == "POST" and key:
                return self._once((method, path, key), body)
            return self._act(method, target, body)
        except Refused as refused:
            return refused.status, {"code": refused.code, "message": refused.message}

    def _authorize(self, header: str) -> None:
        kind, _, encoded = header.partition(" ")
        try:
            told = base64.b64decode(encoded).decode()
        except ValueError as error:
            raise Refused("UNAUTHORIZED_KEY") from error
        if kind != "Basic" or not told:
            raise Refused("UNAUTHORIZED_KEY")
        if not told.endswith(":"):
            raise Refused("INCORRECT_BASIC_AUTH_FORMAT")
        if told != f"{self.secret_key}:":
            raise Refused("UNAUTHORIZED_KEY")

    def _once(self, call: tuple[str, str, str], body: bytes) -> Answer:
        """The first answer again, errors too, whatever the body says; 409 while the first call still runs."""
        with self.lock:
            if call in self.answers:
                stored = self.answers[call]
                if stored is None:
                    raise Refused("IDEMPOTENT_REQUEST_PROCESSING")
                return stored
            self.answers[call] = None
        try:
            answer = self._act(call[0], call[1], body)
        except Refused as refused:
            answer = refused.status, {"code": refused.code, "message": refused.message}
        self.faults.hold(call[1])
        with self.lock:
            self.answers[call] = answer
        return answer

    def _act(self, method: str, target: str, body: bytes) -> Answer:
        address = urlsplit(target)
        parts = [unquote(part) for part in address.path.strip("/").split("/")]
        failing = self.faults.error_of(address.path)
        if failing:
            raise Refused(failing)
        with self.books.lock:
            return 200, json.loads(json.dumps(self._found(method, parts, parse_qs(address.query), body)))

    def _found(self, method: str, parts: list[str], query: dict[str, list[str]], body: bytes) -> Any:
        match (method, parts):
            case ("POST", ["v1", "payments", "confirm"]):
                return self.books.confirm(_object(body))
            case ("POST", ["v1", "payments", payment_key, "cancel"]):
                return self.books.cancel(payment_key, _object(body))
            case ("GET", ["v1", "payments", "orders", order_id]):
                return self.books.payment_of_order(order_id)
            case ("GET", ["v1", "payments", payment_key]):
                return self.books.payment(payment_key)
            case ("GET", ["v1", "transactions"]):
                return self._transactions(query)
        raise Refused("NOT_FOUND")

    def _transactions(self, query: dict[str, list[str]]) -> list[Json]:
        try:
            start, end = query["startDate"][0], query["endDate"][0]
            limit = int(query.get("limit", ["100"])[0])
            return self.books.listed(start, end, query.get("startingAfter", [None])[0], limit)  # type: ignore[list-item]
        except (KeyError, ValueError) as error:
            raise Refused("INVALID_REQUEST") from error


def _object(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError as error:
        raise Refused("INVALID_REQUEST") from error
    if not isinstance(found, dict):
        raise Refused("INVALID_REQUEST")
    return found


def server_of(merchant: Merchant) -> ThreadingHTTPServer:
    """On a free port of this machine; not serving yet."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._serve("GET")

        def do_POST(self) -> None:
            self._serve("POST")

        def _serve(self, method: str) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if merchant.faults.is_down:
                return  # the connection closes without a word, and nothing was done
            status, content = merchant.answer(method, self.path, self.headers, body)
            if merchant.faults.drops_answer(self.path):
                return
            encoded = json.dumps(content, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json;charset=utf-8")
            self.send_header("Content-Length", str(len(encoded)))
            self.end_headers()
            self.wfile.write(encoded)

        def log_message(self, *values: object) -> None:
            return

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)
