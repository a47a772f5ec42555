"""Celery shells of the core."""

from __future__ import annotations

from celery import shared_task

from market.core import outbox


@shared_task
def relay_outbox() -> int:
    """Hand waiting events to their handlers. Safe to run in several workers at once."""
    outbox.fan_out()
    return outbox.deliver_due()
