"""Celery shells of the core."""

from __future__ import annotations

import datetime as dt

from celery import shared_task

from market.core import catalogue_version, clock, outbox
from market.core.files.sweep import sweep
from market.core.models import IdempotencyKey

KEEP_ANSWERS = dt.timedelta(days=7)  # nobody repeats a request later than that; answers may name people
KEEP_DELIVERIES = dt.timedelta(days=30)  # long enough to look into what went wrong


@shared_task
def relay_outbox() -> int:
    """Hand waiting events to their handlers. Safe to run in several workers at once."""
    outbox.fan_out()
    return outbox.deliver_due()


@shared_task
def forget_deliveries() -> int:
    """Delete events that were delivered long ago. Returns how many."""
    return outbox.forget_done(older_than=KEEP_DELIVERIES)


@shared_task
def forget_idempotent_answers() -> int:
    """Delete idempotency keys, and the answers under them, that are older than a week. Returns how many."""
    deleted, _ = IdempotencyKey.objects.filter(created_at__lt=clock.now() - KEEP_ANSWERS).delete()
    return deleted


@shared_task
def sweep_files() -> int:
    """Delete files of people that no row names any more. Returns how many."""
    return sweep()


@shared_task
def compact_catalogue_version() -> None:
    """Put the rows of the catalogue's version together."""
    catalogue_version.compact()
