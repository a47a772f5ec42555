"""Starts the emulator as a process of its own and steers it. The one module that other code may import.

with Emulator.started(folder, webhook_url="http://127.0.0.1:8000/webhooks/stripe/") as emulator:
    client = stripe.StripeClient(emulator.secret_key, base_addresses={"api": emulator.url})
    emulator.confirm(intent_id, card="4000002500003155")
    emulator.approve(intent_id)
    emulator.wait_for_webhooks()
    emulator.books()["sums"]
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from stripe_emulator.signing import signature

BACKEND = Path(__file__).resolve().parents[1]
Json = dict[str, Any]
OK, DECLINED, NO_FUNDS = "4242424242424242", "4000000000000002", "4000000000009995"
NEEDS_3DS, NEEDS_3DS_THEN_DECLINED, DISPUTED = "4000002500003155", "4000008400001629", "4000000000000259"
READY_SECONDS = 30


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Control:
    """An emulator that runs somewhere, reached by its address. Every method raises when the emulator refuses."""

    url: str
    secret_key: str = "sk_test_emulator"  # noqa: S105 - opens nothing but a test on this machine
    publishable_key: str = "pk_test_emulator"
    http: httpx.Client = field(default_factory=lambda: httpx.Client(trust_env=False, timeout=30), repr=False)

    @classmethod
    def of_environment(cls) -> Control:
        """That of the running market, by the settings the launcher gave it."""
        keys = os.environ["STRIPE_API_KEY"], os.environ["STRIPE_PUBLISHABLE_KEY"]
        return cls(os.environ["STRIPE_API_BASE"].rstrip("/"), *keys)

    def ask(self, method: str, path: str, /, **fields: Any) -> Json:
        headers = {"Authorization": f"Bearer {self.secret_key}"}
        data = {name: value for name, value in fields.items() if value is not None}
        answer = self.http.request(method, self.url + path, data=data or None, headers=headers)
        answer.raise_for_status()
        found: Json = answer.json()
        return found

    # The shopper

    def intent(self, intent_id: str) -> Json:
        return self.ask("GET", f"/v1/payment_intents/{intent_id}")

    def confirm(
        self, intent_id: str, *, card: str | None = OK, method: str = "card", return_url: str | None = None
    ) -> Json:
        """As the script in the browser does: publishable key and client secret. Returns the answer, a declined one too."""
        fields = {
            "key": self.publishable_key,
            "client_secret": self.intent(intent_id)["client_secret"],
            "payment_method_data[type]": method,
            "return_url": return_url or "https://shop.example/return",
        }
        if method == "card":
            fields |= {
                "payment_method_data[card][number]": card or OK,
                "payment_method_data[card][exp_month]": "12",
                "payment_method_data[card][exp_year]": str(time.gmtime().tm_year + 3),
                "payment_method_data[card][cvc]": "123",
                "use_stripe_sdk": "true",
            }
        answer = self.http.post(f"{self.url}/v1/payment_intents/{intent_id}/confirm", data=fields)
        found: Json = answer.json()
        return found

    def approve(self, intent_id: str) -> Json:
        """At the bank's 3-D Secure page or in the wallet."""
        return self.ask("POST", f"/_config/payment_intents/{intent_id}/act", outcome="approve")

    def deny(self, intent_id: str) -> Json:
        return self.ask("POST", f"/_config/payment_intents/{intent_id}/act", outcome="deny")

    def approve_later(self, intent_id: str) -> Json:
        """Approved, and ``processing`` until ``settle``."""
        return self.ask("POST", f"/_config/payment_intents/{intent_id}/act", outcome="later")

    def settle(self, intent_id: str, *, fail: bool = False) -> Json:
        return self.ask("POST", f"/_config/payment_intents/{intent_id}/settle", fail=str(fail).lower())

    def browser_returns(self, intent_id: str, outcome: str = "approve") -> str:
        """Press a button of the hosted page and return the address the browser is sent to."""
        secret = self.intent(intent_id)["client_secret"]
        address = f"{self.url}/emulator/pay/{intent_id}/outcome"
        answer = self.http.post(address, data={"client_secret": secret, "outcome": outcome})
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    # The bank

    def dispute(self, charge_id: str, *, amount: int | None = None, reason: str | None = None) -> Json:
        return self.ask("POST", f"/_config/charges/{charge_id}/dispute", amount=amount, reason=reason)

    def dispute_close(self, dispute_id: str, status: str) -> Json:
        """``won`` or ``lost``."""
        return self.ask("POST", f"/_config/disputes/{dispute_id}/close", status=status)

    def refund_settle(self, refund_id: str, status: str) -> Json:
        """``succeeded`` or ``failed``, for refunds that end later."""
        return self.ask("POST", f"/_config/refunds/{refund_id}/settle", status=status)

    # Faults

    def hold_webhooks(self) -> None:
        self.ask("POST", "/_config/webhooks/hold")

    def release_webhooks(self, *, newest_first: bool = False) -> int:
        order = "newest_first" if newest_first else "oldest_first"
        return int(self.ask("POST", "/_config/webhooks/release", order=order)["released"])

    def delay_webhooks(self, ms: int) -> None:
        self.ask("POST", "/_config/webhooks/delay", ms=ms)

    def replay(self, event_id: str) -> None:
        self.ask("POST", f"/_config/events/{event_id}/replay")

    def go_down(
        self,
        *,
        mode: str = "503",
        stage: str = "before",
        requests: int | None = None,
        path: str = "",
        delay_ms: int = 0,
    ) -> None:
        """Mode ``503`` or ``hangup``; stage ``after`` does the work and loses the answer; `path` is a pattern over "POST /v1/…"."""
        self.ask("POST", "/_config/fault", mode=mode, stage=stage, requests=requests, path=path, delay_ms=delay_ms)

    def slow_down(self, ms: int, *, stage: str = "before", requests: int | None = None, path: str = "") -> None:
        self.ask("POST", "/_config/fault", mode="none", stage=stage, requests=requests, path=path, delay_ms=ms)

    def come_up(self) -> None:
        self.ask("POST", "/_config/fault", mode="none")

    def set_webhook(self, url: str, secret: str, name: str = "market") -> None:
        self.ask("POST", f"/_config/webhooks/{name}", url=url, secret=secret)

    # The books

    def books(self) -> Json:
        """Everything the provider knows, and ``sums`` by currency: captured, refunded, disputed, authorized."""
        return self.ask("GET", "/_config/state")

    def events(self, name: str = "") -> list[Json]:
        """Oldest first; of one type or all."""
        return [event for event in self.books()["events"] if not name or event["type"] == name]

    def signed(self, event: Json, secret: str) -> tuple[bytes, str]:
        """Body and Stripe-Signature of an event, for tests that hand it to the market's view themselves."""
        body = json.dumps(event).encode()
        return body, signature(body, secret, int(time.time()))

    def wait_for_webhooks(self, seconds: float = 30) -> None:
        """Until nothing is on its way. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while left := set(books["undelivered"]) - set(books["held"]) if (books := self.books()) else None:
            if time.monotonic() > deadline:
                raise TimeoutError(f"webhooks still on their way: {sorted(left)}")
            time.sleep(0.05)

    def reset(self) -> None:
        self.ask("POST", "/_config/reset")


@dataclass
class Emulator(Control):
    """One that we started, with its process."""

    folder: Path = Path()
    webhook_url: str = ""
    webhook_secret: str = ""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    @contextmanager
    def started(cls, folder: Path, *, webhook_url: str = "", port: int | None = None) -> Iterator[Emulator]:
        """Running until the block ends; books and log lie in `folder`."""
        secret = "whsec_" + secrets.token_hex(16)
        url = f"http://127.0.0.1:{port or free_port()}"
        emulator = cls(url, folder=folder, webhook_url=webhook_url, webhook_secret=secret)
        emulator.start()
        try:
            yield emulator
        finally:
            emulator.stop()
            emulator.http.close()

    def environment(self) -> dict[str, str]:
        """What the market's processes need to use this emulator."""
        return {
            "STRIPE_API_KEY": self.secret_key,
            "STRIPE_PUBLISHABLE_KEY": self.publishable_key,
            "STRIPE_WEBHOOK_SECRET": self.webhook_secret,
            "STRIPE_API_BASE": self.url,
            "STRIPE_JS_URL": f"{self.url}/js.stripe.com/v3/",
            "IEUM_PAYMENTS_TEST_MODE": "1",
        }

    def start(self) -> None:
        """Also after ``stop`` or ``kill``: the books are as they were."""
        self.folder.mkdir(parents=True, exist_ok=True)
        port = self.url.rsplit(":", 1)[1]
        command = [sys.executable, "-m", "stripe_emulator", "--port", port, "--public-url", self.url]
        command += ["--state", str(self.folder / "books.sqlite3"), "--webhook-url", self.webhook_url]
        env = {**os.environ, **self.environment(), "PYTHONPATH": str(BACKEND)}
        with (self.folder / "emulator.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # noqa: S603
        deadline = time.monotonic() + READY_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "emulator.log").read_text(encoding="utf-8")[-4000:])
            time.sleep(0.05)

    def answers(self) -> bool:
        try:
            return self.http.get(f"{self.url}/emulator/health", timeout=1).status_code == 200
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
