"""Signing in with e-mail and password."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.core.cache import cache

from market.accounts.errors import AccountInactive, AccountNotConfirmed, InvalidCredentials, LoginAttemptDelayed
from market.accounts.models import User

FREE_TRIES = 5
WINDOW_SECONDS = 15 * 60
LONGEST_DELAY_SECONDS = 300


def user_authenticate(*, email: str, password: str, ip_address: str) -> User:
    """The active user of these credentials.

    Raises InvalidCredentials (the same for an unknown e-mail as for a wrong password, in the same time), AccountInactive,
    AccountNotConfirmed, or LoginAttemptDelayed after repeated failures from one address or for one account.
    """
    counters = [f"sign-in:{ip_address}", f"sign-in:{email.strip().lower()[:254]}"]
    _ensure_not_delayed(counters)
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        make_password(password)  # spend the time a check would take
        _count(counters)
        raise InvalidCredentials("email")
    if not user.check_password(password):
        _count(counters)
        raise InvalidCredentials("email")
    if not user.is_active:
        raise AccountInactive("email")
    if not user.is_confirmed:
        raise AccountNotConfirmed("email")
    cache.delete(counters[1])
    return user


def _count(counters: list[str]) -> None:
    for name in counters:
        cache.add(name, 0, WINDOW_SECONDS)
        cache.incr(name)


def _ensure_not_delayed(counters: list[str]) -> None:
    tries = max(cache.get_many(counters).values(), default=0)
    if tries < FREE_TRIES:
        return
    delay = min(2 ** (tries - FREE_TRIES), LONGEST_DELAY_SECONDS)
    gate = f"{counters[1]}:gate:{tries}"
    if cache.add(gate, 1, delay):  # the first try of each step passes; the next waits
        return
    raise LoginAttemptDelayed("email", seconds=delay)
