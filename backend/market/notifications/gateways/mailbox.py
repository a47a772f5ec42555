"""The files into which a development market writes its mails, read back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path

from django.conf import settings

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
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    links: tuple[str, ...]


def stored_mails(to: str = "") -> list[StoredMail]:
    """The newest mails, newest first; to one address only, where it is given (in any case of letters)."""
    wanted = to.strip().lower()
    return [mail for mail in _all() if not wanted or wanted in mail.to.lower()]


def stored_mail(mail_id: str) -> StoredMail | None:
    """The mail under this id, if it is still among the newest."""
    return next((mail for mail in _all() if mail.id == mail_id), None)


def _all() -> Iterator[StoredMail]:
    folder = Path(settings.EMAIL_FILE_PATH or "")
    files = sorted(folder.glob("*.log"), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for path in files[:NEWEST]:
        contents = [part for part in _BETWEEN.split(path.read_bytes()) if part.strip()]
        for index, content in reversed(list(enumerate(contents))):
            yield _read(f"{path.stem}-{index}", content)


def _read(mail_id: str, content: bytes) -> StoredMail:
    message = message_from_bytes(content, policy=policy.default)
    html = _body(message, "html")
    return StoredMail(
        id=mail_id,
        kind=str(message.get("X-Ieum-Mail", "")),
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        at=_date(message),
        headers=tuple((name, str(value)) for name, value in message.items()),
        text=_body(message, "plain"),
        html=html,
        links=tuple(dict.fromkeys(unescape(link) for link in _HREF.findall(html))),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part is not None else ""


def _date(message: EmailMessage) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        return None
