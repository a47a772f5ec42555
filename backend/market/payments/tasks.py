"""Celery shells of payments."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from celery import shared_task
from django.conf import settings

from market.core import clock
from market.core.sweeps import one_by_one
from market.payments.flows.actions_send import actions_send
from market.payments.flows.attempts_sweep import attempts_sweep
from market.payments.flows.books_compare import books_compare
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.flows.provider_messages import message_process, messages_process
from market.payments.services.deposit_batch import (
    deposit_batch_run,
    deposit_batches_waiting,
    deposit_previews_forget,
)
from market.payments.services.refund_account_set import refund_accounts_forget

LINES_AT_ONCE = 500


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


@shared_task
def sweep_attempts() -> int:
    """Look after attempts to pay that stand open without a word."""
    return attempts_sweep()


@shared_task
def compare_books(days: int | None = None) -> int:
    """Compare the last days with every provider's books. Returns how many differences stand."""
    since = clock.now() - dt.timedelta(days=days or settings.BOOKS_COMPARE_DAYS)
    return sum(run.standing for run in books_compare(since=since))


@shared_task
def apply_deposit_batches() -> int:
    """Go on taking over bank statements. Returns how many lines were taken over."""
    return one_by_one(_apply_batch, deposit_batches_waiting())


def _apply_batch(batch_id: UUID) -> int:
    return deposit_batch_run(batch_id=batch_id, limit=LINES_AT_ONCE)


@shared_task
def forget_bank_data() -> int:
    """Delete previews nobody applied and accounts of refunds that are long done."""
    return deposit_previews_forget() + refund_accounts_forget()
