"""Try a stuck mail again, because a person says so."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from market.core import clock
from market.core.errors import NotFound
from market.notifications.enums import MailStatus
from market.notifications.errors import MailAlreadyWaiting, MailNotStuck
from market.notifications.models import Mail


def mail_retry(*, mail_id: UUID) -> Mail:
    """Put a given-up or unclear mail in line again, with its Message-ID of before, so that a mailbox that has it can tell.

    Raises NotFound, MailNotStuck, MailAlreadyWaiting.
    """
    try:
        with transaction.atomic():
            stuck = Mail.objects.filter(pk=mail_id, status__in=(MailStatus.DEAD, MailStatus.UNCLEAR))
            changed = stuck.update(status=MailStatus.WAITING, attempts=0, due_at=clock.now(), error="")
    except IntegrityError as error:
        raise MailAlreadyWaiting("id") from error
    mail = Mail.objects.filter(pk=mail_id).first()
    if mail is None:
        raise NotFound("id")
    if not changed:
        raise MailNotStuck("id")
    return mail
