"""Celery shells of the room."""

from __future__ import annotations

from celery import shared_task

from market.checkout.services.checkouts_expire import checkouts_expire


@shared_task
def delete_stale_checkouts() -> int:
    """Delete carts that were forgotten long ago."""
    return checkouts_expire()
