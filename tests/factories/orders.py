"""Orders for tests, placed as a shopper places them."""

from __future__ import annotations

from collections.abc import Mapping

from factories.checkout import anew, ready_checkout
from market.accounts.models import User
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS, Actor
from market.orders.models import Order


def placed_order(channel: Channel, quantities: Mapping[ProductVariant, int], *, user: User | None = None) -> Order:
    """An order of a guest's, or of this member's."""
    actor = Actor(user_id=user.pk, email=user.email) if user else ANONYMOUS
    return anew(checkout_complete, checkout_id=ready_checkout(channel, quantities, actor=actor).pk, actor=actor)
