"""Opening an account: what is answered, what goes by mail, and what nobody can find out."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.accounts import STORE, UserFactory
from factories.channels import ChannelFactory
from market.accounts.models import User
from market.core.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db
REGISTER = """mutation ($i: AccountRegisterInput!) { accountRegister(input: $i) {
    requiresConfirmation errors { field code }
    user { id email firstName lastName isConfirmed isActive isStaff metadata { key value } addresses { id } orders(first: 5) { totalCount }
           checkoutIds vendorMemberships { role } agencyMemberships { jobTitle } defaultShippingAddress { id } languageCode } } }"""
PERSON = {"email": "New@Ieum.example", "password": "long-enough-1", "firstName": "새", "redirectUrl": STORE}


@pytest.fixture
def register(graphql: Any, channel: str) -> Any:
    def call(**values: Any) -> Any:
        return graphql(REGISTER, {"i": {**PERSON, **values}})["data"]["accountRegister"]

    return call


@pytest.fixture
def unconfirmed(settings: Any) -> None:
    settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = False


def test_an_account_its_event_its_mail_and_its_audit_entry_come_together(register: Any, published: Any) -> None:
    answer = register(metadata=[{"key": "from", "value": "fair"}])
    user = User.objects.get()
    assert (answer["requiresConfirmation"], answer["errors"]) == (True, [])
    assert (user.email, user.first_name, user.is_confirmed, user.metadata) == (
        "new@ieum.example",
        "새",
        False,
        {"from": "fair"},
    )
    assert user.check_password("long-enough-1")
    assert published() == [
        ("account_registered", {"user_id": user.pk}),
        ("account_confirmation_requested", {"user_id": user.pk, "redirect_url": STORE, "channel": "citizen"}),
    ]
    assert AuditEntry.objects.get().action == "accounts.register"


@pytest.mark.parametrize("known", [{}, {"is_confirmed": False}, {"is_active": False}, {"is_staff": True}])
def test_a_known_address_is_answered_like_an_unknown_one(register: Any, known: dict[str, bool]) -> None:
    UserFactory(email="known@ieum.example", **known)
    answers = [register(email=email) for email in ("known@ieum.example", "other@ieum.example")]
    for answer in answers:
        answer["user"].pop("email")
    assert answers[0] == answers[1]
    assert answers[0]["user"]["id"] == ""
    assert answers[0]["user"]["orders"] is None


def test_the_owner_of_a_known_address_is_told_and_nothing_changes(register: Any, published: Any) -> None:
    owner = UserFactory(email="new@ieum.example", first_name="옛")
    register()
    assert published() == [("registration_on_known_address", {"user_id": owner.pk, "channel": "citizen"})]
    owner.refresh_from_db()
    assert (owner.first_name, owner.check_password("long-enough-1")) == ("옛", False)


def test_who_lies_in_wait_with_a_password_is_out_when_the_owner_registers(register: Any, published: Any) -> None:
    register(password="of-the-attacker-1", firstName="악")
    before = User.objects.get()
    cache.clear()  # later
    register(password="of-the-owner-12", firstName="주")
    user = User.objects.get()
    assert user.check_password("of-the-owner-12")
    assert (user.first_name, user.token_key == before.token_key) == ("주", False)
    assert [name for name, _ in published()].count("account_confirmation_requested") == 2


def test_asked_again_at_once_no_mail_goes_and_nothing_changes(register: Any, published: Any) -> None:
    first = register()
    told = published()
    assert register(password="of-the-attacker-1") == first
    assert published() == told
    assert User.objects.get().check_password("long-enough-1")
    assert AuditEntry.objects.count() == 1


def test_an_inactive_account_gets_no_mail(register: Any, published: Any) -> None:
    UserFactory(email="new@ieum.example", is_active=False, is_confirmed=False)
    register()
    assert published() == []


def test_one_caller_cannot_send_mails_without_end(register: Any, published: Any, settings: Any) -> None:
    settings.ACCOUNT_MAILS_PER_CALLER = 2
    answers = [register(email=f"flood{number}@ieum.example") for number in range(4)]
    assert all(answer["errors"] == [] and answer["requiresConfirmation"] for answer in answers)
    assert [name for name, _ in published()].count("account_confirmation_requested") == 2


def test_one_caller_cannot_make_us_hash_without_end(register: Any, settings: Any) -> None:
    settings.REGISTRATIONS_PER_CALLER = 2
    UserFactory(email="known@ieum.example")
    for email in ("a@ieum.example", "b@ieum.example"):
        assert register(email=email)["errors"] == []
    for email in ("c@ieum.example", "known@ieum.example"):
        assert register(email=email)["errors"] == [{"field": None, "code": "LOGIN_ATTEMPT_DELAYED"}]
    assert not User.objects.filter(email="c@ieum.example").exists()


def test_with_confirmation_off_an_account_can_be_used_at_once(register: Any, unconfirmed: None, published: Any) -> None:
    answer = register(redirectUrl=None)
    assert (answer["requiresConfirmation"], answer["errors"]) == (False, [])
    assert answer["user"]["id"] != ""
    assert not User.objects.get().is_confirmed, "nobody has shown that the mailbox is theirs"
    assert [name for name, _ in published()] == ["account_registered"]
    assert register()["errors"] == [{"field": "email", "code": "UNIQUE"}]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"email": "bad"}, ("email", "INVALID")),
        ({"email": "a@ieum.example\r\nBcc: b@ieum.example"}, ("email", "INVALID")),
        ({"email": "a\x00@ieum.example"}, ("email", "INVALID")),
        ({"email": "a" * 250 + "@ieum.example"}, ("email", "INVALID")),
        ({"email": '"a\x0bBcc: b"@ieum.example'}, ("email", "INVALID")),
        ({"email": '"a b"@ieum.example'}, ("email", "INVALID")),
        ({"email": "\u212aim@ieum.example"}, ("email", "INVALID")),  # the Kelvin sign, which folds into k
        ({"password": "short"}, ("password", "PASSWORD_TOO_SHORT")),
        ({"password": "12345678901"}, ("password", "PASSWORD_ENTIRELY_NUMERIC")),
        ({"password": "password"}, ("password", "PASSWORD_TOO_COMMON")),
        ({"lastName": "a\x00"}, ("lastName", "INVALID")),
        ({"lastName": "a" * 257}, ("lastName", "INVALID")),
        ({"redirectUrl": None}, ("redirectUrl", "REQUIRED")),
        ({"redirectUrl": "https://evil.example/"}, ("redirectUrl", "INVALID")),
        ({"channel": "nowhere"}, ("channel", "NOT_FOUND")),
        ({"channel": "a\x00"}, ("channel", "NOT_FOUND")),
        ({"channel": "asleep"}, ("channel", "CHANNEL_INACTIVE")),
    ],
)
@pytest.mark.parametrize("is_known", [False, True])
def test_what_registration_refuses_says_nothing_about_the_address(
    register: Any, change: dict[str, Any], error: tuple[str, str], is_known: bool
) -> None:
    ChannelFactory(slug="asleep", is_active=False)
    if is_known:
        UserFactory(email="new@ieum.example")
    answer = register(**change)
    assert answer["user"] is None
    assert {(item["field"], item["code"]) for item in answer["errors"]} >= {error}
    assert User.objects.count() == is_known
    assert not OutboxEvent.objects.exists()


def test_several_channels_need_a_name(register: Any) -> None:
    ChannelFactory(slug="public")
    assert register()["errors"] == [{"field": "channel", "code": "MISSING_CHANNEL_SLUG"}]
    assert register(channel="public")["errors"] == []


def test_known_and_unknown_addresses_write_about_as_much(register: Any) -> None:
    """The clock of a caller must not tell them apart: the hash of the password is made once either way, and few rows differ."""
    UserFactory(email="known@ieum.example")

    def writes(email: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            register(email=email)
        return sum(query["sql"].startswith("INSERT") for query in captured.captured_queries)

    assert (writes("known@ieum.example"), writes("unknown@ieum.example")) == (2, 4)
