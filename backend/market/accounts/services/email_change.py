"""Another address for an account: wished for inside, confirmed from the new mailbox."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from market.accounts.enums import TokenPurpose
from market.accounts.errors import EmailTaken, MailTokenInvalid
from market.accounts.events import EmailChanged, EmailChangeRequested, RegistrationOnKnownAddress
from market.accounts.locks import own_user_for_update
from market.accounts.models import EmailChange, User, new_token_key
from market.accounts.services.account_tokens import account_token_request, is_account_token_good
from market.accounts.services.email_clean import email_clean
from market.accounts.services.mail_terms import is_mail_due, mail_channel, redirect_clean
from market.accounts.services.token_issue import password_check
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput


def email_change_request(
    *, actor: Actor, new_email: str, password: str, redirect_url: str, channel: str | None
) -> User:
    """Mail a link to the new address of the actor's account. An address with an account gets other news, and the answer is the same.

    Raises InvalidCredentials, LoginAttemptDelayed, InvalidInput (no address, or the present one), RedirectRefused, channel errors.
    """
    user = User.objects.get(pk=actor.signed_in_id)
    password_check(user=user, password=password, ip_address=actor.ip_address, field="password")
    address = email_clean(new_email, field="newEmail")
    if address == user.email:
        raise InvalidInput("newEmail", "지금 쓰고 있는 이메일이에요.", "This is the address of the account already.")
    redirect_clean(redirect_url)
    slug = mail_channel(channel)
    if not is_mail_due(kind="email-change", address=address, ip_address=actor.ip_address):
        return user
    with transaction.atomic():
        owner = User.objects.filter(email=address).first()
        if owner is not None:
            audit.record(actor=actor, action="accounts.email_change_known", subject_type="User", subject_id=user.pk)
            outbox.publish(RegistrationOnKnownAddress(user_id=owner.pk, channel=slug))
        else:
            change = EmailChange.objects.create(user=user, old_email=user.email, new_email=address)
            outbox.publish(
                EmailChangeRequested(user_id=user.pk, request_id=change.pk, redirect_url=redirect_url, channel=slug)
            )
    return user


def email_change_confirm(*, actor: Actor, token: str) -> User:
    """Take the new address by the token that went to it, once; every earlier token ends, this session's, too.

    Raises MailTokenInvalid, also for the token of another account, or EmailTaken when the address found another owner meanwhile
    (only its mailbox's owner can get that far).
    """
    request_id = account_token_request(token)
    with transaction.atomic():
        user = own_user_for_update(actor)
        change = EmailChange.objects.filter(pk=request_id or 0, user=user, confirmed_at=None).first()
        is_good = is_account_token_good(token, user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=request_id or 0)
        if change is None or not is_good:
            raise MailTokenInvalid
        user.email, user.is_confirmed, user.token_key = change.new_email, True, new_token_key()
        try:
            with transaction.atomic():
                user.save(update_fields=["email", "is_confirmed", "token_key", "updated_at"])
        except IntegrityError as error:
            raise EmailTaken("newEmail") from error
        change.confirmed_at = clock.now()
        change.save(update_fields=["confirmed_at"])
        audit.record(actor=actor, action="accounts.email_change", subject_type="User", subject_id=user.pk)
        outbox.publish(EmailChanged(user_id=user.pk, request_id=change.pk))
    return user
