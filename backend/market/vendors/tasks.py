"""Celery shells of the room."""

from __future__ import annotations

from celery import shared_task

from market.vendors.flows.registry_ask import applications_ask_again
from market.vendors.services.certificates_remind import certificates_remind


@shared_task
def remind_of_certificates() -> int:
    """Tell enterprises of certificates that end in 60, 30 or 7 days."""
    return certificates_remind()


@shared_task
def ask_business_registry() -> int:
    """Ask the tax service again about applications it gave no answer for."""
    return applications_ask_again()
