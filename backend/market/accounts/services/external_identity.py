"""Finding or opening the account of somebody a provider vouches for."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from market.accounts.errors import AccountInactive, ExternalSignInRefused
from market.accounts.events import AccountConfirmed, AccountRegistered, MailboxProved
from market.accounts.locks import users_for_update
from market.accounts.models import ExternalIdentity, User, new_token_key
from market.accounts.services.email_clean import email_clean
from market.core import audit, outbox
from market.core.actor import Actor


def external_identity_user(
    *,
    actor: Actor,
    issuer: str,
    subject: str,
    email: str,
    is_email_verified: bool,
    first_name: str = "",
    last_name: str = "",
) -> User:
    """The account of this person at this provider: the one linked to it, else the one of the verified address, else a new one.

    An account of the address that nobody has confirmed loses its password and tokens: they may be a stranger's. Raises
    ExternalSignInRefused where no account is linked and the provider has not verified the address, AccountInactive, InvalidInput.
    """
    person = {"issuer": issuer, "subject": subject}
    try:
        with transaction.atomic():
            return _linked(actor, person) or _link(actor, person, email, is_email_verified, first_name, last_name)
    except IntegrityError:  # the same person a moment earlier
        with transaction.atomic():
            return _linked(actor, person) or _link(actor, person, email, is_email_verified, first_name, last_name)


def external_identity_check(*, user: User, issuer: str, subject: str) -> None:
    """Raises ExternalSignInRefused unless the person at the provider is linked to this account."""
    if not ExternalIdentity.objects.filter(user=user, issuer=issuer, subject=subject).exists():
        raise ExternalSignInRefused("refreshToken", reason="another person")


def _linked(actor: Actor, person: dict[str, str]) -> User | None:
    identity = ExternalIdentity.objects.filter(**person).first()
    if identity is None:
        return None
    user = users_for_update().filter(pk=identity.user_id).first()
    if user is not None and not user.is_active:
        raise AccountInactive("code")
    return user


def _link(actor: Actor, person: dict[str, str], email: str, is_verified: bool, first_name: str, last_name: str) -> User:
    if not is_verified:
        raise ExternalSignInRefused("code", reason="e-mail not verified")
    address = email_clean(email)
    user = users_for_update().filter(email=address).first()
    if user is None:
        user = User(email=address, first_name=first_name, last_name=last_name, language_code=actor.language)
        user.set_unusable_password()
        user.save(force_insert=True)
        outbox.publish(AccountRegistered(user_id=user.pk))
        outbox.publish(AccountConfirmed(user_id=user.pk))
    elif not user.is_active:
        raise AccountInactive("code")
    elif user.is_confirmed:
        outbox.publish(MailboxProved(user_id=user.pk))
    else:
        user.set_unusable_password()
        user.is_confirmed, user.token_key = True, new_token_key()
        user.save(update_fields=["password", "is_confirmed", "token_key", "updated_at"])
        outbox.publish(AccountConfirmed(user_id=user.pk))
    ExternalIdentity.objects.create(user=user, **person)
    audit.record(actor=actor, action="accounts.external_link", subject_type="User", subject_id=user.pk)
    return user
