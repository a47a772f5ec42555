"""Signing in with e-mail and password."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.core.cache import cache

from market.accounts.errors import AccountInactive, AccountNotConfirmed, InvalidCredentials, LoginAttemptDelayed
from market.accounts.models import User

FREE_TRIES = 5
WINDOW_SECONDS = 15 * 60
FIRST_DELAY_SECONDS = 10
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
    """Note a failure; from the fifth on, the next try has to wait, each time twice as long."""
    for name in counters:
        cache.add(name, 0, WINDOW_SECONDS)
        try:
            failures = cache.incr(name)
        except ValueError:  # the window ended between the two calls
            failures = 1
        if failures >= FREE_TRIES:
            delay = min(FIRST_DELAY_SECONDS * 2 ** (failures - FREE_TRIES), LONGEST_DELAY_SECONDS)
            cache.set(f"{name}:wait", delay, delay)


def _ensure_not_delayed(counters: list[str]) -> None:
    waiting = cache.get_many([f"{name}:wait" for name in counters])
    if waiting:
        raise LoginAttemptDelayed("email", seconds=max(waiting.values()))
