"""Staying signed in."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache

from market.accounts.errors import TokenInvalid, TokenMissing, TooManyRefreshes
from market.accounts.models import User
from market.accounts.rules import caller_key
from market.accounts.services.mail_terms import count_within
from market.accounts.services.tokens import ACCESS, OWN, REFRESH, payload_user, token_create, token_payload

MINUTE = 60
FIELD = "refreshToken"


def token_refresh(*, refresh_token: str | None, ip_address: str) -> tuple[User, str]:
    """A new access token, for the audience of the refresh token.

    Raises TokenMissing, TokenExpired, TokenUndecodable, TokenInvalid (also for the refresh token of an external sign-in, which its
    provider has to renew), TooManyRefreshes for an account that asks too often and for a caller who shows too many bad tokens.
    """
    if not refresh_token:
        raise TokenMissing(FIELD)
    bad = f"bad-refresh:{caller_key(ip_address)}"
    if cache.get(bad, 0) >= settings.BAD_REFRESHES_PER_MINUTE:
        raise TooManyRefreshes(FIELD, seconds=MINUTE)
    try:
        payload = token_payload(refresh_token, kind=REFRESH, field=FIELD)
        user = payload_user(payload, field=FIELD)
        if payload.get("owner") != OWN:
            raise TokenInvalid(FIELD)
    except TokenInvalid:
        count_within(bad, settings.BAD_REFRESHES_PER_MINUTE, MINUTE)
        raise
    if not count_within(f"refresh:{user.pk}", settings.TOKEN_REFRESHES_PER_MINUTE, MINUTE):
        raise TooManyRefreshes(FIELD, seconds=MINUTE)
    audience = str(payload.get("aud") or "").removeprefix("custom:")
    return user, token_create(user=user, kind=ACCESS, audience=audience)
