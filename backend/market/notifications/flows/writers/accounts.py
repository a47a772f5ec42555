"""Mails about accounts: each makes its token at the moment it is written."""

from __future__ import annotations

from django.conf import settings

from market.accounts.enums import TokenPurpose
from market.accounts.models import EmailChange
from market.accounts.services.account_tokens import account_token_create
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, to_its_address, writes
from market.notifications.letters import accounts
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.links import with_query
from market.notifications.models import Mail
from market.orders.rules import mask_email


def _seconds(purpose: TokenPurpose) -> int:
    return int(settings.ACCOUNT_TOKEN_SECONDS[purpose])


@writes(MailKind.ACCOUNT_CONFIRM)
def _account_confirm(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    to_its_address(mail, user)
    if user.is_confirmed:
        raise NothingToSay("the address is confirmed already")
    token = account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)
    url = with_query(mail.params["redirect_url"], email=user.email, token=token)
    return accounts.account_confirm(url, _seconds(TokenPurpose.CONFIRM_ACCOUNT), voice)


@writes(MailKind.ACCOUNT_KNOWN)
def _account_known(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    to_its_address(mail, user)
    return accounts.account_known(voice)


@writes(MailKind.PASSWORD_RESET)
def _password_reset(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    to_its_address(mail, user)
    token = account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD)
    url = with_query(mail.params["redirect_url"], email=user.email, token=token)
    return accounts.password_reset(url, _seconds(TokenPurpose.RESET_PASSWORD), voice)


@writes(MailKind.PASSWORD_CHANGED)
def _password_changed(mail: Mail) -> Letter:
    return accounts.password_changed(account_of(mail)[1])


@writes(MailKind.ACCOUNT_DELETION)
def _account_deletion(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    to_its_address(mail, user)
    token = account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)
    url = with_query(mail.params["redirect_url"], token=token)
    return accounts.account_deletion(url, _seconds(TokenPurpose.DELETE_ACCOUNT), voice)


def _change(mail: Mail) -> EmailChange:
    change = EmailChange.objects.filter(pk=mail.params["request_id"], user_id=mail.user_id or 0).first()
    if change is None:
        raise NothingToSay("the request is gone")
    return change


@writes(MailKind.EMAIL_CHANGE_CONFIRM)
def _email_change_confirm(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    change = _change(mail)
    if change.confirmed_at is not None or user.email != change.old_email:
        raise NothingToSay("the address has changed already")
    token = account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)
    url = with_query(mail.params["redirect_url"], token=token)
    return accounts.email_change_confirm(url, _seconds(TokenPurpose.CHANGE_EMAIL), voice)


@writes(MailKind.EMAIL_CHANGE_NOTICE)
def _email_change_notice(mail: Mail) -> Letter:
    return accounts.email_change_notice(mask_email(_change(mail).new_email), account_of(mail)[1])


@writes(MailKind.EMAIL_CHANGED)
def _email_changed(mail: Mail) -> Letter:
    return accounts.email_changed(mask_email(_change(mail).new_email), account_of(mail)[1])
