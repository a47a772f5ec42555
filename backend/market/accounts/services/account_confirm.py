"""Confirming that the mailbox of an account is its owner's."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from market.accounts.enums import TokenPurpose
from market.accounts.errors import AlreadyConfirmed, ConfirmationAlreadyRequested, MailTokenInvalid
from market.accounts.events import AccountConfirmationRequested, AccountConfirmed
from market.accounts.locks import own_user_for_update, users_for_update
from market.accounts.models import User
from market.accounts.rules import email_key
from market.accounts.services.account_tokens import is_account_token_good
from market.accounts.services.mail_terms import is_mail_due, mail_channel, redirect_clean
from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, Required


def account_confirm(*, actor: Actor, email: str, token: str, password: str | None = None) -> User:
    """Confirm the account of ``email`` by the token of its mail, once.

    Raises MailTokenInvalid, the same for an unknown address, a confirmed account and a foreign token. A ``password`` that is given
    must be the account's (InvalidInput), and with ACCOUNT_CONFIRM_NEEDS_PASSWORD one must be given (Required): it shows that who
    reads the mail is who registered.
    """
    with transaction.atomic():
        user = users_for_update().filter(email=email_key(email), is_active=True).first()
        checked = user or User(email=email_key(email))
        if not is_account_token_good(token, user=checked, purpose=TokenPurpose.CONFIRM_ACCOUNT) or user is None:
            raise MailTokenInvalid
        if password is None and settings.ACCOUNT_CONFIRM_NEEDS_PASSWORD:
            raise Required("password")
        if password is not None and not user.check_password(password):
            raise InvalidInput("password", "비밀번호가 맞지 않아요.", "Invalid password")
        user.is_confirmed = True
        user.save(update_fields=["is_confirmed", "updated_at"])
        audit.record(actor=actor, action="accounts.confirm", subject_type="User", subject_id=user.pk)
        outbox.publish(AccountConfirmed(user_id=user.pk))
    return user


def confirmation_send(*, actor: Actor, redirect_url: str, channel: str) -> None:
    """Mail the confirmation of the actor's own account once more.

    Raises AlreadyConfirmed (also where nothing has to be confirmed), RedirectRefused, channel errors, ConfirmationAlreadyRequested.
    """
    with transaction.atomic():
        user = own_user_for_update(actor)
        if user.is_confirmed or not settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL:
            raise AlreadyConfirmed
        redirect_clean(redirect_url)
        slug = mail_channel(channel)
        if not is_mail_due(kind="register", address=user.email, ip_address=actor.ip_address):
            raise ConfirmationAlreadyRequested
        outbox.publish(AccountConfirmationRequested(user_id=user.pk, redirect_url=redirect_url, channel=slug))
