"""Signing in with e-mail and password."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.cache import cache

from market.accounts.errors import AccountInactive, AccountNotConfirmed, InvalidCredentials, LoginAttemptDelayed
from market.accounts.models import User
from market.accounts.rules import caller_key, email_key

FREE_TRIES = 5
WINDOW_SECONDS = 15 * 60
FIRST_DELAY_SECONDS = 10
LONGEST_DELAY_SECONDS = 300


def user_authenticate(*, email: str, password: str, ip_address: str) -> User:
    """The active user of these credentials.

    Raises InvalidCredentials (the same for an unknown e-mail as for a wrong password, in the same time), AccountInactive,
    AccountNotConfirmed (both only after a right password), or LoginAttemptDelayed after repeated failures from one address or for
    one account.
    """
    counters = _counters(email, ip_address)
    _ensure_not_delayed(counters, "email")
    user = User.objects.filter(email=email_key(email)).first()
    if not _is_right(user, password) or user is None:
        _count(counters)
        raise InvalidCredentials("email")
    if not user.is_active:
        raise AccountInactive("email")
    if not user.is_confirmed and settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL:
        raise AccountNotConfirmed("email")
    cache.delete(counters[1])
    return user


def password_check(*, user: User, password: str, ip_address: str, field: str) -> None:
    """Ask for the password once more; wrong ones count like those of a sign-in. Raises InvalidCredentials, LoginAttemptDelayed."""
    counters = _counters(user.email, ip_address)
    _ensure_not_delayed(counters, field)
    if not _is_right(user, password):
        _count(counters)
        raise InvalidCredentials(field)


def _is_right(user: User | None, password: str) -> bool:
    """Whether it is the password; nobody, and an account without one, take as long as a check does."""
    if user is None or not user.has_usable_password():
        make_password(password)
        return False
    return user.check_password(password)


def _counters(email: str, ip_address: str) -> list[str]:
    return [f"sign-in:{caller_key(ip_address)}", f"sign-in:{email_key(email)[:254]}"]


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


def _ensure_not_delayed(counters: list[str], field: str) -> None:
    waiting = cache.get_many([f"{name}:wait" for name in counters])
    if waiting:
        raise LoginAttemptDelayed(field, seconds=max(waiting.values()))
