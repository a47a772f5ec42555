"""What people who keep certificates are told, in both languages, and who is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from factories.accounts import staff_with
from factories.certificates import TODAY, checker_of, hold, waiting
from factories.mails import sent_mails
from factories.vendors import SellerFactory, member_of
from market.core.permissions import MANAGE_VENDORS
from market.notifications.letters.certificates import _as, _short
from market.notifications.letters.voice import Voice
from market.vendors.models import Vendor, VendorRole
from market.vendors.services.certificate_verify import certificate_reject, certificate_revoke, certificate_verify
from market.vendors.services.certificates_remind import certificates_remind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
Run = Callable[[], int]


@pytest.fixture
def vendor() -> Vendor:
    """두손공방, as the reference screen shows it: an owner who reads Korean, a manager who reads English, a clerk."""
    vendor = SellerFactory(name="두손공방")
    for role, language in ((VendorRole.OWNER, "ko"), (VendorRole.MANAGER, "en"), (VendorRole.CLERK, "ko")):
        user = member_of(vendor, role)
        user.email, user.language_code = f"{role}@ieum.example", language
        user.save()
    return vendor


def mails(run_outbox: Run) -> dict[str, tuple[str, str]]:
    """Subject and text by address, the latest of each."""
    return {message.to[0]: (message.subject, str(message.body)) for message in sent_mails(run_outbox)}


def test_the_ending_of_the_ratio_is_told_as_the_reference_screen_tells_it(vendor: Vendor, run_outbox: Run) -> None:
    hold(vendor, "SOCIAL_ENTERPRISE")
    hold(vendor, "WOMEN", until=dt.date(2028, 3, 14))
    hold(vendor, "VULNERABLE_RATIO", until=dt.date(2026, 9, 20))
    assert certificates_remind() == 1
    told = mails(run_outbox)
    assert set(told) == {"owner@ieum.example", "manager@ieum.example"}, "a clerk keeps no certificates"
    subject, text = told["owner@ieum.example"]
    assert subject == "고용비율 확인이 12일 뒤 끝나요"
    assert (
        "9월 20일이 지나면 사회적기업으로는 2천만원까지만 한 곳 견적으로 계약할 수 있어요."
        " 여성기업으로는 그대로 5천만원까지 돼요."
    ) in text
    assert "지방계약법 시행령 제25조제1항제5호바목" in text
    assert "1억원까지" in text
    assert "?renew=1" in text
    subject, text = told["manager@ieum.example"]
    assert subject == "Employment ratio ends in 12 days"
    assert "only up to ₩20 million" in text
    assert "As Women-owned it stays at ₩50 million." in text


def test_what_opens_nothing_ends_without_words_about_contracts(vendor: Vendor, run_outbox: Run) -> None:
    hold(vendor, "PRE_SOCIAL_REGIONAL", until=TODAY + dt.timedelta(days=7))
    certificates_remind()
    subject, text = mails(run_outbox)["owner@ieum.example"]
    assert subject == "예비사회적기업이 7일 뒤 끝나요"
    assert "계약할 수 있어요" not in text
    assert "닫히는 길" not in text


def test_what_has_been_revoked_before_the_mail_is_written_is_not_told(vendor: Vendor, run_outbox: Run) -> None:
    (women,) = hold(vendor, "WOMEN", until=TODAY + dt.timedelta(days=7))
    certificates_remind()
    certificate_revoke(certificate_id=women.pk, reason="위조예요.", actor=checker_of(staff_with(MANAGE_VENDORS)))
    assert [message.subject for message in sent_mails(run_outbox) if message.to == ["owner@ieum.example"]] == [
        "여성기업 인증 확인이 취소됐어요"
    ]


def test_each_decision_is_told_with_its_reason(vendor: Vendor, run_outbox: Run) -> None:
    checker = checker_of(staff_with(MANAGE_VENDORS))
    first = waiting(vendor, "WOMEN", valid_until=dt.date(2029, 8, 29))
    certificate_reject(certificate_id=first.pk, reason="발급일이 서류와 달라요.", actor=checker)
    subject, text = mails(run_outbox)["owner@ieum.example"]
    assert subject == "여성기업 인증서를 다시 봐 주세요"
    assert "발급일이 서류와 달라요." in text

    second = waiting(vendor, "WOMEN", valid_until=dt.date(2029, 8, 29))
    certificate_verify(certificate_id=second.pk, actor=checker)
    subject, text = mails(run_outbox)["owner@ieum.example"]
    assert subject == "여성기업 인증서를 확인했어요"
    assert "5천만원까지" in text

    certificate_revoke(certificate_id=second.pk, reason="발급 기관이 취소했어요.", actor=checker)
    subject, text = mails(run_outbox)["owner@ieum.example"]
    assert subject == "여성기업 인증 확인이 취소됐어요"
    assert "발급 기관이 취소했어요." in text
    assert "닫힌 길" in text


@pytest.mark.parametrize(
    ("amount", "korean", "english"),
    [
        (20_000_000, "2천만원", "₩20 million"),
        (100_000_000, "1억원", "₩100 million"),
        (120_000_000, "1억 2천만원", "₩120 million"),
        (2_000_000, "2백만원", "₩2 million"),
        (123_456, "123,456원", "₩123,456"),
    ],
)
def test_amounts_are_said_as_people_say_them(amount: int, korean: str, english: str) -> None:
    from decimal import Decimal

    assert (_short(Decimal(amount), Voice("ko")), _short(Decimal(amount), Voice("en"))) == (korean, english)


@pytest.mark.parametrize(("word", "particle"), [("여성기업", "으로"), ("소셜벤처", "로"), ("마을", "로"), ("GR", "로")])
def test_particles_follow_the_last_sound(word: str, particle: str) -> None:
    assert _as(word) == particle
