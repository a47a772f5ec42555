"""The same key and request are one request."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from market.accounts.models import User
from market.core.models import IdempotencyKey

pytestmark = pytest.mark.django_db
REGISTER = 'mutation ($e: String!) { accountRegister(input: {email: $e, password: "correct-horse-9"}) { user { email } errors { code } } }'


def register(graphql: Any, email: str, key: str, **options: Any) -> Any:
    return graphql(REGISTER, {"e": email}, **{"Idempotency-Key": key}, **options)


def test_a_repeated_request_gets_the_stored_answer(graphql: Any) -> None:
    first = register(graphql, "one@ieum.example", "k1")
    assert first["data"]["accountRegister"]["errors"] == []
    assert register(graphql, "one@ieum.example", "k1") == first
    assert register(graphql, "one@ieum.example", "k2")["data"]["accountRegister"]["errors"] == [{"code": "UNIQUE"}]
    assert User.objects.count() == 1


def test_a_key_stands_for_one_request_only(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    refused = register(graphql, "two@ieum.example", "k1", status=422)
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "IdempotencyKeyReused"


def test_while_the_first_runs_the_second_is_told_to_wait(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    IdempotencyKey.objects.update(answer=None)
    register(graphql, "one@ieum.example", "k1", status=409)


def test_two_callers_may_use_one_key(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    answer = register(graphql, "two@ieum.example", "k1", user=UserFactory())
    assert answer["data"]["accountRegister"]["errors"] == []
