"""What every handler of this room does: name the event, and wake a worker when a mail was noted."""

from __future__ import annotations

import hashlib

from celery import current_app
from django.db import transaction

from market.core.events import Event

LONGEST_KEY = 200
SENDING_TASK = "market.notifications.tasks.send_due_mails"


def _nudge() -> None:
    """Ask a worker to send now. Without a worker of ours at hand the periodic sweep does it."""
    if current_app.main == "market":
        current_app.send_task(SENDING_TASK, expires=60)


def nudge_when_noted(is_new: bool) -> None:
    if is_new:
        transaction.on_commit(_nudge, robust=True)


def key_of(event: Event, *facts: object) -> str:
    """The event's name among all; what is too long for its column stands by its hash."""
    key = ":".join([event.topic, *map(str, facts)])
    return key if len(key) <= LONGEST_KEY else f"{event.topic}:{hashlib.sha256(key.encode()).hexdigest()}"
