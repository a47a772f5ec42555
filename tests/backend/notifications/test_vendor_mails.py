"""What the people of an enterprise are told: to whom, in whose language, and never twice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from factories.accounts import PASSWORD, UserFactory
from factories.certificates import paper_file
from factories.mails import html_of, read_html, sent_mails
from factories.team import acting, clerk_of, desk_clerk, manager_of, membership, once, owner_of
from factories.vendors import SellerFactory, member_of
from market.core import clock
from market.core.banks import Bank
from market.notifications.models import Mail
from market.vendors.models import Vendor, VendorInvitation, VendorRecheck
from market.vendors.services.bank_account_update import bank_account_update
from market.vendors.services.invitation_accept import invitation_accept
from market.vendors.services.member_change import member_remove
from market.vendors.services.member_invite import invitation_resend, invitation_revoke, member_invite
from market.vendors.services.recheck_decide import recheck_decide
from market.vendors.services.vendor_status_set import vendor_reopen, vendor_suspend
from market.vendors.services.vendor_update import vendor_update

pytestmark = pytest.mark.django_db
Run = Callable[[], int]
ADDRESS = "new@ieum.example"


def addressees(messages: list[Any]) -> list[str]:
    return sorted(message.to[0] for message in messages)


def email_of(actor: Any) -> str:
    return str(actor.email)


def invite(vendor: Vendor, owner: Any) -> VendorInvitation:
    return once(member_invite, vendor_id=vendor.pk, email=ADDRESS, role="clerk", actor=owner)


def token_in(message: Any) -> str:
    """The token of the one link to the invitation; HTML and text hold the same."""
    (url,) = set(re.findall(r"https?://\S+/vendor/invitation\S+", message.body))
    assert url in read_html(html_of(message))
    return parse_qs(urlsplit(url).query)["token"][0]


@pytest.mark.parametrize("has_account", [False, True])
def test_an_invitation_goes_to_the_address_with_or_without_an_account(run_outbox: Run, has_account: bool) -> None:
    vendor, owner = owner_of(SellerFactory(name="두손공방"))
    if has_account:
        UserFactory(email=ADDRESS)
    invite(vendor, owner)
    (message,) = sent_mails(run_outbox)
    assert message.to == [ADDRESS]
    assert "두손공방" in message.subject
    mail = Mail.objects.get()
    assert (mail.order_id, mail.user_id is not None) == (None, has_account)
    token = token_in(message)
    assert token not in str(mail.params)
    user = UserFactory(email=ADDRESS) if not has_account else mail.user
    assert once(invitation_accept, token=token, actor=acting(user)).role == "clerk"


def test_it_speaks_the_language_of_the_account(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    UserFactory(email=ADDRESS, language_code="en")
    invite(vendor, owner)
    (message,) = sent_mails(run_outbox)
    assert "invites you" in message.subject
    assert "lang=en" in message.body


def test_asked_for_once_more_it_goes_once_more_and_the_first_link_stays_good(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    made = invite(vendor, owner)
    (first,) = sent_mails(run_outbox)
    VendorInvitation.objects.update(mailed_at=clock.now() - dt.timedelta(minutes=2))
    once(invitation_resend, invitation_id=made.pk, actor=owner)
    (second,) = sent_mails(run_outbox)
    assert second.to == [ADDRESS]
    user = UserFactory(email=ADDRESS)
    assert once(invitation_accept, token=token_in(first), actor=acting(user)).user == user


def test_one_that_is_over_before_it_went_out_is_not_sent(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    made = invite(vendor, owner)
    once(invitation_revoke, invitation_id=made.pk, actor=owner)
    assert sent_mails(run_outbox) == []
    assert Mail.objects.get().status == "dropped"


def test_owners_hear_who_has_joined(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    clerk_of(vendor)
    made = invite(vendor, owner)
    (mail,) = sent_mails(run_outbox)
    once(invitation_accept, token=token_in(mail), actor=acting(UserFactory(email=made.email)))
    (message,) = sent_mails(run_outbox)
    assert (message.to, ADDRESS in message.body) == ([email_of(owner)], True)


def test_who_is_removed_hears_it_and_so_do_the_owners(run_outbox: Run) -> None:
    vendor, owner = owner_of(SellerFactory(name="두손공방"))
    clerk = clerk_of(vendor)
    once(member_remove, member_id=membership(vendor, clerk).pk, actor=owner)
    messages = sent_mails(run_outbox)
    assert addressees(messages) == sorted([email_of(owner), email_of(clerk)])
    own = next(message for message in messages if message.to == [email_of(clerk)])
    assert "두손공방" in own.subject
    assert "/vendor/members" not in own.body


def test_a_change_of_status_reaches_everybody_with_its_reason(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    people = [owner, manager_of(vendor), clerk_of(vendor)]
    member_of()  # works elsewhere
    once(vendor_suspend, vendor_id=vendor.pk, reason="인증서를 다시 내 주세요.", actor=desk_clerk())
    messages = sent_mails(run_outbox)
    assert addressees(messages) == sorted(map(email_of, people))
    assert all("인증서를 다시 내 주세요." in message.body for message in messages)


def test_a_status_that_has_changed_again_is_not_told(run_outbox: Run) -> None:
    vendor, _ = owner_of()
    staff = desk_clerk()
    once(vendor_suspend, vendor_id=vendor.pk, reason="잠시", actor=staff)
    once(vendor_reopen, vendor_id=vendor.pk, reason="바로잡았어요", actor=staff)
    (message,) = sent_mails(run_outbox)
    assert "다시 판매할 수 있어요" in message.subject


def test_another_account_is_told_to_every_owner_and_nobody_else(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    other = member_of(vendor)
    manager_of(vendor)
    once(
        bank_account_update, vendor_id=vendor.pk, bank=Bank.KAKAO, number="3333019876543", holder="견본", password=PASSWORD,
        bankbook=paper_file(), actor=owner,
    )  # fmt: skip
    messages = sent_mails(run_outbox)
    assert addressees(messages) == sorted([email_of(owner), other.email])
    assert all("6543" in message.body and "9876543" not in message.body for message in messages)


def test_a_recheck_and_its_outcome_reach_those_who_keep_certificates(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    manager = manager_of(vendor)
    clerk_of(vendor)
    once(vendor_update, vendor_id=vendor.pk, values={"representative": "고은채", "address": "서울 1"}, actor=owner)
    opened = sent_mails(run_outbox)
    assert addressees(opened) == sorted([email_of(owner), email_of(manager)])
    assert "주소, 대표자" in opened[0].body or "대표자, 주소" in opened[0].body
    once(
        recheck_decide,
        recheck_id=VendorRecheck.objects.get().pk,
        is_confirmed=False,
        note="여성기업 확인서를 새로 내 주세요.",
        actor=desk_clerk(),
    )
    decided = sent_mails(run_outbox)
    assert addressees(decided) == sorted([email_of(owner), email_of(manager)])
    assert "여성기업 확인서를 새로 내 주세요." in decided[0].body


def test_who_left_before_the_mail_went_out_gets_none(run_outbox: Run) -> None:
    vendor, owner = owner_of()
    clerk = clerk_of(vendor)
    once(vendor_suspend, vendor_id=vendor.pk, reason="잠시", actor=desk_clerk())
    run_outbox()  # the mails are noted, and wait
    once(member_remove, member_id=membership(vendor, clerk).pk, actor=clerk)
    sent_mails(run_outbox)
    outcome = {(mail.kind, mail.recipient): mail.status for mail in Mail.objects.all()}
    assert outcome == {
        ("vendor_status_changed", email_of(owner)): "sent",
        ("vendor_status_changed", email_of(clerk)): "dropped",
        ("member_removed", email_of(owner)): "sent",
        ("member_removed", email_of(clerk)): "sent",
    }
