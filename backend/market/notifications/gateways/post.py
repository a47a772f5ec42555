"""The mail server, through Django's mail backend. Tells a certain no from a doubt."""

from __future__ import annotations

import smtplib
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import BadHeaderError

from market.core import clock

NEVER = range(500, 600)  # SMTP: a permanent no


class PostClosed(Exception):
    """The server could not be reached; nothing was handed over, and nothing else will be for now."""


class PostRefused(Exception):
    """The server, or our own check of the headers, said no. ``is_final``: another attempt cannot help."""

    def __init__(self, error: Exception, *, is_final: bool) -> None:
        super().__init__(f"{type(error).__name__}: {error}")
        self.is_final = is_final


class PostUnclear(Exception):
    """The connection broke after the server had begun to listen."""


def message_of(
    *, mail_id: UUID, kind: str, language: str, recipient: str, subject: str, text: str, html: str
) -> EmailMultiAlternatives:
    """The mail with its headers. Its Message-ID follows from the row, so that every attempt carries the same."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    message = EmailMultiAlternatives(
        subject=subject,
        body=text,
        to=[recipient],
        reply_to=[settings.MAIL_REPLY_TO],
        headers={
            "Message-ID": f"<{mail_id.hex}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": language,
            "X-Ieum-Mail": kind,
            "X-Ieum-Handed-Over": clock.now().isoformat(),  # finer than Date, which ends at the second
        },
    )
    message.attach_alternative(html, "text/html")
    return message


def post_open() -> BaseEmailBackend:
    """A connection to the server. Raises PostClosed."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise PostClosed(f"{type(error).__name__}: {error}") from error
    return connection


def post_hand_over(connection: BaseEmailBackend, message: EmailMultiAlternatives) -> None:
    """Give the mail to the server and hang up. Raises PostRefused for a certain no and PostUnclear for a doubt."""
    try:
        if not connection.send_messages([message]):
            raise PostUnclear("the mail backend took nothing and gave no reason")
    except (BadHeaderError, UnicodeError, smtplib.SMTPNotSupportedError) as error:
        raise PostRefused(error, is_final=True) from error
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise PostRefused(error, is_final=all(code in NEVER for code in codes)) from error
    except smtplib.SMTPResponseException as error:
        raise PostRefused(error, is_final=error.smtp_code in NEVER) from error
    except (OSError, smtplib.SMTPException) as error:
        raise PostUnclear(f"{type(error).__name__}: {error}") from error
    finally:
        _hang_up(connection)


def _hang_up(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        return  # what was said was said; a rude goodbye changes nothing
