"""A new password by mail, for the one who reads the mail."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.accounts import PASSWORD, STORE, UserFactory, codes
from factories.channels import ChannelFactory
from market.accounts.enums import TokenPurpose
from market.accounts.models import User
from market.accounts.services.account_tokens import account_token_create
from market.accounts.services.tokens import ACCESS, REFRESH, token_create

pytestmark = pytest.mark.django_db
NEW = "brand-new-horse-9"


def token_of(user: User) -> str:
    return account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD)


def test_known_unknown_inactive_and_impatient_are_answered_alike(ask: Any, published: Any) -> None:
    user = UserFactory(email="known@ieum.example")
    UserFactory(email="asleep@ieum.example", is_active=False)
    asked = [
        "KNOWN@ieum.example",
        "nobody@ieum.example",
        "asleep@ieum.example",
        "known@ieum.example",
        "no address",
        "\x00",
    ]
    answers = [ask("requestPasswordReset", email=email, redirectUrl=STORE, channel="citizen") for email in asked]
    assert answers == [{"errors": []}] * len(asked)
    assert published() == [
        ("password_reset_requested", {"user_id": user.pk, "redirect_url": STORE, "channel": "citizen"})
    ]
    cache.clear()  # a pause later
    ask("requestPasswordReset", email="known@ieum.example", redirectUrl=STORE)
    assert len(published()) == 2


def test_both_branches_write_one_row(ask: Any) -> None:
    UserFactory(email="known@ieum.example")

    def writes(email: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            ask("requestPasswordReset", email=email, redirectUrl=STORE)
        return sum(query["sql"].startswith("INSERT") for query in captured.captured_queries)

    assert (writes("known@ieum.example"), writes("nobody@ieum.example")) == (1, 1)


def test_an_address_gets_only_so_many_mails_in_an_hour(ask: Any, published: Any, settings: Any) -> None:
    settings.ACCOUNT_MAIL_PAUSE_SECONDS, settings.ACCOUNT_MAILS_PER_ADDRESS = 0, 3
    user = UserFactory()
    for _ in range(5):
        assert ask("requestPasswordReset", email=user.email, redirectUrl=STORE)["errors"] == []
    assert len(published()) == 3


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"redirectUrl": "https://evil.example/"}, ("redirectUrl", "INVALID")),
        ({"redirectUrl": ""}, ("redirectUrl", "INVALID")),
        ({"channel": "nowhere"}, ("channel", "NOT_FOUND")),
        ({"channel": "asleep"}, ("channel", "CHANNEL_INACTIVE")),
    ],
)
@pytest.mark.parametrize("email", ["known@ieum.example", "nobody@ieum.example"])
def test_what_asking_refuses(
    ask: Any, published: Any, email: str, change: dict[str, str], error: tuple[str, str]
) -> None:
    ChannelFactory(slug="asleep", is_active=False)
    UserFactory(email="known@ieum.example")
    arguments = {"email": email, "redirectUrl": STORE, "channel": "citizen", **change}
    assert codes(ask("requestPasswordReset", **arguments)) == [error]
    assert published() == []


def test_several_channels_need_a_name(ask: Any) -> None:
    ChannelFactory(slug="public")
    answer = ask("requestPasswordReset", email="a@ieum.example", redirectUrl=STORE)
    assert codes(answer) == [("channel", "MISSING_CHANNEL_SLUG")]


def test_a_new_password_signs_in_confirms_and_ends_every_earlier_token(ask: Any, graphql: Any, published: Any) -> None:
    user = UserFactory(is_confirmed=False)
    old = {kind: token_create(user=user, kind=kind) for kind in (ACCESS, REFRESH)}
    answer = ask(
        "setPassword",
        "token refreshToken user { email isConfirmed }",
        email=user.email,
        token=token_of(user),
        password=NEW,
    )
    assert answer["errors"] == []
    assert answer["user"] == {"email": user.email, "isConfirmed": True}
    assert ask("tokenVerify", "isValid", token=answer["token"])["isValid"]
    assert ask("tokenRefresh", "token", refreshToken=answer["refreshToken"])["token"]
    assert codes(ask("tokenVerify", token=old[ACCESS])) == [("token", "JWT_INVALID_TOKEN")]
    assert codes(ask("tokenRefresh", refreshToken=old[REFRESH])) == [("refreshToken", "JWT_INVALID_TOKEN")]
    assert codes(ask("tokenCreate", email=user.email, password=PASSWORD)) == [("email", "INVALID_CREDENTIALS")]
    assert ask("tokenCreate", "token", email=user.email, password=NEW)["token"]
    assert [name for name, _ in published()] == ["password_changed", "account_confirmed"]


def test_a_confirmed_account_is_not_confirmed_again(ask: Any, published: Any) -> None:
    user = UserFactory()
    assert ask("setPassword", email=user.email, token=token_of(user), password=NEW)["errors"] == []
    assert [name for name, _ in published()] == ["password_changed", "mailbox_proved"]


def test_bad_tokens_and_unknown_addresses_are_answered_alike(ask: Any, published: Any, settings: Any) -> None:
    user, other, asleep = UserFactory(), UserFactory(), UserFactory(is_active=False)
    used = token_of(user)
    assert ask("setPassword", email=user.email, token=used, password=NEW)["errors"] == []
    user.refresh_from_db()
    told = published()
    answers = [
        ask("setPassword", "token user { id }", email=email, token=token, password="yet-another-horse-1")
        for email, token in [
            (user.email, used),
            (user.email, "rubbish"),
            (user.email, token_of(other)),
            (user.email, account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)),
            (user.email, account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)),
            (user.email, token_create(user=user, kind=ACCESS)),
            (other.email, token_of(user)),
            ("nobody@ieum.example", token_of(user)),
            (asleep.email, token_of(asleep)),
        ]
    ]
    settings.ACCOUNT_TOKEN_SECONDS = dict.fromkeys(TokenPurpose, -1)
    answers.append(
        ask("setPassword", "token user { id }", email=user.email, token=token_of(user), password="yet-another-horse-1")
    )
    assert all(answer == answers[0] for answer in answers)
    assert (codes(answers[0]), answers[0]["token"]) == ([("token", "INVALID")], None)
    assert published() == told
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_weak_password_does_not_use_up_the_token(ask: Any) -> None:
    user = UserFactory()
    token = token_of(user)
    weak = ask("setPassword", "token", email=user.email, token=token, password="1234567")
    assert set(codes(weak)) >= {("password", "PASSWORD_TOO_SHORT"), ("password", "PASSWORD_ENTIRELY_NUMERIC")}
    assert weak["token"] is None
    assert ask("setPassword", "token", email=user.email, token=token, password=NEW)["token"]


def test_changing_the_password_inside_tells_and_counts_wrong_ones(ask: Any, published: Any) -> None:
    user = UserFactory()
    for _ in range(5):
        wrong = ask("passwordChange", user=user, oldPassword="wrong", newPassword=NEW)
        assert codes(wrong) == [("oldPassword", "INVALID_CREDENTIALS")]
    delayed = ask("passwordChange", user=user, oldPassword=PASSWORD, newPassword=NEW)
    assert codes(delayed) == [("oldPassword", "LOGIN_ATTEMPT_DELAYED")]
    assert published() == []
    cache.clear()
    assert ask("passwordChange", user=user, oldPassword=PASSWORD, newPassword=NEW)["errors"] == []
    assert published() == [("password_changed", {"user_id": user.pk})]


def test_an_answer_that_holds_tokens_is_not_kept_for_repeating(graphql: Any, channel: str) -> None:
    user = UserFactory()
    document = (
        "mutation ($e: String!, $t: String!, $p: String!) { setPassword(email: $e, token: $t, password: $p) { token } }"
    )
    variables = {"e": user.email, "t": token_of(user), "p": NEW}
    first = graphql(document, variables, **{"Idempotency-Key": "k1"})
    assert first["data"]["setPassword"]["token"]
    assert graphql(document, variables, **{"Idempotency-Key": "k1"})["data"]["setPassword"]["token"] is None
