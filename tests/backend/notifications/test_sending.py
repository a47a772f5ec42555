"""A mail goes out once: whatever dies, refuses or repeats itself on the way."""

from __future__ import annotations

import datetime as dt
import email
import uuid
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from celery import current_app
from django.core import mail as outbox
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from factories.accounts import UserFactory
from factories.mail_server import MailServer, mail_server
from market.config.celery import app
from market.core import clock
from market.notifications.enums import MailKind, MailStatus
from market.notifications.flows.mails_send import mails_send
from market.notifications.handlers.noting import SENDING_TASK
from market.notifications.models import Mail
from market.notifications.rules import MAX_ATTEMPTS, pause_after
from market.notifications.services.mail_claim import mail_claim_next, mail_hand
from market.notifications.services.mail_outcome import mail_failed, mail_sent, mails_forget
from market.notifications.services.mail_save import mail_save

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted() -> Mail:
    """A mail that is due, about a changed password."""
    user = UserFactory(email="jiwoo@ieum.example")
    mail_save(kind=MailKind.PASSWORD_CHANGED, recipient=user.email, language_code="ko", user_id=user.pk)
    return Mail.objects.get()


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mail_server() as running:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


def state() -> tuple[str, int]:
    mail = Mail.objects.get()
    return mail.status, mail.attempts


def later(**ago: float) -> None:
    """Let so much time pass for the mail."""
    passed = dt.timedelta(**ago)
    for mail in Mail.objects.all():
        mail.due_at -= passed
        mail.handed_at = mail.handed_at and mail.handed_at - passed
        mail.save()


def test_a_mail_goes_out_once_with_its_own_headers(noted: Mail, settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL, settings.MAIL_REPLY_TO = "이음 <no-reply@shop.example>", "help@shop.example"
    assert (mails_send(), mails_send()) == (1, 0)
    (message,) = outbox.outbox
    headers = message.message()
    assert headers["Message-ID"] == f"<{noted.pk.hex}@shop.example>"
    assert headers["Reply-To"] == "help@shop.example"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert "no-reply@shop.example" in headers["From"]
    assert [part.get_content_type() for part in headers.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    noted.refresh_from_db()
    assert noted.status == MailStatus.SENT
    assert noted.sent_at is not None


def test_a_server_takes_it(noted: Mail, server: MailServer) -> None:
    assert mails_send() == 1
    (content,) = server.taken
    message = email.message_from_bytes(content)
    assert message["To"] == "jiwoo@ieum.example"
    assert state() == ("sent", 1)


def test_a_worker_killed_before_the_server_heard_loses_nothing(noted: Mail, settings: Any) -> None:
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "factories.mail_server.DiesBeforeHandingOver"
    with pytest.raises(SystemExit):
        mails_send()
    settings.EMAIL_BACKEND = kept
    assert mails_send() == 0  # still held by the dead worker
    later(minutes=6)
    assert mails_send() == 1
    assert len(outbox.outbox) == 1
    assert state() == ("sent", 2)


def test_a_worker_killed_after_the_server_heard_sends_nothing_twice(noted: Mail, settings: Any) -> None:
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "factories.mail_server.DiesAfterHandingOver"
    with pytest.raises(SystemExit):
        mails_send()
    settings.EMAIL_BACKEND = kept
    later(days=1)
    assert mails_send() == 0
    assert len(outbox.outbox) == 1
    assert state() == ("unclear", 1)


def test_a_mail_server_that_is_down_is_tried_again_with_growing_pauses_and_then_given_up(
    noted: Mail, settings: Any
) -> None:
    with mail_server() as gone:
        port = gone.port
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    for attempt in range(1, MAX_ATTEMPTS):
        before = clock.now()
        assert mails_send() == 0
        assert state() == ("waiting", attempt)
        assert Mail.objects.get().due_at >= before + pause_after(attempt)
        assert mails_send() == 0
        assert state() == ("waiting", attempt)  # not before its time
        later(days=1)
    assert mails_send() == 0
    assert state() == ("dead", MAX_ATTEMPTS)
    assert "ConnectionRefusedError" in Mail.objects.get().error


def test_a_server_that_is_down_is_asked_once_in_a_sweep(noted: Mail, settings: Any) -> None:
    other = UserFactory()
    mail_save(kind=MailKind.PASSWORD_CHANGED, recipient=other.email, language_code="ko", user_id=other.pk)
    with mail_server() as gone:
        port = gone.port
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    mails_send()
    assert sorted(Mail.objects.values_list("attempts", flat=True)) == [0, 1]


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"rcpt": "550 no such user"}, "dead"),
        ({"rcpt": "450 mailbox busy"}, "waiting"),
        ({"data": "554 not wanted"}, "dead"),
        ({"data": "451 come back later"}, "waiting"),
        ({"hangs_up": True}, "unclear"),
    ],
)
def test_what_the_server_says_decides_whether_it_is_tried_again(
    noted: Mail, server: MailServer, says: dict[str, Any], expected: str
) -> None:
    for name, value in says.items():
        setattr(server, name, value)
    assert mails_send() == 0
    assert state() == (expected, 1)
    server.rcpt, server.data, server.hangs_up = "250 fine", "250 taken", False
    later(hours=1)
    assert mails_send() == (1 if expected == "waiting" else 0)


