"""Leaving the market."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError

from market.accounts.enums import TokenPurpose
from market.accounts.errors import AccountStillNeeded, LastOwnerKeepsAccount, MailTokenInvalid, StaffKeepsAccount
from market.accounts.events import AccountDeletionRequested
from market.accounts.locks import deletions_one_by_one, own_user_for_update
from market.accounts.models import ClosedAccount, EmailChange, User
from market.accounts.ports import memberships_end, organization_kept_by
from market.accounts.selectors.closed_accounts import email_digest
from market.accounts.services.account_tokens import is_account_token_good
from market.accounts.services.mail_terms import is_mail_due, mail_channel, redirect_clean
from market.core import audit, clock, outbox
from market.core.actor import Actor


def account_deletion_request(*, actor: Actor, redirect_url: str, channel: str | None) -> None:
    """Mail the actor a link that deletes the account; asked again at once, none goes out.

    Raises StaffKeepsAccount, LastOwnerKeepsAccount, RedirectRefused, channel errors.
    """
    redirect_clean(redirect_url)
    slug = mail_channel(channel)
    with transaction.atomic():
        user = own_user_for_update(actor)
        _ensure_may_leave(user)
        if is_mail_due(kind="delete", address=user.email, ip_address=actor.ip_address):
            outbox.publish(AccountDeletionRequested(user_id=user.pk, redirect_url=redirect_url, channel=slug))


def account_delete(*, actor: Actor, token: str) -> User:
    """Delete the actor's account by the token of its mail. Returns the user as it was.

    What goes: the user, the address book, wishes to change the address, links to identity providers, unfinished checkouts,
    memberships of enterprises, and with the token key every session. What stays: orders with the addresses, e-mail and names
    copied into them, without a link to anybody, because contracts, payments and deliveries must be provable for five years
    (전자상거래법 §6, its decree §6); memberships of agencies, ended and without a link to anybody, for the agency's records
    bear them; the audit log, which only ever grows and names the account by number and address; and keyed digests of the
    address and the ones before it, so that a later owner of such a mailbox is not given those orders.
    Raises StaffKeepsAccount, LastOwnerKeepsAccount, MailTokenInvalid, AccountStillNeeded (a room above protects what it keeps).
    """
    with transaction.atomic():
        deletions_one_by_one()
        _ensure_not_needed(actor.signed_in_id)
        memberships_end(user_id=actor.signed_in_id, actor=actor)  # rooms above lock before the account is
        user = own_user_for_update(actor)
        _ensure_may_leave(user)
        if not is_account_token_good(token, user=user, purpose=TokenPurpose.DELETE_ACCOUNT):
            raise MailTokenInvalid
        key = user.pk
        audit.record(actor=actor, action="accounts.delete", subject_type="User", subject_id=key)
        for address in (user.email, *_former_addresses(user)):
            ClosedAccount.objects.update_or_create(
                email_digest=email_digest(address), defaults={"closed_at": clock.now()}
            )
        user.addresses.all().delete()
        try:
            user.delete()
        except ProtectedError as error:
            raise AccountStillNeeded from error
        user.pk = key  # the answer names what is gone
    return user


def _former_addresses(user: User) -> list[str]:
    changed = EmailChange.objects.filter(user=user, confirmed_at__isnull=False)
    return list(changed.values_list("old_email", flat=True))


def _ensure_may_leave(user: User) -> None:
    if user.is_staff:
        raise StaffKeepsAccount
    _ensure_not_needed(user.pk)


def _ensure_not_needed(user_id: int) -> None:
    organization = organization_kept_by(user_id)
    if organization is not None:
        raise LastOwnerKeepsAccount(organization=organization)
