"""The local Stripe emulator for tests: `stripe_emulator` with empty books for each test, and a client of the official library.

A conftest takes them in by name: ``from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process  # noqa: F401``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import stripe
from stripe_emulator.testing import Emulator


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
