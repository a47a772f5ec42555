"""Celery shells of the room."""

from __future__ import annotations

import datetime as dt

from celery import shared_task
from django.conf import settings

from market.insight.services.counts_forget import counts_forget
from market.insight.services.weekly_notes_publish import weekly_notes_publish


@shared_task
def publish_weekly_notes() -> int:
    """Ask for the notes about the week that ended. Returns how many enterprises are told."""
    return weekly_notes_publish()


@shared_task
def forget_old_counts() -> int:
    """Delete counts that are kept no longer. Returns how many."""
    return counts_forget(older_than=dt.timedelta(days=settings.INSIGHT_DAYS))
