"""Telling a buyer from a stranger. A guest shows with the order's e-mail address that an order is theirs."""

from __future__ import annotations

import hmac

from django.core.cache import cache

from market.accounts.rules import email_key
from market.core.actor import Actor
from market.orders.errors import BuyerNotRecognised, TooManyGuesses
from market.orders.models import Order
from market.orders.selectors.order_get import may_see_person

WINDOW_SECONDS = 15 * 60
GUESSES_AT_AN_ORDER = 10
GUESSES_OF_A_CALLER = 30


def is_buyer(*, order: Order, actor: Actor, email: str = "") -> bool:
    """Whether the actor is the buyer or staff, or gave the address a guest's order was placed with.

    An order that belongs to a member opens to nobody by its address. After too many wrong addresses, for the order or from one
    caller, the right one raises TooManyGuesses like every other for the rest of the window: a guess made then tells nothing.
    """
    if may_see_person(order, actor):
        return True
    if not email.strip():
        return False
    counters = _counters(order, actor)
    known = cache.get_many(counters)
    if any(known.get(name, 0) >= limit for name, limit in counters.items()):
        raise TooManyGuesses("email", minutes=WINDOW_SECONDS // 60)
    given, kept = email_key(email).encode(), email_key(order.user_email).encode()
    if order.user_id is None and kept and hmac.compare_digest(given, kept):
        return True
    for name in counters:
        _count(name)
    return False


def ensure_buyer(*, order: Order, actor: Actor, email: str = "") -> None:
    """Raise BuyerNotRecognised or TooManyGuesses unless the actor may decide for the buyer."""
    if not is_buyer(order=order, actor=actor, email=email):
        raise BuyerNotRecognised("email")


def _counters(order: Order, actor: Actor) -> dict[str, int]:
    counters = {f"order-email:order:{order.pk}": GUESSES_AT_AN_ORDER}
    if actor.ip_address:
        counters[f"order-email:caller:{actor.ip_address}"] = GUESSES_OF_A_CALLER
    return counters


def _count(name: str) -> None:
    if not cache.add(name, 1, WINDOW_SECONDS):
        try:
            cache.incr(name)
        except ValueError:  # the window ended between the two calls
            cache.add(name, 1, WINDOW_SECONDS)
