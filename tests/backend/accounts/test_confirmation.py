"""Nobody signs in before the mailbox was shown to be theirs."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache

from factories.accounts import PASSWORD, STORE, UserFactory, codes
from factories.channels import ChannelFactory
from market.accounts.enums import TokenPurpose
from market.accounts.models import User
from market.accounts.services.account_tokens import account_token_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer() -> User:
    return UserFactory(email="new@ieum.example", is_confirmed=False)


def token_of(user: User) -> str:
    return account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)


def test_signing_in_waits_for_the_confirmation(ask: Any, newcomer: User, published: Any) -> None:
    assert codes(ask("tokenCreate", "token", email=newcomer.email, password="wrong-password")) == [
        ("email", "INVALID_CREDENTIALS")
    ]
    refused = ask("tokenCreate", "token", email=newcomer.email, password=PASSWORD)
    assert (codes(refused), refused["token"]) == ([("email", "ACCOUNT_NOT_CONFIRMED")], None)
    answer = ask("confirmAccount", "user { isConfirmed }", email="NEW@ieum.example", token=token_of(newcomer))
    assert (answer["user"], answer["errors"]) == ({"isConfirmed": True}, [])
    assert published() == [("account_confirmed", {"user_id": newcomer.pk})]
    assert ask("tokenCreate", "token", email=newcomer.email, password=PASSWORD)["token"]


def test_with_confirmation_off_an_unconfirmed_account_signs_in(ask: Any, newcomer: User, settings: Any) -> None:
    settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = False
    assert ask("tokenCreate", "token", email=newcomer.email, password=PASSWORD)["token"]


def test_a_token_confirms_once(ask: Any, newcomer: User, published: Any) -> None:
    token = token_of(newcomer)
    assert ask("confirmAccount", email=newcomer.email, token=token)["errors"] == []
    assert codes(ask("confirmAccount", email=newcomer.email, token=token)) == [("token", "INVALID")]
    assert len(published()) == 1


def test_bad_tokens_and_unknown_addresses_are_answered_alike(ask: Any, newcomer: User) -> None:
    other = UserFactory(is_confirmed=False)
    asleep = UserFactory(is_confirmed=False, is_active=False)
    confirmed = UserFactory()
    answers = [
        ask("confirmAccount", email=email, token=token)
        for email, token in [
            (newcomer.email, "rubbish"),
            (newcomer.email, ""),
            (newcomer.email, "x" * 100_000),
            (newcomer.email, "a\x00b"),
            (newcomer.email, "é:é:é"),
            (newcomer.email, signing.dumps(["no", "map"], salt="market.accounts.confirm-account")),
            (newcomer.email, token_of(other)),
            (newcomer.email, account_token_create(user=newcomer, purpose=TokenPurpose.RESET_PASSWORD)),
            ("nobody@ieum.example", token_of(newcomer)),
            ("a\x00@ieum.example", token_of(newcomer)),
            (asleep.email, token_of(asleep)),
            (confirmed.email, token_of(confirmed)[:-2]),
        ]
    ]
    assert all(answer == answers[0] for answer in answers)
    assert codes(answers[0]) == [("token", "INVALID")]
    newcomer.refresh_from_db()
    assert not newcomer.is_confirmed


def test_the_password_is_checked_where_it_is_given_or_needed(ask: Any, newcomer: User, settings: Any) -> None:
    token = token_of(newcomer)
    wrong = ask("confirmAccount", email=newcomer.email, token=token, password="of-somebody-else")
    assert codes(wrong) == [("password", "INVALID")]
    settings.ACCOUNT_CONFIRM_NEEDS_PASSWORD = True
    assert codes(ask("confirmAccount", email=newcomer.email, token=token)) == [("password", "REQUIRED")]
    newcomer.refresh_from_db()
    assert not newcomer.is_confirmed
    assert ask("confirmAccount", email=newcomer.email, token=token, password=PASSWORD)["errors"] == []


def test_the_mail_can_be_had_again_after_a_pause(ask: Any, newcomer: User, published: Any) -> None:
    arguments = {"redirectUrl": STORE, "channel": "citizen"}
    assert ask("sendConfirmationEmail", user=newcomer, **arguments)["errors"] == []
    assert codes(ask("sendConfirmationEmail", user=newcomer, **arguments)) == [(None, "CONFIRMATION_ALREADY_REQUESTED")]
    assert published() == [
        ("account_confirmation_requested", {"user_id": newcomer.pk, "redirect_url": STORE, "channel": "citizen"})
    ]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"redirectUrl": "https://evil.example/"}, ("redirectUrl", "INVALID")),
        ({"channel": "nowhere"}, ("channel", "INVALID")),
        ({"channel": "asleep"}, ("channel", "INVALID")),
    ],
)
def test_what_asking_again_refuses(
    ask: Any, newcomer: User, published: Any, change: dict[str, str], error: tuple[str, str]
) -> None:
    ChannelFactory(slug="asleep", is_active=False)
    assert codes(
        ask("sendConfirmationEmail", user=newcomer, **{"redirectUrl": STORE, "channel": "citizen", **change})
    ) == [error]
    assert published() == []


def test_who_is_confirmed_or_signed_out_gets_no_mail(ask: Any, published: Any, newcomer: User, settings: Any) -> None:
    arguments = {"redirectUrl": STORE, "channel": "citizen"}
    assert codes(ask("sendConfirmationEmail", user=UserFactory(), **arguments)) == [(None, "ACCOUNT_CONFIRMED")]
    assert ask("sendConfirmationEmail", **arguments) == "PermissionDenied"
    settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = False
    assert codes(ask("sendConfirmationEmail", user=newcomer, **arguments)) == [(None, "ACCOUNT_CONFIRMED")]
    cache.clear()
    assert published() == []
