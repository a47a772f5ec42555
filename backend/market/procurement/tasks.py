"""Celery shells of the room."""

from __future__ import annotations

from celery import shared_task

from market.procurement.services.requests_lapse import approvals_remind, campaigns_ended_tell, requests_lapse


@shared_task
def lapse_requests() -> int:
    """End the requests whose terms are held no longer."""
    return requests_lapse()


@shared_task
def tell_of_ended_campaigns() -> int:
    """Tell requesters whose campaign has ended while their request is in approval."""
    return campaigns_ended_tell()


@shared_task
def remind_of_approvals() -> int:
    """Remind those whose turn it is, a day before the terms end."""
    return approvals_remind()
