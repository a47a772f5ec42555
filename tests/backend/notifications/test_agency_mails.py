"""What applicants for an agency and its people are told: to whom, and only what still holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from factories.accounts import UserFactory
from factories.agencies import DOMAIN, acting, agency_clerk, colleague, draft, number_of, once, run_agency, sent
from factories.mails import html_of, read_html, sent_mails
from market.agencies.models import OfficialAddressProof
from market.agencies.permissions import AgencyAbility
from market.agencies.services.application_decide import application_approve, application_decline, application_return
from market.agencies.services.deputy_name import deputy_name, deputy_revoke
from market.agencies.services.invitation_accept import invitation_accept
from market.agencies.services.member_invite import invitation_revoke, member_invite
from market.agencies.services.official_address import official_address_ask, official_address_confirm
from market.agencies.services.work_hand_over import work_hand_over
from market.baskets.models import SharedList
from market.core import clock
from market.notifications.models import Mail

pytestmark = pytest.mark.django_db
Run = Callable[[], int]


def to(messages: list[Any]) -> list[str]:
    return sorted(message.to[0] for message in messages)


def token_in(message: Any, page: str) -> str:
    (url,) = set(re.findall(rf"https?://\S+{page}\S*token=\S+", message.body))
    assert url in read_html(html_of(message))
    return parse_qs(urlsplit(url).query)["token"][0]


@pytest.mark.parametrize("has_account", [False, True])
def test_an_invitation_goes_to_the_address_with_or_without_an_account(run_outbox: Run, has_account: bool) -> None:
    agency, _, boss = run_agency(name="가람구청")
    guest = f"new@{DOMAIN}"
    if has_account:
        UserFactory(email=guest)
    once(member_invite, agency_id=agency.pk, email=guest, abilities=["approve", "pay"], actor=boss)
    (message,) = sent_mails(run_outbox)
    assert (message.to, "가람구청" in message.subject) == ([guest], True)
    assert "결재, 예산·지출" in message.body
    assert boss.email not in message.body
    user = UserFactory(email=guest, is_confirmed=True) if not has_account else None
    if user is not None:
        once(invitation_accept, token=token_in(message, "/agency/invitation"), actor=acting(user))
        (joined,) = sent_mails(run_outbox)
        assert joined.to == [boss.email]


def test_an_invitation_that_was_taken_back_is_not_mailed(run_outbox: Run) -> None:
    agency, _, boss = run_agency()
    invitation = once(member_invite, agency_id=agency.pk, email=f"new@{DOMAIN}", abilities=[], actor=boss)
    once(invitation_revoke, invitation_id=invitation.pk, actor=boss)
    assert sent_mails(run_outbox) == []
    assert Mail.objects.get().status == "dropped"


def test_the_link_goes_to_the_official_address_and_nowhere_else(run_outbox: Run) -> None:
    user = UserFactory(email="me@gmail.com")
    application = draft(user, official_email="chief@garam.example")
    once(official_address_ask, application_id=application.pk, actor=acting(user))
    (message,) = sent_mails(run_outbox)
    assert message.to == ["chief@garam.example"]
    once(official_address_confirm, token=token_in(message, "/agency/apply/"), actor=acting(user))
    assert OfficialAddressProof.objects.get().used_at is not None


def test_applicants_hear_each_step(run_outbox: Run) -> None:
    clerk = agency_clerk()
    application = sent(name="물빛구청")
    applicant = application.applicant.email
    (received,) = sent_mails(run_outbox)
    assert (received.to, "기관 신청을 받았어요" in received.subject) == ([applicant], True)
    once(application_return, application_id=application.pk, actor=clerk, comment="부서를 고쳐 주세요.")
    (returned,) = sent_mails(run_outbox)
    assert "부서를 고쳐 주세요." in returned.body
    other = sent()
    sent_mails(run_outbox)
    once(application_decline, application_id=other.pk, actor=clerk, reason="민간 기업이에요.")
    (declined,) = sent_mails(run_outbox)
    assert "민간 기업이에요." in declined.body
    third = sent()
    sent_mails(run_outbox)
    once(application_approve, application_id=third.pk, actor=clerk)
    messages = sent_mails(run_outbox)
    assert (
        to(messages) == [third.applicant.email] * 2
    )  # welcome, and that the first member, the same person, has joined


def test_the_same_words_for_an_agency_that_is_here_and_its_administrators_are_asked(run_outbox: Run) -> None:
    agency, _, boss = run_agency(registration_number=number_of(71), name="가람구청")
    known = sent(registration_number=number_of(71), name="같은 이름")
    first = {message.to[0]: message for message in sent_mails(run_outbox)}
    assert set(first) == {known.applicant.email, boss.email}
    unknown = sent(name="같은 이름")
    (other,) = sent_mails(run_outbox)
    assert first[known.applicant.email].subject == other.subject
    assert agency.name not in first[known.applicant.email].body
    assert known.official_email in first[boss.email].body
    assert other.to == [unknown.applicant.email]


def test_both_hear_of_a_deputy_and_of_its_end(run_outbox: Run) -> None:
    agency, _, boss = run_agency()
    chief, other = (colleague(agency, AgencyAbility.APPROVE)[0] for _ in range(2))
    today = clock.today()
    deputy = once(
        deputy_name,
        member_id=chief.pk,
        deputy_id=other.pk,
        starts_on=today,
        ends_on=today + dt.timedelta(days=2),
        actor=boss,
        reason="교육",
    )
    named = sent_mails(run_outbox)
    assert to(named) == sorted([chief.user.email, other.user.email])
    assert all("교육" in message.body for message in named)
    once(deputy_revoke, deputy_id=deputy.pk, actor=boss)
    assert to(sent_mails(run_outbox)) == sorted([chief.user.email, other.user.email])


def test_who_takes_over_and_who_leaves_hear_it(run_outbox: Run) -> None:
    agency, _, boss = run_agency(name="가람구청")
    leaver, heir = colleague(agency)[0], colleague(agency)[0]
    SharedList.objects.create(agency=agency, owner=leaver, name="목록")
    once(work_hand_over, member_id=leaver.pk, successor_id=heir.pk, actor=boss)
    messages = {message.to[0]: message for message in sent_mails(run_outbox)}
    assert set(messages) == {leaver.user.email, heir.user.email, boss.email}
    assert "1건" in messages[heir.user.email].body
