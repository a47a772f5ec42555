"""Take mails in hand, one at a time, so that none goes out twice.

A mail passes three committed steps. **Claimed**: ``due_at`` moves ahead by a lease; a worker that dies now leaves it to be tried again.
**Handed**: written just before the mail server hears of it, and only by the claim that is the newest; from here on it is never tried
again by itself. **Sent** (or refused by the server, which is a certain no). A worker that dies between handed and sent leaves a row
in flight, which ``mails_in_flight_settle`` turns UNCLEAR for a person to decide.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from market.core import clock
from market.notifications.enums import MailStatus
from market.notifications.locks import next_due_mail
from market.notifications.models import Mail
from market.notifications.rules import LEASE, is_worth_another_try


def mail_claim_next() -> Mail | None:
    """The next mail that is due, held for the length of the lease. A mail that has been claimed too often is given up."""
    while True:
        with transaction.atomic():
            mail = next_due_mail(clock.now())
            if mail is None:
                return None
            if is_worth_another_try(mail.attempts):
                mail.attempts, mail.due_at = mail.attempts + 1, clock.now() + LEASE
                mail.save(update_fields=["attempts", "due_at"])
                return mail
            mail.status = MailStatus.DEAD
            mail.error = mail.error or "workers died while they had it in hand"
            mail.save(update_fields=["status", "error"])


def mail_hand(*, mail_id: UUID, attempt: int, told: dict[str, Any]) -> bool:
    """Note that the mail server is about to hear of it. False when another worker has claimed it since: then do not send."""
    claimed = Mail.objects.filter(pk=mail_id, status=MailStatus.WAITING, attempts=attempt)
    return claimed.update(status=MailStatus.SENDING, handed_at=clock.now(), told=told) == 1
