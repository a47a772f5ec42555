"""The files into which a development market writes its mails, read back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path

from django.conf import settings

from market.core.clock import SEOUL

NEWEST = 500
# What Django's file backend writes after each mail; dashes inside a mail are followed by no header.
_BETWEEN = re.compile(rb"\n-{79}\n(?=Content-Type: |\Z)")
_HREF = re.compile(r"""<a\s[^>]*?href=["']([^"']+)["']""", re.I)


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail as it would have gone out. ``links`` are those of its HTML, in order, each once."""

    id: str
    kind: str
    to: str
    subject: str
    at: dt.datetime | None
    handed_over: str
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    links: tuple[str, ...]


def stored_mails(to: str = "") -> list[StoredMail]:
    """The newest mails, newest first; to one address only, where it is given (in any case of letters)."""
    wanted = to.strip().lower()
    return [mail for mail in _newest() if not wanted or wanted in mail.to.lower()]


def stored_mail(mail_id: str) -> StoredMail | None:
    """The mail under this id, if it is still among the newest."""
    return next((mail for mail in _newest() if mail.id == mail_id), None)


def _newest() -> list[StoredMail]:
    """Those of the newest files. Django may write several mails of one second into one file, so each says when it went out."""
    folder = Path(settings.EMAIL_FILE_PATH or "")
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    mails = [
        _read(f"{path.stem}-{index}", content)
        for path in files[:NEWEST]
        for index, content in enumerate(part for part in _BETWEEN.split(path.read_bytes()) if part.strip())
    ]
    return sorted(mails, key=lambda mail: (mail.handed_over, mail.id), reverse=True)


def _read(mail_id: str, content: bytes) -> StoredMail:
    message = message_from_bytes(content, policy=policy.default)
    html = _body(message, "html")
    return StoredMail(
        id=mail_id,
        kind=str(message.get("X-Ieum-Mail", "")),
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")).strip(),  # a folded header begins with a blank
        at=_date(message),
        handed_over=str(message.get("X-Ieum-Handed-Over", "")),
        headers=tuple((name, str(value)) for name, value in message.items()),
        text=_body(message, "plain"),
        html=html,
        links=tuple(dict.fromkeys(unescape(link) for link in _HREF.findall(html))),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part is not None else ""


def _date(message: EmailMessage) -> dt.datetime | None:
    """In Seoul's time. A header may leave its zone open; ours then mean UTC."""
    try:
        at = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        return None
    return (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(SEOUL)
