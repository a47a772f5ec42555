"""Send what is due: claim, write, hand over, note. No database transaction spans the network."""

from __future__ import annotations

import logging

from market.notifications.flows.mail_render import mail_render
from market.notifications.flows.mail_write import mail_write
from market.notifications.gateways.post import (
    PostClosed,
    PostRefused,
    PostUnclear,
    message_of,
    post_hand_over,
    post_open,
)
from market.notifications.letters.letter import NothingToSay, OtherMailFirst
from market.notifications.letters.links import BadLink
from market.notifications.models import Mail
from market.notifications.services.mail_claim import mail_claim_next, mail_hand
from market.notifications.services.mail_outcome import (
    mail_dropped,
    mail_failed,
    mail_postponed,
    mail_sent,
    mail_unclear,
    mails_in_flight_settle,
)

logger = logging.getLogger(__name__)
LIMIT = 200


def mails_send(limit: int = LIMIT) -> int:
    """Send up to ``limit`` mails that are due, and stop early where the mail server cannot be reached. Returns how many went out.

    Safe to run in several workers at once.
    """
    mails_in_flight_settle()
    sent = 0
    for _ in range(limit):
        mail = mail_claim_next()
        if mail is None:
            break
        try:
            sent += _send(mail)
        except PostClosed as closed:
            mail_failed(mail_id=mail.pk, attempt=mail.attempts, error=str(closed))
            break
    return sent


def _send(mail: Mail) -> bool:
    """Send a claimed mail. Whatever is wrong with this one mail is noted on it. Raises PostClosed."""
    try:
        letter = mail_write(mail)
        rendered = mail_render(letter)
    except NothingToSay as nothing:
        mail_dropped(mail_id=mail.pk, attempt=mail.attempts, reason=str(nothing))
        return False
    except OtherMailFirst:
        mail_postponed(mail_id=mail.pk, attempt=mail.attempts)
        return False
    except Exception as error:
        logger.exception("mail %s could not be written", mail.pk)
        reason = f"{type(error).__name__}: {error}"
        mail_failed(mail_id=mail.pk, attempt=mail.attempts, error=reason, is_final=isinstance(error, BadLink))
        return False
    message = message_of(
        mail_id=mail.pk,
        kind=mail.kind,
        language=mail.language,
        recipient=mail.recipient,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
    )
    connection = post_open()
    if not mail_hand(mail_id=mail.pk, attempt=mail.attempts, told=letter.told):
        connection.close()
        return False
    try:
        post_hand_over(connection, message)
    except PostRefused as refused:
        mail_failed(mail_id=mail.pk, attempt=mail.attempts, error=str(refused), is_final=refused.is_final)
        return False
    except PostUnclear as doubt:
        mail_unclear(mail_id=mail.pk, error=str(doubt))
        return False
    mail_sent(mail_id=mail.pk)
    return True
