"""The local Stripe emulator: started when no Stripe keys are given, so that paying can be tried without an account."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

from launcher.process import Child
from launcher.state import BACKEND, PYTHON, free_port, note_read, note_text, port_from

KEYS = ("STRIPE_API_KEY", "STRIPE_PUBLISHABLE_KEY")
SETTINGS = (*KEYS, "STRIPE_WEBHOOK_SECRET", "STRIPE_API_BASE", "STRIPE_JS_URL", "IEUM_PAYMENTS_TEST_MODE")
FOR_STOREFRONT = ("STRIPE_PUBLISHABLE_KEY", "STRIPE_JS_URL", "IEUM_PAYMENTS_TEST_MODE")
PORT = 8420


def is_wanted() -> bool:
    """With a key of either kind in the environment the market talks to Stripe itself."""
    return not any(os.environ.get(name, "").strip() for name in KEYS)


def port_near(wanted: int, host: str) -> int:
    """The wanted port, or one of the next few, or any."""
    for port in range(wanted, min(wanted + 20, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    return free_port()


class StripeEmulator:
    """One emulator for one market. Its keys and books stay in `folder`, so a restarted market still knows its payments."""

    def __init__(self, folder: Path, host: str, api_port: int) -> None:
        self.folder = folder
        self.host = host
        self.port = port_near(port_from("IEUM_STRIPE_PORT", PORT), host)
        self.near = "127.0.0.1" if host in ("0.0.0.0", "::") else host
        self.api_port = api_port
        self.keys = self._keys()

    def _keys(self) -> dict[str, str]:
        """Made once; readable by their owner only."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "keys.json"
        keys = note_read(path)
        if set(keys) == {*KEYS, "STRIPE_WEBHOOK_SECRET"}:
            return keys
        keys = {
            "STRIPE_API_KEY": "sk_test_emulator_" + secrets.token_hex(16),
            "STRIPE_PUBLISHABLE_KEY": "pk_test_emulator_" + secrets.token_hex(16),
            "STRIPE_WEBHOOK_SECRET": "whsec_" + secrets.token_hex(24),
        }
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(note_text(keys), encoding="utf-8")
        return keys

    def url(self) -> str:
        """As servers on this machine reach it."""
        return f"http://{self.near}:{self.port}"

    def public_url(self) -> str:
        """As browsers reach it."""
        return os.environ.get("IEUM_PUBLIC_STRIPE_URL", "").rstrip("/") or f"http://localhost:{self.port}"

    def settings(self) -> dict[str, str]:
        return {
            **self.keys,
            "STRIPE_API_BASE": self.url(),
            "STRIPE_JS_URL": f"{self.public_url()}/js.stripe.com/v3/",
            "IEUM_PAYMENTS_TEST_MODE": "1",
        }

    def child(self, log: Path, env: dict[str, str]) -> Child:
        webhook = f"http://{self.near}:{self.api_port}/webhooks/stripe/"
        command = [str(PYTHON), "-m", "stripe_emulator", "--host", self.host, "--port", str(self.port)]
        command += ["--state", str(self.folder / "books.sqlite3"), "--public-url", self.public_url()]
        command += ["--webhook-url", webhook]
        env = {**env, **self.settings()}
        return Child("Stripe 에뮬레이터 · emulator", command, log, env, BACKEND, is_foundation=True)
