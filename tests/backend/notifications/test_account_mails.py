"""Every mail about an account: to which address, with which link, and nothing that helps a stranger."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory, public_channel
from factories.mails import html_of, read_html, sent_mails
from market.accounts.enums import TokenPurpose
from market.accounts.events import (
    AccountConfirmationRequested,
    AccountDeletionRequested,
    AccountMailRequested,
    EmailChanged,
    EmailChangeRequested,
    PasswordChanged,
    PasswordResetRequested,
    RegistrationOnKnownAddress,
)
from market.accounts.models import EmailChange, User
from market.accounts.services.account_tokens import is_account_token_good
from market.core import outbox
from market.core.events import Event
from market.notifications.models import Mail

pytestmark = pytest.mark.django_db
Run = Callable[[], int]
SHOP = "https://shop.ieum.example/account/act?step=2"
WORD = re.compile(r"[^\s:()·]+")


def publish(*events: Event) -> None:
    with transaction.atomic():
        for event in events:
            outbox.publish(event)


def only(messages: list[EmailMultiAlternatives]) -> EmailMultiAlternatives:
    (message,) = messages
    return message


def link_of(message: EmailMultiAlternatives) -> tuple[str, dict[str, list[str]]]:
    """The address of the one link into ``SHOP`` in the text, and its query; the HTML holds the same."""
    (url,) = set(re.findall(r"https://shop\.ieum\.example/account/\S+", message.body))
    assert url in read_html(html_of(message))
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", parse_qs(parts.query)


ASKED: list[tuple[type[AccountMailRequested], TokenPurpose, set[str]]] = [
    (AccountConfirmationRequested, TokenPurpose.CONFIRM_ACCOUNT, {"step", "email", "token"}),
    (PasswordResetRequested, TokenPurpose.RESET_PASSWORD, {"step", "email", "token"}),
    (AccountDeletionRequested, TokenPurpose.DELETE_ACCOUNT, {"step", "token"}),
]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("event", "purpose", "query"), ASKED)
def test_a_link_carries_a_token_for_its_purpose_alone(
    run_outbox: Run, event: type[AccountMailRequested], purpose: TokenPurpose, query: set[str], language: str
) -> None:
    user = UserFactory(language_code=language, is_confirmed=False)
    publish(event(user_id=user.pk, redirect_url=SHOP, channel=""))
    message = only(sent_mails(run_outbox))
    assert message.to == [user.email]
    assert message.extra_headers["Content-Language"] == language
    page, found = link_of(message)
    assert page == "https://shop.ieum.example/account/act"
    assert set(found) == query
    assert found["step"] == ["2"]
    assert found.get("email", [user.email]) == [user.email]
    good = {each for each in TokenPurpose if is_good(found["token"][0], user, each)}
    assert good == {purpose}
    assert found["token"][0] not in str(Mail.objects.values())


def is_good(token: str, user: User, purpose: TokenPurpose) -> bool:
    return is_account_token_good(token, user=user, purpose=purpose)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_account_mail_says_the_same_in_both_forms(run_outbox: Run, language: str) -> None:
    user = UserFactory(language_code=language, is_confirmed=False, first_name="이름이", last_name="없어야")
    change = EmailChange.objects.create(user=user, old_email=user.email, new_email="new@ieum.example")
    asked = {"user_id": user.pk, "redirect_url": SHOP, "channel": ""}
    publish(
        *(event(**asked) for event, _, _ in ASKED),  # type: ignore[arg-type]
        RegistrationOnKnownAddress(user_id=user.pk, channel=""),
        PasswordChanged(user_id=user.pk),
        EmailChangeRequested(request_id=change.pk, **asked),  # type: ignore[arg-type]
        EmailChanged(user_id=user.pk, request_id=change.pk),
    )
    messages = sent_mails(run_outbox)
    assert len({message.extra_headers["X-Ieum-Mail"] for message in messages}) == len(messages) == 8
    spelled = "단추가 열리지 않으면 이 주소를 브라우저에 붙여 넣어 주세요. If the button does not open, paste this address into your browser."
    for message in messages:
        html, text = set(WORD.findall(read_html(html_of(message)))), set(WORD.findall(message.body)) - {"--------"}
        assert text - html == set()
        assert html - text <= set(WORD.findall(f"가치소비 Citizens' shop {spelled}"))
        assert "이름이" not in text | html  # nobody is named: a stranger could have chosen the name
        assert ("요" in message.body) == (language == "ko")


def test_a_change_of_address_asks_the_new_one_and_tells_the_old_one(run_outbox: Run) -> None:
    user = UserFactory(email="old@ieum.example")
    change = EmailChange.objects.create(user=user, old_email=user.email, new_email="brand-new@ieum.example")
    publish(EmailChangeRequested(user_id=user.pk, request_id=change.pk, redirect_url=SHOP, channel=""))
    by_address = {message.to[0]: message for message in sent_mails(run_outbox)}
    assert set(by_address) == {"old@ieum.example", "brand-new@ieum.example"}
    _, query = link_of(by_address["brand-new@ieum.example"])
    assert set(query) == {"step", "token"}
    assert is_account_token_good(query["token"][0], user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)
    told = by_address["old@ieum.example"]
    assert "shop.ieum.example/account" not in told.body + html_of(told)
    assert "brand-new" not in told.body + html_of(told)
    assert "b…@i…" in told.body
    user.email = change.new_email
    user.save()
    publish(EmailChanged(user_id=user.pk, request_id=change.pk))
    assert only(sent_mails(run_outbox)).to == ["old@ieum.example"]


def test_asking_twice_before_the_mail_is_out_makes_one_mail_and_later_another(run_outbox: Run) -> None:
    user = UserFactory()
    asked = PasswordResetRequested(user_id=user.pk, redirect_url=SHOP, channel="")
    publish(asked, asked)
    assert len(sent_mails(run_outbox)) == 1
    publish(asked)
    assert len(sent_mails(run_outbox)) == 1


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"is_active": False}, "the account is gone"),
        ({"email": "other@ieum.example"}, "the account has another address now"),
    ],
)
def test_a_link_never_goes_to_an_address_the_account_has_left(
    run_outbox: Run, spoil: dict[str, Any], reason: str
) -> None:
    user = UserFactory()
    publish(PasswordResetRequested(user_id=user.pk, redirect_url=SHOP, channel=""))
    run_outbox()
    User.objects.filter(pk=user.pk).update(**spoil)
    assert sent_mails(run_outbox) == []
    assert list(Mail.objects.values_list("status", "error")) == [("dropped", reason)]


def test_a_confirmed_address_is_not_asked_again(run_outbox: Run) -> None:
    user = UserFactory(is_confirmed=True)
    publish(AccountConfirmationRequested(user_id=user.pk, redirect_url=SHOP, channel=""))
    assert sent_mails(run_outbox) == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//shop.ieum.example/", "data:text/html,x", ""])
def test_a_link_that_is_no_web_page_is_never_mailed(run_outbox: Run, url: str) -> None:
    user = UserFactory()
    publish(PasswordResetRequested(user_id=user.pk, redirect_url=url, channel=""))
    assert sent_mails(run_outbox) == []
    assert Mail.objects.get().status == "dead"


def test_a_member_of_an_agency_is_spoken_to_as_the_public_channel_speaks(run_outbox: Run) -> None:
    public_channel()
    user = UserFactory()
    publish(PasswordResetRequested(user_id=user.pk, redirect_url=SHOP, channel="public"))
    message = only(sent_mails(run_outbox))
    assert "새로 정하십시오" in message.body
    assert "어요" not in message.body
    assert "#0b50d0" in html_of(message)


def test_the_real_request_ends_in_a_mail_that_opens_the_account(run_outbox: Run, graphql: Any, settings: Any) -> None:
    """From the shopper's click to the new password, through the public API."""
    ChannelFactory()
    user = UserFactory(email="jiwoo@ieum.example")
    url = f"{settings.STOREFRONT_URL}/new-password"
    asked = graphql(
        """mutation($e: String!, $u: String!) {
             requestPasswordReset(email: $e, redirectUrl: $u, channel: "citizen") { errors { code } } }""",
        {"e": "JIWOO@ieum.example", "u": url},
    )
    assert asked["data"]["requestPasswordReset"]["errors"] == []
    message = only(sent_mails(run_outbox))
    (link,) = set(re.findall(rf"{re.escape(url)}\S+", message.body))
    query = parse_qs(urlsplit(link).query)
    answer = graphql(
        'mutation($e: String!, $t: String!) { setPassword(email: $e, token: $t, password: "a-better-one-2026") '
        "{ user { email } errors { code } } }",
        {"e": query["email"][0], "t": query["token"][0]},
    )
    assert answer["data"]["setPassword"]["errors"] == []
    user.refresh_from_db()
    assert user.check_password("a-better-one-2026")
    assert only(sent_mails(run_outbox)).extra_headers["X-Ieum-Mail"] == "password_changed"
