"""What people hear of their accounts."""

from __future__ import annotations

from market.accounts.events import (
    AccountConfirmationRequested,
    AccountDeletionRequested,
    AccountMailRequested,
    EmailChanged,
    EmailChangeRequested,
    PasswordChanged,
    PasswordResetRequested,
    RegistrationOnKnownAddress,
)
from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.account_mail_save import account_mail_save, email_change_mail_save


@handles(AccountConfirmationRequested, name="notifications.ask_to_confirm_account")
def ask_to_confirm_account(event: AccountConfirmationRequested) -> None:
    _requested(event, MailKind.ACCOUNT_CONFIRM)


@handles(PasswordResetRequested, name="notifications.offer_password_reset")
def offer_password_reset(event: PasswordResetRequested) -> None:
    _requested(event, MailKind.PASSWORD_RESET)


@handles(AccountDeletionRequested, name="notifications.ask_to_confirm_deletion")
def ask_to_confirm_deletion(event: AccountDeletionRequested) -> None:
    _requested(event, MailKind.ACCOUNT_DELETION)


def _requested(event: AccountMailRequested, kind: MailKind) -> None:
    """Somebody may ask again and again: one unsent mail at a time, so no key."""
    params = {"redirect_url": event.redirect_url, "channel": event.channel}
    nudge_when_noted(account_mail_save(kind=kind, user_id=event.user_id, params=params))


@handles(RegistrationOnKnownAddress, name="notifications.tell_known_address")
def tell_known_address(event: RegistrationOnKnownAddress) -> None:
    params = {"channel": event.channel}
    nudge_when_noted(account_mail_save(kind=MailKind.ACCOUNT_KNOWN, user_id=event.user_id, params=params))


@handles(PasswordChanged, name="notifications.tell_password_changed")
def tell_password_changed(event: PasswordChanged) -> None:
    nudge_when_noted(account_mail_save(kind=MailKind.PASSWORD_CHANGED, user_id=event.user_id))


@handles(EmailChangeRequested, name="notifications.ask_to_confirm_new_address")
def ask_to_confirm_new_address(event: EmailChangeRequested) -> None:
    """The new address is asked, the old one is told."""
    key = key_of(event, event.request_id)
    params = {"redirect_url": event.redirect_url, "channel": event.channel}
    nudge_when_noted(
        email_change_mail_save(
            kind=MailKind.EMAIL_CHANGE_CONFIRM, request_id=event.request_id, event_key=key, to_new=True, params=params
        )
    )
    nudge_when_noted(
        email_change_mail_save(
            kind=MailKind.EMAIL_CHANGE_NOTICE,
            request_id=event.request_id,
            event_key=key,
            to_new=False,
            params={"channel": event.channel},
        )
    )


@handles(EmailChanged, name="notifications.tell_address_changed")
def tell_address_changed(event: EmailChanged) -> None:
    """The old address hears it last."""
    key = key_of(event, event.request_id)
    nudge_when_noted(
        email_change_mail_save(kind=MailKind.EMAIL_CHANGED, request_id=event.request_id, event_key=key, to_new=False)
    )
