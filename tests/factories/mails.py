"""Mails for tests: noted by the handlers of real events, sent by the real flow into Django's outbox of tests."""

from __future__ import annotations

from collections.abc import Callable
from email.message import Message
from typing import Any

from django.core import mail as outbox
from django.core.mail import EmailMultiAlternatives

from market.notifications.flows.mails_send import mails_send
from market.notifications.models import Mail


def sent_mails(run_outbox: Callable[[], int]) -> list[EmailMultiAlternatives]:
    """Deliver all events, send all mails that are due, and give those that this sent."""
    before = len(outbox.outbox)
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


def headers_of(message: EmailMultiAlternatives) -> Message[Any, Any]:
    return message.message()
