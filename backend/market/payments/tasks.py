"""Celery shells of payments."""

from __future__ import annotations

from celery import shared_task

from market.payments.flows.actions_send import actions_send
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.flows.provider_messages import message_process, messages_process


@shared_task
def send_provider_actions() -> int:
    """Send refunds, captures and cancellations that wait."""
    return actions_send()


@shared_task
def process_provider_messages() -> int:
    """Act on messages of providers that were not acted on at once."""
    return messages_process()


@shared_task
def process_provider_message(event_pk: int) -> bool:
    """Act on one message right after it came."""
    return message_process(event_pk=event_pk)


@shared_task
def finish_paid_checkouts() -> int:
    """Make orders of paid checkouts whose buyers did not come back, or give the money back."""
    return checkouts_finish()
