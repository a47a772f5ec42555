"""Another address, confirmed from its own mailbox."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from factories.accounts import PASSWORD, STORE, UserFactory, codes
from market.accounts.enums import TokenPurpose
from market.accounts.models import EmailChange, User
from market.accounts.services.account_tokens import account_token_create
from market.accounts.services.tokens import ACCESS, REFRESH, token_create

pytestmark = pytest.mark.django_db
NEW = "new@ieum.example"


@pytest.fixture
def user() -> User:
    return UserFactory(email="old@ieum.example")


@pytest.fixture
def wish(ask: Any, user: User) -> Any:
    def call(**change: str) -> Any:
        arguments = {"newEmail": NEW, "password": PASSWORD, "redirectUrl": STORE, "channel": "citizen", **change}
        return ask("requestEmailChange", "user { email }", user=user, **arguments)

    return call


def token_of(change: EmailChange) -> str:
    user = User.objects.get(pk=change.user_id)
    return account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)


def test_the_new_address_counts_once_its_mailbox_answers(ask: Any, wish: Any, user: User, published: Any) -> None:
    sessions = {kind: token_create(user=user, kind=kind) for kind in (ACCESS, REFRESH)}
    assert wish(newEmail="New@Ieum.example") == {"user": {"email": "old@ieum.example"}, "errors": []}
    change = EmailChange.objects.get()
    told = {"user_id": user.pk, "request_id": change.pk, "redirect_url": STORE, "channel": "citizen"}
    assert published() == [("email_change_requested", told)]
    token = token_of(change)
    answer = ask("confirmEmailChange", "user { email }", user=user, token=token)
    assert answer == {"user": {"email": NEW}, "errors": []}
    assert published()[-1] == ("email_changed", {"user_id": user.pk, "request_id": change.pk})
    change.refresh_from_db()
    assert (change.old_email, change.new_email, change.confirmed_at is None) == ("old@ieum.example", NEW, False)
    assert codes(ask("tokenVerify", token=sessions[ACCESS])) == [("token", "JWT_INVALID_TOKEN")]
    assert codes(ask("tokenRefresh", refreshToken=sessions[REFRESH])) == [("refreshToken", "JWT_INVALID_TOKEN")]
    user.refresh_from_db()
    assert codes(ask("confirmEmailChange", user=user, token=token)) == [("token", "INVALID")]
    User.objects.update(email="old@ieum.example")  # and back again
    assert codes(ask("tokenVerify", token=sessions[ACCESS])) == [("token", "JWT_INVALID_TOKEN")]


def test_a_known_address_is_answered_like_an_unknown_one_and_its_owner_is_told(
    ask: Any, wish: Any, user: User, published: Any
) -> None:
    unknown = wish()
    owner = UserFactory(email="known@ieum.example")
    assert wish(newEmail=owner.email) == unknown
    assert published()[1:] == [("registration_on_known_address", {"user_id": owner.pk, "channel": "citizen"})]
    assert EmailChange.objects.count() == 1


def test_asked_again_at_once_no_mail_goes(wish: Any, published: Any) -> None:
    assert wish() == wish()
    assert len(published()) == EmailChange.objects.count() == 1


def test_the_mailbox_of_one_wish_cannot_confirm_another(ask: Any, wish: Any, user: User) -> None:
    wish(newEmail="mine@ieum.example")
    wish(newEmail="of-a-victim@ieum.example")
    mine, of_a_victim = EmailChange.objects.order_by("id")
    assert ask("confirmEmailChange", user=user, token=token_of(mine))["errors"] == []
    user.refresh_from_db()
    assert user.email == "mine@ieum.example"
    with pytest.raises(ValueError, match="request"):
        account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL)
    assert of_a_victim.confirmed_at is None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"password": "wrong"}, ("password", "INVALID_CREDENTIALS")),
        ({"newEmail": "bad"}, ("newEmail", "INVALID")),
        ({"newEmail": "OLD@ieum.example"}, ("newEmail", "INVALID")),
        ({"newEmail": "a@ieum.example\nBcc: b@ieum.example"}, ("newEmail", "INVALID")),
        ({"redirectUrl": "//localhost:3000/"}, ("redirectUrl", "INVALID")),
        ({"channel": "nowhere"}, ("channel", "NOT_FOUND")),
    ],
)
def test_what_a_wish_refuses(wish: Any, published: Any, change: dict[str, str], error: tuple[str, str]) -> None:
    assert codes(wish(**change)) == [error]
    assert published() == []
    assert not EmailChange.objects.exists()


def test_guessing_the_password_of_an_open_session_is_slowed_down(wish: Any) -> None:
    seen = [codes(wish(password="wrong")) for _ in range(6)]
    assert seen[-1] == [("password", "LOGIN_ATTEMPT_DELAYED")]
    assert codes(wish()) == [("password", "LOGIN_ATTEMPT_DELAYED")]


def test_foreign_wrong_and_old_tokens_are_answered_alike(
    ask: Any, wish: Any, user: User, published: Any, settings: Any
) -> None:
    wish()
    change = EmailChange.objects.get()
    stranger = UserFactory()
    tokens = [
        "rubbish",
        "",
        account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD),
        account_token_create(user=stranger, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk),
        account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk + 999),
    ]
    answers = [ask("confirmEmailChange", "user { id }", user=user, token=token) for token in tokens]
    answers.append(ask("confirmEmailChange", "user { id }", user=stranger, token=token_of(change)))
    settings.ACCOUNT_TOKEN_SECONDS = dict.fromkeys(TokenPurpose, -1)
    answers.append(ask("confirmEmailChange", "user { id }", user=user, token=token_of(change)))
    assert all(answer == answers[0] for answer in answers)
    assert codes(answers[0]) == [("token", "INVALID")]
    assert [name for name, _ in published()] == ["email_change_requested"]
    assert ask("confirmEmailChange", token="x") == "PermissionDenied"
    assert set(User.objects.values_list("email", flat=True)) == {"old@ieum.example", stranger.email}


def test_a_new_password_voids_the_wish(ask: Any, wish: Any, user: User) -> None:
    wish()
    token = token_of(EmailChange.objects.get())
    assert ask("passwordChange", user=user, oldPassword=PASSWORD, newPassword="brand-new-horse-9")["errors"] == []
    user.refresh_from_db()
    assert codes(ask("confirmEmailChange", user=user, token=token)) == [("token", "INVALID")]


def test_an_address_that_found_an_owner_meanwhile_is_taken(ask: Any, wish: Any, user: User, published: Any) -> None:
    wish()
    UserFactory(email=NEW)
    token = token_of(EmailChange.objects.get())
    assert codes(ask("confirmEmailChange", user=user, token=token)) == [("newEmail", "UNIQUE")]
    user.refresh_from_db()
    assert user.email == "old@ieum.example"
    assert [name for name, _ in published()] == ["email_change_requested"]
    cache.clear()
