"""The locks of notifications."""

from __future__ import annotations

import datetime as dt

from market.notifications.enums import MailStatus
from market.notifications.models import Mail


def next_due_mail(now: dt.datetime) -> Mail | None:
    """The mail that has been due longest and that no other worker holds."""
    due = Mail.objects.select_for_update(skip_locked=True).filter(status=MailStatus.WAITING, due_at__lte=now)
    return due.order_by("due_at", "created_at").first()
