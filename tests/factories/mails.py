"""Mails for tests: noted by the handlers of real events, sent by the real flow into Django's outbox of tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

from django.core import mail as outbox
from django.core.mail import EmailMultiAlternatives

from market.core.locks import reset_lock_order
from market.notifications.flows.mails_send import mails_send
from market.notifications.models import Mail


def sent_mails(run_outbox: Callable[[], int]) -> list[EmailMultiAlternatives]:
    """Deliver all events, send all mails that are due, and give those that this sent."""
    before = len(outbox.outbox)
    reset_lock_order()
    run_outbox()
    mails_send()
    return outbox.outbox[before:]  # type: ignore[return-value]


def html_of(message: EmailMultiAlternatives) -> str:
    ((content, kind),) = message.alternatives
    assert kind == "text/html"
    return str(content)


def kinds() -> list[str]:
    """The kinds of all mails, oldest first."""
    return list(Mail.objects.order_by("created_at", "kind").values_list("kind", flat=True))


class _Reader(HTMLParser):
    """What a person reads of an HTML mail: no head, no preheader; the addresses of links where they stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "link", "img", "br", "hr", "base"):
            return
        values = dict(attrs)
        self.tags.append(tag)
        if self.hidden or tag in ("head", "style") or "display:none" in (values.get("style") or ""):
            self.hidden += 1
        if tag == "a":
            self.words.append(values.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if self.tags and tag == self.tags[-1]:
            self.tags.pop()
            self.hidden = max(self.hidden - 1, 0)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def read_html(html: str) -> str:
    """The visible words and links of an HTML mail."""
    reader = _Reader()
    reader.feed(re.sub(r"<!--.*?-->|<!doctype[^>]*>", "", html, flags=re.S))
    return " ".join(" ".join(reader.words).split())
