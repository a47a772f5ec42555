"""The local Stripe emulator for tests: `stripe_emulator` with empty books for each test, and a client of the official library.

A conftest takes them in by name:
``from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process, webhook_receiver  # noqa: F401``
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import stripe

from stripe_emulator.testing import Emulator

WEBHOOK_SECRET = "whsec_of_this_test"


@dataclass
class Receiver:
    """Takes webhooks in, answering with the statuses given, and then with 200."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    received: list[tuple[bytes, str]] = field(default_factory=list)

    def events(self) -> list[dict[str, Any]]:
        """Those taken with 200, their signatures checked by the official library."""
        return [
            json.loads(str(stripe.Webhook.construct_event(body, sign, WEBHOOK_SECRET))) for body, sign in self.received
        ]  # type: ignore[no-untyped-call]

    def types(self) -> list[str]:
        return [event["type"] for event in self.events()]


@pytest.fixture(scope="session")
def stripe_emulator_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    """One process for the whole run; tests take `stripe_emulator`."""
    with Emulator.started(tmp_path_factory.mktemp("stripe")) as emulator:
        yield emulator


@pytest.fixture
def stripe_emulator(stripe_emulator_process: Emulator) -> Emulator:
    """Running, nothing in its books, no fault set, and no webhook: ``set_webhook(url, secret)`` names one."""
    if stripe_emulator_process.process is None:
        stripe_emulator_process.start()
    stripe_emulator_process.come_up()
    stripe_emulator_process.reset()
    stripe_emulator_process.ask("DELETE", "/_config/webhooks/market")
    return stripe_emulator_process


@pytest.fixture
def stripe_client(stripe_emulator: Emulator) -> stripe.StripeClient:
    """The official library against the emulator, without its own repetitions."""
    base = {"api": stripe_emulator.url}
    return stripe.StripeClient(stripe_emulator.secret_key, base_addresses=base, max_network_retries=0)  # type: ignore[arg-type]


@pytest.fixture
def webhook_receiver(stripe_emulator: Emulator) -> Iterator[Receiver]:
    """Set as the emulator's webhook for one test."""
    one = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = one.answers.pop(0) if one.answers else 200
            if status == 200:
                one.received.append((body, self.headers["Stripe-Signature"]))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *values: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        one.url = f"http://127.0.0.1:{server.server_port}/"
        stripe_emulator.set_webhook(one.url, WEBHOOK_SECRET)
        yield one
        stripe_emulator.reset()
        server.shutdown()
