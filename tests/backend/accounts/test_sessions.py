"""Staying signed in, and for whom tokens are."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from factories.accounts import PASSWORD, UserFactory, codes
from market.accounts.models import User
from market.accounts.rules import caller_key
from market.accounts.services.tokens import ACCESS, REFRESH, private_key, token_create

pytestmark = pytest.mark.django_db


def claims(token: str) -> dict[str, Any]:
    return jwt.decode(token, options={"verify_signature": False})


def test_the_audience_goes_from_sign_in_to_every_new_token(ask: Any) -> None:
    user = UserFactory()
    signed = ask("tokenCreate", "token refreshToken csrfToken", email=user.email, password=PASSWORD, audience="desk")
    assert [claims(signed[name])["aud"] for name in ("token", "refreshToken")] == ["custom:desk"] * 2
    assert claims(ask("tokenRefresh", "token", refreshToken=signed["refreshToken"])["token"])["aud"] == "custom:desk"
    assert "aud" not in claims(ask("tokenCreate", "token", email=user.email, password=PASSWORD)["token"])


def test_an_account_gets_only_so_many_new_tokens_in_a_minute(ask: Any, settings: Any) -> None:
    settings.TOKEN_REFRESHES_PER_MINUTE = 3
    refresh, other = (token_create(user=UserFactory(), kind=REFRESH) for _ in range(2))
    for _ in range(3):
        assert ask("tokenRefresh", "token", refreshToken=refresh)["token"]
    assert codes(ask("tokenRefresh", "token", refreshToken=refresh)) == [("refreshToken", "LOGIN_ATTEMPT_DELAYED")]
    assert ask("tokenRefresh", "token", refreshToken=other)["token"]


def test_a_caller_shows_only_so_many_bad_tokens(ask: Any, settings: Any) -> None:
    settings.BAD_REFRESHES_PER_MINUTE = 3
    for _ in range(3):
        assert codes(ask("tokenRefresh", refreshToken="a.b.c")) == [("refreshToken", "JWT_DECODE_ERROR")]
    good = token_create(user=UserFactory(), kind=REFRESH)
    assert codes(ask("tokenRefresh", refreshToken=good)) == [("refreshToken", "LOGIN_ATTEMPT_DELAYED")]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("", "no address", True),
    ],
)
def test_who_counts_as_one_caller(one: str, other: str, is_same: bool) -> None:
    """Whoever has an IPv6 connection has 2^64 addresses to try from."""
    assert (caller_key(one) == caller_key(other)) == is_same


def test_what_is_no_refresh_token(ask: Any, settings: Any) -> None:
    user = UserFactory()
    assert codes(ask("tokenRefresh", refreshToken="")) == [("refreshToken", "JWT_MISSING_TOKEN")]
    access = token_create(user=user, kind=ACCESS)
    assert codes(ask("tokenRefresh", refreshToken=access)) == [("refreshToken", "JWT_INVALID_TOKEN")]
    elsewhere = token_create(user=user, kind=REFRESH, owner="mirumee.authentication.openidconnect")
    assert codes(ask("tokenRefresh", refreshToken=elsewhere)) == [("refreshToken", "JWT_INVALID_TOKEN")]
    settings.JWT_REFRESH_SECONDS = -1
    old = token_create(user=user, kind=REFRESH)
    assert codes(ask("tokenRefresh", refreshToken=old)) == [("refreshToken", "JWT_SIGNATURE_EXPIRED")]


@pytest.mark.parametrize(
    "change", [{"user_id": "VXNlcjo5OTk="}, {"user_id": "rubbish"}, {"user_id": None}, {"email": "b"}]
)
def test_a_token_whose_claims_do_not_fit_together_is_none(ask: Any, change: dict[str, Any]) -> None:
    user: User = UserFactory()
    forged = jwt.encode({**claims(token_create(user=user, kind=ACCESS)), **change}, private_key(), algorithm="RS256")
    assert codes(ask("tokenVerify", token=forged)) == [("token", "JWT_INVALID_TOKEN")]


def test_no_address_with_a_character_that_cannot_be_stored_signs_in(ask: Any) -> None:
    assert codes(ask("tokenCreate", email="a\x00@ieum.example", password="x")) == [("email", "INVALID_CREDENTIALS")]


def test_the_published_key_checks_our_tokens(client: Any) -> None:
    keys = jwt.PyJWKSet.from_dict(client.get("/.well-known/jwks.json").json())
    token = token_create(user=UserFactory(), kind=ACCESS)
    key = keys[jwt.get_unverified_header(token)["kid"]]
    assert jwt.decode(token, key.key, algorithms=["RS256"])["type"] == "access"
