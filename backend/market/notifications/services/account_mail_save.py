"""Intend a mail to the owner of an account."""

from __future__ import annotations

from typing import Any

from market.accounts.models import EmailChange, User
from market.notifications.enums import MailKind
from market.notifications.services.mail_save import mail_save


def account_mail_save(
    *, kind: MailKind, user_id: int, params: dict[str, Any] | None = None, event_key: str = "", recipient: str = ""
) -> bool:
    """Note a mail to the account's address, or to ``recipient``, in the language its owner prefers. Says whether it is new."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return False
    return mail_save(
        kind=kind,
        recipient=recipient or user.email,
        language_code=user.language_code,
        event_key=event_key,
        user_id=user.pk,
        params=params,
    )


def email_change_mail_save(
    *, kind: MailKind, request_id: int, event_key: str, to_new: bool, params: dict[str, Any] | None = None
) -> bool:
    """Note a mail about a change of address, to the new address or to the old one. Says whether it is new."""
    change = EmailChange.objects.filter(pk=request_id).first()
    if change is None:
        return False
    return account_mail_save(
        kind=kind,
        user_id=change.user_id,
        event_key=event_key,
        recipient=change.new_email if to_new else change.old_email,
        params={**(params or {}), "request_id": request_id},
    )
