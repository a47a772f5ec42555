"""Mails to applicants: each tells of one step, and only while it is still the last word."""

from __future__ import annotations

from market.core.global_ids import to_global_id
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import applications
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.vendors.models import ApplicationStep


def _told(mail: Mail) -> tuple[applications.ApplicationFacts, Voice]:
    """Raises NothingToSay when the application is gone, another's, or has moved on since."""
    user, voice = account_of(mail)
    step = (
        ApplicationStep.objects.filter(pk=mail.params["step_id"], application__applicant_id=user.pk)
        .select_related("application")
        .first()
    )
    if step is None:
        raise NothingToSay("the application is gone")
    if step.application.steps.filter(pk__gt=step.pk).exists():
        raise NothingToSay("the application has moved on")
    facts = applications.ApplicationFacts(
        path=f"/vendor/apply/{to_global_id('VendorApplication', step.application_id)}",
        name=step.application.name,
        business_number=step.application.business_number,
        at=step.at,
        note=step.note,
        points=tuple((point["field"], point["reason"]) for point in step.points),
    )
    return facts, voice


@writes(MailKind.APPLICATION_SUBMITTED)
def _submitted(mail: Mail) -> Letter:
    return applications.submitted(*_told(mail))


@writes(MailKind.APPLICATION_RETURNED)
def _returned(mail: Mail) -> Letter:
    return applications.returned(*_told(mail))


@writes(MailKind.APPLICATION_APPROVED)
def _approved(mail: Mail) -> Letter:
    return applications.approved(*_told(mail))


@writes(MailKind.APPLICATION_DECLINED)
def _declined(mail: Mail) -> Letter:
    return applications.declined(*_told(mail))
