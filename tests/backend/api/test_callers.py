"""Whose address counts: the connection's, or what a proxy of ours says."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from factories.accounts import UserFactory
from market.api.callers import client_address

SIGN_IN = 'mutation { tokenCreate(email: "jiwoo@ieum.example", password: "wrong") { errors { code } } }'
PASSWORD = "correct-horse-9"


def address(remote: str, forwarded: str | None) -> str:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers))


def test_nobody_is_believed_unless_named(settings: Any) -> None:
    assert settings.TRUSTED_PROXIES == []
    assert address("127.0.0.1", "203.0.113.5") == "127.0.0.1"


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        ("10.0.0.9", None, "10.0.0.9"),
        ("10.0.0.9", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.9", "198.51.100.1, 203.0.113.5", "203.0.113.5"),  # the left one was written by the caller
        ("10.0.0.9", "198.51.100.1, 203.0.113.5, 10.0.0.7", "203.0.113.5"),
        ("10.0.0.9", "10.0.0.8, 10.0.0.7", "10.0.0.8"),
        ("10.0.0.9", "203.0.113.5, nonsense", "10.0.0.9"),
        ("10.0.0.9", "::ffff:203.0.113.5", "203.0.113.5"),
        ("10.0.0.9", "2001:db8::5", "2001:db8::5"),
        ("10.0.0.9", "", "10.0.0.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # a stranger names somebody else
        ("", "198.51.100.1", ""),
    ],
)
def test_a_trusted_proxy_says_who_called_it(settings: Any, remote: str, forwarded: str | None, expected: str) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert address(remote, forwarded) == expected


@pytest.mark.django_db
def test_one_shopper_who_forgets_a_password_does_not_lock_out_the_others(graphql: Any, settings: Any) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    UserFactory(email="minsu@ieum.example", password=PASSWORD)
    for _ in range(6):
        graphql(SIGN_IN, **{"X-Forwarded-For": "203.0.113.5"})
    other = SIGN_IN.replace("jiwoo", "minsu").replace("wrong", PASSWORD)
    blocked = graphql(other, **{"X-Forwarded-For": "203.0.113.5"})
    assert blocked["data"]["tokenCreate"]["errors"] == [{"code": "LOGIN_ATTEMPT_DELAYED"}]
    assert graphql(other, **{"X-Forwarded-For": "203.0.113.6"})["data"]["tokenCreate"]["errors"] == []
