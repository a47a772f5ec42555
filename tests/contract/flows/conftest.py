"""A client written for Saleor, as our flows play it, and the market it meets."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from contract.flows.shop import Shop, stocked_shop
from factories.payments import stripe_shop  # noqa: F401
from factories.stripe import stripe_emulator, stripe_emulator_process  # noqa: F401


@pytest.fixture
def visitor(client: Any) -> SaleorClient:
    """A browser nobody is signed in with."""
    return SaleorClient(client)


@pytest.fixture
def shop(db: None) -> Shop:
    """Something of everything a storefront shows."""
    return stocked_shop()