def test_one_bad_mail_does_not_hold_up_the_others(noted: Mail) -> None:
    """A mail nobody can write is tried again later; the next goes out."""
    bad = UserFactory()
    mail_save(kind=MailKind.ORDER_DISPATCHED, recipient=bad.email, language_code="ko", user_id=bad.pk)
    mail_save(kind=MailKind.EMAIL_CHANGED, recipient=bad.email, language_code="ko", user_id=bad.pk)
    Mail.objects.filter(kind=MailKind.EMAIL_CHANGED).update(due_at=clock.now() - dt.timedelta(hours=1))
    assert mails_send() == 1
    assert dict(Mail.objects.values_list("kind", "status")) == {
        "password_changed": "sent",
        "order_dispatched": "dropped",
        "email_changed": "waiting",
    }


def test_an_outdated_claim_may_not_hand_over(noted: Mail) -> None:
    """A worker slower than its lease finds that another has taken the mail."""
    slow = mail_claim_next()
    assert slow is not None
    assert mail_claim_next() is None
    later(minutes=6)
    quick = mail_claim_next()
    assert quick is not None
    assert mail_hand(mail_id=slow.pk, attempt=slow.attempts, told={}) is False
    mail_failed(mail_id=slow.pk, attempt=slow.attempts, error="late")
    assert mail_hand(mail_id=quick.pk, attempt=quick.attempts, told={}) is True
    mail_sent(mail_id=quick.pk)
    assert state() == ("sent", 2)


def test_a_mail_on_which_workers_die_is_given_up(noted: Mail) -> None:
    Mail.objects.update(attempts=MAX_ATTEMPTS)
    assert mail_claim_next() is None
    assert state() == ("dead", MAX_ATTEMPTS)


def test_the_database_refuses_what_must_not_be(noted: Mail) -> None:
    user = UserFactory()
    for wrong in (
        {"user": None},
        {"language": "fr"},
        {"status": "sent"},
        {"status": "sending"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Mail.objects.update(**wrong)
    same = {"kind": "order_paid", "recipient": "a@ieum.example", "user": user, "due_at": clock.now()}
    Mail.objects.create(event_key="x", created_at=clock.now(), **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.create(event_key="x", created_at=clock.now(), **same)


def test_what_was_settled_long_ago_is_forgotten(noted: Mail) -> None:
    mails_send()
    assert mails_forget(older_than=dt.timedelta(days=180)) == 0
    Mail.objects.update(created_at=clock.now() - dt.timedelta(days=181))
    waiting = UserFactory()
    mail_save(kind=MailKind.PASSWORD_CHANGED, recipient=waiting.email, language_code="ko", user_id=waiting.pk)
    Mail.objects.filter(user=waiting).update(created_at=clock.now() - dt.timedelta(days=181))
    assert mails_forget(older_than=dt.timedelta(days=180)) == 1
    assert Mail.objects.get().user == waiting


def test_the_nudge_and_the_clock_name_tasks_that_exist(settings: Any) -> None:
    app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    for name in (SENDING_TASK, "market.notifications.tasks.forget_old_mails"):
        assert name in current_app.tasks
        assert name in scheduled


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("mails", *arguments, stdout=out)
    return out.getvalue()


def test_staff_see_what_is_stuck_and_put_it_in_line_again(noted: Mail) -> None:
    Mail.objects.update(status="dead", attempts=MAX_ATTEMPTS, error="SMTPRecipientsRefused")
    listed = command("--dead")
    assert str(noted.pk) in listed
    assert "SMTPRecipientsRefused" in listed
    assert "jiwoo@ieum.example" not in listed
    assert command().split() == ["dead", "1"]
    assert str(noted.pk) in command("--retry", str(noted.pk))
    assert mails_send() == 1
    assert command("--dead") == ""
    with pytest.raises(CommandError, match="not stuck"):
        command("--retry", str(noted.pk))
    with pytest.raises(CommandError, match="Nothing was found"):
        command("--retry", str(uuid.uuid4()))
    assert len(outbox.outbox) == 1


def test_a_request_that_was_made_again_meanwhile_is_not_put_in_line_twice(noted: Mail) -> None:
    Mail.objects.update(status="dead")
    assert noted.user_id is not None
    mail_save(kind=MailKind.PASSWORD_CHANGED, recipient=noted.recipient, language_code="ko", user_id=noted.user_id)
    with pytest.raises(CommandError, match="waiting already"):
        command("--retry", str(noted.pk))
    assert not connection.needs_rollback
