"""Celery shells of the room."""

from __future__ import annotations

from celery import shared_task

from market.orders.services.fulfillments_confirm import fulfillments_confirm
from market.orders.services.orders_expire import orders_expire


@shared_task
def expire_unpaid_orders() -> int:
    """End orders that were not paid in time."""
    return orders_expire()


@shared_task
def confirm_deliveries() -> int:
    """Take to have arrived what left long ago."""
    return fulfillments_confirm()
