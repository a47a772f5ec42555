"""What applicants hear."""

from __future__ import annotations

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.application_mail_save import application_mail_save
from market.vendors.events import (
    ApplicationApproved,
    ApplicationDeclined,
    ApplicationEvent,
    ApplicationReturned,
    ApplicationSubmitted,
)


@handles(ApplicationSubmitted, name="notifications.confirm_application")
def confirm_application(event: ApplicationSubmitted) -> None:
    _tell(event, MailKind.APPLICATION_SUBMITTED)


@handles(ApplicationReturned, name="notifications.tell_what_to_mend")
def tell_what_to_mend(event: ApplicationReturned) -> None:
    _tell(event, MailKind.APPLICATION_RETURNED)


@handles(ApplicationApproved, name="notifications.welcome_enterprise")
def welcome_enterprise(event: ApplicationApproved) -> None:
    _tell(event, MailKind.APPLICATION_APPROVED)


@handles(ApplicationDeclined, name="notifications.tell_declined")
def tell_declined(event: ApplicationDeclined) -> None:
    _tell(event, MailKind.APPLICATION_DECLINED)


def _tell(event: ApplicationEvent, kind: MailKind) -> None:
    """It may be sent, and sent back, several times: each round is a mail of its own, named by its step."""
    nudge_when_noted(
        application_mail_save(
            kind=kind, application_id=event.application_id, event_key=key_of(event, event.application_id)
        )
    )
