"""Many workers, one mail each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.core import mail as outbox

from factories.accounts import UserFactory
from market.notifications import locks
from market.notifications.enums import MailKind
from market.notifications.flows.mails_send import mails_send
from market.notifications.models import Mail
from market.notifications.services import mail_claim
from market.notifications.services.mail_save import mail_save

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
MAILS, WORKERS = 12, 6


def note_mails() -> None:
    for user in UserFactory.create_batch(MAILS):
        mail_save(kind=MailKind.PASSWORD_CHANGED, recipient=user.email, language_code="ko", user_id=user.pk)


def test_workers_at_once_send_each_mail_once(race: Race) -> None:
    note_mails()
    sent = race([mails_send] * WORKERS)
    assert sum(sent) == MAILS
    assert set(Counter(message.to[0] for message in outbox.outbox).values()) == {1}
    assert set(Mail.objects.values_list("status", "attempts")) == {("sent", 1)}


def test_without_the_lock_they_would_take_the_same_mail(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: claims then collide. What is sent is still once, because only the newest claim may hand over."""

    def unlocked(now: Any) -> Mail | None:
        return Mail.objects.filter(status="waiting", due_at__lte=now).order_by("due_at", "created_at").first()

    assert mail_claim.next_due_mail is locks.next_due_mail
    monkeypatch.setattr(mail_claim, "next_due_mail", unlocked)
    note_mails()
    claimed = [mail for mail in race([mail_claim.mail_claim_next] * WORKERS) if isinstance(mail, Mail)]
    assert len({mail.pk for mail in claimed}) < len(claimed)
