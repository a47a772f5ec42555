"""Celery shells of the room."""

from __future__ import annotations

from celery import shared_task

from market.quotes.services.quote_request_close import quote_requests_close, quote_requests_remind


@shared_task
def close_quote_requests() -> int:
    """Close requests whose deadline has passed."""
    return quote_requests_close()


@shared_task
def remind_of_quote_deadlines() -> int:
    """Tell those who owe an answer that a day is left."""
    return quote_requests_remind()
