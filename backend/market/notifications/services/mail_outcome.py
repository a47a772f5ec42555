"""Write down what became of a mail."""

from __future__ import annotations

import datetime as dt
import logging
from uuid import UUID

from market.core import clock
from market.notifications.enums import MailStatus
from market.notifications.models import Mail
from market.notifications.rules import LEASE, POSTPONEMENT, is_worth_another_try, pause_after

logger = logging.getLogger(__name__)


def mail_sent(*, mail_id: UUID) -> None:
    """The mail server has taken it."""
    handed = Mail.objects.filter(pk=mail_id, status__in=(MailStatus.SENDING, MailStatus.UNCLEAR))
    handed.update(status=MailStatus.SENT, sent_at=clock.now(), error="")


def mail_failed(*, mail_id: UUID, attempt: int, error: str, is_final: bool = False) -> None:
    """It certainly did not go out: try again later, or give up after too many attempts or where no attempt can help."""
    mine = Mail.objects.filter(pk=mail_id, attempts=attempt, status__in=(MailStatus.WAITING, MailStatus.SENDING))
    if is_final or not is_worth_another_try(attempt):
        logger.error("mail %s is given up: %s", mail_id, error)
        mine.update(status=MailStatus.DEAD, error=error[:500])
    else:
        mine.update(status=MailStatus.WAITING, due_at=clock.now() + pause_after(attempt), error=error[:500])


def mail_unclear(*, mail_id: UUID, error: str) -> None:
    """The connection broke while the server was hearing it: nobody knows whether it took the mail."""
    logger.error("mail %s may or may not have gone out: %s", mail_id, error)
    Mail.objects.filter(pk=mail_id, status=MailStatus.SENDING).update(status=MailStatus.UNCLEAR, error=error[:500])


def mail_dropped(*, mail_id: UUID, attempt: int, reason: str) -> None:
    """There is nothing to say any more."""
    mine = Mail.objects.filter(pk=mail_id, attempts=attempt, status=MailStatus.WAITING)
    mine.update(status=MailStatus.DROPPED, error=reason[:500])


def mail_postponed(*, mail_id: UUID, attempt: int) -> None:
    """Another mail has to go first; this one waits, and the attempt does not count."""
    mine = Mail.objects.filter(pk=mail_id, attempts=attempt, status=MailStatus.WAITING)
    mine.update(due_at=clock.now() + POSTPONEMENT, attempts=attempt - 1)


def mails_in_flight_settle() -> int:
    """Mark what was handed over by workers that never came back. Returns how many."""
    lost = Mail.objects.filter(status=MailStatus.SENDING, handed_at__lt=clock.now() - LEASE)
    return lost.update(status=MailStatus.UNCLEAR, error="the worker ended while it handed this over")


def mails_forget(*, older_than: dt.timedelta) -> int:
    """Delete what was settled long ago: addresses are not kept for ever. Returns how many."""
    settled = (MailStatus.SENT, MailStatus.DROPPED, MailStatus.DEAD, MailStatus.UNCLEAR)
    deleted, _ = Mail.objects.filter(status__in=settled, created_at__lt=clock.now() - older_than).delete()
    return deleted
