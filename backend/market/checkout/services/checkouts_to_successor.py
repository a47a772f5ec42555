"""Baskets that somebody else goes on with."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout
from market.core import clock


def checkouts_to_successor(*, checkout_ids: Collection[UUID], from_user_id: int, to_user_id: int, email: str) -> int:
    """Make those of these checkouts that are the one person's the other's, with what they hold; in the transaction of the caller, who has
    made sure that they may change hands. Returns how many."""
    ids = [row.pk for row in checkouts_for_update().filter(pk__in=checkout_ids, user_id=from_user_id)]
    return Checkout.objects.filter(pk__in=ids).update(user_id=to_user_id, email=email, updated_at=clock.now())
