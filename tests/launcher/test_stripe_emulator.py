"""The launcher's Stripe emulator: on when no keys are given, on a port of its own, with keys that stay."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import stripe

from launcher.market import answers
from launcher.process import StopRequest, Supervisor
from launcher.stripe import StripeEmulator, is_wanted


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    one = Supervisor(StopRequest())
    yield one
    one.stop_all()


@pytest.mark.parametrize("name", ["STRIPE_API_KEY", "STRIPE_PUBLISHABLE_KEY"])
def test_it_runs_only_without_keys(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for each in ("STRIPE_API_KEY", "STRIPE_PUBLISHABLE_KEY"):
        monkeypatch.delenv(each, raising=False)
    assert is_wanted()
    monkeypatch.setenv(name, "test_key_of_an_account")
    assert not is_wanted()


def test_the_next_free_port_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        monkeypatch.setenv("IEUM_STRIPE_PORT", str(taken))
        assert StripeEmulator(tmp_path, "127.0.0.1", 8000).port != taken
    assert StripeEmulator(tmp_path, "127.0.0.1", 8000).port == taken


def test_keys_stay_and_are_their_owners_alone(tmp_path: Path) -> None:
    first, second = StripeEmulator(tmp_path, "127.0.0.1", 8000), StripeEmulator(tmp_path, "127.0.0.1", 8000)
    other = StripeEmulator(tmp_path / "other", "127.0.0.1", 8000)
    assert first.keys == second.keys
    assert first.keys["STRIPE_WEBHOOK_SECRET"] != other.keys["STRIPE_WEBHOOK_SECRET"]
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600


def test_browsers_elsewhere_are_given_the_address_they_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IEUM_PUBLIC_STRIPE_URL", "https://pay.ieum.example/")
    settings = StripeEmulator(tmp_path, "0.0.0.0", 8000).settings()
    assert settings["STRIPE_JS_URL"] == "https://pay.ieum.example/js.stripe.com/v3/"
    assert settings["STRIPE_API_BASE"].startswith("http://127.0.0.1:")


def test_a_restarted_market_still_knows_its_payments(tmp_path: Path, supervisor: Supervisor) -> None:
    def start() -> stripe.StripeClient:
        emulator = StripeEmulator(tmp_path, "127.0.0.1", 8000)
        child = supervisor.start(emulator.child(tmp_path / "emulator.log", dict(os.environ)))
        supervisor.wait_for(child, answers(f"{emulator.url()}/emulator/health"), 30)
        settings = emulator.settings()
        return stripe.StripeClient(
            settings["STRIPE_API_KEY"], base_addresses={"api": settings["STRIPE_API_BASE"]}, max_network_retries=0
        )

    made = start().v1.payment_intents.create({"amount": 12_000, "currency": "krw"})
    supervisor.stop_all()
    assert start().v1.payment_intents.retrieve(made.id).amount == 12_000


def test_another_market_s_key_opens_nothing(tmp_path: Path, supervisor: Supervisor) -> None:
    emulator = StripeEmulator(tmp_path, "127.0.0.1", 8000)
    child = supervisor.start(emulator.child(tmp_path / "emulator.log", dict(os.environ)))
    supervisor.wait_for(child, answers(f"{emulator.url()}/emulator/health"), 30)
    client = stripe.StripeClient("sk_test_of_another", base_addresses={"api": emulator.url()})
    with pytest.raises(stripe.AuthenticationError):
        client.v1.balance.retrieve()
