"""Celery shells of notifications."""

from __future__ import annotations

import datetime as dt

from celery import shared_task
from django.conf import settings

from market.notifications.flows.mails_send import mails_send
from market.notifications.services.due_orders_remind import due_orders_remind
from market.notifications.services.mail_outcome import mails_forget


@shared_task
def send_due_mails() -> int:
    """Send what is due. Safe to run in several workers at once."""
    return mails_send()


@shared_task
def forget_old_mails() -> int:
    """Delete what was settled long ago."""
    return mails_forget(older_than=dt.timedelta(days=settings.MAIL_KEEP_DAYS))


@shared_task
def remind_of_due_orders() -> int:
    """Tell enterprises in the morning what they have to send that day."""
    return due_orders_remind()
