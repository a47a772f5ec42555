"""What applicants read in their mail, in both languages; nothing stale goes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factories.applications import applicant, reviewer, sent
from factories.mails import html_of, read_html, sent_mails
from market.accounts.models import User
from market.core.global_ids import to_global_id
from market.vendors.models import VendorApplication
from market.vendors.services.application_approve import application_approve
from market.vendors.services.application_return import application_decline, application_return

pytestmark = pytest.mark.django_db
Outbox = Callable[[], int]


def person(language: str) -> User:
    user = applicant()
    User.objects.filter(pk=user.pk).update(language_code=language)
    return user


def path_of(application: VendorApplication) -> str:
    return f"/vendor/apply/{to_global_id('VendorApplication', application.pk)}"


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("ko", "새봄빵집 입점 신청을 받았어요", ["영업일 5일 안에", "110-81-41272"]),
        ("en", "We have your application for 새봄빵집", ["within 5 working days", "110-81-41272"]),
    ],
)
def test_who_applied_hears_that_it_arrived(run_outbox: Outbox, language: str, subject: str, words: list[str]) -> None:
    application = sent(person(language))
    (mail,) = sent_mails(run_outbox)
    assert (mail.to, mail.subject) == ([application.applicant.email], subject)
    for text in (str(mail.body), read_html(html_of(mail))):
        assert all(word in text for word in [*words, path_of(application)])


@pytest.mark.parametrize(
    ("language", "field", "subject"),
    [("ko", "통장 사본", "조금 고쳐 주세요"), ("en", "Copy of the bankbook", "Please mend")],
)
def test_what_to_mend_is_told_field_by_field(run_outbox: Outbox, language: str, field: str, subject: str) -> None:
    application = sent(person(language))
    sent_mails(run_outbox)
    points = [("bankbookCopy", "글씨가 보이지 않아요.")]
    application_return(application_id=application.pk, actor=reviewer(), comment="한 곳만요.", points=points)
    (mail,) = sent_mails(run_outbox)
    assert subject in mail.subject
    text = read_html(html_of(mail))
    assert [word for word in (field, "글씨가 보이지 않아요.", "한 곳만요.") if word not in text] == []


def test_the_welcome_leads_into_the_centre(run_outbox: Outbox) -> None:
    application = sent(person("ko"))
    sent_mails(run_outbox)
    application_approve(application_id=application.pk, actor=reviewer(), note="반가워요")
    mail = next(one for one in sent_mails(run_outbox) if "환영해요" in one.subject)
    assert mail.to == [application.applicant.email]
    assert [word for word in ("/vendor", "반가워요") if word not in str(mail.body)] == []


@pytest.mark.parametrize(("language", "title"), [("ko", "이번에는 함께하지 못해요"), ("en", "Not this time")])
def test_who_is_declined_reads_why(run_outbox: Outbox, language: str, title: str) -> None:
    application = sent(person(language))
    sent_mails(run_outbox)
    application_decline(application_id=application.pk, actor=reviewer(), reason="심사 기준과 달라요.")
    (mail,) = sent_mails(run_outbox)
    text = read_html(html_of(mail))
    assert [word for word in (title, "심사 기준과 달라요.") if word not in text] == []


def test_what_is_no_longer_so_is_not_told(run_outbox: Outbox) -> None:
    """Sent back before the mail about its arrival went out: only the later news goes."""
    application = sent(person("ko"))
    application_return(application_id=application.pk, actor=reviewer(), comment="고쳐 주세요.")
    assert [mail.subject for mail in sent_mails(run_outbox)] == ["새봄빵집 입점 신청을 조금 고쳐 주세요"]


def test_each_round_has_its_own_mail(run_outbox: Outbox) -> None:
    from factories.applications import actor_of
    from market.vendors.flows.registry_ask import application_send

    application = sent(person("ko"))
    sent_mails(run_outbox)
    for _ in range(2):
        application_return(application_id=application.pk, actor=reviewer(), comment="한 번 더요.")
        assert len(sent_mails(run_outbox)) == 1
        application_send(application_id=application.pk, actor=actor_of(application.applicant), agreed=True)
        assert len(sent_mails(run_outbox)) == 1
