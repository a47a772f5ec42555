"""Two at once: one wins, the other is told no in words, and nothing happens twice."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.accounts import STORE, UserFactory
from factories.channels import ChannelFactory
from factories.vendors import SellerFactory
from market.accounts.enums import TokenPurpose
from market.accounts.errors import EmailTaken, LastOwnerKeepsAccount, MailTokenInvalid
from market.accounts.models import EmailChange, ExternalIdentity, User
from market.accounts.services.account_confirm import account_confirm
from market.accounts.services.account_delete import account_delete
from market.accounts.services.account_register import Registration, account_register
from market.accounts.services.account_tokens import account_token_create
from market.accounts.services.email_change import email_change_confirm
from market.accounts.services.external_identity import external_identity_user
from market.accounts.services.password_reset import password_set
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import PermissionDenied
from market.core.models import OutboxEvent
from market.vendors.models import VendorMember, VendorRole

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
TIMES = 6


@pytest.fixture(autouse=True)
def _no_counters_of_earlier_tests() -> None:
    from django.core.cache import cache

    cache.clear()


def told(name: str) -> int:
    return OutboxEvent.objects.filter(topic=f"accounts.{name}").count()


def winners_of(answers: list[Any], *refusals: type[Exception]) -> list[Any]:
    assert all(not isinstance(answer, Exception) or isinstance(answer, refusals) for answer in answers), answers
    return [answer for answer in answers if not isinstance(answer, Exception)]


def registration(number: int) -> Callable[[], Any]:
    wish = Registration(email="one@ieum.example", password=f"long-enough-{number}", redirect_url=STORE)
    return functools.partial(account_register, actor=ANONYMOUS, registration=wish)


def test_registering_one_address_many_times_opens_one_account_and_sends_one_mail(race: Race) -> None:
    ChannelFactory()
    answers = race([registration(number) for number in range(TIMES)])
    assert answers == [None] * TIMES
    assert User.objects.count() == told("account_registered") == told("account_confirmation_requested") == 1


def test_without_confirmation_one_registration_wins(race: Race, settings: Any) -> None:
    settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = False
    answers = race([registration(number) for number in range(TIMES)])
    assert len(winners_of(answers, EmailTaken)) == User.objects.count() == 1


def test_a_confirmation_counts_once(race: Race) -> None:
    user = UserFactory(is_confirmed=False)
    token = account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)
    answers = race([functools.partial(account_confirm, actor=ANONYMOUS, email=user.email, token=token)] * TIMES)
    assert len(winners_of(answers, MailTokenInvalid)) == told("account_confirmed") == 1


def test_of_two_new_passwords_by_one_mail_one_counts(race: Race) -> None:
    user = UserFactory()
    token = account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD)
    answers = race(
        [
            functools.partial(
                password_set, actor=ANONYMOUS, email=user.email, token=token, password=f"new-password-{number}"
            )
            for number in range(TIMES)
        ]
    )
    assert len(winners_of(answers, MailTokenInvalid)) == told("password_changed") == 1


def test_two_people_take_one_address(race: Race) -> None:
    people = [UserFactory() for _ in range(TIMES)]
    tasks = []
    for user in people:
        change = EmailChange.objects.create(user=user, old_email=user.email, new_email="wanted@ieum.example")
        token = account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)
        tasks.append(functools.partial(email_change_confirm, actor=Actor(user_id=user.pk), token=token))
    assert len(winners_of(race(tasks), EmailTaken)) == told("email_changed") == 1
    assert User.objects.filter(email="wanted@ieum.example").count() == 1


def test_deleting_twice_deletes_once(race: Race) -> None:
    user = UserFactory()
    token = account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)
    answers = race([functools.partial(account_delete, actor=Actor(user_id=user.pk), token=token)] * TIMES)
    assert len(winners_of(answers, PermissionDenied)) == 1
    assert not User.objects.exists()


def test_of_two_owners_who_leave_at_once_one_stays(race: Race) -> None:
    vendor, owners = SellerFactory(), [UserFactory() for _ in range(2)]
    tasks = []
    for user in owners:
        VendorMember.objects.create(vendor=vendor, user=user, role=VendorRole.OWNER)
        token = account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)
        tasks.append(functools.partial(account_delete, actor=Actor(user_id=user.pk), token=token))
    assert len(winners_of(race(tasks), LastOwnerKeepsAccount)) == 1
    assert vendor.members.count() == User.objects.count() == 1


def test_one_person_signing_in_elsewhere_twice_gets_one_account(race: Race) -> None:
    sign_in = functools.partial(
        external_identity_user,
        actor=ANONYMOUS,
        issuer="https://id.example",
        subject="42",
        email="one@ieum.example",
        is_email_verified=True,
    )
    answers = race([sign_in] * TIMES)
    assert {user.pk for user in winners_of(answers)} == {User.objects.get().pk}
    assert ExternalIdentity.objects.count() == told("account_confirmed") == 1
