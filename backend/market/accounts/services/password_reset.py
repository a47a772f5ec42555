"""A new password for somebody who has forgotten theirs."""

from __future__ import annotations

from django.db import transaction

from market.accounts.enums import TokenPurpose
from market.accounts.errors import MailTokenInvalid
from market.accounts.events import AccountConfirmed, MailboxProved, PasswordChanged, PasswordResetRequested
from market.accounts.locks import users_for_update
from market.accounts.models import User, new_token_key
from market.accounts.rules import email_key
from market.accounts.services.account_tokens import is_account_token_good
from market.accounts.services.mail_terms import is_mail_due, mail_channel, redirect_clean
from market.accounts.services.passwords import password_errors
from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import ManyErrors


def password_reset_request(*, actor: Actor, email: str, redirect_url: str, channel: str | None) -> None:
    """Mail a link to set a new password, if the address has an active account. Nobody learns whether it has.

    One row is written either way. Raises RedirectRefused and channel errors, which say nothing about the address.
    """
    redirect_clean(redirect_url)
    slug = mail_channel(channel)
    if not is_mail_due(kind="reset", address=email, ip_address=actor.ip_address):
        return
    with transaction.atomic():
        user = User.objects.filter(email=email_key(email), is_active=True).first()
        if user is None:
            audit.record(actor=actor, action="accounts.reset_nobody", subject_type="User", subject_id="")
        else:
            outbox.publish(PasswordResetRequested(user_id=user.pk, redirect_url=redirect_url, channel=slug))


def password_set(*, actor: Actor, email: str, token: str, password: str) -> User:
    """Set a new password by the token of a mail, once; every earlier token ends, and the account counts as confirmed.

    Raises MailTokenInvalid (the same for an unknown address), ManyErrors for a weak password (the token stays good).
    """
    with transaction.atomic():
        user = users_for_update().filter(email=email_key(email), is_active=True).first()
        checked = user or User(email=email_key(email))
        if not is_account_token_good(token, user=checked, purpose=TokenPurpose.RESET_PASSWORD) or user is None:
            raise MailTokenInvalid
        errors = password_errors(password)
        if errors:
            raise ManyErrors(errors)
        was_confirmed = user.is_confirmed
        user.set_password(password)
        user.token_key, user.is_confirmed = new_token_key(), True
        user.save(update_fields=["password", "token_key", "is_confirmed", "updated_at"])
        audit.record(actor=actor, action="accounts.password_set", subject_type="User", subject_id=user.pk)
        outbox.publish(PasswordChanged(user_id=user.pk))
        outbox.publish(MailboxProved(user_id=user.pk) if was_confirmed else AccountConfirmed(user_id=user.pk))
    return user
