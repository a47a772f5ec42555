"""How often somebody may guess at promo codes."""

from __future__ import annotations

from uuid import UUID

from django.core.cache import cache

from market.core.actor import Actor
from market.promotions.errors import TooManyPromoCodeAttempts

WINDOW_SECONDS = 15 * 60
TRIES_OF_A_CHECKOUT = 10
TRIES_OF_AN_ADDRESS = 30


def attempts_check(*, checkout_id: UUID, actor: Actor) -> None:
    """Raise TooManyPromoCodeAttempts where too many codes failed lately, before anything is looked up: so a right code that is
    guessed while waiting is not told from a wrong one."""
    limits = _limits(checkout_id, actor)
    counted = cache.get_many(limits)
    if any(counted.get(name, 0) >= limit for name, limit in limits.items()):
        raise TooManyPromoCodeAttempts("promoCode", minutes=WINDOW_SECONDS // 60)


def attempt_failed(*, checkout_id: UUID, actor: Actor) -> None:
    """Count a code that was refused, for the checkout and for the address it came from."""
    for name in _limits(checkout_id, actor):
        if not cache.add(name, 1, WINDOW_SECONDS):
            try:
                cache.incr(name)
            except ValueError:  # the window ended between the two calls
                cache.add(name, 1, WINDOW_SECONDS)


def _limits(checkout_id: UUID, actor: Actor) -> dict[str, int]:
    limits = {f"promo-code:checkout:{checkout_id}": TRIES_OF_A_CHECKOUT}
    if actor.ip_address:
        limits[f"promo-code:address:{actor.ip_address}"] = TRIES_OF_AN_ADDRESS
    return limits
